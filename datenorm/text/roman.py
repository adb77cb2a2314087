"""Roman numerals, as old documents have them too: iiij is four, xviiii nineteen."""


def _place(worth: int, one: str, five: str, ten: str) -> dict[str, int]:
    """Return the spellings of a decimal place, the longest first: iv and iiii are four."""
    spelled = {one + five: 4, one + ten: 9}
    spelled |= {one * count: count for count in range(5)} | {
        five + one * count: 5 + count for count in range(5)
    }
    return {word: spelled[word] * worth for word in sorted(spelled, key=len, reverse=True)}


PLACES = (
    {"mm": 2000, "m": 1000, "": 0}, _place(100, "c", "d", "m"), _place(10, "x", "l", "c"), _place(1, "i", "v", "x"),
)  # fmt: skip


# Endings of a number that an ordinal has in words.
ORDINALS = ("th", "st", "nd", "rd", "ème", "eme", "ième", "ieme", "er", "e", "è", "го")
LAST_NUMERAL = 29  # of centuries and the like


def is_numeral(word: str) -> bool:
    """Return whether a word is a Roman number of a century or the like.

    >>> is_numeral("xix"), is_numeral("xviiie"), is_numeral("mdccxii")
    (True, True, False)
    """
    return small_number(word) is not None


def small_number(word: str) -> int | None:
    """Return the number up to 29 that a word in small letters is, with its ending or without; None for any other.

    >>> small_number("xix"), small_number("xviiie"), small_number("j")
    (19, 18, None)
    """
    bare = next((word.removesuffix(ending) for ending in ORDINALS if word.endswith(ending)), word)
    number = roman_number(word) or roman_number(bare) or 0
    return number if 0 < number <= LAST_NUMERAL and "j" not in word else None


def roman_number(word: str) -> int | None:
    """Return the number up to 2999 that a word in small letters is; None for any other word.

    >>> [roman_number(word) for word in ("xix", "mdccxii", "iiij", "xviiii", "mild", "ixi", "")]
    [19, 1712, 4, 19, None, None, None]
    """
    rest = f"{word[:-1]}i" if word.endswith("j") else word
    total = 0
    for place in PLACES:
        sign = next(sign for sign in place if rest.startswith(sign))
        total, rest = total + place[sign], rest[len(sign) :]
    return None if rest or not total else total
