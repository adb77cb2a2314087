"""Again: numbers and names that say the same date once more."""

from datenorm.judging.roles.context import Context
from datenorm.judging.spelled import months_of


def again(context: Context, found: list[str]) -> None:
    """Give the role 'again' to numbers and names that say the same date once more."""
    year, month, day = context.target
    same = {int(field) for field in (month, day) if field}
    left = [i for i, token in enumerate(context.tokens) if not found[i] and token.kind == "number"]
    names = [
        i
        for i, token in enumerate(context.tokens)
        if not found[i] and token.kind == "word" and months_of(token)
    ]
    names = [i for i in names if "full" in context.tokens[i].senses or _beside_number(context, i)]
    if not left or not day or not year:
        return
    said = [context.tokens[i].text for i in left]
    runs = [one for one in said if len(one) == 8]
    years = {year} if year in said else {year[-2:]}  # 2011-03-11 is no 12 March 2011
    plain = [one for one in said if len(one) < 8]
    whole = all(
        f"{year[-2:]}{month}{day}" in one or f"{day}{month}{year}" in one or f"{month}{day}{year}" in one
        for one in runs
    )
    fits = all(one in years or (len(one) < 3 and int(one) in same) for one in plain)
    rest = sorted(int(one) for one in plain if one not in years)
    fits = fits and (len(rest) != 2 or rest == sorted((int(month or 0), int(day or 0))))  # 1901-05-05
    named = all(int(month) in months_of(context.tokens[i]) for i in names)
    enough = runs or (
        any(one in years and int(one) not in same for one in plain) and len(plain) + len(names) >= 3
    )
    if whole and fits and named and enough:
        for i in (*left, *names):
            found[i] = "again"


def same_date(context: Context, found: list[str]) -> None:
    """Give the role 'again' to three numbers with one sign between them that are the date once more, in any order."""
    target = context.target
    if not (target.year and target.month and target.day):
        return
    fields = sorted((int(target.year[-2:]), int(target.month), int(target.day)))
    for i in range(len(found) - 4):
        group = context.tokens[i : i + 5]
        numbers = group[::2]
        if any(found[i : i + 5]) or any(token.kind != "number" or len(token.text) == 3 for token in numbers):
            continue
        if (
            group[1].text == group[3].text
            and group[1].kind == "sign"
            and sorted(int(token.text[-2:]) for token in numbers) == fields
        ):
            found[i : i + 5] = ["again"] * 5


def _beside_number(context: Context, i: int) -> bool:
    return any(0 <= j < len(context.tokens) and context.tokens[j].kind == "number" for j in (i - 1, i + 1))
