"""Layouts that a text says itself beside its date: Date (dd/mm/yyyy): 09/05/2018, jour/mois/année 9.5.2018."""

from collections.abc import Iterator, Sequence

from datenorm.dates.calendar import LAST_DAY, MONTHS
from datenorm.rewriting.page import Edit, Page

SIGNS = "/.-"
YEAR, MONTH, DAY = 1, 2, 3  # as the sense `field` has them
# What stands for a field in the layouts of forms: yyyy, aaaa, jjjj, rrrr, гггг; mm, kk; dd, tt, jj, gg, pp.
LETTERS = {YEAR: "yajrгvåεé", MONTH: "mмkμ", DAY: "dtjgдpηn"}


def layouts(page: Page) -> Iterator[Edit]:
    """Yield the date in numbers year first where the text says their order, and nothing for the layout that says it."""
    said = [(i, order) for i in range(len(page.tokens) - 4) if (order := _layout(page, i))]
    dates = [i for i in range(len(page.tokens) - 4) if _is_row(page, i)]
    if len(said) != 1 or len(dates) != 1 or sum(map(page.is_number, range(len(page.tokens)))) != len(LETTERS):
        return
    (at, order), start = said[0], dates[0]
    fields = {part: page.tokens[start + 2 * place].text for place, part in enumerate(order)}
    if (
        len(fields[YEAR]) == len("2018")
        and 0 < int(fields[MONTH]) <= MONTHS
        and 0 < int(fields[DAY]) <= LAST_DAY
    ):
        yield page.over(start, start + 4, f"{fields[YEAR]}-{fields[MONTH].zfill(2)}-{fields[DAY].zfill(2)}")
        yield page.left_out(at, at + 4)


def _layout(page: Page, i: int) -> Sequence[int] | None:
    """Return the fields of a layout of three words with one sign between them that begins at token `i`."""
    words = [page.tokens[j] for j in (i, i + 2, i + 4)]
    if not _has_one_sign(page, i) or any(word.kind != "word" for word in words):
        return None
    named = [page.value(j, "field") for j in (i, i + 2, i + 4)]
    if all(named) and len(set(named)) == len(LETTERS):
        return [part for part in named if part]
    letters = [word.text[0] if len(set(word.text)) == 1 else "" for word in words]
    months = [k for k, letter in enumerate(letters) if letter and letter in LETTERS[MONTH]]
    years = [k for k, letter in enumerate(letters) if letter and letter in LETTERS[YEAR]]
    years = [k for k in years if len(words[k].text) == max(len(word.text) for word in words)]
    days = [k for k, letter in enumerate(letters) if letter and letter in LETTERS[DAY] and k not in years]
    if not len(months) == len(years) == len(days) == 1:
        return None
    return [YEAR if k in years else MONTH if k in months else DAY for k in range(len(words))]


def _is_row(page: Page, i: int) -> bool:
    return _has_one_sign(page, i) and all(page.is_number(j, 1, 2, 4) for j in (i, i + 2, i + 4))


def _has_one_sign(page: Page, i: int) -> bool:
    return (
        page.is_sign(i + 1, SIGNS)
        and page.is_sign(i + 3, SIGNS)
        and page.tokens[i + 1].text == page.tokens[i + 3].text
    )
