"""What the shipped model answers to texts that have no one date, told nothing: codes, two dates, months that are none.

Usage: python benchmarks/refusals.py [MODEL]. None of them come from the generator. An answer is any date at all.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from report import record, table

from datenorm.languages.locales import facts
from datenorm.reading.translator import Translator

SEED, ROWS = 54, 500  # texts of each kind
LANGUAGES = "ar bg cs da de el en es et fi fr he hr hu id it lt nl no pl pt ro ru sk sl sv tr uk".split()
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CYRILLIC = "абвгдежзиклмнопрстуфхцчшюя"
UNSPACED = (
    "กขคงจชซญดตถทธนบปผพฟมยรลวสห",
    "កខគឃងចឆជឈញដឋ",
    "ကခဂဃငစဆဇဈည",
    "天地人山水火木金土",
    "가나다라마바사아자차",
)

Make = Callable[[Random], str]

# Each is filled in with two dates of one language: day, name of the month, year; the second with a 2 behind.
TWO_DATES = [
    *(
        "{d} {n} {y} - {d2} {n2} {y2}",
        "{d} {n} - {d2} {n2} {y}",
        "{d} {n}/{n2} {y}",
        "{d} {n} {y}, {d2} {n2}",
    ),
    *("{d} {n} {y}-{y2}", "{d} {n} {y} ({y2})", "{d} & {d2} {n} {y}", "{d}-{d2} {n} {y}", "{n} - {n2} {y}"),
    *("{d:02}.{m:02}.{y}-{d2:02}.{m2:02}.{y2}", "{y}-{m:02}-{d:02} {y2}-{m2:02}-{d2:02}"),
    "{d:02}/{m:02}/{y} - {d2:02}/{m2:02}/{y2}",
]


def letters(random: Random, alphabet: str, least: int, most: int) -> str:
    return "".join(random.choices(alphabet, k=random.randint(least, most)))


def number(random: Random, digits: int) -> str:
    return f"{random.randrange(10**digits):0{digits}}"


def dated(random: Random, word: str) -> str:
    return f"{random.randint(1, 28)} {word} {random.randint(1950, 2030)}"


NO_DATES: dict[str, Make] = {
    "code and number, `XWD 26`": lambda r: f"{letters(r, CAPITALS, 3, 3)} {r.randint(1, 31)}",
    "code and four digits, `FDH-0722`": lambda r: f"{letters(r, CAPITALS, 2, 4)}-{number(r, 4)}",
    "serial number, `INV 2025-0312`": lambda r: (
        f"{letters(r, CAPITALS, 2, 4)} {r.randint(1990, 2030)}-{number(r, 4)}"
    ),
    "code, `7K2Z9`": lambda r: letters(r, CAPITALS + "0123456789" * 2, 4, 9),
    "version, `v12.4.1`": lambda r: f"v{r.randint(0, 30)}.{r.randint(0, 20)}.{r.randint(0, 20)}",
    "version, `12.5.1`": lambda r: f"{r.randint(10, 40)}.{r.randint(0, 9)}.{r.randint(0, 9)}",
    "fraction, `17 4/6`": lambda r: f"{r.randint(9, 40)} {r.randint(1, 9)}/{r.randint(2, 12)}",
    "telephone, `40 06 17 58`": lambda r: " ".join(number(r, 2) for _ in range(r.randint(4, 5))),
    "price, `£2737.03`": lambda r: f"{r.choice('$€£¥')}{r.randint(1, 3000)}.{number(r, 2)}",
    "number, six digits": lambda r: number(r, 6),
    "number, eight digits": lambda r: number(r, 8),
    "a word for a month, `12 sector 1993`": lambda r: dated(r, r.choice(WORDS)),
    "no month, `28 zgx 2002`": lambda r: dated(r, letters(r, CAPITALS.lower(), 3, 3)),
    "no month, `27 qmglg 1976`": lambda r: dated(r, letters(r, CAPITALS.lower(), 4, 7)),
    "no month, `18 зягис 1972`": lambda r: dated(r, letters(r, CYRILLIC, 3, 7)),
    "no month, `26 อคปสดขก 1968`": lambda r: dated(r, letters(r, r.choice(UNSPACED), 3, 7)),
}
WORDS = "street apples magic metres degrees juice jars octopus novels decks sector units nodes pages fences".split()


def two_dates(pattern: str, random: Random) -> str:
    names = facts(random.choice(LANGUAGES)).months["MMMM"]
    (month, month2), (day, day2) = random.sample(range(1, 13), 2), sorted(random.sample(range(1, 29), 2))
    year = random.randint(1950, 2040)
    return pattern.format(
        d=day,
        d2=day2,
        m=month,
        m2=month2,
        n=names[month - 1],
        n2=names[month2 - 1],
        y=year,
        y2=year + random.randint(1, 15),
    )


def kinds() -> Iterator[tuple[str, Make]]:
    yield from NO_DATES.items()
    for pattern in TWO_DATES:
        yield (
            f"two, `{two_dates(pattern, Random(SEED))}`",
            lambda random, pattern=pattern: two_dates(pattern, random),
        )


def main() -> None:
    translator = Translator.load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    random, lines, total = Random(SEED), [], 0
    for name, make in kinds():
        answers = translator.translate_many([make(random) for _ in range(ROWS)])
        given = [answer for answer in answers if answer.iso]
        total += len(given)
        most = max(given, key=lambda answer: answer.confidence, default=None)
        lines.append([name, f"{len(given) / ROWS:.1%}", f"`{most.text}`: {most.iso}" if most else ""])
    lines.append(["all of them", f"{total / ROWS / len(lines):.1%}", ""])
    record("refusals", table(["texts", "answered", "the surest answer"], lines))


if __name__ == "__main__":
    main()
