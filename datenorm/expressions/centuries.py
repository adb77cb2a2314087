"""Centuries, millennia, and decades of a century: `XIX век`, `2nd millennium BC`, `60er Jahre des 19. Jahrhunderts`."""

from collections.abc import Iterator, Sequence

from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression, numeral, speaks
from datenorm.expressions.parts import in_latin
from datenorm.expressions.periods import DECADE, Claim, explained, is_written, numbers, places
from datenorm.rewriting.page import Page

LAST_CENTURY, LAST_MILLENNIUM = 21, 3
OLDEST_CENTURY, OLDEST_MILLENNIUM = 99, 10  # before Christ
FAR = 3  # tokens between a decade's number and its word, at most: שנות ה-20
CENTURY = ("period:century", "letter:century")  # the letters mean no century to the judge: a. in Lithuanian
MILLENNIUM = ("period:millennium",)
OF_A_DECADE = 2  # digits, behind those of its century


def centuries(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a decade of a century, as a century, or as a millennium."""
    if page.kinds.isdisjoint((*CENTURY, *MILLENNIUM)):
        return
    yield list(_decades(page))
    yield list(_alone(page, CENTURY))
    yield list(_alone(page, MILLENNIUM))


def _alone(page: Page, kinds: Sequence[str]) -> Iterator[Expression]:
    before, common = (_eras(page, f"calendar:{era}") for era in ("before", "common"))
    if before and common:
        return
    for i, claim, number in _counted(page, kinds, bool(before)):
        part = any(in_latin(page, j) for j in range(i + 1, len(page.tokens)))
        if explained(page, (i, *claim, *before, *common)) and not _is_half(page, claim) and not part:
            year = f"{'-' if before else ''}{number - 1:02d}XX"
            if kinds == CENTURY:
                yield from Expression.of(Value.of(year, "century"))
            elif _is_ordinal(page, claim):
                yield from Expression.of(Value.of(year.replace("0", "", 1) + "X", "unspecified"))
            return


def _is_half(page: Page, claim: Claim) -> bool:
    """Return whether a number is joined to another one: of I-II вв. and V o IV secolo the second is half of it."""
    others = [j for j in range(len(page.tokens)) if j not in claim and numeral(page, j)]
    beside = [k for j in others for k in (j - 1, j + 1)]
    return any(page.is_sign(k, "-~/") or speaks(page, k, "to", "or", "and") for k in beside)


def _eras(page: Page, kind: str) -> list[int]:
    """Return the tokens that say an era; not the ke of abad ke-19."""
    numbered = (i for i in range(len(page.tokens)) if page.has(i, "ordinal") and page.is_number(i + 2))
    endings = {i for i in numbered if page.is_sign(i + 1, "-")}
    return [i for i in range(len(page.tokens)) if page.has(i, kind) and i not in endings]


def _counted(page: Page, kinds: Sequence[str], before: bool) -> Iterator[tuple[int, Claim, int]]:
    """Yield the words for a century or a millennium, each with a number that counts it."""
    if kinds == CENTURY:
        most = OLDEST_CENTURY if before else LAST_CENTURY
    else:
        most = OLDEST_MILLENNIUM if before else LAST_MILLENNIUM
    for i in places(page, *kinds):
        named = page.value(i, "period:century")
        if named and (page.language or len(page.tokens) > 1):
            yield i, (), named  # il Settecento; told nothing, settecento is a number
        for claim, number in numbers(page, i, most, words=True):
            if _counts(page, i, claim):
                yield i, claim, number


def _counts(page: Page, i: int, claim: Claim) -> bool:
    """Return whether a letter for 'century' has a number that it may have: s. XIX, XVIII w., 19th c."""
    if not any(is_written(page, i, kind) for kind in (*CENTURY, *MILLENNIUM) if page.has(i, kind)):
        return False
    if len(page.tokens[i].text) > 1:
        return True
    number = page.tokens[claim[0]].kind == "word" and (claim[0] < i or page.tokens[i].text == "s")
    dotted = claim[0] < i and not page.tokens[i].text.isascii() and page.is_sign(i + 1, ".")  # 19 в.
    return number or dotted or any(page.has(j, "ordinal") for j in claim if j < i)


def _is_ordinal(page: Page, claim: Claim) -> bool:
    """Return whether a number is said to be one of a row: 2nd, 2., II, second."""
    return (
        page.tokens[claim[0]].kind == "word" or any(page.has(j, "ordinal") for j in claim) or len(claim) > 1
    )


def _decades(page: Page) -> Iterator[Expression]:
    for i, claim, number in _counted(page, CENTURY, before=False):
        for j in places(page, *DECADE):
            for tens in _tens(page, j, claim):
                if explained(page, (i, *claim, j, *tens)):
                    digits = page.tokens[tens[0]].text
                    yield from Expression.of(Value.of(f"{number - 1:02d}{digits[0]}X", "decade"))
                    return


def _tens(page: Page, j: int, taken: Claim) -> Iterator[Claim]:
    """Yield the numbers of decades beside the word for one at token `j`: 60er Jahre, lata 20."""
    for step in (-1, 1):
        passed: list[int] = []
        for k in range(j + step, j + step * (FAR + 1), step):
            if k in taken or not 0 <= k < len(page.tokens):
                break
            if page.is_number(k, OF_A_DECADE) and page.tokens[k].text.endswith("0"):
                yield (k, *passed)
                break
            if not (page.is_sign(k, "'-.") or page.has(k, "connector", "article", "ordinal")):
                break
            passed.append(k)
