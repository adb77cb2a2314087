"""How people lay a date out beyond CLDR's own patterns: a table in CLDR's pattern language, with a few fields more.

N   a month name in any style the language has       R   the month in Roman numerals
o   an ordinal day, 1st 1er 1.                       k   the day in words, where we have them
X   a weekday name in any style                      T   a time of day
C K J   year, month, day in Chinese numerals
"""

import re
import unicodedata

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

NAMED = (
    "d N y", "dd N y", "d N y", "dd N y", "d N, y", "d, N y", "d. N y", "dd. N y", "d N. y", "d/N/y", "dd/N/y", "d-N-y", "dd-N-y",
    "d.N.y", "d_N_y", "dNy", "ddNy", "d - N - y", "d-N y", "d. N. y", "d N-y", "d N yy", "dd-N-yy", "d-N-yy", "dd/N/yy", "d. N yy",
    "d N ''yy", "dd N ''yy", "N d, y", "N d, y", "N d y", "N dd, y", "N dd y", "N d. y", "N. d, y", "N-d-y", "N/d/y", "N d ''yy",
    "N.d.y", "Nd,y", "N d,y", "N d , y", "N dd,y", "y N d", "y N dd", "y, N d", "y-N-dd", "y-N-d", "y/N/d", "y. N d.", "y N d.",
    "y.N.dd", "y_N_dd", "yNdd", "N y d", "N y, d", "y d N", "y dd N", "d of N y", "o N y", "o N, y", "o of N y", "o N. y", "N o, y",
    "N o y", "the o of N, y", "y N o", "k N y", "N k y", "k of N y", "N d y G", "d N y G", "d N G y", "(d N y)", "d  N  y", "d N , y",
    "d . N . y", "ddN y", "dN y", "d Ny", "o-N-y", "N, d y", "N, d, y", "y, d N", "dd.N.yy", "dd N. y", "d N/y",
    "d N ’yy", "dN''yy", "ddN''yy", "d.N.’yy", "N d ’yy", "N d, ''yy", "ddNyy", "dNyy", "o N yy", "d N, yy", "N d, yy", "N d yy", "N dd yy", "d. N ''yy", "dd-N y", "y N d",
    "N dd y", "dd, N, y", "y N-d", "d–N–y", "d.N y", "N-dd-y", "N_d_y", "d de N de y", "N o y", "y, o N", "o-N y", "d N. yy", "dd. N y", "y/N/dd", "N.dd.y", "Ndy", "Nddy",
    "d|N|y", "N|d|y", "y|N|d", "d;N;y", "N;d;y", "d~N~y",
)  # fmt: skip
ROMAN_NAMED = ("d.R.y", "d. R. y", "d R y", "d-R-y", "d/R/y", "dd.R.y", "d.R.yy", "y.R.d", "y-R-dd", "d. R y")
WITH_WEEKDAY = (
    "X {}", "X, {}", "X {}", "X, {}", "X. {}", "{} X", "{}, X", "{} (X)", "(X) {}", "X - {}", "X. , {}", "X the {}", "X {}.", "X: {}", "{}(X)", "{}（X）",
    "X, den {}", "X den {}", "X on {}", "{} X.", "{}, X,",
)  # fmt: skip
UNIX = (
    "X N d T y",
    "X N dd T y",
    "X, d N T y",
    "N d T y",
    "X N dd T 'GMT' y",
    "X N dd y T",
    "T d N y",
    "T, N d, y",
    "T X d N y",
)
NUMERIC_SEPARATORS = {
    "/": 12, ".": 12, "-": 12, " ": 5, ". ": 4, " / ": 1, " . ": 1, " - ": 1, "_": 1, ",": 1, "–": 1, "‐": 1, "−": 1, "⁄": 1, "\u2009": 1,
    "·": 1, "\u200f/": 1, ", ": 1, "、": 1, "／": 1, "．": 1, "’": 1, "|": 1, ";": 1, "~": 1, "\\": 1,
}  # fmt: skip
NUMERIC_DAY_FIRST = {
    "dd.MM. y": 3, "d.M.y.": 3, "d.M. yy": 2, "d/M-y": 1, "d M, y": 1, "d-M/y": 1, "d. M.yy": 1, "d/M ''yy": 1, "d.M.’yy": 1, "dd/MM/''yy": 1,
    "dd.MM.yy.": 1, "(dd/MM/y)": 1, "d. M. yy": 1,
}  # fmt: skip
NUMERIC_YEAR_FIRST = {
    "y-MM-dd": 30, "y.MM.dd.": 3, "y. MM. dd.": 3, "y. M. d.": 3, "y-MM/dd": 1, "y/MMdd": 1, "yy. M. d.": 1, "(y-MM-dd)": 1, "y:MM:dd": 1,
}  # fmt: skip
DAY_AND_MONTH_SWAPPED = str.maketrans("dM", "Md")
# Month first is hardly ever written with dots or dashes; two digits of year hardly ever come first without a dash.
RARE = {("MDY", "."): 1, ("MDY", "-"): 6, ("MDY", ". "): 1, ("MDY", " . "): 1}
YEAR_FIRST_SHORT = {"-": 3}
COMPACT = ("yMMdd", "yMMdd", "ddMMy", "MMddy")
COMPACT_SHORT = (
    "ddMMyy",
    "MMddyy",
    "yyMMdd",
)  # six digits are a date only for a reader who was told the order
MONTH_YEAR = (
    "N y", "N y", "N y", "N, y", "y N", "N-y", "N/y", "N. y", "y-N", "Ny", "N ''yy", "N ’yy", "N''yy", "N yy", "N-yy", "N-yy", "y, N", "N of y",
    "N de y", "N y G", "N/yy", "N.yy", "Nyy", "y. N", "y/N", "N del y", "yN", "N (y)", "N_y", "N–y",
)  # fmt: skip
DAY_OR_YEAR = {"N yy", "N/yy", "N.yy", "Nyy"}  # two digits here are a year only where they can't be a day
MONTH_YEAR_NUMERIC = (
    "MM/y",
    "M/y",
    "y-MM",
    "y/MM",
    "MM.y",
    "M.y",
    "y.MM",
    "MM-y",
    "y/M",
    "R.y",
    "R/y",
    "MM/yy",
    "y-M",
)
YEAR = (
    "y",
    "y",
    "y",
    "y.",
    "y G",
    "G y",
    "(y)",
    "year y",
    "anno y",
    "in y",
    "circa y",
    "'c.' y",
    "'ca.' y",
    "'abt.' y",
)
WORDED = (
    "k N y",
    "k N y",
    "k N, y",
    "N k, y",
    "N k y",
    "X k N y",
    "X, k N y",
    "y N k",
    "k N",
    "k N",
    "N k",
    "o N y",
    "o N, y",
    "N o, y",
    "X o N y",
    "o N",
)
DAY_MONTH = ("d N", "d N", "N d", "N d", "d. N", "dd N", "N dd", "d-N", "d/N", "dN", "N-d", "o N", "N o", "o of N", "d of N", "X d N",
             "X, N d", "X, d N", "X, d. N", "the o of N", "k of N", "k N", "X o N", "X the o of N", "N d.", "N. d", "d.R.", "d R",
             "N d", "d de N", "d.N", "d. N.", "dd-N", "N dd.", "X, o N", "d N, X", "N d, X", "N d (X)", "d–N", "Nd", "ddN")  # fmt: skip
DAY_MONTH_NUMERIC = {
    "DMY": (
        "d/M",
        "dd/MM",
        "d.M.",
        "dd.MM.",
        "d. M.",
        "X d.M.",
        "X dd.MM.",
        "d/M.",
        "d.MM.",
        "X, d/M",
        "X, d.M.",
        "X d/M",
        "d.M.",
        "dd.MM.",
    ),
    "MDY": ("M/d", "MM/dd", "X M/d", "X, M/d", "M/d", "MM/dd"),
    "YMD": ("--MM-dd", "MM/dd", "--MMdd"),
}


def numeric(order: str) -> list[tuple[str, int]]:
    """Return numeric patterns in `order` ('DMY'...) with weights: separators, padding, year width, words around."""
    patterns: list[tuple[str, int]] = []
    fields = {"D": ("d", "dd"), "M": ("M", "MM")}
    for separator, usual in NUMERIC_SEPARATORS.items():
        weight = RARE.get((order, separator), usual)
        short = YEAR_FIRST_SHORT.get(separator, 1) if order == "YMD" else weight
        for width in (0, 1):
            for year, times in (("y", 2 * weight), ("yy", short)):
                names = [year if field == "Y" else fields[field][width] for field in order]
                patterns.append((quote(separator).join(names), times))
    if order == "YMD":
        return patterns + list(NUMERIC_YEAR_FIRST.items())
    if order == "DMY":
        return patterns + list(NUMERIC_DAY_FIRST.items())
    return patterns + [(pattern.translate(DAY_AND_MONTH_SWAPPED), 1) for pattern in NUMERIC_DAY_FIRST]


def quote(literal: str) -> str:
    """Return `literal` as it stands in a CLDR pattern, its letters quoted."""
    return re.sub(r"[A-Za-z]+", r"'\g<0>'", literal.replace("'", "''"))


FIELDS = re.compile(r"(?:d{1,2}|y{1,2}|M{1,2}|[NRokXTCKJG])+")  # 'ddNy' is four of them, 'of' a word
LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+")


def expand(layout: str) -> str:
    """Return a layout of this module as a pattern: words between fields are quoted.

    >>> expand("the o of N, y")
    "'the' o 'of' N, y"
    """
    if "'" in layout.replace("''", ""):
        return layout
    return LATIN_WORD.sub(lambda word: word[0] if FIELDS.fullmatch(word[0]) else f"'{word[0]}'", layout)


def month_styles(row: tuple[str, ...], language: str) -> list[tuple[str, ...]]:
    """Return `row` of twelve names, and how else people write them: case, dot, no diacritics, cut short.

    A style is kept only where it still tells all twelve apart.
    """
    if not row:
        return []
    styles = [row, row, row, row]
    plain = tuple(name.rstrip(".") for name in row)
    styles += [
        plain,
        tuple(name.lower() for name in row),
        tuple(name.upper() for name in plain),
        tuple(name.title() for name in row),
    ]
    bare = tuple(strip_diacritics(name) for name in plain)
    styles.append(bare)
    if language == "de":
        styles.append(tuple(name.replace("ä", "ae") for name in plain))
    if all(name[:3].isalpha() and is_alphabetic(name) for name in plain):
        cuts = [tuple(name[:length] for name in source) for length in (3, 4) for source in (plain, bare)]
        styles += cuts + [tuple(f"{name}." for name in cut) for cut in cuts[:1]]
    if any(len(name) > 3 for name in plain):
        styles.append(tuple(name if len(name) < 4 else f"{name}." for name in plain))
    return [style for style in styles if len(set(style)) == 12 and all(style)]


def weekday_styles(row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return `row` of seven names, and how else people write them."""
    plain = tuple(name.rstrip(".") for name in row)
    styles = [
        row,
        row,
        row,
        plain,
        tuple(name.lower() for name in row),
        tuple(name.upper() for name in plain),
    ]
    styles += [tuple(name.title() for name in row), tuple(strip_diacritics(name) for name in plain)]
    if all(map(is_alphabetic, plain)):
        styles += [tuple(name[:length] for name in plain) for length in (2, 3)]
    return styles


def strip_diacritics(name: str) -> str:
    """Return `name` without the marks above and below its Latin, Greek or Cyrillic letters (`février`, `şubat`)."""
    if not is_alphabetic(name):
        return name
    special = name.translate(str.maketrans("øØłŁđĐıßæÆœŒ", "oOlLdDisaAoO"))
    return "".join(mark for mark in unicodedata.normalize("NFD", special) if not unicodedata.combining(mark))


def is_alphabetic(name: str) -> bool:
    """Return whether `name` is in a script whose letters stand alone, so that cutting it or its marks makes sense."""
    return all(
        unicodedata.name(letter, "").split(" ")[0] in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")
        for letter in name
        if letter.isalpha()
    )
