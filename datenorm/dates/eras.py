"""Years counted from another beginning: what 平成26年, 民國107年 and พ.ศ. 2561 are in the common era.

The network reads a year as it is written; which year of ours that is, is arithmetic. Months and days are the Gregorian
calendar's in all of them: in Japan since 1873, in the Republic of China from the start, in Thailand with a year that
begins in January since 2484 of the Buddhist era. Earlier years stay as they are, for the network to refuse.
"""

import re
from calendar import isleap
from functools import cache

from datenorm.text.word_tables import word_table

# The year before an era's first, and the first of its years that we count. A year past the end of an era (licences
# printed under Heisei run into its 35th year) is what the count says.
COUNTED = {
    "明治": (1867, 6), "大正": (1911, 1), "昭和": (1925, 1), "平成": (1988, 1), "令和": (2018, 1),
    "民國": (1911, 1), "民国": (1911, 1),
}  # fmt: skip
COUNTED_YEAR = re.compile(
    rf"({'|'.join(COUNTED)})\s*(元|\d{{1,3}}|[一二三四五六七八九十]{{1,3}})(?=\s*[年/.-])"
)
# Japanese forms abbreviate the eras; elsewhere H30.5.15 may be a part's number.
LETTERS = dict(zip("MTSHR", ("明治", "大正", "昭和", "平成", "令和"), strict=True))
LETTERED_YEAR = re.compile(
    r"(?<![A-Za-z])([MTSHR])\.?\s?(\d{1,2})(?=\s?([./-])\s?\d{1,2}\s?\3\s?\d{1,2}(?!\d))"
)
BUDDHIST_YEAR = re.compile(
    r"(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช|ພ\s?\.?\s?ສ\s?\.?|\bB\.E\.|\bBE\b)\s*(\d{4})(?!\d)"
)
# A date in numbers with words before or behind it.
WITH_ERA = re.compile(r"(\D*?)\s*(\d{1,4}( ?[./-] ?)\d{1,2}\3\d{1,4})\s*(\D*)")
LONG = 200  # characters; the search takes time that grows with their square
BUDDHIST, FIRST_BUDDHIST, LAST_BUDDHIST = 543, 2484, 2699
THAI = re.compile("[\u0e01-\u0e3a]")
COMMON_IN_THAI = re.compile(r"ค\s?\.?\s?ศ|คริสต")

# Names of calendars that we do not count in, beside a year: hijri and its abbreviations, the Persian solar ones, Saka.
OTHER_CALENDARS = re.compile(
    r"\d\s?(?:A\.?H\.?|هـ|ه\.?\s?ش|ه)(?!\w)|هجر|خورشید|شمسی|قمری|\b(?:hijri|hegira|hijrah|hicri|saka)",
    re.IGNORECASE,
)
# Years that those calendars have had for as long as people fill in forms, in the script or a language of who use them.
FIRST_OTHER, LAST_OTHER = 1300, 1500
ARABIC = re.compile("[\u0620-\u06ff]")
IN_ARABIC_SCRIPT = frozenset("ar bal ckb fa ks lrc mzn ps sd ug ur".split())


def common_era(text: str, language: str | None = None) -> str:
    """Return `text` with the years of the eras we know turned into those of the common era.

    language: where it is told; eras by their letter are read in Japanese alone.

    Source for the first years: the Japanese and Minguo calendars of Unicode CLDR (supplemental calendarData).

    A name of the common era beside a date in numbers says nothing more, and is left out.

    >>> common_era("平成26年12月29日"), common_era("令和元年5月1日"), common_era("9 พฤษภาคม พ.ศ. 2561")
    ('2014年12月29日', '2019年5月1日', '9 พฤษภาคม ค.ศ. 2018')
    >>> common_era("H30.5.15", "ja"), common_era("H30.5.15")
    ('2018.5.15', 'H30.5.15')
    >>> common_era("2018-05-09 ap. J.-C."), common_era("9 mai 2018 ap. J.-C.")
    ('2018-05-09', '9 mai 2018 ap. J.-C.')
    """
    if not text.isascii() or "E" in text:
        text = BUDDHIST_YEAR.sub(_of_buddhist, COUNTED_YEAR.sub(_of_counted, text))
    if language == "ja":
        text = LETTERED_YEAR.sub(_of_letter, text)
    found = WITH_ERA.fullmatch(text.strip()) if len(text) < LONG else None
    if found and (found[1] or found[4]).strip().lower() in _common_eras() and not (found[1] and found[4]):
        return found[2]
    return text


def other_count(text: str, iso: str) -> str | None:
    """Return what `iso` is if its year is of the Buddhist era, where a Thai text leaves that open; None elsewhere.

    >>> other_count("9 พฤษภาคม 2561", "2561-05-09"), other_count("9 พฤษภาคม ค.ศ. 2018", "2018-05-09")
    ('2018-05-09', None)
    >>> other_count("29 กุมภาพันธ์ 2560", "2560-02-29")
    """
    common = f"{int(iso[:4]) - BUDDHIST}{iso[4:]}" if _may_be_buddhist(text, iso) else ""
    return common if common and not _is_no_day(common) else None


def _may_be_buddhist(text: str, iso: str) -> bool:
    year = iso[:4]
    if not year.isdigit() or not FIRST_BUDDHIST <= int(year) <= LAST_BUDDHIST:
        return False
    return bool(THAI.search(text)) and not COMMON_IN_THAI.search(text)


def _is_no_day(iso: str) -> bool:
    return iso[4:] == "-02-29" and not isleap(int(iso[:4]))


def is_of_another_calendar(text: str, iso: str, language: str | None = None) -> bool:
    """Return whether the year of `iso` may be one of the Islamic or the Persian calendar, or is said to be of another.

    >>> is_of_another_calendar("1397/02/19", "1397-02-19", "fa"), is_of_another_calendar("23/08/1439 هـ", "1439-08-23")
    (True, True)
    >>> is_of_another_calendar("29 กุมภาพันธ์ 2560", "2560-02-29")  # 2017 had no such day
    True
    >>> is_of_another_calendar("1397/02/19", "1397-02-19"), is_of_another_calendar("٩ مايو ٢٠١٨", "2018-05-09")
    (False, False)
    """
    year = iso[:4]
    if year.isdigit() and FIRST_OTHER <= int(year) < LAST_OTHER:
        return language in IN_ARABIC_SCRIPT or bool(ARABIC.search(text) or OTHER_CALENDARS.search(text))
    if iso[4:] == "-02-29" and _may_be_buddhist(text, iso) and not other_count(text, iso):
        return True
    return not text.isascii() and bool(OTHER_CALENDARS.search(text))


def _of_letter(found: re.Match[str]) -> str:
    before, first = COUNTED[LETTERS[found[1]]]
    return str(before + int(found[2])) if int(found[2]) >= first else found[0]


def _of_counted(found: re.Match[str]) -> str:
    before, first = COUNTED[found[1]]
    count = int(found[2]) if found[2].isdecimal() else _numerals().get(found[2], 0)
    return str(before + count) if count >= first else found[0]


def _of_buddhist(found: re.Match[str]) -> str:
    year = int(found[1])
    if not FIRST_BUDDHIST <= year <= LAST_BUDDHIST:
        return found[0]
    return f"{'ค.ศ. ' if THAI.search(found[0]) else ''}{year - BUDDHIST}"


@cache
def _common_eras() -> frozenset[str]:
    return frozenset(word_table("common_eras"))


@cache
def _numerals() -> dict[str, int]:
    """Return the numbers from 1 to 99 by their Chinese numerals."""
    from datenorm.text.numerals import chinese_number  # not needed by a text without an era

    return {"元": 1} | {chinese_number(number): number for number in range(1, 100)}
