"""The target language of all that people write, as written: no arithmetic, no convention; exact code does both.

1939/45  1920-05/06  2018-05-09/11  1890-05-12/06-03   ranges; an end says what the text says of it
1992|93  2024-11-13|16  1745|6-02-12                   alternatives, double years
../1890-05-12  2012/..                                 before, until; since, after
1890~  1988?  1890-05~  1806~/10                       circa, uncertain
19XX-09-20  2018-05-3X  2018-XX-09  186X  18XX         unknown parts; decades and centuries
1920<  186X=  18XX>                                    early, middle, late
2018-Q3  2018-H1  2019-W12  W12  1920-S1  1920-S4/21   quarter, half, week, season (1 is spring)
F2018  F2018/19                                        fiscal and school years
2018-05E7#2  --05E7#0                                  the second Sunday of May; 0 is the last
+0D  -3D  +2h  -1W  <E5  =E5  >Y-03                    today, 3 days ago, in two hours; last and this Friday, next March
2018-05-09+2D                                          2 days after 9 May 2018
B44  B44-03-15  B44/31                                 before Christ
u1437-07-27  u--07-27  h1437                           other calendars: letters of CALENDARS
"""

from collections.abc import Callable
from functools import cache

from datenorm.dates.automaton import Builder
from datenorm.dates.targets import DATES, EOT, SYMBOLS, UNK, TargetLanguage

VERSION = 2
# CLDR's name of each calendar, and its letter. `lunar` is the traditional one of East Asia, `julian` the old style.
CALENDARS = {
    "islamic": "u", "persian": "p", "hebrew": "j", "ethiopic": "e", "coptic": "c", "indian": "i", "bikram": "k",
    "lunar": "l", "julian": "o", "french": "f", "buddhist": "b", "japanese": "n", "roc": "r",
}  # fmt: skip
UNITS = "YQMWDhms"  # of relative dates: year, quarter, month, week, day, hour, minute, second
MARKS = "/|.~?X<=>+#EBFQHS"
TEXT_SYMBOLS = (*SYMBOLS, *dict.fromkeys((*MARKS, *UNITS, *CALENDARS.values())))
MOST = 999  # of an amount
LONGEST_YEAR = 4  # digits


@cache
def texts() -> TargetLanguage:
    """Return the target language of all that people write; it is built when it is first asked for."""
    build = _Texts(TEXT_SYMBOLS, EOT)
    return TargetLanguage("texts", VERSION, TEXT_SYMBOLS, build.automaton(build.start()))


# The target languages by name; a bundle's `automaton_version` names one too.
LANGUAGES: dict[str, Callable[[], TargetLanguage]] = {"dates": lambda: DATES, "texts": texts}
VERSIONS = {DATES.version: "dates", VERSION: "texts"}


class _Texts(Builder):
    """The grammar, each method the state before one of its parts. `after` is the state behind it."""

    def start(self) -> int:
        """Everything."""
        return self.any_of(
            self.state({UNK: self.ended}),
            self.dates(),
            self.without_year(),
            self.spelled("../", self.simple(self.ended)),
            self.before_christ(),
            self.periods(),
            self.relative(),
            *(self.spelled(letter, self.other_calendar()) for letter in CALENDARS.values()),
        )

    def qualified(self, after: int) -> int:
        """A circa or a question mark, or nothing."""
        return self.any_of(after, self.spelled("~", after), self.spelled("?", after))

    def part(self, after: int) -> int:
        """Early, middle or late, or nothing."""
        return self.any_of(after, *(self.spelled(sign, after) for sign in "<=>"))

    def ends(self, tail: int) -> int:
        """The sign of a range, or of alternatives, and the other end."""
        return self.any_of(self.spelled("/", tail), self.spelled("|", tail))

    def dates(self) -> int:
        """A year in four digits or two, or more than it, and what may follow."""
        open_end = self.spelled("/..", self.ended)
        whole = self.qualified(self.any_of(self.ended, open_end))
        year = self.any_of(
            self.part(whole),
            self.qualified(self.ends(self.any_of(self.year_tail(), self.month_tail(leap=None)))),
            self.spelled("|", self.any_of(*(self.digits(count, self.plain_month_day()) for count in (1, 2)))),
            self.of_a_year(),
        )
        return self.any_of(
            self.year(
                lambda leap: self.any_of(year, self.month_day(leap)), lambda leap: self.month_day(leap, False)
            ),
            self.unknown_year(self.any_of(self.part(whole), self.month_day(True))),
        )

    def plain_month_day(self) -> int:
        """A month, or a month and a day, and nothing more."""
        return self.spelled(
            "-",
            self.month(
                True, lambda last: self.any_of(self.ended, self.spelled("-", self.day(last, self.ended)))
            ),
        )

    def year_tail(self) -> int:
        """The year at the end of a range of years: in one digit, two or four."""
        return self.any_of(*(self.digits(count, self.qualified(self.ended)) for count in (1, 2, 4)))

    def digits(self, count: int, after: int) -> int:
        """So many digits."""
        for _ in range(count):
            after = self.number(dict.fromkeys(range(10), after), 1)
        return after

    def unknown_year(self, after: int) -> int:
        """A year that lacks its last digit, or two, or all."""
        decade = self.any_of(
            *(self.digits(count, self.spelled("X" * (4 - count), after)) for count in (2, 3))
        )
        return self.any_of(decade, self.spelled("XXXX", after))

    def month_day(self, leap: bool, long: bool = True) -> int:
        """A month or a day in a year that is known, and what may follow. long: of a year in four digits."""

        def behind(last: int) -> int:
            month = self.any_of(self.part(self.simple_end()), self.nth_weekday())
            return self.any_of(
                month, self.ends(self.month_tail(leap)), self.spelled("-", self.days(last, leap, long))
            )

        day = self.any_of(self.day(31, self.simple_end()), self.unknown_day(31, self.simple_end()))
        unknown = self.spelled("XX", self.spelled("-", day))
        return self.spelled("-", self.any_of(self.month(leap, behind), unknown))

    def simple_end(self) -> int:
        """What may stand behind any date: circa, and that it is open."""
        return self.qualified(self.any_of(self.ended, self.spelled("/..", self.ended)))

    def days(self, last: int, leap: bool, long: bool) -> int:
        """A day, or a range of days, or a day that others are counted from."""
        same_month = self.day(last, self.qualified(self.ended))
        tail = self.any_of(same_month, self.month_day_tail(leap), self.any_year(self.whole_day, long))
        behind = self.any_of(self.simple_end(), self.qualified(self.ends(tail)), self.offset())
        return self.any_of(self.day(last, behind), self.unknown_day(last, self.simple_end()))

    def unknown_day(self, last: int, after: int) -> int:
        """A day that is not known, or its last digit is not."""
        tens = [self.spelled(f"{ten}X", after) for ten in range(last // 10 + 1)]
        return self.any_of(self.spelled("XX", after), *tens)

    def month_tail(self, leap: bool | None) -> int:
        """The other end of a range of months: of the same year, or with its own."""
        end = self.qualified(self.ended)
        own = self.any_year(lambda leap: self.spelled("-", self.month(leap, lambda last: end)), True)
        return own if leap is None else self.any_of(own, self.month(leap, lambda last: end))

    def month_day_tail(self, leap: bool) -> int:
        end = self.qualified(self.ended)
        return self.month(leap, lambda last: self.spelled("-", self.day(last, end)))

    def any_year(self, after: Callable[[bool], int], long: bool) -> int:
        """A year in four digits or, for a range that began so, in two."""
        if long:
            return self.year(after)
        behind = {leap: after(leap) for leap in (False, True)}
        return self.number({number: behind[number % 4 == 0] for number in range(100)})

    def whole_day(self, leap: bool) -> int:
        return self.spelled("-", self.month_day_tail(leap))

    def simple(self, after: int) -> int:
        """One date, as the end of an open range."""
        end = self.qualified(after)

        def behind(last: int) -> int:
            return self.any_of(end, self.spelled("-", self.day(last, end)))

        def dated(leap: bool) -> int:
            return self.spelled("-", self.month(leap, behind))

        without_year = self.spelled(
            "--", self.month(True, lambda last: self.spelled("-", self.day(last, end)))
        )
        years = self.year(lambda leap: self.any_of(self.part(end), dated(leap)), dated)
        return self.any_of(years, without_year, self.unknown_year(self.part(end)))

    def without_year(self) -> int:
        """A day without a year, a range of such days, a weekday of a month."""

        def behind(last: int) -> int:
            tail = self.any_of(self.day(last, self.ended), self.month_day_tail(True))
            after = self.any_of(self.simple_end(), self.ends(tail), self.offset())
            day = self.any_of(self.day(last, after), self.unknown_day(last, self.ended))
            return self.any_of(self.spelled("-", day), self.nth_weekday())

        return self.spelled("--", self.month(True, behind))

    def weekday(self, after: int) -> int:
        """E and 1 to 7, from Monday on."""
        return self.spelled("E", self.number(dict.fromkeys(range(1, 8), after), 1))

    def nth_weekday(self) -> int:
        return self.weekday(self.spelled("#", self.number(dict.fromkeys(range(6), self.ended), 1)))

    def of_a_year(self) -> int:
        """A quarter, half, week or season of a year."""
        winter = self.any_of(
            self.ended, self.spelled("/", self.any_of(*(self.digits(n, self.ended) for n in (1, 2, 4))))
        )
        seasons = self.number({1: self.ended, 2: self.ended, 3: self.ended, 4: winter}, 1)
        return self.spelled("-", self.any_of(self.spelled("S", seasons), self.part_of_year()))

    def part_of_year(self) -> int:
        """A quarter, half or week."""
        quarters = self.number(dict.fromkeys(range(1, 5), self.ended), 1)
        halves = self.number(dict.fromkeys((1, 2), self.ended), 1)
        weeks = self.number(dict.fromkeys(range(1, 54), self.ended))
        return self.any_of(self.spelled("Q", quarters), self.spelled("H", halves), self.spelled("W", weeks))

    def periods(self) -> int:
        """Periods without a year, and fiscal years."""
        tail = self.any_of(*(self.digits(count, self.ended) for count in (2, 4)))
        fiscal = self.any_of(self.ended, self.spelled("/", tail))
        seasons = self.number(dict.fromkeys(range(1, 5), self.ended), 1)
        years = self.any_of(self.digits(4, fiscal), self.digits(2, self.ended))
        return self.any_of(self.part_of_year(), self.spelled("S", seasons), self.spelled("F", years))

    def amount(self) -> int:
        """An amount without leading zeros, and its unit."""
        unit = self.any_of(*(self.spelled(sign, self.ended) for sign in UNITS))
        return self.any_of(self.spelled("0", unit), self.positive(unit, len(str(MOST))))

    def positive(self, after: int, width: int) -> int:
        """A whole number of at most `width` digits without leading zeros."""
        rest = self.any_of(*(self.digits(count, after) for count in range(width)))
        return self.number(dict.fromkeys(range(1, 10), rest), 1)

    def offset(self) -> int:
        return self.any_of(self.spelled("+", self.amount()), self.spelled("-", self.amount()))

    def relative(self) -> int:
        """An amount from now on; the last, this or the next weekday or month."""
        month = self.spelled("Y-", self.month(True, lambda last: self.ended))
        named = self.any_of(self.weekday(self.ended), month)
        return self.any_of(self.offset(), *(self.spelled(sign, named) for sign in "<=>"))

    def before_christ(self) -> int:
        """A year before Christ, a day of it, or a range of such years."""
        tail = self.spelled("/", self.positive(self.ended, LONGEST_YEAR))
        behind = self.any_of(self.qualified(self.ended), tail, self.plain_month_day())
        century = self.any_of(self.spelled("XX", self.ended), self.digits(1, self.spelled("XX", self.ended)))
        return self.spelled("B", self.any_of(self.positive(behind, LONGEST_YEAR), century))

    def other_calendar(self) -> int:
        """A year of at most four digits, or none; a month to 13; a day to 32."""
        day = self.spelled("-", self.number(dict.fromkeys(range(1, 33), self.ended)))
        months = self.number(dict.fromkeys(range(1, 14), self.any_of(self.ended, day)))
        year = self.positive(self.any_of(self.ended, self.spelled("-", months)), LONGEST_YEAR)
        return self.any_of(year, self.spelled("--", months))
