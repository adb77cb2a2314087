"""Names of time zones in a language: Mitteleuropäische Sommerzeit, heure d'été du Pacifique. Source: CLDR, through Babel."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from datenorm.dates.zones import UNIVERSAL, Zone, abbreviated, abbreviations, metazones
from datenorm.languages.locales import parse, with_own_zones, zone_territories
from datenorm.text.tokens import parts

PARTS = {"standard": "s", "daylight": "d", "generic": ""}
SHORTEST = 3  # letters: of two, AT is Atlantic Time
NO_NAME = "∅∅∅"  # what CLDR has where a language has no abbreviation


@cache
def zone_names(language: str) -> Mapping[str, frozenset[Zone]]:
    """Return the zones by their names in a language, folded, with nothing between their words.

    >>> zone_names("de")["mitteleuropäischesommerzeit"]
    frozenset({Zone(key='Europe/Paris', part='d', territories=frozenset({'*'}))})
    """
    found: dict[str, set[Zone]] = {}
    for name, zone in _names(language):
        key = squeezed(name)
        if len(key) >= SHORTEST and name != NO_NAME and not abbreviated(key):
            found.setdefault(key, set()).add(zone)
    return {name: frozenset(_plainest(zones)) for name, zones in found.items()}


def _names(language: str) -> Iterator[tuple[str, Zone]]:
    """Yield the names of zones in all countries of a language: of metazones, and of single zones like UTC."""
    for identifier in with_own_zones(language):
        locale = parse(identifier)
        for table, keys in ((locale.meta_zones, metazones()), (locale.time_zones, None)):
            for zone, names in table.items():
                key = keys.get(zone) if keys else zone
                for width in ("long", "short"):
                    for part, name in names.get(width, {}).items():
                        if key and name:
                            yield name, Zone(key, "" if key in UNIVERSAL else PARTS[part])


def _plainest(zones: Iterable[Zone]) -> Iterable[Zone]:
    """Return what one name means: standard time, where it is that and also whichever time holds."""
    found = set(zones)
    return found - {zone for zone in found if zone.part == "" and zone._replace(part="s") in found}


@cache
def countries_of(sign: str) -> frozenset[str]:
    """Return the countries that use an abbreviation, an offset or a zone of the tz database: EST, +0530, Asia/Kolkata.

    Source: the zones that CLDR gives a country, and their abbreviations and offsets in the tz database in 2018.

    >>> sorted(countries_of("+0530")), "US" in countries_of("EST"), countries_of("Asia/Kolkata")
    (['IN', 'LK'], True, frozenset({'IN'}))
    """
    return _countries().get(sign, frozenset())


@cache
def _countries() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    times = datetime(2018, 1, 15), datetime(2018, 7, 15)
    for key, territory in zone_territories().items():
        with suppress(ZoneInfoNotFoundError):
            there = [time.replace(tzinfo=ZoneInfo(key)) for time in times]
            for sign in (key, *(time.tzname() or "" for time in there), *(f"{time:%z}" for time in there)):
                found.setdefault(sign, set()).add(territory)
    own = {name.upper(): found.get(zone.key, set()) for name, zone in _own_abbreviations()}
    return {sign: frozenset(countries) for sign, countries in {**own, **found}.items()}


def _own_abbreviations() -> Iterator[tuple[str, Zone]]:
    """Yield the abbreviations of one zone that people write and the tz database lacks: MESZ, ET."""
    yield from ((name, zones[0]) for name, zones in abbreviations().items() if len(zones) == 1)


def squeezed(name: str) -> str:
    """Return a name as it is looked up.

    >>> squeezed("heure d’été d’Europe centrale")
    'heuredétédeuropecentrale'
    """
    return "".join(parts(name))
