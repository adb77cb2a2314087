"""Times that are no day: durations, times of day, quarters and weeks, years of other eras, words like 'tomorrow'."""

from random import Random

from datenorm.generation.noise import below, pick
from datenorm.generation.nondates.words import words
from datenorm.generation.synthesis import CALENDARS_OF_CHINA, ERA, LAST_YEAR, Writer, choose_style, render

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
# Years counted from elsewhere that `eras` does not turn into common ones, and other calendars.
OTHER_ERAS = ("明治{e}年{m}月{d}日", "R{n}.{m}.{d}", "H{n}.{m}.{d}", "S{n}/{m}/{d}", "พ.ศ. {b}", "AH {n}", "{d} Ramadan {n}", "{d} Muharram {h}", "{d} رمضان {h}",
              "{d} فروردین {s}", "{d} Tishri {j}", "農曆{m}月{d}日", "正月初一")  # fmt: skip
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


def duration(writer: Writer, rng: Random) -> str:
    """'15 minutes', '3 hours 15 minutes'."""
    own = writer.facts.durations or ("{} d",)
    text = pick(own, rng).replace("{}", str(below(60 if rng.random() < 0.7 else 399, rng) + 1), 1)
    if rng.random() < 0.3:
        return f"{text}{pick((' ', ', ', ''), rng)}{pick(own, rng).replace('{}', str(below(60, rng)), 1)}"
    return text


def relative(writer: Writer, rng: Random) -> str:
    """'3 weeks ago', in the locale's language or another; now and then with words of both."""
    draw = rng.random()
    if draw < 0.6 and writer.facts.relatives:
        return pick(writer.facts.relatives, rng).replace("{}", str(below(60, rng) + 1))
    if draw < 0.7 and writer.facts.durations:
        return f"{duration(writer, rng)} {pick(AGO, rng)}"
    text = pick(RELATIVE, rng)
    while "{}" in text:
        text = text.replace("{}", str(below(99, rng) + 1), 1)
    return text


def time_alone(writer: Writer, rng: Random) -> str:
    """A time of day without a date."""
    time = pick(writer.times, rng)
    return time if not time.isdigit() else f"{time[:2]}:{time[2:]}"


def period(writer: Writer, rng: Random) -> str:
    """A quarter, a week, a season, a half of a year; now and then at the end of a sentence."""
    year = below(100, rng) + 1950
    text = pick(PERIODS, rng).format(
        q=below(4, rng) + 1, w=below(52, rng) + 1, y=year, y1=year + 1 + below(20, rng)
    )
    return text if rng.random() < 0.8 else f"{words(writer, rng)} {text}"


def other_era(writer: Writer, rng: Random) -> str:
    """A year or a date of an era or a calendar that nobody counts in here."""
    return pick(OTHER_ERAS, rng).format(
        n=below(109, rng) + 1,
        e=below(5, rng) + 1,
        b=below(84, rng) + 2400,
        h=below(160, rng) + 1300,
        s=below(120, rng) + 1300,
        j=below(200, rng) + 5600,
        m=below(12, rng) + 1,
        d=below(30, rng) + 1,
    )


def before_christ(writer: Writer, rng: Random) -> str:
    """A year or a day of it in the era before the common one, which ISO 8601 years without a sign do not reach."""
    eras = writer.facts.earlier_eras or EARLIER_ERAS
    era = pick(EARLIER_ERAS if rng.random() < 0.15 else eras, rng)
    year = below(999 if rng.random() < 0.6 else LAST_YEAR, rng) + 1
    chinese = writer.facts.language in CALENDARS_OF_CHINA
    in_front = chinese or rng.random() < 0.1
    if rng.random() < 0.4:
        text = str(year)
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
            style.tables[style.values.index(ERA)] = [era]
            return render(style, values)[0]
        text = render(style, values)[0]
    if not in_front:
        return f"{text} {era}"
    return f"{era}{text}" if chinese else f"{era} {text}"
