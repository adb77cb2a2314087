"""Numbers that cite: moves of chess, verses, laws, cases, invoices, pages, streets, works, volumes."""

from random import Random

from nondates.kind import Kind, Written, apart, parted, undated
from nondates.words import NAMES, a_day, a_year, letters, noun, number, roman, say, spelled, spoken

PIECES = "Nf3 d5 e4 e5 Bb5 O-O c4 Qd2 Nc6 exd5 Rfe1 a6 Bxf7+ Qh5 g3".split()
BOOKS = (
    "Mark|Mk|Marc|Markus|Mt|Jn|2 Sam|1 Kor|Luke|Ps|Isa|Amos|Dan|Марк|Мк.|Лк.|Быт.|Juan|Jean|Giovanni|Job|Rom|Apg|Ez|Ex"
).split("|")
STREETS = (
    "Straße des 17. Juni;Via XX Settembre;Calle 9 de Julio;rue du 4 Septembre;ulica 3 Maja;Avenida 25 de Abril;"
    "Piazza 25 Aprile;Via 4 Novembre;rue du 8 Mai 1945;улица 8 Марта;Avenida 5 de Mayo;Bulevar 20 de Noviembre;"
    "улица 1 Мая;Rua 7 de Setembro;May Street;April Lane;June Avenue;August Road;Mars Hill;Juliallee"
).split(";")
PLAIN_STREETS = (
    "Park Street;Via Roma;Hauptstraße;rue de la Gare;Calle Mayor;ulica Długa;Storgatan;Kerkstraat".split(";")
)


def chess(random: Random, _: str) -> str:
    move = random.randint(1, 28)
    first, second, third = random.sample(PIECES, 3)
    return random.choice(
        (
            f"{move}. {first} {second}",
            f"1. {first} {second} 2. {third}",
            f"{move}... {first}",
            f"{move}.{first} {second} 1/2-1/2",
            f"1-0 ({move})",
        )
    )


def verse(random: Random, _: str) -> str:
    book = random.choice(BOOKS)
    chapter, line = random.randint(1, 28), random.randint(1, 31)
    sign = random.choice((":", ",", ", ", ".", " v. "))
    return f"{book} {chapter}{sign}{line}" + random.choice(("", f"-{line + 3}", f"; {chapter + 1}{sign}2"))


def law(random: Random, language: str) -> str:
    small = random.randint(1, 12)
    several = {"n": random.randint(1, 350), "s": small, "r": roman(random.randint(1, 90))}
    if random.random() < 0.5:
        several["n"] = random.randint(1, 28)
    return say(random, "law", language, a_day(random, 1950, 2024), **several)


def case(random: Random, _: str) -> str:
    small, two = random.randint(1, 28), number(random, 2)
    return random.choice(
        (
            f"C-{small}/{two}",
            f"{random.randint(1, 9)} BvR {number(random, 3)}/{two}",
            f"No. {small}-{number(random, 3)}",
            f"[{a_year(random)}] UKSC {small}",
            f"{random.randint(1, 12)} Ob {small}/{two}",
            f"дело № {small}-{number(random, 3)}/{a_year(random)}",
            f"sygn. akt {roman(random.randint(1, 12))} CSK {small}/{two}",
            f"causa {small}/{a_year(random)}",
            f"{small} F.{random.randint(2, 3)}d {number(random, 3)}",
        )
    )


def numbered(name: str, group: str) -> Kind:
    """Return the kind of a noun with its number and a year; the twins are dated in that year."""

    def text(random: Random, language: str, year: int) -> str:
        sign, shown = random.choice("/-"), random.choice((str(year), f"{year % 100:02}"))
        return f"{noun(random, group, language)} {random.randint(1, 28)}{sign}{shown}"

    def twin(random: Random, language: str) -> Written:
        day = a_day(random)
        return parted(random, language, text(random, language, day.year), day)

    return Kind(name, undated(lambda r, language: text(r, language, a_year(r))), twin, spoken(group))


def room(random: Random, language: str) -> str:
    what, first, second = noun(random, "room", language), random.randint(1, 31), random.randint(1, 12)
    other = noun(random, "room", language)
    return random.choice(
        (
            f"{what} {first}",
            f"{what} {first}/{second}",
            f"{what} {first}-{first + second}",
            f"{what} {first}, {other} {second}",
            f"{what} {letters(random, 'ABCD', 1, 1)}{first}",
        )
    )


def street(random: Random, _: str) -> str:
    name, house = random.choice(STREETS), random.randint(1, 135)
    return random.choice((f"{name} {house}", f"{name} {house}, {random.choice(NAMES)}", f"{house} {name}"))


def house(random: Random, language: str) -> Written:
    day = a_day(random)
    address = f"{random.choice(PLAIN_STREETS)} {random.randint(1, 135)}, {random.choice(NAMES)}"
    return Written(f"{address}, {spelled(random, day, language)}", day.isoformat())


def work(random: Random, _: str) -> str:
    small, other, page = random.randint(1, 31), random.randint(1, 12), random.randint(1, 28)
    return random.choice(
        (
            f"Op. {small} No. {other}",
            f"op. {small}/{other}",
            f"BWV {number(random, 4)}",
            f"KV {random.randint(1, 626)}",
            f"Hob. {roman(random.randint(1, 20))}:{small}",
            f"Symphony No. {other} in D minor",
            f"D. {random.randint(1, 998)} no. {other}",
            f"соч. {small} № {other}",
            f"Vol. {small}, No. {other}, pp. {page}-{page + other}",
            f"{small}({other}):{page}-{page + other}",
            f"Bd. {small}, S. {page}",
            f"t. {small}, p. {page}-{page + 3}",
            f"vol. {small}/{other}",
            f"т. {small}, № {other}, с. {page}–{page + other}",
        )
    )


def law_of_a_day(random: Random, language: str) -> Written:
    day = a_day(random)
    return Written(say(random, "law_day", language, day, n=random.randint(1, 350)), day.isoformat())


KINDS = (
    apart("moves of chess, `12. Nf3 d5`", chess),
    apart("chapter and verse, `Mk 12, 5-8`", verse),
    Kind("law, `Ley 12/2019`", undated(law), law_of_a_day, spoken("law", "law_day")),
    apart("case of a court, `1 BvR 512/18`", case),
    numbered("invoice, `Rechnung 12/2018`", "invoice"),
    apart("room, page or seat, `Seat 12/5`", room, spoken("room")),
    Kind("street named for a day, `Via XX Settembre 18`", undated(street), house),
    apart("work of music or volume, `Op. 12 No. 5`", work),
)
