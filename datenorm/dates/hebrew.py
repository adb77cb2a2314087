"""Numbers in Hebrew letters: the days and years of the Hebrew calendar, כ״ד, תשע״ח."""

LETTERS = {letter: value for value, letter in enumerate("אבגדהוזחט", 1)}
LETTERS |= {letter: 10 * value for value, letter in enumerate("יכלמנסעפצ", 1)}
LETTERS |= dict(zip("ךםןףץ", (20, 40, 50, 80, 90), strict=True))  # at the end of a word
LETTERS |= {letter: 100 * value for value, letter in enumerate("קרשת", 1)}
GERSHAYIM = "״"  # the mark of a number, before its last letter
IN_FRONT = "הב"  # of a number: the five thousand of a year, and 'on'


def hebrew_number(word: str, is_loose: bool = False) -> int | None:
    """Return the number that Hebrew letters are; years without their thousands are of the sixth. None for a word.

    is_loose: whether they are one without the mark of numbers as well.

    >>> hebrew_number("כ״ד"), hebrew_number("תשע״ח"), hebrew_number("התשע״ח"), hebrew_number("שלום")
    (24, 5778, 5778, None)
    >>> hebrew_number("בכ״ד"), hebrew_number("ט״ו")
    (24, 15)
    >>> hebrew_number("תשפד"), hebrew_number("תשפד", is_loose=True)
    (None, 5784)
    """
    if GERSHAYIM not in word and len(word) > 1 and not is_loose:
        return None
    if GERSHAYIM in word[:-2] or word.endswith(GERSHAYIM):
        return None  # it stands before the last letter
    values = [LETTERS.get(letter, 0) for letter in word.replace(GERSHAYIM, "")]
    if len(values) > 2 and values[0] < values[1] and word[0] in IN_FRONT:
        values = values[1:]
    if not values or 0 in values or values != sorted(values, reverse=True):
        return None
    value = sum(values)
    return value + 5000 if value > 100 else value
