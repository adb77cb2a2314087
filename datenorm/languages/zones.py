"""Names of time zones in a language: Mitteleuropäische Sommerzeit, heure d'été du Pacifique. Source: CLDR, through Babel."""

from collections.abc import Iterable, Mapping
from functools import cache

from datenorm.dates.zones import Zone, metazones
from datenorm.languages.locales import identifiers_of, parse
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
    for identifier in identifiers_of(language):
        for metazone, names in parse(identifier).meta_zones.items():
            if metazone in metazones():
                for width in ("long", "short"):
                    for part, name in names.get(width, {}).items():
                        if len(squeezed(name)) >= SHORTEST and name != NO_NAME:
                            found.setdefault(squeezed(name), set()).add(
                                Zone(metazones()[metazone], PARTS[part])
                            )
    return {name: frozenset(_plainest(zones)) for name, zones in found.items()}


def _plainest(zones: Iterable[Zone]) -> Iterable[Zone]:
    """Return what one name means: standard time, where it is that and also whichever time holds."""
    found = set(zones)
    return found - {zone for zone in found if zone.part == "" and zone._replace(part="s") in found}


def squeezed(name: str) -> str:
    """Return a name as it is looked up.

    >>> squeezed("heure d’été d’Europe centrale")
    'heuredétédeuropecentrale'
    """
    return "".join(parts(name))
