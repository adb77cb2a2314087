"""The target language: thirteen output symbols and the automaton of what they may spell.

    YYYY-MM-DD   a full date                   ISO 8601, years 0001 to 9999
    YY-MM-DD     ... with a two-digit year     ISO 8601:2000, truncated representation
    YYYY-MM      month and year                ISO 8601
    YY-MM        ... with a two-digit year     ISO 8601:2000, truncated representation
    YYYY         a year                        ISO 8601
    --MM-DD      a date without a year         XML Schema gMonthDay
    <unk>        not a date

A decoder that follows the automaton can write nothing else: no 31 April, no 29 February 2019, no half a date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from datenorm.dates.automaton import FORBIDDEN, Automaton, Builder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SYMBOLS = (*"0123456789", "-", "<unk>", "<eot>")
UNK, EOT = 11, 12
NOT_A_DATE = "<unk>"
VERSION = 1
_NO_LETTER = "\ufffd"  # stands for <unk> while rows are decoded


class Target(NamedTuple):
    """The fields of a target as it spells them, '' for what it lacks: a year in two digits or four, a month, a day."""

    year: str
    month: str
    day: str

    @classmethod
    def of(cls, target: str) -> "Target":
        """Return the fields of a target; none for `<unk>`.

        >>> Target.of("18-05-09"), Target.of("--05-09")
        (Target(year='18', month='05', day='09'), Target(year='', month='05', day='09'))
        """
        if target == NOT_A_DATE:
            return cls("", "", "")
        return cls(*(*target.removeprefix("-").split("-"), "", "")[:3])

    @property
    def short_year(self) -> bool:
        """Whether the year has two digits, whose century is computed later."""
        return len(self.year) == 2


@dataclass(frozen=True, eq=False)  # there is one of each
class TargetLanguage:
    """What a network may write: its symbols, and the automaton of the targets they may spell.

    version: what a bundle's `automaton_version` must be. The first thirteen symbols are those of every language.
    """

    name: str
    version: int
    symbols: tuple[str, ...]
    automaton: Automaton
    _ids: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ids", {symbol: number for number, symbol in enumerate(self.symbols)})

    @cached_property
    def steps(self) -> int:
        """The symbols of the longest target, with its <eot>."""
        reached, steps = {self.automaton.start}, 0
        while reached != {self.automaton.end}:
            reached = {after for state in reached for after in self.automaton.rows[state].values()}
            steps += 1
        return steps

    @cached_property
    def ended(self) -> "NDArray[np.bool_]":
        """The automaton's states that nothing but <eot> follows, bool (states,). The network is not asked for it."""
        import numpy as np  # see Automaton.next_state

        return np.logical_not(np.delete(self.automaton.allowed, EOT, axis=1).any(axis=1))

    def accepts(self, target: str) -> bool:
        """Return whether `target` is a target of this language.

        >>> [DATES.accepts(target) for target in ("2020-02-29", "2019-02-29", "--02-29", "<unk>", "2018-5")]
        [True, False, True, True, False]
        """
        try:
            self.encode(target)
        except ValueError:
            return False
        return True

    def known(self, target: str) -> str:
        """Return a target of any language as this one has it: `<unk>` where it can't say it.

        >>> DATES.known("2018-05-09"), DATES.known("2018-05-09/11")
        ('2018-05-09', '<unk>')
        """
        return target if self.accepts(target) else NOT_A_DATE

    def encode(self, target: str) -> list[int]:
        """Return the symbols of a target and <eot>. Raises ValueError where the automaton does not accept it.

        >>> DATES.encode("--05-09")
        [10, 10, 0, 5, 10, 0, 9, 12]
        """
        characters: Sequence[str] = (target,) if target == NOT_A_DATE else target
        state = self.automaton.start
        symbols = [self._ids.get(character, FORBIDDEN) for character in characters] + [EOT]
        for symbol in symbols:
            state = self.automaton.rows[state].get(symbol, FORBIDDEN)
            if state == FORBIDDEN:
                raise ValueError(f"{target!r} is no valid target")
        return symbols

    @cached_property
    def _letters(self) -> "NDArray[np.str_]":
        import numpy as np  # see Automaton.next_state

        letters = [*self.symbols]
        letters[UNK], letters[EOT] = _NO_LETTER, "\0"
        return np.array(letters)

    def decode(self, symbols: "NDArray[np.int8]") -> list[str]:
        """Return what each row of symbols, (rows, steps), spells; behind an <eot> there must be nothing but <eot>.

        >>> import numpy as np
        >>> DATES.decode(np.array([[2, 0, 1, 8, 12], [11, 12, 12, 12, 12]], np.int8))
        ['2018', '<unk>']
        """
        # NumPy takes the zero characters at the end of a string for its end.
        spelled = self._letters[symbols].view(f"U{symbols.shape[1]}").ravel().tolist()
        return [NOT_A_DATE if text == _NO_LETTER else text for text in spelled]


def _dates() -> TargetLanguage:
    build = Builder(SYMBOLS, EOT)

    def month_day(leap: bool, day_needed: bool) -> int:
        """Return the state before `MM-DD`, or before `MM` with or without a day."""

        def behind(last: int) -> int:
            day = build.spelled("-", build.day(last, build.ended))
            return day if day_needed else build.any_of(day, build.ended)

        return build.month(leap, behind)

    dated = {leap: build.spelled("-", month_day(leap, False)) for leap in (False, True)}
    years = build.year(lambda leap: build.any_of(dated[leap], build.ended), dated.__getitem__)
    without_year = build.spelled("--", month_day(True, True))
    not_a_date = build.state({UNK: build.ended})
    start = build.any_of(years, without_year, not_a_date)
    return TargetLanguage("dates", VERSION, SYMBOLS, build.automaton(start))


DATES = _dates()
AUTOMATON = DATES.automaton
