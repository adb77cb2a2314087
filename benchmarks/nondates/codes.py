"""Identifiers: numbers that name one thing and say nothing of a day."""

from random import Random

from nondates.kind import Kind, Written, apart, beside, undated
from nondates.words import CAPITALS, a_clear_day, a_day, letters, number

SOFTWARE = "Python Firefox macOS Android PHP Debian Ubuntu Kernel PostgreSQL iOS Chrome Java Blender GIMP Node".split()
FOLDERS = "src data photos backup logs docs usr lib music tests bilder archiv fotos dokumente téléchargements".split()
EXTENSIONS = "jpg pdf txt c csv log tar.gz png xml docx mp3".split()


def part_number(random: Random, _: str) -> str:
    short = letters(random, CAPITALS, 2, 4)
    return random.choice(
        (
            f"{short} {random.randint(1, 31)}",
            f"{short}-{number(random, 4)}",
            f"P/N {random.randint(1, 31)}-{random.randint(1, 12)}-{number(random, 3)}",
            f"{short}{random.randint(1, 28)}/{random.randint(1, 12)}",
            f"art. no. {number(random, 2)}.{number(random, 3)}.{number(random, 2)}",
            f"sort code {random.randint(10, 28)}-{random.randint(10, 12)}-{number(random, 2)}",
            letters(random, CAPITALS + "0123456789", 5, 9),
        )
    )


def serial_number(random: Random, _: str) -> str:
    short, year = letters(random, CAPITALS, 2, 4), random.randint(1990, 2030)
    return random.choice(
        (
            f"{short} {year}-{number(random, 4)}",
            f"{short}-{year}-{number(random, 2)}-{number(random, 5)}",
            f"SN {year}/{number(random, 5)}",
            f"{short}{year}{number(random, 5)}",
            f"S/N {number(random, 4)}-{year}-{short}",
            f"{short}/{random.randint(1, 12)}/{year}/{number(random, 3)}",
        )
    )


def version(random: Random, _: str) -> str:
    parts = ".".join(str(random.randint(0, 20)) for _ in range(random.randint(3, 4)))
    short = f"{random.randint(1, 20)}.{random.randint(0, 12)}"
    return random.choice(
        (
            f"v{parts}",
            f"{random.choice(SOFTWARE)} {parts}",
            f"{random.choice(SOFTWARE)} {short}",
            f"version {short}",
            f"release {parts}-rc{random.randint(1, 9)}",
            f"build {number(random, 4)}.{random.randint(1, 12)}",
        )
    )


def path(random: Random, _: str) -> str:
    folder, other = random.sample(FOLDERS, 2)
    small, smaller = number(random, 2), f"{random.randint(1, 12):02}"
    extension = random.choice(EXTENSIONS)
    return random.choice(
        (
            f"/{folder}/{small}/{smaller}/{other}.{extension}",
            f"{folder}_{number(random, 4)}.{extension}",
            f"C:\\{folder}\\{small}\\{smaller}\\{other}.{extension}",
            f"{folder}-{small}-{smaller}.{extension}",
            f"https://example.org/{folder}/{small}/{smaller}",
            f"IMG_{number(random, 4)}.{extension}",
        )
    )


def path_of_a_day(random: Random, _: str) -> Written:
    folder, other = random.sample(FOLDERS, 2)
    iso, extension = a_day(random).isoformat(), random.choice(EXTENSIONS)
    pattern = random.choice((f"{folder}_{iso}.{extension}", f"/{folder}/{iso}/{other}.{extension}"))
    return Written(pattern, iso)


def address_of_a_machine(random: Random, _: str) -> str:
    address = ".".join(str(random.choice((random.randint(1, 31), random.randint(0, 255)))) for _ in range(4))
    digits = "0123456789abcdef"
    return random.choice(
        (
            address,
            f"{address}:{number(random, 4)}",
            f"{address}/{random.randint(8, 30)}",
            f"commit {letters(random, digits, 7, 12)}",
            f"md5 {letters(random, digits, 32, 32)}",
            "-".join(letters(random, digits, size, size) for size in (8, 4, 4, 4, 12)),
            ":".join(letters(random, digits, 2, 2) for _ in range(6)),
        )
    )


def logged(random: Random, language: str) -> Written:
    day, address = a_clear_day(random), address_of_a_machine(random, language)
    line = f"{address} - - [{day:%d/%b/%Y}:10:{random.randint(10, 59)}:12 +0200]"
    return random.choice((Written(line, day.isoformat()), beside(address_of_a_machine)(random, language)))


def number_of_a_book(random: Random, _: str) -> str:
    return random.choice(
        (
            f"ISBN 978-{random.randint(0, 9)}-{number(random, 2)}-{number(random, 6)}-{number(random, 1)}",
            f"ISBN {random.randint(0, 9)}-{number(random, 4)}-{number(random, 4)}-{number(random, 1)}",
            f"ISSN {random.randint(0, 2)}{number(random, 3)}-{number(random, 4)}",
            f"EAN {number(random, 13)}",
            f"doi:10.{number(random, 4)}/{number(random, 4)}.{number(random, 2)}",
            f"arXiv:{number(random, 4)}.{number(random, 5)}",
        )
    )


def telephone(random: Random, _: str) -> str:
    pairs = [number(random, 2) for _ in range(random.randint(4, 5))]
    label = random.choice(("Tel.", "phone", "Fax", "tél.", "тел.", "☎", "GSM", "電話", "هاتف", "puh."))
    return random.choice(
        (
            f"{label} {' '.join(pairs)}",
            " ".join(pairs),
            f"{label} {'-'.join(pairs)}",
            f"+{random.randint(30, 49)} {number(random, 2)} {number(random, 4)} {number(random, 4)}",
            f"({number(random, 3)}) {number(random, 3)}-{number(random, 4)}",
            f"{label} {number(random, 3)}/{number(random, 4)}",
            f"ext. {number(random, 4)}",
        )
    )


def plate(random: Random, _: str) -> str:
    short, other = letters(random, CAPITALS, 1, 3), letters(random, CAPITALS, 2, 2)
    cyrillic = "АВЕКМНОРСТУХ"
    return random.choice(
        (
            f"{short}-{other} {random.randint(1, 1499)}",
            f"{other}-{number(random, 2)}-{other}",
            f"{random.choice(cyrillic)} {number(random, 3)} {letters(random, cyrillic, 2, 2)} {number(random, 2)}",
            f"{number(random, 4)} {letters(random, CAPITALS, 3, 3)}",
            f"{number(random, 2)}-{number(random, 2)}-{other}",
            f"D-{number(random, 5)}",
            f"{other}{random.randint(1, 28)} {random.randint(1, 9)}{other}",
        )
    )


KINDS = (
    apart("part number, `P/N 17-5-031`", part_number),
    apart("serial number, `INV 2025-0312`", serial_number),
    apart("version, `macOS 10.12.6`", version),
    Kind("path, `/photos/31/05/a.jpg`", undated(path), path_of_a_day),
    Kind("address of a machine, hash, `10.12.20.18`", undated(address_of_a_machine), logged),
    apart("number of a book, `ISSN 1205-2018`", number_of_a_book),
    apart("telephone, `Tel. 40 06 17 58`", telephone),
    apart("number plate, `B-MW 1205`", plate),
)
