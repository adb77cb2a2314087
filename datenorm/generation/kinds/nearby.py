"""Dates and years among what comes near to one: names like months, footnotes, boilerplate, labels in every language."""

from collections.abc import Sequence
from random import Random

from datenorm.generation.kinds.drawing import (
    DAYS_ALONE,
    FULL,
    MONTHS,
    Drawn,
    a_plain_date,
    a_year_alone,
    before,
    harmless_words,
    some_date,
)
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import Writer
from datenorm.generation.wordlists import any_case, made, word
from datenorm.generation.writing import Written, joined, piece, prose, said

# Names of people and things that are near to a month's or a weekday's name in some language.
NAMES = (
    "Anna", "Ben", "Mark", "Mara", "Jan", "Jana", "Juni", "April", "May", "June", "Julia", "Jules", "Julie", "Juli", "Augusta", "August", "Augustus", "Octavia", "Deck", "Dezember", "Sonntag", "Marte", "Marta", "Martes", "Mars", "Marzia", "Maia",
    "Maja", "Mai Ling", "Abril", "Avril", "Juliane", "Juliette", "Sat", "Sun", "Wed", "Mona", "Mons", "Dimitri", "Donna", "Fred", "Frida", "Freitag", "Samantha", "Sam", "Marek", "Maren", "Janet", "Februus", "Septimus", "Nova", "Novak", "Dec", "Oct", "Martius", "Otto", "Lis", "Kevin",
)  # fmt: skip
MONTHS_AS_NAMES = ("May", "March", "April", "June", "August", "Mai", "März", "Januar", "Jänner", "Juni")
THINGS = (
    "Deck {n}",
    "sector {n}",
    "marker {n}",
    "Market {n}",
    "generator {n}",
    "decoder {n}",
    "augment {n}",
    "Marsch {n}",
    "Sunset {n}",
    "Mayfair {n}",
    "Juniper {n}",
    "Septic {n}",
    "Octane {n}",
    "Novel {n}",
    "Decimal {n}",
    "Janitor {n}",
    "Febreze {n}",
    "Aprilia {n}",
    "Maison {n}",
    "Marina {n}",
    "Thursby {n}",
    "Monitor {n}",
    "Setting {n}",
    "Col {n}",
    "Was {n}",
)
FOOTNOTES = ("¹", "²", "³", "[1]", "[12]", " [3]", "*", "†", "**", " (1)", "[a]", "[note 2]", " [sic]", "⁴")
YEAR_LABELS = {
    "en": ("in", "year", "the year", "of", "by the year"), "de": ("im Jahr", "Jahr", "im Jahre", "anno", "Jg."), "fr": ("en", "l'an", "en l'an", "année", "de"), "es": ("en", "año", "el año", "en el año", "de"), "it": ("nel", "anno", "l'anno", "del"), "pt": ("em", "ano", "no ano de", "de"),
    "nl": ("in", "jaar", "in het jaar"), "pl": ("rok", "w roku", "w", "roku"), "cs": ("rok", "v roce", "r."), "sk": ("rok", "v roku"), "hr": ("godine", "u", "godina"), "sl": ("leta", "leto"), "ru": ("в", "год", "в году"), "uk": ("у", "рік"), "sv": ("år", "i"), "da": ("i", "år"), "nb": ("i", "år"), "fi": ("vuonna", "vuosi"),
    "hu": ("év",), "tr": ("yıl", "yılında"), "ro": ("în", "anul", "în anul"), "ca": ("el", "l'any"), "id": ("tahun", "pada tahun"), "vi": ("năm", "vào năm"), "el": ("το", "έτος"), "ar": ("عام", "سنة", "في عام"), "fa": ("سال", "در سال"), "he": ("בשנת", "שנת"), "hi": ("सन", "वर्ष"), "et": ("aasta", "aastal"), "lt": ("metai",), "lv": ("gads", "gadā"), "eu": ("urtea",),
}  # fmt: skip
BOILERPLATE = (
    "This document was last updated on {}.", "Last modified on {} by {w}", "Valid from {}. {w}", "Published: {} | {w}", "{w} | {}", "Posted by {w} on {}", "© {w}, {}", "Signed at {w}, {}", "Given under my hand on {}", "Dear {w}, on {} we", "Re: {w} ({})", "As of {}, {w}", "{w} (accessed {})", "Retrieved {} from {w}",
    "Stand: {} – {w}", "Fassung vom {}", "{w}, den {}", "Zuletzt geändert am {}", "Erstellt am {} von {w}", "Fait à {w}, le {}", "Mis à jour le {}", "Publié le {} par {w}", "Publicado el {} por {w}", "En {w}, a {}", "Actualizado: {}", "Aggiornato il {}", "Pubblicato il {}", "Publicado em {}", "Atualizado em {}", "г. {w}, {}", "Дата публикации: {}", "Обновлено {}",
    "Опубликовано {} в {w}", "更新日：{}", "公開日 {}", "发布时间：{}", "更新于 {}", "작성일 {}", "Data publikacji: {}", "Sporządzono dnia {} w {w}", "Bijgewerkt op {}", "Publicerad {}", "Yayın tarihi: {}", "Opublikowano {}", "تاريخ النشر: {}", "تم التحديث في {}",
)  # fmt: skip


def _around(written: Written, head: str, tail: str) -> Written:
    return joined(prose(head), written, prose(tail))


def name_beside(writer: Writer, rng: Random) -> Drawn:
    """A date beside a person whose name is near to a month's: April Jones, 9 May 2018."""
    date, name = a_plain_date(writer, rng, FULL), pick(NAMES, rng)
    surname = pick(writer.facts.words, rng) if writer.facts.words and rng.random() < 0.6 else ""
    person = f"{name} {surname}".strip()
    if rng.random() < 0.5:
        return Drawn(
            _around(date.written, f"{person}{pick((', ', ' ', ': ', ' - ', ' ('), rng)}", ""),
            date.target,
            date.order,
            date.pattern,
        )
    return Drawn(
        _around(date.written, "", f"{pick((', ', ' - ', ' by ', ' '), rng)}{person}"),
        date.target,
        date.order,
        date.pattern,
    )


def surname(writer: Writer, rng: Random) -> Drawn:
    """A person whose surname is a month's name: with a year no date, `Karl May 1842`; with a date that date.

    The twin is a person of another name with a month and a year: `Karl Weber, May 1842`.
    """
    language = writer.facts.language
    given, draw = pick(made("first_name", language) or NAMES, rng), rng.random()
    if draw < 0.2:
        person = f"{given} {pick(made('last_name', language) or ('Smith', 'Weber', 'Rossi'), rng)}"
        return _behind_a_person(person, a_plain_date(writer, rng, MONTHS), rng)
    own = writer.facts.months.get("LLLL") or writer.facts.months.get("MMMM") or MONTHS_AS_NAMES
    family = pick(MONTHS_AS_NAMES if rng.random() < 0.5 else own, rng)
    if any(map(str.isdigit, family)):
        family = pick(MONTHS_AS_NAMES, rng)
    family = family[0].upper() + family[1:]
    forms = (f"{given} {family}", f"{given} {family}", f"{given[0]}. {family}", f"{family}, {given[0]}.", f"{family}, {given}")  # fmt: skip
    person = any_case(pick(forms, rng), rng)
    if draw < 0.6:
        return _behind_a_person(person, a_plain_date(writer, rng, FULL), rng)
    return _behind_a_person(person, a_year_alone(rng)._replace(target="<unk>"), rng, (" ", " ", ", ", " ("))


def _behind_a_person(
    person: str, date: Drawn, rng: Random, signs: Sequence[str] = (", ", ": ", " | ", " (", " - ")
) -> Drawn:
    sign = pick(signs, rng)
    return date._replace(written=_around(date.written, person + sign, ")" if "(" in sign else ""))


def name_and_number(writer: Writer, rng: Random) -> Drawn:
    """A name near to a month's, with numbers that make no date: Deck 9, 2018; Mark 12; generator 2019."""
    thing = (
        pick(THINGS, rng).format(n=below(31, rng) + 1)
        if rng.random() < 0.6
        else f"{pick(NAMES, rng)} {below(31, rng) + 32}"
    )
    counted = piece(thing, "counted")
    if rng.random() < 0.4:
        return Drawn(counted, "<unk>")
    year = a_year_alone(rng)
    return Drawn(joined(counted, piece(pick((", ", " ", " - ", " ("), rng), "prose"), year.written), "<unk>")


def labelled_year(writer: Writer, rng: Random) -> Drawn:
    """A year behind the word that calls it one: rok 2012, en 2012, im Jahr 2012."""
    year, own = a_year_alone(rng), YEAR_LABELS.get(writer.facts.language, YEAR_LABELS["en"])
    return Drawn(before(year.written, piece(any_case(pick(own, rng), rng), "label")), year.target)


def footnoted(writer: Writer, rng: Random) -> Drawn:
    """A date with the mark of a footnote: 9 May 2018[3]."""
    date = some_date(writer, rng)
    mark = pick(FOOTNOTES, rng)
    return Drawn(
        joined(date.written, said(mark, "counted" if any(map(str.isdigit, mark)) else "prose")),
        date.target,
        date.order,
        date.pattern,
    )


def boilerplate(writer: Writer, rng: Random) -> Drawn:
    """A date in what documents say around it."""
    date, words = a_plain_date(writer, rng, FULL), pick(writer.facts.words or ("Berlin", "Smith"), rng)
    head, _, tail = pick(BOILERPLATE, rng).partition("{}")
    return Drawn(
        _around(date.written, head.replace("{w}", words), tail.replace("{w}", words)),
        date.target,
        date.order,
        date.pattern,
    )


def in_a_label(writer: Writer, rng: Random) -> Drawn:
    """A date behind a label of its language, of those that also sound like a bound: valid until, expires, due by."""
    date, language = a_plain_date(writer, rng, FULL), writer.facts.language
    label = word("expiry" if rng.random() < 0.5 else "label", language, rng)
    colon = ":" if rng.random() < 0.3 else ""
    return Drawn(
        before(date.written, piece(any_case(label, rng) + colon, "label")),
        date.target,
        date.order,
        date.pattern,
    )


def sentence(writer: Writer, rng: Random) -> Drawn:
    """A date far inside a sentence with a number that counts something."""
    date = a_plain_date(writer, rng, FULL)
    said_before, said_behind = (harmless_words(writer, below(4, rng) + 1, rng) for _ in range(2))
    noun = word("count>", writer.facts.language, rng)
    counted = piece(f" {below(400, rng) + 1} {noun}", "counted")
    parts = [prose(f"{said_before} "), date.written, prose(f" {said_behind}"), counted]
    return Drawn(joined(*parts), date.target, date.order, date.pattern)


def hour_beside_a_day(writer: Writer, rng: Random) -> Drawn:
    """A day without a year and an hour that a word calls one: 9. Mai 20 Uhr, klo 18 9.5."""
    date = a_plain_date(writer, rng, DAYS_ALONE)
    told = [time for time in writer.times[::2] if "H" in time.roles and any(map(str.isalpha, time.text))]
    if not told:
        return date
    time, joint = pick(told, rng), piece(pick((" ", ", ", " - "), rng), "connector")
    parts = (date.written, joint, time) if rng.random() < 0.8 else (time, joint, date.written)
    return Drawn(joined(*parts), date.target, date.order, date.pattern)
