"""Rules on eras: years before Christ, and short ones that an era makes whole."""

from datenorm.judging.roles.context import is_sign
from datenorm.judging.rules.case import Case
from datenorm.text.lexicon import languages_of


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
    """Object to a year of two digits beside an era, or behind anno: AD 98 is no year of ours.

    A sure one may stand at the other end of its date: AD 9/5/50.
    """
    context = case.context
    if not context.target.short_year:
        return None
    before = context.claims["year"][0] - 1
    if is_sign(context, before, "'"):  # dc 24 de febr. '86 is a Wednesday
        return None
    ends = [i for i in (context.first - 1, context.last + 1) if is_era(case, i, sure=True)]
    anno = case.is_named and context.has(before, "year", "of year") and not context.has(before, "article")
    found = (
        [before] * anno + [i for i in (before, before + 2) if is_era(case, i, sure=not case.is_named)] + ends
    )
    return f"{case.tokens[found[0]].text!r} makes its year a whole one" if found else None


def is_era(case: Case, i: int, sure: bool) -> bool:
    """Return whether token `i` is an era of ours; no name of our calendar, as new style, and no hour: 9 pm.

    sure: whether it must be one everywhere, or in the language that is told.
    """
    if (
        i < 0
        or case.roles[i : i + 1] != ["era"]
        or case.context.has(i, "style", "dayperiod", "hour", "count>")
    ):
        return False
    spoken = languages_of(case.tokens[i].senses.get("calendar:common", ""))
    return not sure or not spoken.isdisjoint({"*", case.language or "*"})
