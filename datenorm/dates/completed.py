"""Completed: times of day that the roles of a text leave out in part, with the roles that they have.

Those are four digits that only the word behind says to be a time, 0900 hours; an hour behind a half, a quarter or
minutes in words, half vier 's middags, at ten to five pm; one beside a day that says the part of the day, tonight; and
the second time of 14.30-16.30, which begins as an offset from UTC does.
"""

from dataclasses import replace

from datenorm.dates.clocks import LAST_HOUR, RUNS, SPELLED, spelled_hour
from datenorm.dates.marked import Marked
from datenorm.text.phrases import spelled_number
from datenorm.text.tokens import Token

MOST_HOURS = 12  # behind a half or a quarter
LAST_MINUTE = 59
MINUTES = (5, 10, 20, 25)  # that people count to the hour and past it


def completed(marked: Marked) -> Marked:
    """Return a text with the roles of times that were left out; hours in words are numbers."""
    marked = _with_minutes(marked)
    tokens, roles = list(marked.tokens), list(marked.roles)
    for i, token in enumerate(tokens):
        hour = _shifted_hour(marked, i)
        if (spelled := spelled_hour(marked, i)) and marked.role(i) == "time":
            tokens[i] = token._replace(kind="number", text=str(spelled), senses={SPELLED: "*"})
        elif hour:
            tokens[i] = token._replace(kind="number", text=str(hour))
            roles[i - 1] = roles[i] = "time"
            if marked.has(i + 1, "dayperiod"):
                roles[i + 1] = roles[i + 1] or "time"
        elif _is_run(marked, i) or _is_bare(marked, i):
            roles[i] = "time"
        elif _is_second(marked, i):
            roles[i : i + 4] = ["time"] * 4
    return replace(marked, tokens=tokens, roles=roles)


def _shifted_hour(marked: Marked, i: int) -> int:
    """Return the hour without a role, in digits or in a word, that stands behind a half or a quarter; 0 for none."""
    if marked.role(i) or not marked.has(i - 1, "clock:shift"):
        return 0
    hour = int(marked.tokens[i].text) if marked.is_any_number(i) else _number(marked, i)
    return hour if hour <= MOST_HOURS else 0


def _with_minutes(marked: Marked) -> Marked:
    """Return a text with minutes in words and the word between them and the hour as one: ten to five, fünf vor halb 4.

    Where that word joins the ends of a range as well, as the English to does, another one leads to the time: at.
    """
    tokens, roles = list(marked.tokens), list(marked.roles)
    for i in range(len(tokens) - 2, -1, -1):
        sign = marked.has(i + 1, "minute:past") - marked.has(i + 1, "minute:to")
        led = marked.has(i - 1, "clock<") and not marked.has(i - 1, "clock:open")
        if not sign or _number(marked, i) not in MINUTES or (marked.has(i + 1, "to") and not led):
            continue
        halves = marked.values(i + 2, "clock:shift")
        last = i + 2 if len(halves) == 1 else i + 1
        if not (marked.is_any_number(last + 1) or _number(marked, last + 1)):
            continue  # fem i alt
        shift = sign * _number(marked, i) + sum(halves if last > i + 1 else ())
        text = " ".join(token.text for token in tokens[i : last + 1])
        one = Token("word", text, tokens[i].start, tokens[last].end, {"clock:shift": f"*:{shift}"})
        tokens[i : last + 1], roles[i : last + 1] = [one], ["time"]
        marked = replace(marked, tokens=tokens, roles=roles)
    return marked


def _number(marked: Marked, i: int) -> int:
    """Return the number that a word is in a language of the text; 0 where it is none, or several."""
    found = marked.values(i, "day")
    if len(found) == 1:
        return next(iter(found))
    return spelled_number(marked.tokens[i].text, marked.languages or ()) if i < len(marked.tokens) else 0


def _is_bare(marked: Marked, i: int) -> bool:
    """Return whether a number says its hour by itself: the day says the part of the day, dün akşam 8'de."""
    if not marked.period or not marked.is_any_number(i) or marked.role(i) not in ("", "counted"):
        return False
    alone = not any(marked.is_number(j) for j in range(len(marked.tokens)))
    return alone and len(marked.tokens[i].text) < RUNS[0] - 1 and int(marked.tokens[i].text) <= LAST_HOUR


def _is_run(marked: Marked, i: int) -> bool:
    """Return whether four or six digits without a role are a time, by the word for the hour behind them."""
    token = marked.tokens[i]
    if token.kind != "number" or marked.role(i) or len(token.text) not in RUNS:
        return False
    hour, minute = int(token.text[:2]), int(token.text[2:4])
    return hour <= LAST_HOUR and minute <= LAST_MINUTE and marked.has(i + 1, "hour")


def _is_second(marked: Marked, i: int) -> bool:
    """Return whether a dash behind 14.30 begins no offset, but the second time: 16.30."""
    if not (marked.is_sign(i, "-") and marked.role(i) == "offset" and marked.is_sign(i - 2, ".")):
        return False
    rest = marked.is_sign(i + 2, ".") and marked.is_any_number(i + 3) and not marked.role(i + 3)
    joined = all(marked.touches(place) for place in range(i - 2, i + 4))
    return rest and joined and marked.is_number(i - 1) and marked.is_number(i - 3)
