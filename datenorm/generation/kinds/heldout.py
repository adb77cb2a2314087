"""Ten kinds of text without a date that training never has, named before any run: how honest a model is about the unknown."""

from collections.abc import Callable
from random import Random

from datenorm.generation.noise import below, pick

FILES = "abcdefgh"


def chess_move(rng: Random) -> str:
    """12. Nf3 d5 13. e4."""
    number = below(40, rng) + 1
    moves = [f"{pick(('', 'N', 'B', 'Q', 'R'), rng)}{pick(FILES, rng)}{below(8, rng) + 1}" for _ in range(3)]
    return f"{number}. {moves[0]} {moves[1]} {number + 1}. {moves[2]}"


def cas_number(rng: Random) -> str:
    """CAS 7732-18-5."""
    return f"{pick(('CAS ', 'CAS-Nr. ', 'CAS RN ', ''), rng)}{below(9000, rng) + 1000}-{below(90, rng) + 10}-{below(10, rng)}"


def half_time_score(rng: Random) -> str:
    """Leeds 3-1 (2-0) Hull."""
    teams = rng.sample(("Leeds", "Hull", "Ajax", "Porto", "Roma", "Bremen", "Lyon", "Celta"), 2)
    return f"{teams[0]} {below(6, rng)}-{below(6, rng)} ({below(3, rng)}-{below(3, rng)}) {teams[1]}"


def sql_clause(rng: Random) -> str:
    """LIMIT 12 OFFSET 2018."""
    return pick((f"LIMIT {below(31, rng)} OFFSET {below(2100, rng)}", f"WHERE id IN ({below(31, rng)}, {below(12, rng)}, {below(2100, rng)})", f"VALUES ({below(12, rng)}, {below(31, rng)})"), rng)  # fmt: skip


def internet_address(rng: Random) -> str:
    """10.12.20.18."""
    return ".".join(str(below(256, rng)) for _ in range(4)) + pick(("", "", ":8080", "/24"), rng)


def plate(rng: Random) -> str:
    """B-MW 2018."""
    letters = "".join(rng.choices("ABCDEFGHKLMNPRSTUVWXYZ", k=2))
    return pick(
        (
            f"{letters[0]}-{letters} {below(2100, rng) + 1}",
            f"{letters}-{below(900, rng) + 100}-{letters}",
            f"{letters}{below(90, rng) + 10} {letters}{letters[0]}",
        ),
        rng,
    )


def path(rng: Random) -> str:
    """/var/log/12/05/app.7.gz."""
    return f"/{pick(('var/log', 'usr/lib', 'home/ann', 'srv/data'), rng)}/{below(32, rng)}/{below(13, rng):02d}/app.{below(30, rng)}{pick(('.gz', '.txt', ''), rng)}"


def coordinates(rng: Random) -> str:
    """48.12 N 11.05 E."""
    return pick(
        (
            f"{below(90, rng)}.{below(100, rng):02d} N {below(180, rng)}.{below(100, rng):02d} E",
            f"{below(90, rng)}°{below(60, rng)}'{below(60, rng)}\"N",
        ),
        rng,
    )


def opus(rng: Random) -> str:
    """Sonata op. 27 no. 2."""
    return f"{pick(('Sonata', 'Quartet', 'Walzer', 'Étude', 'Lieder'), rng)} {pick(('op.', 'Op.', 'opus', 'KV', 'BWV'), rng)} {below(200, rng) + 1}{pick((f' no. {below(12, rng) + 1}', f'/{below(12, rng) + 1}', ''), rng)}"


def verse(rng: Random) -> str:
    """Mark 5:12-18."""
    return f"{pick(('Mark', 'John', 'Matt', 'Joh', 'Ps', 'Sure', 'Gen', 'Lk'), rng)} {below(28, rng) + 1}{pick(':,.', rng)}{below(31, rng) + 1}{pick((f'-{below(40, rng) + 2}', '', 'f.'), rng)}"


HELD_OUT: tuple[Callable[[Random], str], ...] = (
    chess_move, cas_number, half_time_score, sql_clause, internet_address, plate, path, coordinates, opus, verse,
)  # fmt: skip
