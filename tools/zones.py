"""The zone that each of CLDR's metazones is read by: `python tools/zones.py` writes the table anew.

A metazone is what a name of a zone means: Central European Time is that of Paris. Source: CLDR's metaZones, territory
001, through ICU (icukit-pyicu). One row a metazone: its name, the zone of the tz database.
"""

from pathlib import Path

import icu

TABLE = Path(__file__).parent.parent / "datenorm" / "text" / "tables" / "metazones.tsv"


def rows() -> list[str]:
    """Return the rows of the table."""
    names = icu.TimeZoneNames.createInstance(icu.Locale("en"))
    found = sorted(names.getAvailableMetaZoneIDs())
    return [f"{name}\t{names.getReferenceZoneID(name, '001')}\n" for name in found]


def main() -> None:
    """Write the table anew."""
    TABLE.write_text(f"# CLDR metaZones, from ICU {icu.ICU_VERSION}\n{''.join(rows())}", "utf-8")


if __name__ == "__main__":
    main()
