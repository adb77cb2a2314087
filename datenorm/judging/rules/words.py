"""Rules on words: what nobody knows beside a weak form, and names that few languages have for a month."""

from datenorm.judging.rules.case import Case
from datenorm.judging.spelled import months_of
from datenorm.text.lexicon import languages_of
from datenorm.text.tokens import Token


def weak_among_words(case: Case) -> str | None:
    """Object to a weak form beside words that nobody expects there."""
    if case.strength != "weak":
        return None
    for i in case.left():
        if case.tokens[i].kind == "word":
            return f"nobody knows what {case.tokens[i].text!r} does beside {_short(case)}"
    return None


def _short(case: Case) -> str:
    target = case.context.target
    if case.misspelt:
        return "a misspelt date"
    if not target.month:
        return "a year alone"
    if not target.year:
        return "a date without a year"
    return "a date whose year has two digits" if target.short_year else "two numbers"


def doubtful_name(case: Case) -> str | None:
    """Object to a short or doubtful name of a month of some language beside one number, where no language is told."""
    target = case.context.target
    if case.language or "month" not in case.context.claims:
        return None
    month = case.tokens[case.context.claims["month"][0]]
    if case.misspelt and not (target.day and target.year) and _is_short_word(month):
        return f"{month.text!r} beside one number may be no month"
    if (
        "roman" not in month.senses
        and "en" in languages_of(month.senses.get("count<", ""))
        and "en" not in languages_of(month.senses.get("month", ""))
    ):
        return f"{month.text!r} numbers things; tell the language if it is a month"
    if target.day and target.year:
        return None
    if month.kind != "word" or "roman" in month.senses:
        return None
    sure = "month" in month.senses or "full" in month.senses
    meant = month.senses.get("month") or month.senses.get("full") or ""
    known = languages_of(meant) if sure else frozenset()
    if "en" in known or len(known) > 3 or (sure and (len(month.text) > 4 or not month.text.isascii())):
        return None
    if len(target.year) == 4 and sure and not (set(month.senses) & OTHER_MEANINGS):
        return None
    if sure and len(month.text) > 3 and "full" in month.senses and not (set(month.senses) & OTHER_MEANINGS):
        return None
    if not sure and len(month.text) > 4:
        return None
    return f"{month.text!r} is a month in few languages; tell the language"


def _is_short_word(token: Token) -> bool:
    """Return whether a token is a word that is no name of a month, and too short to be sure what it was meant to be."""
    return token.kind == "word" and not months_of(token) and len(token.text) <= 5


OTHER_MEANINGS = frozenset(
    ("bound<", "label", "connector", "weekday", "or", "and", "to", "count<", "clock<", "dayperiod")
)
