"""Reader: the cells of chunks, each read in the order, language and century that column, group and row say."""

from collections.abc import Callable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeVar

from datenorm.dates.calendar import ORDERS
from datenorm.dates.order import possible_orders
from datenorm.errors import LocaleError
from datenorm.judging.answer import BAD_HINT, refused
from datenorm.reading.centuries import CenturyEvidence
from datenorm.reading.columns import ColumnEvidence, needs_language
from datenorm.reading.decisions import is_decided
from datenorm.reading.meant import MeantEvidence
from datenorm.reading.orders import OrderEvidence, OrderHints
from datenorm.reading.year_first import YearFirstEvidence
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import Hints, RememberingReader, Written
from datenorm.tables.formats import Chunk, Table, find_column
from datenorm.tables.groups import Group, counts_otherwise, group_locales
from datenorm.tables.request import Request
from datenorm.text.phrases import may_count

Known = TypeVar("Known")
# A chunk, the groups of its rows, and by column its answers.
Answered = tuple[Chunk, Sequence[Group], list[list[Written]]]


class ChunkReader:
    """Reads the cells of chunks, each as the `evidence` of its column and group says."""

    def __init__(
        self,
        table: Table,
        request: Request,
        read: RememberingReader[Written],
        evidence: Mapping[tuple[str, Group], ColumnEvidence],
    ) -> None:
        self._table, self._request, self._read = table, request, read
        self._places = request.places(table)
        self.bad = BadRows(table.bad.keep)  # rows whose order or locale is none
        self.told: dict[Group, bool] = {}  # as in `Summary`
        ordered = {group for (_, group), found in evidence.items() if found.is_of_order}
        called = group_locales(group for _, group in evidence) if request.group_by else {}
        self.locales = {
            group: locale for group, locale in called.items() if group in ordered or counts_otherwise(locale)
        }
        best = request.policy.on_ambiguous == "best"
        self.chosen = {
            key: found.numbers.likeliest
            for key, found in evidence.items()
            if best and _is_to_choose(found.numbers, called=key[1] in self.locales)
        }
        hints = {key: found.numbers.hints for key, found in evidence.items()}
        chosen = {key: OrderHints(order, order, order) for key, order in self.chosen.items()}
        self._orders = {key: told for key, told in (hints | chosen).items() if told}
        orders = {key: told.hint for key, told in (hints | chosen).items()}
        trusts = {key: found.numbers.trust(orders[key] or "") for key, found in evidence.items()}
        self._trusts = {key: trust for key, trust in trusts.items() if trust < 1 and orders[key] in ORDERS}
        self._spoken = {
            key: language for key, found in evidence.items() if (language := found.names.language)
        }
        self._contradicted = {
            key: found.year_first for key, found in evidence.items() if found.year_first.tells
        }
        self._years = {key: found.years for key, found in evidence.items() if found.years.is_asked}
        self._is_of_another_century = any(years.pivot for years in self._years.values())
        self._meanings = {key: found.meanings for key, found in evidence.items() if found.meanings.tells}

    def __call__(self, chunk: Chunk) -> Answered:
        return self.answered(self.asked(chunk))

    def asked(self, chunk: Chunk) -> "Asked":
        """Return what there is to read of a chunk. To be asked in the order of the chunks."""
        told = self._told(chunk)
        groups = self._request.groups(self._table, chunk)
        if told.orders or told.locales:
            for row, (group, *own) in enumerate(zip_longest(groups, told.orders, told.locales)):
                self.told[group] = self.told.get(group, True) and (any(own) or row in told.refused)
        named = zip(self._request.columns, map(chunk.cells, self._places), strict=True)
        return Asked(chunk, groups, told, [self._asked(name, texts, groups, told) for name, texts in named])

    def answered(self, asked: "Asked") -> Answered:
        """Return a chunk with its answers. Several threads may ask at once."""
        chunk, groups, told, columns = asked
        return chunk, groups, [self._answers(column, groups, told) for column in columns]

    def _told(self, chunk: Chunk) -> "Told":
        """Return what the rows say of themselves."""
        request, table = self._request, self._table
        orders, locales = (
            [cell.strip() or None for cell in chunk.cells(find_column(table, name))] if name else []
            for name in (request.orders, request.locales)
        )
        wrong: dict[int, list[str]] = {}
        for cells, complaint_about in ((orders, _no_order), (locales, _no_locale)):
            complaints = {cell: complaint_about(cell) for cell in set(cells) if cell}
            for row, cell in enumerate(cells):
                if cell and (complaint := complaints[cell]):
                    wrong.setdefault(row, []).append(complaint)
                    cells[row] = None
        refused = {row: "; ".join(complaints) for row, complaints in sorted(wrong.items())}
        for row, complaint in refused.items():
            self.bad.meet(f"{chunk.place(row)}: {complaint}")
        return Told(
            [order and order.upper() for order in orders], locales, request.days(table, chunk), refused
        )

    def _asked(self, name: str, texts: Sequence[str], groups: Sequence[Group], told: "Told") -> "AskedColumn":
        languages: list[str | None] = [None] * len(texts)
        if self._spoken:
            spoken = _by_row(self._spoken, name, groups)
            languages = [
                one if one and needs_language(text) else None for one, text in zip(spoken, texts, strict=True)
            ]
        if self._request.today:  # a text that counts from no day is read once, whatever its row says
            told = told._replace(
                days=[day if may_count(text) else None for text, day in zip(texts, told.days, strict=True)]
            )
        orders = self._orders_of(name, texts, groups)
        if told.orders:
            orders = [own or order for own, order in zip(told.orders, orders, strict=True)]
        if self.locales:
            languages = [one or self.locales.get(group) for one, group in zip(languages, groups, strict=True)]
        if told.locales:
            languages = [own or language for own, language in zip(told.locales, languages, strict=True)]
        years = _by_row(self._years, name, groups)
        pivots: list[int | None] = [None] * len(texts)
        if self._is_of_another_century:
            pivots = [one.pivot_of(text) if one else None for one, text in zip(years, texts, strict=True)]
        meanings = _by_row(self._meanings, name, groups)
        meant = [one.of(text) if one else None for one, text in zip(meanings, texts, strict=True)]
        hints = Hints(orders, languages, told.days, pivots, meant)
        return AskedColumn(name, texts, self._read.asked(texts, hints), years, meanings)

    def _orders_of(self, name: str, texts: Sequence[str], groups: Sequence[Group]) -> list[str | None]:
        """Return the order to read each text with, as the other cells of its column and group have it."""
        if not self._orders:
            return [None] * len(texts)
        hints = _by_row(self._orders, name, groups)
        return [one.of(text) if one else None for one, text in zip(hints, texts, strict=True)]

    def _answers(self, column: "AskedColumn", groups: Sequence[Group], told: "Told") -> list[Written]:
        name, texts, read, years, meanings = column
        answers = read()
        for row, complaint in told.refused.items():
            answers[row] = self._request.written(refused(texts[row], BAD_HINT, complaint, 1.0))
        if self._trusts and not told.orders:
            answers = self._trusted(name, groups, answers)
        if self._contradicted:
            answers = self._weighed(_by_row(self._contradicted, name, groups), answers)
        return self._doubted(years, meanings, answers)

    def _weighed(
        self, first: Sequence[YearFirstEvidence | None], answers: Sequence[Written]
    ) -> list[Written]:
        """Return answers, less sure of those whose year comes first where others contradict their order."""
        return [
            self._doubted_order(answer, one) if one and not is_decided(answer.warnings) else answer
            for one, answer in zip(first, answers, strict=True)
        ]

    def _doubted_order(self, answer: Written, first: YearFirstEvidence) -> Written:
        doubted = first.doubted(answer.text, answer.date)
        return (
            self._request.written(doubted)
            if doubted
            else answer.weighed(first.trust(answer.text, answer.date))
        )

    def _doubted(
        self,
        years: Sequence[CenturyEvidence | None],
        meanings: Sequence[MeantEvidence | None],
        answers: list[Written],
    ) -> list[Written]:
        """Return answers, less sure of those whose century or meaning few cells decided."""
        if self._years:
            answers = [
                answer.weighed(*one.weigh(answer.text, answer.date)) if one else answer
                for one, answer in zip(years, answers, strict=True)
            ]
        if self._meanings:
            answers = [
                answer.weighed(one.trust(answer.text)) if one else answer
                for one, answer in zip(meanings, answers, strict=True)
            ]
        return answers

    def _trusted(self, name: str, groups: Sequence[Group], answers: Sequence[Written]) -> list[Written]:
        """Return answers with no more confidence than the order has that decided them."""
        trusts = _by_row(self._trusts, name, groups)
        return [
            answer.weighed(trust)
            if trust is not None and answer.date and len(possible_orders(answer.text)) > 1
            else answer
            for answer, trust in zip(answers, trusts, strict=True)
        ]


def _by_row(
    known: Mapping[tuple[str, Group], Known], name: str, groups: Sequence[Group]
) -> list[Known | None]:
    """Return what is known of column `name` in the group of each row."""
    if not known:
        return [None] * len(groups)
    of_group = {group: known.get((name, group)) for group in set(groups)}
    return [of_group[group] for group in groups]


def _is_to_choose(evidence: OrderEvidence, called: bool) -> bool:
    """Return whether the likeliest order is taken, as the cells do not tell theirs.

    called: whether the name of their group does.
    """
    return bool(evidence.told.cells) and not evidence.order and (evidence.mixed or not called)


class Asked(NamedTuple):
    """A chunk, the groups of its rows, what these say of themselves, and what there is to read by column."""

    chunk: Chunk
    groups: Sequence[Group]
    told: "Told"
    columns: Sequence["AskedColumn"]


class AskedColumn(NamedTuple):
    """The texts of a column, what reads them, and what is known of their centuries and meanings."""

    name: str
    texts: Sequence[str]
    read: Callable[[], list[Written]]
    years: Sequence[CenturyEvidence | None]
    meanings: Sequence[MeantEvidence | None]


class Told(NamedTuple):
    """What rows say of themselves: their orders and locales, none where no column has them, and their days.

    refused: what is wrong with rows that say something else there; they are left as they are.
    """

    orders: Sequence[str | None]
    locales: Sequence[str | None]
    days: Sequence[str | None]
    refused: Mapping[int, str]


def _no_order(cell: str) -> str:
    """Return what is wrong with an order; '' where nothing is."""
    return "" if cell.upper() in ORDERS else f"{cell!r} is no order; those are {', '.join(ORDERS)}"


def _no_locale(cell: str) -> str:
    """Return what is wrong with a locale; '' where nothing is."""
    from datenorm.languages.locales import locale_hints

    try:
        locale_hints(cell)
    except LocaleError as error:
        return str(error)
    return ""
