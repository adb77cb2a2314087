"""Years of the Buddhist era, what พ.ศ. 2561 is in the common era; and years of calendars that we do not count in.

The network reads a year as it is written; which year of ours that is, is arithmetic. In Thailand months and days are
the Gregorian calendar's, with a year that begins in January since 2484 of the Buddhist era, in April since 2432.
Earlier years stay as they are, for the network to refuse.
"""

import re
from calendar import isleap
from collections.abc import Iterable

BUDDHIST, FIRST_BUDDHIST, LAST_BUDDHIST = 543, 2484, 2699
FROM_APRIL, APRIL = 2432, 4  # the first Buddhist year that began with that month
BUDDHIST_YEARS = range(
    2400, LAST_BUDDHIST + 1
)  # that nobody means as years of ours, where they may be Buddhist ones
THAI = re.compile("[\u0e01-\u0e3a]")
COUNTS_BUDDHIST = re.compile(
    "[\u0e01-\u0edf\u1000-\u109f\u1780-\u17f9]"
)  # Thai, Lao, Burmese, Khmer; digits, too
COMMON_IN_THAI = re.compile(r"ค\s?\.?\s?ศ|คริสต")

# Years that the Islamic and the Persian calendar have had for as long as people fill in forms, in the script or a
# language of who use them.
FIRST_OTHER, LAST_OTHER = 1300, 1500
FIRST_OF_OURS, LAST_OF_OURS = 1583, 2199
ARABIC = re.compile("[\u0620-\u06ff]")
IN_ARABIC_SCRIPT = frozenset("ar bal ckb fa ks lrc mzn ps sd ug ur".split())
# Years of Bikram Sambat in which people of today were born or will be, in Nepal, where they are at home.
NEPAL, BIKRAM_SAMBAT = "ne", range(2040, 2100)
DEVANAGARI_DIGITS = re.compile("[\u0966-\u096f]")
# Digits of those who count years in one of these ways: Arabic, Persian, Devanagari, Thai, Lao, Burmese, Khmer.
OTHER_DIGITS = re.compile("[٠-٩۰-۹०-९๐-๙໐-໙၀-၉០-៩]")
OF_ANOTHER_COUNT = frozenset(("fa", "lrc", "mzn", "th"))  # languages in which a year is of another calendar


def ahead(year: int, month: int | None) -> int | None:
    """Return by how many years the Buddhist era is ahead of ours in a month; None where it or the month isn't known.

    >>> ahead(2561, None), ahead(2475, 6), ahead(2475, 1), ahead(2475, None), ahead(2018, 5)
    (543, 543, 542, None, None)
    """
    if FIRST_BUDDHIST <= year <= LAST_BUDDHIST:
        return BUDDHIST
    return BUDDHIST - (month < APRIL) if month and FROM_APRIL <= year < FIRST_BUDDHIST else None


def in_common_era(iso: str) -> str | None:
    """Return a date whose year is of the Buddhist era with its year of ours, any other as it is; None for no such day.

    >>> in_common_era("2563-07-01"), in_common_era("2475-06-24"), in_common_era("2018-07-01")
    ('2020-07-01', '1932-06-24', '2018-07-01')
    >>> in_common_era("2560-02-29") is None
    True
    """
    month = iso[5:7]
    behind = ahead(int(iso[:4]), int(month) if month.isdigit() else None) if iso[:4].isdigit() else None
    common = f"{int(iso[:4]) - behind}{iso[4:]}" if behind else iso
    return None if behind and _is_no_day(common) else common


def other_count(text: str, iso: str) -> str | None:
    """Return what `iso` is if its year is of the Buddhist era, where a Thai text leaves that open; None elsewhere.

    >>> other_count("9 พฤษภาคม 2561", "2561-05-09"), other_count("9 พฤษภาคม ค.ศ. 2018", "2018-05-09")
    ('2018-05-09', None)
    >>> other_count("29 กุมภาพันธ์ 2560", "2560-02-29")
    >>> other_count("៩ ឧសភា ២៥៦១", "2561-05-09"), other_count("ปี 2475", "2475")
    ('2018-05-09', None)
    """
    common = in_common_era(iso) if _may_be_buddhist(text, iso) else None
    return None if common == iso else common


def _may_be_buddhist(text: str, iso: str, language: str | None = None) -> bool:
    """Return whether a year may be of the Buddhist era, in Thai or in a script of those who count so."""
    if not iso[:4].isdigit() or int(iso[:4]) not in BUDDHIST_YEARS:
        return False
    return language == "th" or (bool(COUNTS_BUDDHIST.search(text)) and not COMMON_IN_THAI.search(text))


def is_thai(text: str, language: str | None) -> bool:
    """Return whether years of two digits in a text are those of the Buddhist era: Thai told, or plain from the script.

    >>> is_thai("9 พ.ค. 61", None), is_thai("9 พ.ค. ค.ศ. 61", None), is_thai("9/5/61", "th"), is_thai("9 May 61", None)
    (True, False, True, False)
    """
    if language is None:
        return not text.isascii() and bool(THAI.search(text)) and not COMMON_IN_THAI.search(text)
    return language == "th"


def _is_no_day(iso: str) -> bool:
    return iso[4:] == "-02-29" and not isleap(int(iso[:4]))


def is_of_another_count(text: str, years: Iterable[str], language: str | None) -> bool:
    """Return whether a year of four digits in a text may be of another calendar, or its language has no other years.

    >>> is_of_another_count("2561?", ["2561"], "th"), is_of_another_count("2561?", ["2561"], None)
    (True, False)
    >>> is_of_another_count("1439?", ["1439"], "ar"), is_of_another_count("ทศวรรษ 60", [], "th")
    (True, True)
    """
    found = list(years)
    if language in OF_ANOTHER_COUNT and not any(FIRST_OF_OURS <= int(year) <= LAST_OF_OURS for year in found):
        return True
    common = any(_may_be_buddhist(text, year, language) for year in found)
    nepal = language == NEPAL and any(map(is_bikram_sambat, found))
    return common or nepal or any(is_other_year(text, year, language) for year in found)


def is_bikram_sambat(year: str) -> bool:
    """Return whether a year of four digits may be one of Bikram Sambat.

    >>> is_bikram_sambat("2075"), is_bikram_sambat("2018")
    (True, False)
    """
    return len(year) == 4 and year.isdigit() and int(year) in BIKRAM_SAMBAT


def is_other_year(text: str, iso: str, language: str | None = None) -> bool:
    """Return whether the year of `iso` may be one of a calendar that its text leaves open, and nothing counts here.

    Of the Islamic, the Persian or the Nepalese calendar, or of the Buddhist era, where that has no such day of ours.

    >>> is_other_year("1397/02/19", "1397-02-19", "fa"), is_other_year("٢٣/٠٨/١٤٣٩", "1439-08-23")
    (True, True)
    >>> is_other_year("29 กุมภาพันธ์ 2560", "2560-02-29")  # 2017 had no such day
    True
    >>> is_other_year("1397/02/19", "1397-02-19"), is_other_year("٩ مايو ٢٠١٨", "2018-05-09")
    (False, False)
    """
    year = iso[:4]
    if year.isdigit() and FIRST_OTHER <= int(year) < LAST_OTHER:
        return language in IN_ARABIC_SCRIPT or bool(ARABIC.search(text))
    if language is None and is_bikram_sambat(year):
        return bool(DEVANAGARI_DIGITS.search(text))
    return _may_be_buddhist(text, iso, language) and in_common_era(iso) in (None, iso)
