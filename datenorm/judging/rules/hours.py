"""A rule on claimed numbers that are hours: 21 uur, kl. 1930, alle 9 maggio."""

from datenorm.dates.clocks import LAST_HOUR
from datenorm.judging.roles.context import CLAIMED, is_sign
from datenorm.judging.rules.case import Case

NO_CLOCK = (
    "bound<",
    "label",
    "connector",
    "weekday",
    "article",
    "on",
    "month",
)  # what a word for hours may be as well
NO_HOURS = ("connector", "ordinal", "calendar:common", "weekday", "year", "year>", "day>", "label")


def hour(case: Case) -> str | None:
    """Object to a claimed number of which a word makes hours: 3 oktober 21 uur, May 3 1830 hours, 3. mai kl. 1930."""
    context = case.context
    if case.is_named and _is_called_an_hour(case):
        return f"{case.tokens[context.first].text} is an hour"
    for name in ("year", "day"):
        group = context.claims.get(name, ())
        if len(group) != 1 or case.tokens[group[0]].kind != "number":
            continue
        i = group[0] + 1
        before = i - 3 if i > 1 and case.tokens[i - 2].text == "." else i - 2
        behind = _counts_time(case, i) and case.roles[i] not in CLAIMED and not context.has(i, *NO_HOURS)
        if len(case.tokens[group[0]].text) == 4:  # hours and minutes: not in 1925 ore 11.57
            told = context.has(before, "hour<") and not is_sign(context, i, "-/.")
            timed = context.has_number(i + 1) or (is_sign(context, i + 1, ".:") and context.has_number(i + 2))
            behind = (behind and not timed) or told  # not so in 2018 godz. 5:47
        if behind:
            return f"{case.tokens[group[0]].text} is an hour"
    return None


def _counts_time(case: Case, i: int) -> bool:
    """Return whether a word for hours stands at `i`, or one of several letters for minutes or seconds: 27 minutes."""
    context = case.context
    longer = i < len(case.tokens) and len(case.tokens[i].text) > len("mn")
    return context.has(i, "hour") or (longer and context.has(i, "minute", "second"))


def _is_called_an_hour(case: Case) -> bool:
    """Return whether a word for hours stands before the day that begins a date, which may be one: alle 9 maggio."""
    context, first = case.context, case.context.first
    if context.claims.get("day") != (first,) or not context.has_number(first):
        return False
    if any(role == "time" and context.has_number(i) for i, role in enumerate(case.roles)):
        return False
    hour = int(case.tokens[first].text) <= LAST_HOUR
    return hour and context.means(first - 1, ("clock<", "hour<"), NO_CLOCK)
