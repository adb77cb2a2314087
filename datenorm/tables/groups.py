"""Groups: the rows of a table that decide together, and the locales that some of them are called after.

A group called `US` or `de-AT` is read as people write there, whatever the others are called. Codes that stand for
something else as well need the others: `CA` among `TX` and `NY` is California, no Canada.
"""

import re
from collections.abc import Collection, Iterable

from datenorm.dates.buddhist import NEPAL, OF_ANOTHER_COUNT
from datenorm.tables.settled import NULLS

Group = str  # a cell of the column that the rows are grouped by; '' for all of them
COUNTRY = re.compile("[A-Z]{2}")
LANGUAGE = re.compile("[a-z]{2,3}")
LOCALE = re.compile(r"[a-z]{2,3}([-_][A-Z][a-z]{3})?([-_][A-Z]{2})?")
OTHERWISE = ("TW", "SA")  # countries with a calendar of their own, whose languages are spoken elsewhere too
# What ISO 3166-1 leaves to users, and reserves for what is no country: it may stand in a column of countries.
NO_COUNTRY = re.compile("AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN")
STATES = frozenset(
    (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH"
        " OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"
    ).split()
)  # of the US, as its post has them


def counts_otherwise(locale: str) -> bool:
    """Return whether people of a locale count years from another beginning, also in numbers alone: 1397/02/19.

    >>> counts_otherwise("fa_IR"), counts_otherwise("zh_Hant_TW"), counts_otherwise("de_AT")
    (True, True, False)
    """
    language, _, rest = locale.partition("_")
    return language in {*OF_ANOTHER_COUNT, NEPAL} or rest.endswith(OTHERWISE)


def group_locales(groups: Iterable[Group]) -> dict[Group, str]:
    """Return the locale of each group that is called after one: PL, de-AT.

    Codes of countries count only together: none does where one of them is no country's, as TX and ON, or where all are
    those of US states too; so it is with codes of languages. A word for nothing, NA, is no country either.

    >>> group_locales(["PL", "US", "France", ""]), group_locales(["CA", "TX", "de-AT"])
    ({'PL': 'pl_PL', 'US': 'en_US'}, {'de-AT': 'de_AT'})
    """
    names = sorted(
        {group for group in groups if group.casefold() not in NULLS and not NO_COUNTRY.fullmatch(group)}
    )
    countries = [name for name in names if COUNTRY.fullmatch(name)]
    languages = [name for name in names if LANGUAGE.fullmatch(name)]
    others = [name for name in names if LOCALE.fullmatch(name) and name not in languages]
    states = STATES.issuperset(countries)
    return {**_found([] if states else countries), **_found(languages), **_found(others, each=True)}


def _found(names: Collection[str], each: bool = False) -> dict[Group, str]:
    """Return the locales of names; none where one has none, unless `each` counts by itself."""
    if not names:
        return {}
    from datenorm.languages.locales import locale_called

    found = {name: locale_called(name) for name in names}
    return {name: locale for name, locale in found.items() if locale} if each or all(found.values()) else {}
