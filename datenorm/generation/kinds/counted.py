"""Numbers that are something else, with the noun that says so, alone or beside a date, near to it and far from it.

Beside a month and a year the target is these; beside a whole date it is that date: the twins of what looks like one.
"""

from collections.abc import Callable, Sequence
from random import Random

from datenorm.generation.kinds.drawing import FULL, MONTHS, Drawn, a_plain_date, a_year_alone, harmless_words
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import Writer
from datenorm.generation.wordlists import any_case, made, word
from datenorm.generation.writing import NOTHING, Written, joined, piece, prose

Number = Callable[[Writer, Random], Written]
AROUND = (", ", " ", ": ", "; ", " | ", " (")
JOINTS = (
    *AROUND,
    " - ",
    " / ",
    " of ",
    " vom ",
    " du ",
    " de ",
    " от ",
    " z dnia ",
)
NOUNS = (
    "Issue", "No.", "Nr.", "№", "n°", "nº", "#", "Vol.", "Band", "Episode", "Ep.", "S2E", "page", "p.", "pp.", "Seite", "S.", "стр.", "room", "Zimmer", "Raum", "flat", "Apt.", "кв.", "flight LH", "Flug", "vol AF", "seat", "Sitz", "Gate",
    "law", "Law No.", "Gesetz Nr.", "loi n°", "Ley", "decree", "Decreto", "décret n°", "приказ №", "Act", "§", "Art.", "article", "case", "Case No.", "Az.", "дело №", "invoice", "Invoice #", "Rechnung", "facture n°", "factura", "счёт №",
    "chapter", "ch.", "Kap.", "chapitre", "глава", "score", "dose", "Dosis", "batch", "Lot", "Charge", "Los", "size", "Größe", "taille", "model", "Modell", "Windows", "iPhone", "Boeing", "Route", "Line", "Linie", "ligne", "bus",
    "track", "Gleis", "platform", "box", "order", "Order #", "Bestellung", "commande", "ticket", "Ticket", "ID", "ref.", "Ref:", "PO", "version", "v.", "Level", "Stage", "Week", "Tag", "day", "jour", "case №", "lesson", "Lektion", "unit", "exercise", "Aufgabe", "Fig.", "Abb.", "table", "Tab.", "Station", "Kapitel",
)  # fmt: skip
UNITS = (
    "kg", "g", "mg", "km", "m", "cm", "mm", "l", "ml", "°C", "%", "€", "$", "USD", "EUR", "zł", "kr", "руб.", "円", "元", "₹", "GB", "MB", "kWh", "km/h", "mph", "ft", "in", "lb", "oz", "pages", "Seiten", "pages", "стр.", "items", "Stück", "pcs",
    "people", "Personen", "personnes", "personas", "человек", "人", "個", "votes", "points", "Punkte", "years old", "Jahre alt", "ans", "años", "лет", "歳", "岁", "days", "Tage", "hours", "Std.", "min", "sec", "rooms", "Zi.", "м²", "m²", "tablets", "doses", "x", "times", "mal", "fois", "раз",
)  # fmt: skip
DURATIONS = (
    ("yrs", "mos", " "), ("years", "months", " and "), ("years", "months", ", "), ("h", "min", " "), ("hrs", "mins", " "), ("m", "s", " "), ("weeks", "days", " and "), ("d", "h", " "), ("Jahre", "Monate", " und "), ("J.", "M.", ", "), ("Std.", "Min.", " "), ("ans", "mois", " et "), ("h", "min", " et "),
    ("años", "meses", " y "), ("anos", "meses", " e "), ("anni", "mesi", " e "), ("jaar", "maanden", " en "), ("år", "mån", " "), ("лет", "мес.", " "), ("ч", "мин", " "), ("lat", "miesięcy", " i "), ("godz.", "min", " "), ("let", "měsíců", " a "), ("saat", "dakika", " "), ("年", "か月", ""), ("小时", "分钟", ""), ("시간", "분", " "),
)  # fmt: skip
MORE_PARTS = (0.15, 0.3)  # how often a number of a thing has a second part, and with one a third
MORE_NUMBERS = (0.3, 0.35, 0.35)  # how often another number stands beside those that are there


def _small(rng: Random) -> str:
    return str(below(31, rng) + 1 if rng.random() < 0.6 else below(2200, rng) + 1)


def named(writer: Writer, rng: Random) -> Written:
    """A thing with its number: page 12, Nr. 5, Lot 12/2019."""
    own = word("count<", writer.facts.language, rng)
    noun = pick(NOUNS, rng) if rng.random() < 0.6 else any_case(own, rng)
    gap = "" if noun[-1:] in "#:" and rng.random() < 0.5 else " "
    return piece(f"{noun}{gap}{_number(rng)}", "counted")


def _number(rng: Random) -> str:
    """Return a number as things have them: 12, 12/2019, 12-05-2217."""
    parts = [_small(rng)]
    for share in MORE_PARTS:
        if rng.random() >= share:
            break
        parts.append(_small(rng))
    if len(parts) > 1 and rng.random() < 0.3:
        parts[:2] = [part.zfill(2) for part in parts[:2]]
    return pick("/-.", rng).join(parts)


def measured(writer: Writer, rng: Random) -> Written:
    """An amount of something: 12 kg, 30 лет, 5 pages."""
    own = word("count>", writer.facts.language, rng)
    unit = pick(UNITS, rng) if rng.random() < 0.6 else own
    number = f"{below(99, rng)}{pick('.,', rng)}{below(10, rng)}" if rng.random() < 0.2 else _small(rng)
    return piece(f"{number}{'' if rng.random() < 0.2 else ' '}{unit}", "counted")


def lasting(writer: Writer, rng: Random) -> Written:
    """How old or how long something is, in two units: 3 yrs 4 mos, 2 h 15 min, 3 Jahre und 4 Monate."""
    long, short, joint = pick(DURATIONS, rng)
    gap = "" if len(long) + len(short) < 4 and rng.random() < 0.5 else " "
    return piece(f"{below(90, rng) + 1}{gap}{long}{joint}{below(29, rng) + 1}{gap}{short}", "counted")


def coded(writer: Writer, rng: Random) -> Written:
    """A code of numbers: a telephone, a version, an ISBN, a price, a colour."""
    a, b, c, d = rng.getrandbits(32).to_bytes(4, "big")
    made = (
        f"+{a % 90 + 1} {b:03d} {c:03d}{d:03d}", f"tel. 0{a:03d}-{b:03d}{c:03d}", f"({a:03d}) {b:03d}-{c:03d}{d % 10}", f"v{a % 12}.{b % 20}.{c % 40}", f"version {a % 12}.{b % 20}", f"{a % 6}:{b % 6}", f"{a * 11 % 9999 + 1}-{b % 90 + 10}-{c % 10}",
        f"ISBN 978-{a % 10}-{b:04d}-{c:04d}-{d % 10}", f"id = {a * 256 + b}", f"#{a:02x}{b:02x}{c:02x}", f"€{a},{b % 100:02d}", f"{a}.{b % 100:02d} USD", f"{a} x {b} x {c} mm", f"{a}/{b}", f"EAN {a:03d}{b:03d}{c:03d}{d:03d}", f"{a % 90 + 10}-{b:03d} {c:02d}",
        f"{a * 8}x{b * 8}", f"{a}/{b}/{c}/{d}", f"#{a * 9} of {b * 99}", f"{a % 60}° {b % 60}′ N, {c}° {d % 60}′ W", f"{a * 256 + b}-{c % 90 + 10}-{d % 10}",
    )  # fmt: skip
    return piece(pick(made, rng), "counted")


def addressed(writer: Writer, rng: Random) -> Written:
    """A street with its number, a telephone, an ISBN, somebody's name on the net."""
    kinds = ("street_address", "street_address", "phone_number", "phone_number", "isbn13", "user_name")
    found = made(pick(kinds, rng), writer.facts.language)
    return prose(pick(found, rng)) if found else coded(writer, rng)


NUMBERS: tuple[Number, ...] = (
    named, named, named, named, named, named, measured, measured, measured, measured, lasting, coded, coded, addressed, addressed,
)  # fmt: skip


def _said_around(writer: Writer, rng: Random) -> Written:
    """Return a few words of a sentence, or none."""
    if rng.random() < 0.6:
        return NOTHING
    return prose(harmless_words(writer, below(4, rng) + 1, rng) + " ")


def alone(writer: Writer, rng: Random) -> Drawn:
    """A number with its noun, and no date: <unk>."""
    parts = [_said_around(writer, rng), pick(NUMBERS, rng)(writer, rng)]
    for share in MORE_NUMBERS:
        if rng.random() >= share:
            break
        joint = piece(pick(AROUND, rng).replace("(", ","), "prose")
        parts += [joint, pick(NUMBERS, rng)(writer, rng)]
    return Drawn(joined(*parts), "<unk>")


def among(writer: Writer, rng: Random, said: Drawn) -> Drawn:
    """What a text says of a kind of any other, behind or before a few words, or a number with its noun."""
    if rng.random() < 0.4:
        return _beside(writer, rng, said, AROUND)
    count = below(3, rng) + 1
    words, sign = prose(harmless_words(writer, count, rng)), piece(pick(AROUND[:4], rng), "prose")
    first, second = (words, said.written) if rng.random() < 0.5 else (said.written, words)
    return said._replace(written=joined(first, sign, second))


def _beside(writer: Writer, rng: Random, date: Drawn, joints: Sequence[str] = JOINTS) -> Drawn:
    counted, joint = pick(NUMBERS, rng)(writer, rng), piece(pick(joints, rng), "connector")
    closing = piece(")" if joint.text.endswith("(") else "", "connector")
    parts = (
        [counted, joint, date.written, closing]
        if rng.random() < 0.6
        else [date.written, joint, counted, closing]
    )
    return date._replace(written=joined(_said_around(writer, rng), *parts))


def beside_a_month(writer: Writer, rng: Random) -> Drawn:
    """A number with its noun beside a month and a year: Issue 12, May 2018."""
    return _beside(writer, rng, a_plain_date(writer, rng, MONTHS))


def beside_a_date(writer: Writer, rng: Random) -> Drawn:
    """A number with its noun beside a whole date: Invoice 12, 9 May 2018."""
    return _beside(writer, rng, a_plain_date(writer, rng, FULL))


def beside_a_year(writer: Writer, rng: Random) -> Drawn:
    """A number with its noun beside a year: Decree 12 of 2018."""
    return _beside(writer, rng, a_year_alone(rng))
