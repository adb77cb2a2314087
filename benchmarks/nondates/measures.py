"""Numbers that measure or count: money, sizes, scores, places on a map, hours."""

from random import Random

from nondates.kind import Kind, Written, apart, undated
from nondates.words import NAMES, a_day, a_time, noun, number, spelled, spoken

UNITS = "cm mm m km kg g lb ft in mL kWh hPa кг см м кг".split()


def price(random: Random, _: str) -> str:
    sign, code = random.choice("$€£¥₹₽"), random.choice("EUR USD CHF PLN SEK Kč kr zł руб. Ft TL".split())
    whole = random.choice((random.randint(1, 31), random.randint(1, 3000)))
    return random.choice(
        (
            f"{sign}{whole}.{number(random, 2)}",
            f"{whole},{number(random, 2)} {sign}",
            f"{code} {whole}.{random.randint(1, 12):02}",
            f"{whole} {number(random, 3)} {code}",
            f"{whole}.- {code}",
            f"{sign}{random.randint(1, 28)}-{random.randint(29, 60)}",
        )
    )


def measure(random: Random, _: str) -> str:
    unit, (a, b, c) = random.choice(UNITS), (random.randint(1, 31) for _ in range(3))
    return random.choice(
        (
            f"{a} x {b} x {c} {unit}",
            f"{a}/{b}/{c} {unit}",
            f"{a}.{b:02} {unit}",
            f"{a}-{a + b} {unit}",
            f"size {a + 4}/{a + 6}",
            f"EU {a + 20}-{a + 22}",
            f"W{a + 20} L{b + 20}",
            f"M{a}x{b}",
            f"shoe {random.randint(5, 12)} 1/2",
        )
    )


def decimal(random: Random, _: str) -> str:
    whole, small = random.randint(1, 30), random.randint(1, 12)
    return random.choice(
        (
            f"mean {whole}.{small:02} (SD {small}.{number(random, 1)})",
            f"pi = {whole}.{number(random, 4)}",
            f"{whole}.{small} °C",
            f"{whole},{small:02} %",
            f"BP {random.randint(100, 160)}/{random.randint(60, 95)}",
            f"pH {random.randint(1, 13)}.{number(random, 2)}",
            f"p < 0.{number(random, 2)}",
            f"{random.randint(9, 40)} {random.randint(1, 9)}/{random.choice((3, 7, 8, 16))}",
        )
    )


def score(random: Random, _: str) -> str:
    (home, guest), (a, b) = random.sample(NAMES, 2), (random.randint(0, 28), random.randint(0, 12))
    return random.choice(
        (
            f"{home} - {guest} {a}:{b}",
            f"{home} {a}-{b} {guest}",
            f"won 21-{b}, {b}-21, 21-{b}",
            f"6-{random.randint(0, 4)} 7-{random.randint(5, 6)}",
            f"1:{random.choice((10, 25, 50, 100))} 000",
            f"odds {a + 2}/{b + 1}",
            f"mix {random.randint(1, 9)}:{a}:{b}",
        )
    )


def coordinates(random: Random, _: str) -> str:
    a, b, c, d = (random.randint(1, 59) for _ in range(4))
    return random.choice(
        (
            f"{a}°{b}′{c}″N {d}°{b}′{a}″E",
            f"{a}.{number(random, 4)}, {b}.{number(random, 4)}",
            f"N {a} {b} {c}",
            f"{a}° {b}' S",
            f"lat {a}.{b:02} lon {c}.{d:02}",
            f"{random.randint(1, 60)}U {number(random, 6)} {number(random, 7)}",
        )
    )


def ingredient(random: Random, language: str) -> str:
    what, amount = noun(random, "recipe", language), random.randint(1, 31)
    return random.choice(
        (f"{amount} {what}", f"{amount}-{amount + 1} {what}", f"1/{random.randint(2, 4)} {what}")
    )


def hours(random: Random, _: str) -> str:
    start, end = a_time(random, 7, 12), a_time(random, 13, 23)
    return random.choice(
        (
            start,
            f"{start}-{end}",
            f"open {random.randint(7, 11)}-{random.randint(16, 22)} h",
            f"{random.randint(1, 12)}h {random.randint(1, 59)}min",
            f"{random.randint(1, 12)} min {random.randint(1, 59)} s",
            f"{random.randint(1, 11)} pm",
            f"{start}:{number(random, 1)}5",
            f"{random.randint(8, 22)} Uhr {random.randint(10, 59)}",
        )
    )


def day_and_hours(random: Random, language: str) -> Written:
    day = a_day(random)
    pattern = random.choice(("{}, {}", "{} ({})", "{} {}"))
    return Written(pattern.format(spelled(random, day, language), hours(random, language)), day.isoformat())


KINDS = (
    apart("price, `CHF 12.05`", price),
    apart("measure or size, `12 x 5 x 18 cm`", measure),
    apart("decimal, `mean 12.05 (SD 3.4)`", decimal),
    apart("score or ratio, `Lyon - Porto 3:2`", score),
    apart("coordinates, `48°12′5″N 16°22′18″E`", coordinates),
    apart("ingredient, `2-3 tbsp sugar`", ingredient, spoken("recipe")),
    Kind("hours, `open 9-18 h`", undated(hours), day_and_hours),
)
