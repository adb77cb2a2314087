"""Rules on eras: years before Christ, and short ones that an era makes whole."""

from datenorm.judging.rules.case import Case


def earlier_era(case: Case) -> str | None:
    """Object to words for the era before the common one, wherever they stand, and to those that may say so."""
    both = {
        "calendar:before",
        "calendar:common",
    }  # eKr. is one in Finnish, the other in Swedish; ke is Wednesday
    for i, token in enumerate(case.tokens):
        eras = both <= token.senses.keys() and "weekday" not in token.senses
        open_era = eras and case.roles[i] == "era" and case.context.languages is None
        left = not case.roles[i] and case.context.means(
            i, ("calendar:before",), ("weekday", "label", "connector")
        )
        coded = case.context.touches(i) and case.tokens[i - 1].text in ":_"  # 65:14:ca:bc
        if (left or open_era) and not (coded or _is_a_place(case, i)):
            return "its year is before the common era, where ISO 8601 years of four digits do not reach"
    return None


def _is_a_place(case: Case, i: int) -> bool:
    """Return whether letters for an era are those of a place: a name before them, a comma between them and the date."""
    first, last = case.context.first, case.context.last
    between = range(i + 1, first) if i < first else range(last + 1, i)
    parted = any(case.tokens[j].text == "," for j in between)
    before = i - 2 if i > 1 and case.tokens[i - 1].text == "," else i - 1
    named = before >= 0 and case.tokens[before].kind == "word" and not case.roles[before]
    return parted and named and before not in case.context.used


def short_year_of_an_era(case: Case) -> str | None:
    """Object to a year of two digits beside an era, or behind anno: AD 98 is no year of ours."""
    if not (case.context.target.short_year and case.is_named):
        return None
    before = case.context.claims["year"][0] - 1
    behind = before + 2
    if case.roles[behind : behind + 1] == ["era"]:
        return f"{case.tokens[behind].text!r} makes its year a whole one"
    era = case.roles[before : before + 1] == ["era"]
    anno = case.context.has(before, "year", "of year") and not case.context.has(before, "article")
    said = case.tokens[before].text if before >= 0 and (era or anno) else ""
    return f"{said!r} makes its year a whole one" if said else None
