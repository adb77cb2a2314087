"""Roman numerals, as old documents have them too: iiij is four, xviiii nineteen."""

SIGNS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
REPEATED = {1000: 2, 100: 4, 10: 4, 1: 4}  # how often a sign stands at most, others once


def roman_number(word: str) -> int | None:
    """Return the number that a word in small letters is; None for any other word.

    >>> [roman_number(word) for word in ("xix", "mdccxii", "iiij", "xviiii", "mild", "")]
    [19, 1712, 4, 19, None, None]
    """
    rest = f"{word[:-1]}i" if word.endswith("j") else word
    total = 0
    for value, sign in SIGNS:
        for _ in range(REPEATED.get(value, 1)):
            if rest.startswith(sign):
                total, rest = total + value, rest[len(sign) :]
    return None if rest or not total else total
