"""Periods: decades, centuries, seasons, quarters, halves, weeks, fiscal and school years, early, middle and late."""

from random import Random

from datenorm.generation.kinds.drawing import MONTHS, Drawn, a_plain_date, a_year, before, behind
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import CALENDARS_OF_CHINA, Writer
from datenorm.generation.wordlists import any_case, has, word
from datenorm.generation.writing import Value, fill, joined, piece, said
from datenorm.text import numerals

ROMAN_DIGITS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
DECADES = {
    "en": ("{y}{unit:s}", "the {y}{unit:s}", "{y}{unit:'s}"), "de": ("{y}{unit:er Jahre}", "{y}{unit:er}", "{y}{unit:er-Jahre}"), "fr": ("{unit:années} {y}", "les {unit:années} {y}"),
    "es": ("{unit:años} {y}", "{unit:década de} {y}"), "it": ("{unit:anni} {y}", "gli {unit:anni} {y}"), "pt": ("{unit:década de} {y}", "{unit:anos} {y}"), "nl": ("{unit:jaren} {y}",),
    "ru": ("{y}{unit:-е годы}", "{y}{unit:-е}", "{y}{unit:-х гг.}"), "uk": ("{y}{unit:-ті роки}",), "pl": ("{unit:lata} {y}", "{unit:lata} {y}."), "cs": ("{y}{unit:. léta}", "{unit:léta} {y}"),
    "sv": ("{y}{unit:-talet}",), "da": ("{y}{unit:'erne}",), "nb": ("{y}{unit:-tallet}",), "fi": ("{y}{unit:-luku}", "{y}{unit:-luvulla}"), "hu": ("{unit:az} {y}{unit:-as évek}",),
    "tr": ("{y}{unit:'ler}", "{y}{unit:'li yıllar}"), "ja": ("{y}{unit:年代}",), "zh": ("{y}{unit:年代}",), "ko": ("{y}{unit:년대}",), "ro": ("{unit:anii} {y}",), "el": ("{unit:δεκαετία του} {y}",),
}  # fmt: skip
CENTURIES = {
    "en": ("{c}{t} {unit:century}", "{c}{t} {unit:cent.}", "the {c}{t} {unit:century}", "{c}{t} {unit:C.}", "C{c}"), "de": ("{c}. {unit:Jahrhundert}", "{c}. {unit:Jh.}", "{c}.{unit:Jh}", "{c}. {unit:Jhdt.}"),
    "fr": ("{r}{unit:e siècle}", "{r}{unit:ème siècle}", "{c}{unit:e siècle}", "{r}{unit:e s.}"), "es": ("{unit:siglo} {r}", "{unit:s.} {r}", "{unit:siglo} {c}"), "it": ("{r} {unit:secolo}", "{unit:sec.} {r}"),
    "pt": ("{unit:século} {r}", "{unit:séc.} {r}"), "nl": ("{c}{unit:e eeuw}", "{c}{unit:de eeuw}"), "ru": ("{r} {unit:век}", "{r} {unit:в.}", "{c}{unit:-й век}"), "uk": ("{r} {unit:століття}", "{r} {unit:ст.}"),
    "pl": ("{r} {unit:wiek}", "{r} {unit:w.}"), "cs": ("{c}. {unit:století}", "{c}. {unit:stol.}"), "sv": ("{b}{unit:-talet}",), "nb": ("{b}{unit:-tallet}",), "fi": ("{b}{unit:-luku}",), "hu": ("{r}. {unit:század}", "{c}. {unit:sz.}"),
    "tr": ("{c}. {unit:yüzyıl}", "{c}. {unit:yy.}"), "ja": ("{c}{unit:世紀}",), "zh": ("{c}{unit:世纪}", "{c}{unit:世紀}"), "ko": ("{c}{unit:세기}",), "ro": ("{unit:secolul} {r}", "{unit:sec.} {r}"),
    "el": ("{c}{unit:ος αιώνας}",), "ar": ("{unit:القرن} {c}",), "hr": ("{c}. {unit:stoljeće}",), "sr": ("{c}. {unit:век}",), "bg": ("{r} {unit:век}",), "ca": ("{unit:segle} {r}",),
}  # fmt: skip
QUARTERS = (
    "Q{q} {y}",
    "{y}-Q{q}",
    "{q}Q{y}",
    "{y} Q{q}",
    "Q{q}/{y}",
    "{y}Q{q}",
    "Q{q} / {y}",
    "Q{q}, {y}",
    "{q}Q {y}",
)
QUARTERS_IN = {
    "en": ("{q}{t} quarter {y}", "{q}{t} quarter of {y}", "quarter {q} of {y}", "{q}{t} qtr {y}"), "de": ("{q}. Quartal {y}", "{q}.Quartal {y}", "Quartal {q}/{y}"), "fr": ("T{q} {y}", "{q}e trimestre {y}", "{q}T{y}"),
    "es": ("{q}T {y}", "T{q} {y}", "{q}º trimestre de {y}"), "it": ("{q}° trimestre {y}", "T{q} {y}"), "pt": ("{q}º trimestre de {y}", "{q}T{y}"), "ru": ("{q} квартал {y}", "{q}-й квартал {y} г.", "{q} кв. {y}"),
    "ja": ("{y}年第{q}四半期",), "zh": ("{y}年第{q}季度", "{y}年{q}季度"), "ko": ("{y}년 {q}분기",), "pl": ("{q} kwartał {y}", "{q} kw. {y}"), "nl": ("{q}e kwartaal {y}", "K{q} {y}"), "sv": ("kvartal {q} {y}",), "tr": ("{y} {q}. çeyrek",),
}  # fmt: skip
HALVES = ("H{q} {y}", "{y}-H{q}", "{q}H {y}", "H{q}/{y}", "{q}H{y}")
WEEKS = (
    "W{w} {y}",
    "{y}-W{w:02d}",
    "{y}W{w:02d}",
    "W{w}/{y}",
    "CW{w}/{y}",
    "CW {w} {y}",
    "wk {w} {y}",
    "WK{w}/{y}",
)
WEEKS_IN = {
    "en": ("week {w}, {y}", "week {w} of {y}", "week {w} {y}", "wk. {w}/{y}"), "de": ("KW {w}/{y}", "KW{w} {y}", "{w}. KW {y}", "Woche {w} {y}", "KW {w:02d}.{y}", "{w}. Kalenderwoche {y}"), "fr": ("semaine {w} {y}", "S{w} {y}", "sem. {w} {y}"),
    "es": ("semana {w} de {y}", "semana {w} {y}"), "it": ("settimana {w} {y}",), "nl": ("week {w} {y}", "wk {w} {y}"), "sv": ("v. {w} {y}", "vecka {w} {y}", "v{w} {y}"), "da": ("uge {w} {y}", "uge {w}, {y}"), "nb": ("uke {w} {y}",), "fi": ("viikko {w} {y}", "vko {w}/{y}"),
    "pl": ("tydzień {w} {y}",), "cs": ("{w}. týden {y}",), "ru": ("{w} неделя {y}", "неделя {w} {y}"), "ja": ("{y}年第{w}週",), "zh": ("{y}年第{w}周",), "ko": ("{y}년 {w}주차",), "pt": ("semana {w} de {y}",), "hu": ("{y}. {w}. hét",), "tr": ("{y} {w}. hafta",),
}  # fmt: skip
FISCAL = ("FY{y}", "FY {y}", "FY{s}", "FY'{s}", "fiscal year {y}", "F{y}", "fiscal {y}")
SCHOOL = (
    "academic year {y}/{n}",
    "school year {y}-{n}",
    "FY{y}/{n}",
    "FY {y}-{n}",
    "season {y}/{n}",
    "Schuljahr {y}/{n}",
    "année scolaire {y}-{n}",
    "curso {y}/{n}",
    "anno accademico {y}/{n}",
    "{y}/{n} учебный год",
    "läsåret {y}/{n}",
    "Wintersemester {y}/{n}",
)
NTH_FRAMES = (
    "{n} {e} {m} {y}",
    "{n} {e} of {m} {y}",
    "{n} {e} in {m} {y}",
    "the {n} {e} of {m}",
    "{n} {e} of {m}",
)


def roman(number: int) -> str:
    """Return a number below 40 in Roman numerals.

    >>> roman(19), roman(4)
    ('XIX', 'IV')
    """
    found = ""
    for value, digits in ROMAN_DIGITS:
        while number >= value:
            found, number = found + digits, number - value
    return found


def decade(writer: Writer, rng: Random) -> Drawn:
    """A decade: 1860s, die 1860er Jahre, 1860年代."""
    ten = 150 + below(53, rng)
    ten += ten % 10 == 0  # 1900-talet is a century
    template = pick(DECADES.get(writer.facts.language, DECADES["en"]), rng)
    return Drawn(fill(template, "label", y=(ten * 10, "year")), f"{ten}X")


def century(writer: Writer, rng: Random) -> Drawn:
    """A century: 19th century, XIX век, 18世紀; its target names its first digits."""
    number, language = below(20, rng) + 2, writer.facts.language
    if language in CALENDARS_OF_CHINA and rng.random() < 0.4:
        spoken = joined(said(numerals.chinese_number(number), "century"), piece("世紀", "unit"))
        return Drawn(spoken, f"{number - 1:02d}XX")
    endings = {1: "st", 2: "nd", 3: "rd", 21: "st"}
    fields: dict[str, Value] = {
        "c": (number, "century"), "r": (roman(number), "century"), "b": ((number - 1) * 100, "century"), "t": (endings.get(number, "th"), "century"),
    }  # fmt: skip
    template = pick(CENTURIES.get(language, CENTURIES["en"]), rng)
    return Drawn(fill(template, "label", **fields), f"{number - 1:02d}XX")


def quarter(writer: Writer, rng: Random) -> Drawn:
    """A quarter of a year, or a half."""
    year, half = a_year(rng), rng.random() < 0.25
    number = below(2 if half else 4, rng) + 1
    own = QUARTERS_IN.get(writer.facts.language, QUARTERS_IN["en"])
    template = pick(HALVES if half else QUARTERS if rng.random() < 0.5 else own, rng)
    ending = ("st", "nd", "rd", "th")[number - 1]
    written = fill(template, "quarter", q=(number, "quarter"), y=(year, "year"), t=(ending, "quarter"))
    return Drawn(written, f"{year:04d}-{'H' if half else 'Q'}{number}")


def week(writer: Writer, rng: Random) -> Drawn:
    """A week of a year, or of none: KW 12/2019, week 12."""
    year, number = a_year(rng), below(52, rng) + 1
    own = WEEKS_IN.get(writer.facts.language, WEEKS_IN["en"])
    template = pick(WEEKS if rng.random() < 0.4 else own, rng)
    written = fill(template, "week", w=(number, "week"), y=(year, "year"))
    return Drawn(written, f"{year:04d}-W{number:02d}")


def season(writer: Writer, rng: Random) -> Drawn:
    """A season: spring 1920, printemps 1920, winter 1920/21."""
    language, year, number = writer.facts.language, a_year(rng), below(4, rng) + 1
    name = piece(any_case(word(f"period:season={number}", language, rng), rng), "season")
    written, target = said(f"{year}", "year"), f"{year:04d}-S{number}"
    if number == 4 and rng.random() < 0.4 and year % 100 != 99:
        tail = f"{year + 1}"[-2:]
        written = joined(written, piece(pick("/-–", rng), "range"), said(tail, "year"))
        target += f"/{tail}"
    return Drawn(behind(written, name) if rng.random() < 0.2 else before(written, name), target)


def fiscal(writer: Writer, rng: Random) -> Drawn:
    """A fiscal or a school year."""
    year = a_year(rng)
    if rng.random() < 0.5 or year % 100 == 99:
        template = pick(FISCAL, rng)
        short = "{s}" in template
        written = fill(template, "unit", y=(year, "year"), s=(f"{year % 100:02d}", "year"))
        return Drawn(written, f"F{year % 100:02d}" if short else f"F{year:04d}")
    tail = f"{year + 1}"[-2:]
    return Drawn(fill(pick(SCHOOL, rng), "unit", y=(year, "year"), n=(tail, "year")), f"F{year:04d}/{tail}")


def part_of(writer: Writer, rng: Random) -> Drawn:
    """Early, in the middle, late in a year, a month, a decade or a century: mid-1920, Ende Mai 1920, early 19th century."""
    side, sign = pick((("early", "<"), ("mid", "="), ("late", ">")), rng)
    draw, language = rng.random(), writer.facts.language
    year = a_year(rng)
    whole = Drawn(said(f"{year}", "year"), f"{year:04d}")
    if draw > 0.5:
        whole = a_plain_date(writer, rng, MONTHS) if draw < 0.8 else pick((decade, century), rng)(writer, rng)
    if has(f"{side}>", language) and rng.random() < 0.7:
        written = behind(whole.written, piece(word(f"{side}>", language, rng), "qualifier"))
    else:
        written = before(whole.written, piece(any_case(word(f"{side}<", language, rng), rng), "qualifier"))
    return Drawn(written, whole.target + sign, whole.order, whole.pattern)


def nth_weekday(writer: Writer, rng: Random) -> Drawn:
    """A weekday of a month by its number: the 2nd Sunday of May 2018, the last Friday in June."""
    facts, year, month = writer.facts, a_year(rng), below(12, rng) + 1
    names, days = facts.months.get("MMMM") or facts.months.get("LLLL"), facts.weekdays.get("EEEE")
    number, weekday = below(5, rng), below(7, rng)
    if not names or not days:
        return quarter(writer, rng)
    template = pick(NTH_FRAMES if facts.language == "en" else NTH_FRAMES[:1], rng)
    nth = word(f"nth={number or -1}", facts.language, rng)
    fields: dict[str, Value] = {
        "n": piece(nth, "connector"), "e": said(days[weekday], "weekday"), "m": said(names[month - 1], "month"), "y": (year, "year"),
    }  # fmt: skip
    start = f"{year:04d}" if "{y}" in template else "-"
    return Drawn(fill(template, "connector", **fields), f"{start}-{month:02d}E{weekday + 1}#{number}")
