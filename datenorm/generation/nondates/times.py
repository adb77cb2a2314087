"""Times that are no day: durations, times of day, quarters and weeks, years of other eras, words like 'tomorrow'."""

from random import Random

from datenorm.generation.noise import below, pick
from datenorm.generation.nondates.words import words
from datenorm.generation.synthesis import CALENDARS_OF_CHINA, ERA, LAST_YEAR, Writer, choose_style, render
from datenorm.generation.writing import SPACE, Written, fill, joined, piece, said
from datenorm.text.roles import LETTERS, NONE

RELATIVE = ("today", "tomorrow", "yesterday", "now", "last week", "next month", "next Friday", "in {} days", "{} days ago", "ago", "heute", "morgen", "gestern",
            "vor {} Tagen", "in {} Tagen", "hier", "demain", "aujourd'hui", "il y a {} jours", "hoy", "mañana", "ayer", "hace {} días", "oggi", "domani", "ieri",
            "hoje", "amanhã", "ontem", "сегодня", "завтра", "вчера", "{} дней назад", "今天", "明天", "昨天", "{}天前", "今日", "明日", "昨日", "{}日前", "오늘", "내일", "어제",
            "vandaag", "gisteren", "over {} dagen", "idag", "imorgon", "dziś", "jutro", "wczoraj", "dnes", "zítra", "bugün", "yarın", "اليوم", "غدا", "आज", "कल", "{}h",
            "{}d", "{} min", "{} a", "{} pm", "{}:{} - {}", "{}%", "No. {}", "nr {}", "§ {}", "page {}", "room {}", "{} items", "{}x", "#{}")  # fmt: skip
PERIODS = ("Q{q} {y}", "{y}-Q{q}", "{q}Q{y}", "{y} Q{q}", "{q}. Quartal {y}", "T{q} {y}", "W{w} {y}", "{y}-W{w}", "{y}W{w}", "KW {w}", "KW{w}/{y}", "week {w}",
           "week {w}, {y}", "semaine {w}", "H1 {y}", "FY{y}", "FY{w}", "{y}-W{w}-{q}", "{q} квартал {y}", "{y}年第{q}季度", "第{w}週", "summer {y}", "spring of {y}",
           "mid-{y}", "KW {w} {y}", "Woche {w}", "Woche {w} {y}", "semana {w}", "semana {w} de {y}", "vecka {w}", "v. {w}", "uge {w}", "uke {w}", "viikko {w}", "vk {w}", "týden {w}",
           "tydzień {w}", "{w}. hét", "неделя {w}", "{w} неделя {y}", "{w}. hafta", "第{w}周", "{w}주차", "{y}年第{w}週", "Sem. {w}", "CW{w}", "cw {w}/{y}", "1990s", "{q}0s", "the {y}s", "{y}er Jahre",
           "années {y}", "{w} century", "XX век", "XIX century", "{w}世紀", "{w}. století", "H2 {y}", "H{q}/{y}", "FY{y}/{w}", "FY {y}", "{y}年上半年", "{y}年第{q}四半期", "{y}年度", "{y}年春",
           "1H{y}", "Q{q}", "Q{q}/{y}", "Q{q} FY{w}", "{q}T {y}", "trim. {q} {y}", "{q}-й квартал", "zima {y}", "été {y}", "Sommer {y}", "verano {y}", "estate {y}", "лето {y}", "kesä {y}", "夏",
           "end of {y}", "late {y}", "Ende {y}", "Anfang {y}", "début {y}", "fin {y}", "{y}-", "{y}+", "{y} - {y1}", "{y} to {y1}", "{y}/{y1}", "academic year {y}/{w}", "early {y}", "winter {y}/{w}", "{w}th century", "{w}. Jahrhundert", "{y}-{w}-", "{y}/{y1}", "{y}-{y1}", "{y}–{y1}",
           "first half of {y}", "second half of {y}", "beginning of {y}", "middle of {y}", "erste Hälfte {y}", "zweite Hälfte {y}", "Mitte {y}", "première moitié de {y}", "mi-{y}", "courant {y}",
           "primer semestre de {y}", "finales de {y}", "principios de {y}", "mediados de {y}", "seconda metà del {y}", "fine {y}", "inizio {y}", "segundo semestre de {y}", "início de {y}", "конец {y}",
           "начало {y}", "вторая половина {y}", "середина {y} года", "кінець {y}", "koniec {y}", "połowa {y}", "konec {y}", "polovina {y}", "eind {y}", "begin {y}", "slutet av {y}", "loppuvuosi {y}",
           "{y} sonu", "{y} ortası", "{y}年初", "{y}年底", "{y}年下半年", "{y}年末", "{y}年前半", "{y}년 하반기", "{y}년 말", "cuối {y}", "akhir {y}", "أواخر {y}", "اواخر {y}")  # fmt: skip
# Of RELATIVE, those that count something.
COUNTS = (
    "{}h",
    "{}d",
    "{} min",
    "{} a",
    "{} pm",
    "{}%",
    "No. {}",
    "nr {}",
    "§ {}",
    "page {}",
    "room {}",
    "{} items",
    "{}x",
    "#{}",
)
# Of PERIODS, those whose {q} is no quarter and whose {w} is no week.
OTHER_PERIODS = ("{q}0s", "{w} century", "{w}世紀", "{w}. století", "{w}th century", "{w}. Jahrhundert", "FY{w}",
                 "FY{y}/{w}", "Q{q} FY{w}", "academic year {y}/{w}", "winter {y}/{w}", "{y}-{w}-", "{y}-W{w}-{q}")  # fmt: skip
# Years counted from elsewhere that `eras` does not turn into common ones, and other calendars.
OTHER_ERAS = ("明治{e}{connector:年}{m}{connector:月}{d}{connector:日}", "R{n}.{m}.{d}", "H{n}.{m}.{d}", "S{n}/{m}/{d}", "พ.ศ. {b}", "AH {n}", "{d} {month:Ramadan} {n}", "{d} {month:Muharram} {h}", "{d} {month:رمضان} {h}",
              "{d} {month:فروردین} {s}", "{d} {month:Tishri} {j}", "農曆{m}{connector:月}{d}{connector:日}", "正月初一")  # fmt: skip
EARLIER_ERAS = ("BC", "B.C.", "BCE", "v. Chr.", "av. J.-C.", "a. C.", "до н. э.", "公元前")
AGO = (
    "ago",
    "ago",
    "before",
    "later",
    "geleden",
    "назад",
    "tagasi",
    "fa",
    "sitten",
    "önce",
    "之前",
    "前",
    "후",
    "wcześniej",
    "atrás",
    "sedan",
    "siden",
)


def duration(writer: Writer, rng: Random) -> Written:
    """'15 minutes', '3 hours 15 minutes'."""
    own = writer.facts.durations or ("{} d",)
    written = _amount(pick(own, rng), below(60 if rng.random() < 0.7 else 399, rng) + 1)
    if rng.random() < 0.3:
        between = piece(pick((" ", ", ", ""), rng), "connector")
        return joined(written, between, _amount(pick(own, rng), below(60, rng)))
    return written


def _amount(template: str, count: int, role: str = "unit") -> Written:
    """Return a template with '{}' filled in, its other words in one role."""
    before, gap, behind = template.partition("{}")
    number = said(str(count) if gap else "", "amount")
    return joined(piece(before, role), number, piece(behind, role))


def relative(writer: Writer, rng: Random) -> Written:
    """'3 weeks ago', in the locale's language or another; now and then with words of both."""
    draw = rng.random()
    if draw < 0.6 and writer.facts.relatives:
        return _amount(pick(writer.facts.relatives, rng), below(60, rng) + 1, "direction")
    if draw < 0.7 and writer.facts.durations:
        return joined(duration(writer, rng), SPACE, piece(pick(AGO, rng), "direction"))
    text = pick(RELATIVE, rng)
    if text.count("{}") < 2 and text not in COUNTS:
        return _amount(text, below(99, rng) + 1, "direction") if "{}" in text else piece(text, "direction")
    while "{}" in text:
        text = text.replace("{}", str(below(99, rng) + 1), 1)
    return piece(text, "counted")


def time_alone(writer: Writer, rng: Random) -> Written:
    """A time of day without a date."""
    time = pick(writer.times, rng)
    if not time.text.isdigit():
        return time
    hour, minute = said(time.text[:2], "hour"), said(time.text[2:], "minute")
    return joined(hour, piece(":", "connector"), minute)


def period(writer: Writer, rng: Random) -> Written:
    """A quarter, a week, a season, a half of a year; now and then at the end of a sentence."""
    year = below(100, rng) + 1950
    template = pick(PERIODS, rng)
    role = (
        ""
        if template in OTHER_PERIODS
        else "quarter"
        if "{q}" in template
        else "week"
        if "{w}" in template
        else ""
    )
    quarter, week = below(4, rng) + 1, below(52, rng) + 1
    written = fill(
        template,
        role or "connector",
        q=(quarter, role or "connector"),
        w=(week, role or "connector"),
        y=(year, "year"),
        y1=(year + 1 + below(20, rng), "year"),
    )
    if not role:  # which of its words make it a range, a season or a part of a year is not written down here
        written = Written(written.text, written.roles.replace(LETTERS["connector"], NONE))
    return written if rng.random() < 0.8 else joined(words(writer, rng), SPACE, written)


def other_era(writer: Writer, rng: Random) -> Written:
    """A year or a date of an era or a calendar that nobody counts in here."""
    return fill(
        pick(OTHER_ERAS, rng),
        "era",
        n=(below(109, rng) + 1, "year"),
        e=(below(5, rng) + 1, "year"),
        b=(below(84, rng) + 2400, "year"),
        h=(below(160, rng) + 1300, "year"),
        s=(below(120, rng) + 1300, "year"),
        j=(below(200, rng) + 5600, "year"),
        m=(below(12, rng) + 1, "month"),
        d=(below(30, rng) + 1, "day"),
    )


def before_christ(writer: Writer, rng: Random) -> Written:
    """A year or a day of it in the era before the common one, which ISO 8601 years without a sign do not reach."""
    eras = writer.facts.earlier_eras or EARLIER_ERAS
    era = piece(pick(EARLIER_ERAS if rng.random() < 0.15 else eras, rng), "era")
    year = below(999 if rng.random() < 0.6 else LAST_YEAR, rng) + 1
    chinese = writer.facts.language in CALENDARS_OF_CHINA
    in_front = chinese or rng.random() < 0.1
    if rng.random() < 0.4:
        written = said(str(year), "year")
    else:
        layout = writer.layout(pick(writer.categories["cldr"], rng))
        style = choose_style(layout, rng)
        values = (
            year,
            below(12, rng) + 1,
            below(28, rng) + 1,
            below(7, rng),
            below(len(writer.times), rng),
            0,
        )
        if ERA in style.values:
            style.tables[style.values.index(ERA)] = [era.text]
            return render(style, values)
        written = render(style, values)
    if not in_front:
        return joined(written, SPACE, era)
    return joined(era, written) if chinese else joined(era, SPACE, written)
