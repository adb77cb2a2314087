"""Times of day as people write them behind a date or before it, in general and in the words of one language.

A shape is a format string. {H} hour of two digits, {G} as it comes, {h} of twelve; {M} minute, {S} second, {f} fraction;
{p} AM or PM, {a} what the language says for it; {w} a word for a time of day; {z} offset, {Z} zone; {I} {J} a second
hour; {c} {m} hour and minute in Chinese numerals.
"""

import re
from collections.abc import Sequence
from functools import cache
from random import Random

from datenorm.generation.noise import pick
from datenorm.generation.writing import Value, Written, fill
from datenorm.languages.locales import LocaleFacts
from datenorm.languages.patterns import split_pattern
from datenorm.text.numerals import chinese_number

SHAPES = (
    "{H}:{M}", "{H}:{M}", "{H}:{M}", "{H}:{M}", "{H}:{M}:{S}", "{H}:{M}:{S}", "{H}:{M}:{S}", "{G}:{M}", "{G}:{M}", "{G}:{M}:{S}", "{H}.{M}", "{G}.{M}", "{H}.{M}.{S}",
    "{h}:{M} {p}", "{h}:{M} {p}", "{h}:{M}{p}", "{h} {p}", "{h}{p}", "{h}:{M}:{S} {p}", "{h:02d}:{M} {p}", "{h:02d}:{M}:{S} {p}", "{h}.{M} {p}", "{h}.{M}{p}", "{H}:{M}:{S} {p}",
    "{H}h{M}", "{G}h{M}", "{G}h", "{H} h {M}", "{H}h", "{H}:{M}h", "{H}:{M} h", "{H}:{M} hrs", "{H}{M} hrs", "{H}{M}h", "{H}{M}", "@ {H}:{M}", "@{h}{p}", "@ {h} {p}", "({H}:{M})",
    "[{H}:{M}:{S}]", "{H}:{M}-{I}:{M}", "{H}:{M} - {I}:{M}", "{H}:{M} – {I}:{M}", "{h}-{J}{p}", "{H}:{M}:{S}.{f}", "{H}:{M}:{S}.{f}", "{H}:{M}:{S},{f}", "{H}:{M}:{S}:{f}",
    "{H}:{M}:{S}{z}", "{H}:{M}{z}", "{H}:{M}:{S} {z}", "{H}:{M} {z}", "{H}:{M}:{S} {Z}", "{H}:{M} {Z}", "{h}:{M} {p} {Z}", "{H}:{M} ({Z})", "{H}:{M}:{S}.{f}{z}", "{H}:{M}:{S}.{f} {z}",
    "{H}:{M}:{S} GMT{z}", "{H}:{M}:{S} GMT{z} ({Z})", "{H}:{M} UTC{z}", "{H}:{M}:{S} {Z}{z}", "{h}:{M}:{S}.{f} {p}", "{H}-{M}", "{H}-{M}-{S}", "{H}_{M}", "{H}：{M}", "{H}ː{M}",
    "{h} o'clock", "at {h}:{M} {p}", "at {h} {p}", "at {H}:{M}", "at {h}{p}", "at around {H}:{M}", "around {h} {p}", "noon", "midnight", "at noon", "at midnight", "in the morning",
    "in the evening", "in the afternoon", "at night", "morning", "afternoon", "evening", "early morning", "late afternoon", "from {h} to {J} {p}", "{h}:{M} to {J}:{M}", "{w}",
)  # fmt: skip
ISO_SHAPES = (
    "T{H}:{M}:{S}", "T{H}:{M}:{S}Z", "T{H}:{M}:{S}.{f}Z", "T{H}:{M}:{S}{z}", "T{H}:{M}", "T{H}:{M}Z", "T{H}{M}{S}Z", "T{H}:{M}:{S}.{f}{z}", "T{H}{M}", "T{H}:{M}{z}",
    "Z", "{z}", " {H}:{M}:{S}Z", " {H}:{M}:{S}.{f}{z}", "T{H}:{M}:{S} {z}", "t{H}:{M}:{S}z", "-{H}-{M}-{S}", "_{H}-{M}-{S}", " {H}-{M}-{S}", "_{H}_{M}_{S}", ":{H}:{M}:{S}", "T{H}-{M}-{S}", "_{H}{M}{S}",
)  # fmt: skip
DIGIT_SHAPES = ("{H}{M}{S}", "{H}{M}{S}", "{H}{M}", "T{H}{M}{S}", " {H}{M}", "-{H}{M}{S}", "_{H}{M}{S}", "T{H}{M}{S}Z", " {H}:{M}", " {H}:{M}:{S}", "-{H}{M}", "_{H}{M}", "T{H}{M}", "{H}{M}{S}Z")  # fmt: skip
CHINESE_SHAPES = (
    "{H}时{M}分", "{G}点{M}分", "{G}點{M}分", "{G}时", "{G}点", "下午{h}:{M}", "上午{h}:{M}", "下午{h}点{M}分", "上午{h}点", "晚上{h}点", "早上{h}点", "中午", "凌晨{h}点", "{H}:{M}分", "{G}点半",
    "{c}点", "{c}点{m}分", "下午{c}点", "上午{c}点", "下午{c}点半", "晚上{c}点{m}分", "{c}时{m}分", "{c}點{m}分", "下午{c}時{m}分", "{c}时{m}分{m}秒", "{c}点{m}分{m}秒", "{c}點半", "下午{c}时半{m}秒",
    "{H}时{M}分{S}秒", "傍晚", "夜间", "下午 {h}:{M}:{S}", "正午", "{H}：{M}",
)  # fmt: skip
SHAPES_IN = {
    "ar": ("{H}:{M}", "الساعة {H}:{M}", "في الساعة {G}", "الساعة {h}:{M} {a}", "{h}:{M} صباحا", "{h}:{M} مساءً", "{h} مساء", "على الساعة {H}:{M}", "عند {H}:{M}", "س {H}:{M}"),
    "be": ("у {H}:{M}", "а {G} гадзіне", "{G} гадзін {M} хвілін", "у {G} гадзін {M} хвілін", "{G} г. {M} хв.", "{G} гадзін"),
    "bg": ("в {H}:{M}", "в {G} часа", "{H}:{M} ч.", "{G} ч", "{H}.{M} ч.", "от {G} ч.", "в {G} ч. и {M} мин.", "около {H}:{M}"),
    "bn": ("সকাল {G}টা", "বিকাল {h}টা {M} মিনিট", "রাত {h}:{M}", "দুপুর {h}টায়", "{H}:{M} টায়"),
    "ca": ("a les {G}:{M}", "a les {G} h", "{H}.{M} h", "{G} h", "a la {G}", "a les {G} del matí", "de {G} a {J} h"),
    "cs": ("v {H}:{M}", "v {G} hodin", "{G} hod.", "{H}.{M} hod.", "{H}:{M} hod", "od {G} hod.", "o {G}. hodině", "v {G}.{M} h", "{G} h", "od {H}:{M} do {I}:{M}", "ve {H}:{M}"),
    "da": ("kl. {H}.{M}", "kl. {H}:{M}", "kl {H}.{M}", "klokken {G}", "kl. {G}", "{H}.{M}", "fra kl. {H}.{M}", "kl. {H}-{I}"),
    "de": ("{H}:{M} Uhr", "{H}.{M} Uhr", "{G} Uhr", "um {H}:{M} Uhr", "um {H}:{M}", "um {G} Uhr", "gegen {G} Uhr", "ab {G} Uhr", "ca. {H}:{M}", "ca. {H}:{M} Uhr", "{H}:{M}Uhr", "{H}:{M} bis {I}:{M}",
           "{G} bis {J} Uhr", "{H}:{M} - {I}:{M} Uhr", "{H} - {I} Uhr", "zwischen {G} und {J} Uhr", "von {G} bis {J} Uhr", "um ca. {H}:{M} Uhr", "abends um {H}:{M}", "{H}.{M}h", "um {G}", "früh {G} Uhr",
           "{G}:{M} Uhr morgens", "{H}:{M} Uhr MEZ", "ab {H}:{M}", "bis {G} Uhr", "kurz nach {G} Uhr", "{G} Uhr {M}", "halb {h}", "frühmorgens", "spätabends", "gegen Mittag", "am frühen Morgen", "vormittags",
           "nachmittags", "abends", "morgens", "nachts", "mittags", "früh", "spät abends", "am Vormittag", "am Nachmittag", "{G}h"),
    "el": ("στις {G}:{M}", "στις {G}", "{h}:{M} π.μ.", "{h}:{M} μ.μ.", "{h} μμ", "ώρα {H}:{M}", "{H}:{M} πμ", "στις {h} το πρωί"),
    "en": ("{h}:{M} {p}", "{h} {p}", "at {h}{p}", "{h}:{M}{p}", "{H}:{M}", "at {h} o'clock", "half past {h}", "quarter to {h}", "{h} in the morning", "{h} in the evening", "{h}:{M} in the afternoon",
           "from {h}{p}", "by {h} {p}", "after {h} {p}", "before {h}{p}", "{h}-{J} {p}", "{H}{M} hours", "{h}ish", "tonight", "{h}:{M} {p} EST", "{h}:{M} {p} ET", "at {h} in the morning", "{h} p"),
    "eo": ("je la {G}-a horo", "je {H}:{M}", "{G}-a horo", "je la {G}a"), "es": (
        "a las {G}:{M}", "a las {G}", "a la {h}:{M} {p}", "{H}:{M} h", "{H}:{M}h", "{G} h", "a las {H}:{M} horas", "{H}.{M} horas", "{G} horas", "a las {h} de la mañana", "a las {h} de la tarde", "{h}:{M} a. m.",
        "{h}:{M} p. m.", "{h} de la noche", "de {G} a {J} horas", "por la noche", "por la tarde", "al mediodía", "a medianoche", "hora {H}:{M}", "desde las {G}", "{H}:{M} hs", "{G} hs."),
    "et": ("kell {H}.{M}", "kell {H}:{M}", "kell {G}", "kl {H}.{M}", "kella {G}", "kl {G}"), "eu": ("{H}:{M}", "{H}:{M}etan", "{G}etan", "arratsaldeko {h}etan", "goizeko {h}:{M}"),
    "fa": ("ساعت {H}:{M}", "ساعت {G}", "{h}:{M} ب.ظ.", "{h}:{M} ق.ظ.", "ساعت {h} صبح", "ساعت {h} عصر", "{H}:{M}", "شب ساعت {h}", "ساعت {G} و {M} دقیقه"),
    "fi": ("klo {H}:{M}", "klo {G}.{M}", "klo {G}", "kello {G}", "kello {H}.{M}", "klo {G}.{M}–{J}.{M}", "aamulla", "illalla", "iltapäivällä", "klo {G}-{J}", "{G}.{M} ip.", "{G}.{M} ap."),
    "fr": ("{G}h{M}", "{H}h{M}", "à {G}h{M}", "à {H}h{M}", "à {G} h", "à {G}h", "{G} h {M}", "à {H}:{M}", "{G} heures", "à {G} heures {M}", "{G}h", "vers {G}h", "dès {G}h", "de {G}h à {J}h", "du matin", "du soir",
           "à midi", "à minuit", "dans l'après-midi", "le matin", "le soir", "{H}:{M} h", "entre {G}h et {J}h", "jusqu'à {G}h", "à partir de {G}h{M}", "{G}h{M}min", "{h} heures du matin", "{H} h {M} min"),
    "gl": ("ás {G}:{M}", "ás {G} h", "{H}:{M} horas", "ás {G} horas"), "he": ("בשעה {H}:{M}", "ב-{H}:{M}", "שעה {H}:{M}", "{H}:{M} בבוקר", "בשעה {h} בערב", "{H}:{M}", "בצהריים"),
    "hi": ("{h}:{M} बजे", "{h} बजे", "सुबह {h}:{M} बजे", "शाम {h} बजे", "दोपहर {h} बजे", "रात {h}:{M} बजे", "को {H}:{M} बजे", "{h}:{M} अपराह्न"),
    "hr": ("u {H}:{M}", "u {G} sati", "{H}:{M} h", "u {H}.{M} sati", "{G} h", "u {G}h", "od {G} do {J} sati", "u podne", "u ponoć", "ujutro", "navečer"),
    "hu": ("{G}:{M}", "{H} óra {M} perc", "{G} órakor", "{G} óra", "{H}.{M}-kor", "{H}:{M}-kor", "du. {h}:{M}", "de. {h}:{M}", "este {h} óra", "reggel {h}-kor", "délután {h}", "délben", "éjfélkor", "{G} ó"),
    "hy": ("ժամը {H}:{M}", "ժ. {H}:{M}", "ժամը {G}-ին"), "id": ("pukul {H}.{M}", "pukul {H}:{M}", "jam {H}.{M}", "pukul {G} WIB", "pkl {H}.{M}", "jam {G} pagi", "pukul {H}.{M} WIB", "sore", "jam {h} malam"),
    "is": ("kl. {H}:{M}", "klukkan {G}", "kl. {G}", "kl. {H}.{M}"),
    "it": ("alle {G}:{M}", "alle ore {G}", "ore {H}:{M}", "alle {G}", "ore {H}.{M}", "alle {H}.{M}", "h {H}:{M}", "dalle {G} alle {J}", "ore {G}", "h. {H}.{M}", "della sera", "del mattino", "di mattina", "alle {h} di sera",
           "a mezzogiorno", "a mezzanotte", "nel pomeriggio", "verso le {G}", "alle ore {H}.{M}", "alle ore {H}:{M}"),
    "ja": ("{G}時{M}分", "{H}時{M}分", "{G}時", "午後{h}時{M}分", "午前{h}:{M}", "午後{h}:{M}", "午前{h}時", "午後{h}時", "{G}時{M}分{S}秒", "{G}時半", "正午", "朝{h}時", "夜{h}時", "{H}:{M}～", "{H}:{M}頃", "{G}時から", "{G}時ごろ",
           "{H}：{M}", "{c}時", "午後{c}時{m}分", "{c}時{m}分", "夕方", "深夜", "{G}時〜{J}時", "AM{h}:{M}", "PM {h}:{M}"),
    "ka": ("{H}:{M} საათზე", "{G} საათზე", "{G} სთ", "{H}:{M} სთ-ზე", "{G} საათი და {M} წუთი"), "kk": ("сағат {H}:{M}", "сағат {G}-де", "{H}:{M}", "сағ. {H}:{M}"),
    "ko": ("{G}시 {M}분", "{H}시 {M}분", "{G}시", "오후 {h}:{M}", "오전 {h}시 {M}분", "오후 {h}시", "오전 {h}:{M}", "{G}시{M}분", "오후 {h}시 {M}분", "{G}시 {M}분 {S}초", "저녁 {h}시", "아침 {h}시", "정오", "새벽 {h}시", "밤 {h}시 {M}분",
           "{H}:{M} ~ {I}:{M}", "오후 {h}:{M}:{S}", "낮 12시"),
    "lt": ("{H}:{M} val.", "{G} val.", "{H}.{M} val.", "{G} val. {M} min.", "nuo {G} val."), "lv": ("plkst. {H}:{M}", "plkst. {H}.{M}", "plkst. {G}", "pulksten {G}", "pl. {H}:{M}"),
    "mk": ("во {H}:{M}", "во {G} часот", "{H}:{M} ч.", "{G} ч"), "ml": ("രാവിലെ {h}:{M}", "വൈകിട്ട് {h} മണി", "{h}:{M} മണിക്ക്"), "mr": ("दुपारी {h} वाजता", "सकाळी {h}:{M}", "{h}:{M} वाजता"),
    "ms": ("pukul {h}:{M} pagi", "jam {h}.{M} petang", "pukul {h}.{M} malam", "{h}:{M} PTG", "{h}:{M} PG"), "mn": ("{H} цаг {M} минут", "{G} цагт", "{H}:{M} цагт", "{H}:{M}"),
    "nb": ("kl. {H}.{M}", "kl. {H}:{M}", "kl {H}.{M}", "klokka {G}", "klokken {G}", "kl. {G}", "kl. {G}–{J}", "om kvelden"),
    "nl": ("om {H}:{M}", "om {G} uur", "{H}.{M} uur", "{G} uur", "om {H}.{M} uur", "{H}:{M} uur", "{H}u{M}", "{G}u", "om {G}u{M}", "vanaf {G} uur", "van {G} tot {J} uur", "'s ochtends", "'s avonds", "'s middags", "rond {G} uur",
           "om {h} uur 's avonds", "{G}:{M}u", "tot {G} uur"),
    "pl": ("o {H}:{M}", "o godz. {H}:{M}", "godz. {H}.{M}", "godz. {G}", "o godzinie {H}:{M}", "o {G}.{M}", "godzina {G}", "g. {H}:{M}", "od {G} do {J}", "w południe", "o północy", "rano", "wieczorem", "po południu", "około {G}",
           "o godz. {G}", "od godz. {H}:{M}", "g. {H}.{M}"),
    "pt": ("às {G}h", "às {H}:{M}", "às {G}h{M}", "{G}h{M}", "{H}h{M}", "às {G} horas", "{H}:{M} h", "{H}h{M}min", "às {h} da manhã", "às {h} da tarde", "à noite", "da tarde", "da manhã", "ao meio-dia", "à meia-noite", "pelas {G}h{M}",
           "das {G}h às {J}h", "{G}h", "às {H}h{M}min", "{H}.{M}h"),
    "ro": ("ora {H}:{M}", "la ora {G}", "orele {H}.{M}", "ora {G}", "la {H}:{M}", "orele {G}", "ora {H}.{M}", "la ora {H}:{M}", "dimineața", "seara", "de la {G} la {J}", "la prânz"),
    "ru": ("в {H}:{M}", "в {G} часов", "в {G}:{M}", "{G} ч", "{G} ч. {M} мин.", "в {G} часа {M} минут", "{G} часов {M} мин", "{H}:{M} мск", "в {G} утра", "в {h} вечера", "{h} часов вечера", "{H}.{M}", "с {H}:{M}", "до {G}:{M}",
           "в {H}:{M} по московскому времени", "утром", "вечером", "днём", "ночью", "в полдень", "в полночь", "около {G} часов", "в {G} час.", "{G}ч{M}м", "{G} часов", "{G} час. {M} мин.", "{H}:{M}:{S} MSK", "с {G} до {J}"),
    "sk": ("o {H}:{M}", "o {G}. hodine", "{H}.{M} hod.", "{G} hod", "o {G} h", "od {G}:{M} do {J}:{M}"), "sl": ("ob {H}:{M}", "ob {G}. uri", "ob {G}.{M}", "ob {H}.{M} uri", "{G} h", "od {G}. do {J}. ure"),
    "sq": ("në orën {H}:{M}", "ora {H}:{M}", "ora {G}", "në ora {H}.{M}"), "sr": ("у {H}:{M}", "у {G} часова", "{H}:{M} ч", "u {H}:{M}", "u {G} časova", "{G} h", "{H}.{M} часова", "u {G}h"),
    "sv": ("kl. {H}.{M}", "kl {H}:{M}", "klockan {G}", "kl. {G}", "kl {G}", "klockan {H}.{M}", "kl. {H}:{M}", "kl {H}-{I}", "på kvällen", "på morgonen", "fm", "em", "kl {H}.{M}"), "sw": ("saa {G}:{M}", "saa {G} asubuhi", "saa {h} jioni"),
    "ta": ("காலை {h}:{M}", "மாலை {h} மணி", "{h}:{M} மணிக்கு"), "te": ("ఉదయం {h}:{M}", "సాయంత్రం {h} గంటలకు", "{h}:{M} గం."),
    "th": ("{H}:{M} น.", "{H}.{M} น.", "เวลา {H}:{M} น.", "เวลา {H}.{M} น.", "{H}:{M}", "{G} นาฬิกา", "{H}:{M} นาฬิกา", "เวลา {G} น.", "{G} โมงเช้า", "บ่าย {h} โมง", "{h} ทุ่ม", "{G} นาฬิกา {M} นาที", "เที่ยงคืน", "เที่ยง"),
    "tr": ("saat {H}:{M}", "saat {H}.{M}", "{H}:{M}'de", "saat {G}'de", "{H}:{M} sularında", "öğleden sonra {h}:{M}", "sabah {h}", "akşam {h}:{M}", "saat {G}:{M}'da", "{H}.{M}", "gece yarısı", "öğlen"),
    "uk": ("о {H}:{M}", "о {G} годині", "{G} год. {M} хв.", "о {G}-й годині", "{H}.{M}", "{G} год", "з {H}:{M}", "о {G} год. {M} хв.", "{G} годин {M} хвилин", "вранці", "ввечері", "опівдні", "о {h} вечора", "до {G}:{M}"),
    "ur": ("{h}:{M} بجے", "صبح {h} بجے", "شام {h}:{M} بجے", "رات {h} بجے"), "uz": ("soat {H}:{M}", "soat {G} da", "соат {H}:{M}"),
    "vi": ("lúc {H}:{M}", "{G} giờ {M}", "{G} giờ {M} phút", "lúc {G} giờ", "{G}h{M}", "{G}h", "lúc {G}h{M}", "{h} giờ sáng", "{h} giờ chiều", "{h} giờ tối", "vào lúc {H}:{M}", "{H}:{M} SA", "{H}:{M} CH", "{G} giờ {M} phút {S} giây", "buổi sáng",
           "buổi chiều", "lúc {h}h sáng", "{H} giờ {M}"),
    "zh": CHINESE_SHAPES, "yue": CHINESE_SHAPES,
}  # fmt: skip
SHAPES_IN |= {"nn": SHAPES_IN["nb"], "no": SHAPES_IN["nb"], "bs": SHAPES_IN["hr"]}

WORDS = (
    "p.m",
    "am",
    "o’clock",
    "matin",
    "soir",
    "abends",
    "mañana",
    "tarde",
    "sera",
    "вечера",
    "утра",
    "晚上",
    "早上",
    "下午",
    "朝",
    "夜",
    "오전",
    "오후",
    "rano",
    "večer",
    "ráno",
    "noon",
)
OFFSETS = (
    "Z",
    "+00:00",
    "+02:00",
    "-05:00",
    "+0100",
    "-0800",
    "+08",
    "+05:30",
    "+0000",
    "+9",
    "-3",
    "+01:00",
    "-0700",
    "-03:00",
)
PERIODS = ("AM", "PM", "am", "pm", "a.m.", "p.m.", "A.M.", "P.M.", "a.m", "p.m")
FRACTIONS = ("123", "000", "5", "25", "123456", "00", "999", "1234567")
ZONES = ("UTC", "GMT", "Z", "EST", "EDT", "CET", "CEST", "PST", "PDT", "MSK", "IST", "JST", "CST", "BST", "AEST", "KST", "SGT", "WIB", "CDT", "MST", "EET", "WEST", "BRT", "ART", "Europe/Berlin",
         "America/New_York", "Asia/Tokyo", "Europe/Paris", "China Standard Time", "Central European Time", "Pacific Daylight Time", "UT", "EET")  # fmt: skip
BETWEEN_HOURS = re.compile(r"(?<=\})( ?[-–〜~] ?)(?=\{[IJ]\})")
OWN = 192  # times in a language's own words


def some_times(
    rng: Random, shapes: Sequence[str], count: int, periods: Sequence[str] = PERIODS, language: str = "en"
) -> list[Written]:
    """Return `count` times of day in `shapes`. periods: what {a} may be. language: of the words in the shapes."""
    return [_time(rng, pick(shapes, rng), periods, language) for _ in range(count)]


def times_in(facts: LocaleFacts, seed: int) -> list[Written]:
    """Return times of day in the words of a locale's language and in CLDR's own patterns; none where it has neither."""
    shapes = [
        *map(_shape, facts.times),
        *SHAPES_IN.get(facts.language, ()) * 2,
        *map(_without_braces, facts.times_of_day),
    ]
    rng = Random(f"{seed} {facts.identifier}")
    return some_times(rng, shapes, OWN, facts.day_periods or PERIODS, facts.language) if shapes else []


def _shape(pattern: str) -> str:
    """Return the shape of a CLDR time pattern.

    >>> _shape("h:mm a"), _shape("HH 'h' mm"), _shape("B h:mm")
    ('{h}:{M} {a}', '{H} h {M}', '{a} {h}:{M}')
    """
    fields = {
        "HH": "{H}",
        "H": "{G}",
        "hh": "{h:02d}",
        "h": "{h}",
        "mm": "{M}",
        "m": "{M}",
        "ss": "{S}",
        "s": "{S}",
    }
    letters = {"a": "{a}", "b": "{a}", "B": "{a}", "z": "{Z}", "v": "{Z}", "Z": "{z}", "O": "GMT{z}"}
    return "".join(
        fields.get(name) or letters.get(name[:1]) or _without_braces(literal)
        for literal, name in split_pattern(pattern)
    )


def _without_braces(text: str) -> str:
    return text.replace("{", "").replace("}", "")


def _time(rng: Random, shape: str, periods: Sequence[str], language: str) -> Written:
    random = rng.random
    hour, end, minute = int(random() * 24), int(random() * 24), int(random() * 60)
    if "{c}" in shape:
        spoken: dict[str, Value] = {
            "c": (chinese_number(hour or 12), "hour"),
            "m": (chinese_number(minute or 30), "minute"),
        }
        return fill(shape, "connector", language, **spoken)
    fields: dict[str, Value] = {
        "H": (f"{hour:02d}", "hour"),
        "G": (hour, "hour"),
        "h": (hour % 12 or 12, "hour"),
        "M": (f"{minute:02d}", "minute"),
        "S": (f"{int(random() * 60):02d}", "second"),
        "f": (pick(FRACTIONS, rng), "fraction"),
        "z": (pick(OFFSETS, rng), "offset"),
        "Z": (pick(ZONES, rng), "zone"),
        "p": (pick(PERIODS, rng), "dayperiod"),
        "a": (pick(periods, rng), "dayperiod"),
        "w": (pick(WORDS, rng), "dayperiod"),
        "I": (f"{end:02d}", "hour"),
        "J": (end, "hour"),
    }
    return fill(_with_ranges(shape), "connector" if "{" in shape else "dayperiod", language, **fields)


@cache
def _with_ranges(shape: str) -> str:
    """Return a shape whose sign between two hours says so.

    >>> _with_ranges("{H}:{M} - {I}:{M}")
    '{H}:{M}{range: - }{I}:{M}'
    """
    return BETWEEN_HOURS.sub(r"{range:\1}", shape)
