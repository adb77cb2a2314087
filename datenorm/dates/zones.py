"""Time zones: what an offset, an abbreviation or a name of a zone means, and how far a place is from UTC at some time.

The tz database does the arithmetic. A time in the hour that clocks skip in spring does not exist, and one in the hour
that comes twice in autumn has two offsets: both are told, never guessed.
"""

import zoneinfo
from collections.abc import Collection, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from datenorm.dates.machine.clock import distance

EVERYWHERE = "*"
UNIVERSAL = ("Etc/UTC", "Etc/GMT")
LOCAL_MEAN_TIME = "LMT"  # what the tz database has for the time before there were zones
FARTHEST = {"+": "14:00", "-": "12:00"}  # from UTC that clocks are: in Kiribati, and on ships west of there
AHEAD = {
    "Europe/Dublin": "IST",
    "Europe/London": "BST",
}  # summer time that the tz database has as standard time
TABLES = Path(__file__).parents[1] / "text" / "tables"


class Zone(NamedTuple):
    """A zone that a text names.

    key: of the tz database. part: 's' its standard time, 'd' its summer time, '' whichever of them holds.
    territories: where the name means it, '*' where nobody means another.
    """

    key: str
    part: str = ""
    territories: frozenset[str] = frozenset(EVERYWHERE)


class Away(NamedTuple):
    """How far from UTC a local time is: the offsets that it may have, and what is to be said of them.

    none: error says why.
    """

    offsets: tuple[str, ...] = ()
    error: str = ""
    warning: str = ""


def abbreviated(name: str, territory: str | None = None, zone: str | None = None) -> tuple[Zone, ...]:
    """Return the zones that an abbreviation means; one where the territory of a locale or a told zone settles it.

    >>> [found.key for found in abbreviated("ist")]
    ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']
    >>> [found.key for found in abbreviated("ist", "IN")], [found.key for found in abbreviated("cest")]
    (['Asia/Kolkata'], ['Europe/Paris'])
    """
    found = abbreviations().get(name, ())
    if len(found) < 2:
        return found
    settled = [one for one in found if one.key == zone] or [
        one for one in found if territory in one.territories
    ]
    return tuple(settled) if len(settled) == 1 else found


@cache
def abbreviations() -> dict[str, tuple[Zone, ...]]:
    """Return the zones that each abbreviation may mean, by its lower case."""
    table: dict[str, tuple[Zone, ...]] = {}
    for name, territories, key, part in _rows("zones.tsv"):
        table[name] = (*table.get(name, ()), Zone(key, part, frozenset(territories.split(","))))
    return table


@cache
def metazones() -> dict[str, str]:
    """Return the zone of the tz database that each of CLDR's metazones is read by."""
    return {row[0]: row[1] for row in _rows("metazones.tsv")}


def _rows(table: str) -> Iterator[list[str]]:
    for line in (TABLES / table).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


@cache
def keys() -> dict[str, str]:
    """Return the names of the tz database, in lower case, each as it is spelt: europe/berlin."""
    return {name.lower(): name for name in zoneinfo.available_timezones() if "/" in name}


def known(name: str) -> str | None:
    """Return the zone of the tz database that a name is, in any case; None for another.

    >>> known("europe/berlin"), known("UTC"), known("Europe/Bonn")
    ('Europe/Berlin', 'Etc/UTC', None)
    """
    return "Etc/UTC" if name.upper() == "UTC" else keys().get(name.lower())


def offset(digits: str, sign: str) -> tuple[str, str]:
    """Return an offset from UTC as ISO 8601 has it, and why there is no such one. digits: with colons or without.

    >>> offset("0530", "+"), offset("9", "+"), offset("02:00", "-"), offset("15", "+")
    (('+05:30', ''), ('+09:00', ''), ('-02:00', ''), ('+15:00', 'no place is 15:00 from UTC'))
    """
    plain = digits.replace(":", "")
    written, error = distance(sign + plain.zfill(2 if len(plain) < 3 else 4))
    far = written[1:] > FARTHEST[sign]
    return written, error or (f"no place is {written[1:]} from UTC" if far else "")


def away(zone: Zone, local: datetime) -> Away:
    """Return how far from UTC a zone is at a local time.

    >>> away(Zone("Europe/Berlin"), datetime(2018, 5, 9, 10)).offsets
    ('+02:00',)
    >>> away(Zone("Europe/Berlin"), datetime(2018, 3, 25, 2, 30)).error
    'clocks in Europe/Berlin skipped this hour'
    >>> away(Zone("Europe/Berlin"), datetime(2018, 10, 28, 2, 30)).offsets
    ('+02:00', '+01:00')
    >>> away(Zone("Europe/Paris"), datetime(1900, 5, 9)).error
    'Europe/Paris was 0:09:21 from UTC, and no offset has seconds'
    """
    if zone.key in UNIVERSAL:
        return Away(("Z",))
    place = zoneinfo.ZoneInfo(zone.key)
    if zone.part:
        return _of_part(zone, place, local)
    times = [local.replace(tzinfo=place, fold=fold) for fold in (0, 1)]
    if any(time.tzname() == LOCAL_MEAN_TIME for time in times):
        return Away(error=f"{zone.key} had no time zone yet")
    if all(_roundtrip(time) != local for time in times):
        return Away(error=f"clocks in {zone.key} skipped this hour")
    gaps = [time.utcoffset() or timedelta() for time in times]
    if error := next(filter(None, (uneven(zone.key, gap) for gap in gaps)), ""):
        return Away(error=error)
    return Away(tuple(dict.fromkeys(map(written, gaps))))


def uneven(key: str, gap: timedelta) -> str:
    """Return why ISO 8601 has no offset for a zone's distance from UTC: it is in hours and minutes, without seconds.

    >>> uneven("Europe/Paris", timedelta(minutes=9, seconds=21)), uneven("Europe/Berlin", timedelta(hours=1))
    ('Europe/Paris was 0:09:21 from UTC, and no offset has seconds', '')
    """
    return f"{key} was {abs(gap)} from UTC, and no offset has seconds" if gap % timedelta(minutes=1) else ""


def _roundtrip(time: datetime) -> datetime:
    return time.astimezone(UTC).astimezone(time.tzinfo).replace(tzinfo=None, fold=0)


def _of_part(zone: Zone, place: zoneinfo.ZoneInfo, local: datetime) -> Away:
    """Return the offset of standard or summer time, in the year of a local time if not at it."""
    wanted = zone.part == "d"
    around = [local, local.replace(fold=1), *(datetime(local.year, month, 15, 12) for month in range(1, 13))]
    times = [time.replace(tzinfo=place) for time in around if time.tzinfo is None]
    found = [time for time in times if _is_summer(time) == wanted]
    if not found:
        return Away(error=f"{zone.key} has no {'summer' if wanted else 'standard'} time in {local.year}")
    if found[0].tzname() == LOCAL_MEAN_TIME:
        return Away(error=f"{zone.key} had no time zone yet")
    season = "summer" if wanted else "standard"
    warning = "" if found[0] in times[:2] else f"{zone.key} had no {season} time then"
    return Away((written(found[0].utcoffset() or timedelta()),), warning=warning)


def _is_summer(time: datetime) -> bool:
    """Return whether clocks are ahead. The tz database calls that standard time in Ireland, and in Britain 1968-71."""
    ahead = time.dst() or timedelta()
    return ahead > timedelta() or time.tzname() == AHEAD.get(str(time.tzinfo))


def written(gap: timedelta) -> str:
    """Return an offset as ISO 8601 has it.

    >>> written(timedelta(hours=5, minutes=30)), written(timedelta(hours=-3)), written(timedelta(0))
    ('+05:30', '-03:00', '+00:00')
    """
    seconds = int(gap.total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    return f"{'-' if seconds < 0 else '+'}{hours:02d}:{rest // 60:02d}"


def one_offset(zones: Collection[Zone], local: datetime) -> Away:
    """Return the offsets that a local time has in zones of which one is meant."""
    found = [away(zone, local) for zone in zones]
    offsets = tuple(dict.fromkeys(one for each in found for one in each.offsets))
    if not offsets:
        return found[0]
    return Away(offsets, warning=found[0].warning if len(found) == 1 else "")
