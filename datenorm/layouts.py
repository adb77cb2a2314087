"""How people lay a date out beyond CLDR's own patterns: a table in CLDR's pattern language, with a few fields more.

N   a month name in any style the language has       R   the month in Roman numerals
o   an ordinal day, 1st 1er 1.                       k   the day in words, where we have them
X   a weekday name in any style                      T   a time of day
C K J   year, month, day in Chinese numerals
"""

import itertools
import re
import unicodedata

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CHINESE_DIGITS = "〇一二三四五六七八九"

NAMED = (
    "d N y", "dd N y", "d N y", "dd N y", "d N, y", "d, N y", "d. N y", "dd. N y", "d N. y", "d/N/y", "dd/N/y", "d-N-y", "dd-N-y",
    "d.N.y", "d_N_y", "dNy", "ddNy", "d - N - y", "d-N y", "d. N. y", "d N-y", "d N yy", "dd-N-yy", "d-N-yy", "dd/N/yy", "d. N yy",
    "d N ''yy", "dd N ''yy", "N d, y", "N d, y", "N d y", "N dd, y", "N dd y", "N d. y", "N. d, y", "N-d-y", "N/d/y", "N d ''yy",
    "N.d.y", "Nd,y", "N d,y", "N d , y", "N dd,y", "y N d", "y N dd", "y, N d", "y-N-dd", "y-N-d", "y/N/d", "y. N d.", "y N d.",
    "y.N.dd", "y_N_dd", "yNdd", "N y d", "N y, d", "y d N", "y dd N", "d of N y", "o N y", "o N, y", "o of N y", "o N. y", "N o, y",
    "N o y", "the o of N, y", "y N o", "k N y", "N k y", "k of N y", "N d y G", "d N y G", "d N G y", "(d N y)", "d  N  y", "d N , y",
    "d . N . y", "ddN y", "dN y", "d Ny", "o-N-y", "N, d y", "N, d, y", "y, d N", "dd.N.yy", "dd N. y", "d N/y",
)  # fmt: skip
ROMAN_NAMED = ("d.R.y", "d. R. y", "d R y", "d-R-y", "d/R/y", "dd.R.y", "d.R.yy", "y.R.d", "y-R-dd", "d. R y")
WITH_WEEKDAY = (
    "X {}", "X, {}", "X {}", "X, {}", "X. {}", "{} X", "{}, X", "{} (X)", "(X) {}", "X - {}", "X. , {}", "X the {}", "X {}.", "X: {}", "{}(X)", "{}（X）",
    "X, den {}", "X den {}", "X on {}", "{} X.", "{}, X,",
)  # fmt: skip
UNIX = (
    "X N d T y",
    "X N dd T y",
    "X, d N T y",
    "N d T y",
    "X N dd T 'GMT' y",
    "X N dd y T",
    "T d N y",
    "T, N d, y",
    "T X d N y",
)
NUMERIC_SEPARATORS = {
    "/": 12, ".": 12, "-": 12, " ": 5, ". ": 4, " / ": 1, " . ": 1, " - ": 1, "_": 1, ",": 1, "–": 1, "‐": 1, "−": 1, "⁄": 1, "\u2009": 1,
    "·": 1, "\u200f/": 1, ", ": 1, "、": 1, "／": 1, "．": 1, "’": 1,
}  # fmt: skip
COMPACT = ("yMMdd", "yMMdd", "ddMMy", "MMddy")
COMPACT_SHORT = (
    "ddMMyy",
    "MMddyy",
    "yyMMdd",
)  # six digits are a date only for a reader who was told the order
CHINESE = (
    "y年M月d日", "y年MM月dd日", "y年 M月 d日", "y 年 M 月 d 日", "y年M月d", "yy年M月d日", "C年K月J日", "C年K月J", "y年K月d日", "C年M月d日",
    "y.M.d", "y年M月d號", "y年M月d号", "G y年M月d日", "Gy年M月d日", "y年M月d日X", "y年M月d日(X)", "y年M月d日（X）", "y年M月d日 X", "y/M/d(X)",
    "于y年M月d日", "C年，K月J号", "C年K月J日X", "y年M月d日，X", "y年M月d号X",
)  # fmt: skip
CHINESE_PARTIAL = ("y年M月", "C年K月", "y年", "M月d日", "K月J日", "M月d日X", "M月d号", "y年K月", "M月d")
KOREAN = (
    "y년 M월 d일",
    "y년M월d일",
    "y년 MM월 dd일",
    "y. M. d.",
    "y. M. d",
    "yy년 M월 d일",
    "y년 M월 d일 X",
    "y년 M월 d일(X)",
)
KOREAN_PARTIAL = ("y년 M월", "y년", "M월 d일", "M월d일")
# Words a language puts around day, month and year, whatever CLDR's patterns do.
BY_LANGUAGE = {
    "bg": ("d N y г", "d N y г.", "d N y година", "dd.MM.y г.", "d.M.y г"),
    "ar": ("d N، y", "d N y م", "X، d N، y", "يوم d N y", "d من N y", "X d N y م"),
    "bn": ("d N, y", "d N y সাল", "o N y", "d N y সালে", "y সালের d N"),
    "el": ("d N y", "o N y", "X d N του y"),
    "fa": ("d N y", "d N سال y", "y/M/d میلادی", "X d N y"),
    "he": ("d בN y", "ה-d בN y", "d N y", "X ה-d בN y", "ב-d בN y", "d בN, y"),
    "hi": ("d N y", "d N, y", "सन् y d N", "y के d N", "o N y"),
    "id": ("d N y", "tanggal d N y", "X, d N y", "tgl d N y"),
    "bs": ("d. N y.", "dd.MM.y.", "d.M.y. godine"),
    "ca": ("d de N de y", "d de N del y", "d d’N de y", "o de N de y"),
    "cs": ("d. N y", "d.N y", "d. M. y", "dne d. N y"),
    "da": ("d. N y", "den d. N y", "d.N y"),
    "de": ("d. N y", "d.N y", "d.N.y", "den d. N y", "X, den d. N y", "X den d. N y", "X, d. N y", "d. N ''yy", "der d. N y"),
    "en": ("k of N y", "the k of N y", "N k, y", "o day of N, y", "o of N, y", "the o N y", "N the o, y", "d N in the year y", "N of d, y"),
    "eo": ("la d-a de N y", "d-a de N y"),
    "es": ("d de N de y", "d de N del y", "d de N y", "d N de y", "el d de N de y", "d de N del año y", "N d de y", "X d de N de y",
           "o de N de y", "k de N de y"),
    "et": ("d. N y", "d. N y. a."),
    "eu": ("y 'ko' N d", "y'(e)ko' N'ren' d'a'", "y. 'urteko' N d"),
    "fi": ("d. N'ta' y", "d. N y", "d.M.y", "N'n' d. y"),
    "fr": ("le d N y", "o N y", "le o N y", "d N de l’an y", "X le d N y", "k N y"),
    "gl": ("d de N de y", "d 'de' N 'do' y"),
    "hr": ("d. 'u' N y.", "d. N y.", "d. N y. godine", "dd.MM.y.", "d. M. y."),
    "hu": ("y. N d.", "y. N d-én", "y. N d", "y. MM. dd.", "y.MM.dd.", "y N d.", "y. N d., X"),
    "hy": ("d N, y թ.", "y թ. N d"),
    "is": ("d. N y", "d. N, y"),
    "it": ("d N y", "il d N y", "o N y", "il d N del y", "X d N y", "k N y"),
    "ka": ("d N, y", "y 'წლის' d N", "d N y 'წელი'", "y წ. d N"),
    "kk": ("y ж. d N", "d N y ж.", "y 'жылғы' d N", "y жыл d N"),
    "la": ("d N anno y",),
    "lt": ("y 'm'. N d 'd'.", "y 'm'. N d", "y N d", "y 'm'. N d 'diena'"),
    "lv": ("y. 'gada' d. N", "d. N y", "y.g. d. N", "d.N y. 'gadā'"),
    "mk": ("d N y г.", "d N y година"),
    "mn": ("y оны N d", "y оны M сарын d", "y.MM.dd"),
    "nl": ("d N y", "o N y", "den d N y"),
    "no": ("d. N y", "den d. N y"), "nb": ("d. N y", "den d. N y"), "nn": ("d. N y", "den d. N y"),
    "pl": ("d N y r.", "d N y roku", "d N y r", "dd.MM.y r.", "dnia d N y r."),
    "pt": ("d de N de y", "d de N y", "o de N de y", "d N de y", "d 'de' N 'do' 'ano' 'de' y", "X, d de N de y"),
    "ro": ("d N y", "d N anul y", "la d N y"),
    "ru": ("d N y г.", "d N y г", "d N y года", "d N y год", "o N y года", "d-го N y", "dd.MM.y г.", "N d, y г.", "«d» N y г.", "k N y года"),
    "sk": ("d. N y", "dňa d. N y", "d. M. y"),
    "sl": ("d. N y", "dne d. N y", "d. M. y"),
    "sq": ("d N y", "më d N y"),
    "sr": ("d. N y.", "d. N y. 'године'", "dd.MM.y."),
    "sv": ("den d N y", "d N y", "den o N y"),
    "th": ("d N y", "วันที่ d N y", "วันXที่ d N y", "d N ค.ศ. y", "วันที่ d N ค.ศ. y", "d N พ.ศ. y"),
    "tr": ("d N y", "d N y X", "y yılı d N"),
    "uk": ("d N y р.", "d N y року", "d N y рік", "o N y", "d-го N y", "dd.MM.y р."),
    "uz": ("d-N y", "y-yil d-N", "d-N, y"),
    "vi": ("'ngày' d 'tháng' M 'năm' y", "d 'tháng' M 'năm' y", "'ngày' d/M/y", "d 'tháng' M, y", "'Ngày' dd 'tháng' MM 'năm' y",
           "'ngày' d 'tháng' M y", "X 'ngày' d 'tháng' M 'năm' y", "'tháng' M 'ngày' d 'năm' y"),
}  # fmt: skip
MONTH_YEAR = (
    "N y",
    "N y",
    "N, y",
    "y N",
    "N-y",
    "N/y",
    "N. y",
    "y-N",
    "Ny",
    "N ''yy",
    "N yy",
    "N-yy",
    "y, N",
    "N of y",
    "N de y",
    "N y G",
)
MONTH_YEAR_NUMERIC = (
    "MM/y",
    "M/y",
    "y-MM",
    "y/MM",
    "MM.y",
    "M.y",
    "y.MM",
    "MM-y",
    "y/M",
    "R.y",
    "R/y",
    "MM/yy",
    "y-M",
)
YEAR = ("y", "y", "y", "y.", "y G", "G y", "(y)", "year y", "anno y", "in y")
DAY_MONTH = ("d N", "d N", "N d", "N d", "d. N", "dd N", "N dd", "d-N", "d/N", "dN", "N-d", "o N", "N o", "o of N", "d of N", "X d N",
             "X, N d", "X, d N", "X, d. N", "the o of N", "k of N", "k N", "X o N", "X the o of N", "N d.", "N. d", "d.R.", "d R")  # fmt: skip
DAY_MONTH_NUMERIC = {
    "DMY": ("d/M", "dd/MM", "d.M.", "dd.MM.", "d. M.", "X d.M.", "X dd.MM.", "d/M.", "d.MM.", "X, d/M"),
    "MDY": ("M/d", "MM/dd", "X M/d"),
    "YMD": ("--MM-dd", "MM-dd"),
}

# Month names in use that CLDR does not list: language -> month number -> names.
NAMES_BEYOND = {
    "bg": {1: ["ян"], 9: ["септ"], 11: ["ноем"], 12: ["дек"]},
    "cs": {1: ["led"], 2: ["úno"], 3: ["bře"], 4: ["dub"], 5: ["kvě"], 6: ["čvn"], 7: ["čvc"], 9: ["zář"], 10: ["říj"], 11: ["lis"]},
    "de": {1: ["Jänner", "Jän", "Jaenner", "Hartung"], 2: ["Feber"], 3: ["Mrz", "Maerz", "Mär"], 6: ["Juno"], 7: ["Julei"], 9: ["Sept"]},
    "en": {1: ["Janu", "Jany"], 2: ["Febr"], 4: ["Apl"], 6: ["Jne"], 7: ["Jly"], 8: ["Augt"], 9: ["Sept", "Sept.", "Septr"], 10: ["Octr"],
           11: ["Novr"], 12: ["Decr"]},
    "es": {1: ["ene"], 8: ["ago"], 9: ["setiembre", "set", "sept"], 12: ["dic"]},
    "fi": {1: ["tammikuun"], 5: ["toukok"], 9: ["syysk"]},
    "fr": {1: ["janv", "jan"], 2: ["fév", "fev", "févr"], 4: ["avr"], 7: ["juil", "jul"], 8: ["aou"], 9: ["sept", "sep"], 12: ["déc", "dec"]},
    "it": {1: ["genn"], 5: ["magg"], 6: ["giu"], 7: ["lugl"], 9: ["sett"], 10: ["ott"], 12: ["dic"]},
    "nl": {2: ["febr"], 3: ["mrt", "maa"], 9: ["sept"]},
    "no": {9: ["sept"], 12: ["des"]}, "nb": {9: ["sept"], 12: ["des"]},
    "pl": {1: ["stycznia", "stycz"], 5: ["maja", "maj"], 9: ["wrz", "wrzes"], 10: ["paźdz"], 11: ["listop"]},
    "pt": {2: ["fev"], 9: ["set"], 10: ["out"], 12: ["dez"]},
    "ro": {1: ["ian"], 5: ["mai"], 9: ["sept"], 11: ["noi", "noiem"]},
    "ru": {1: ["янв"], 2: ["февр", "фев"], 3: ["мар"], 5: ["мая"], 6: ["июн"], 7: ["июл"], 9: ["сент", "сен"], 11: ["нояб", "ноя"]},
    "sv": {9: ["sept"]},
    "tr": {1: ["oca"], 2: ["şub", "sub"], 5: ["mayis"], 8: ["agu", "ağu"], 11: ["kas"]},
    "uk": {1: ["січ"], 2: ["лют"], 3: ["бер"], 4: ["квіт"], 7: ["лип"], 8: ["серп"], 9: ["вер"], 10: ["жовт"], 11: ["лист"], 12: ["груд"]},
}  # fmt: skip

ORDINALS = {
    "ca": ("{}r", "{}è"), "cs": ("{}.",), "da": ("{}.",), "de": ("{}.", "{}te", "{}ter"), "el": ("{}η",), "eo": ("{}-a",), "es": ("{}º", "{}°", "{}ro", "{}o"),
    "et": ("{}.",), "fi": ("{}.",), "fr": ("{}e", "{}ème"), "gl": ("{}º",), "hr": ("{}.",), "hu": ("{}.", "{}-én", "{}-án"),
    "it": ("{}º", "{}°"), "ja": ("第{}",), "kk": ("{}-ші",), "nb": ("{}.",), "nl": ("{}e", "{}de", "{}ste"), "pl": ("{}.", "{}-go"),
    "pt": ("{}º", "{}°", "{}o"), "ru": ("{}-го", "{}-е", "{}го"), "sk": ("{}.",), "sl": ("{}.",), "sr": ("{}.",), "sv": ("{}:e", "{}:a", "{}e"),
    "tr": ("{}.",), "uk": ("{}-го", "{}-е"), "zh": ("第{}",), "bn": ("{}লা", "{}ই", "{}শে", "{}রা"), "hi": ("{}वां",),
}  # fmt: skip
_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split()
ENGLISH_WORDS = [*_UNITS, "seventeenth", "eighteenth", "nineteenth", "twentieth"]
ENGLISH_WORDS += [f"twenty-{unit}" for unit in _UNITS[:9]] + ["thirtieth", "thirty-first"]
DAY_WORDS = {
    "en": ENGLISH_WORDS,
    "fr": "premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt "
          "vingt-et-un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente-et-un".split(),
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
          "veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta "
          "treinta_y_uno".split(),
    "it": "primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto "
          "diciannove venti ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno".split(),
    "de": [f"{word}ten" for word in "ers zwei drit vier fünf sechs sieb ach neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
           "achtzehn neunzehn".split()] + [f"{word}zwanzigsten" for word in
           ("", "einund", "zweiund", "dreiund", "vierund", "fünfund", "sechsund", "siebenund", "achtund", "neunund")]
          + ["dreißigsten", "einunddreißigsten"],
    "ru": "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого "
          "четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого двадцать_первого "
          "двадцать_второго двадцать_третьего двадцать_четвёртого двадцать_пятого двадцать_шестого двадцать_седьмого двадцать_восьмого "
          "двадцать_девятого тридцатого тридцать_первого".split(),
}  # fmt: skip

BEFORE = (
    "Date: ", "date: ", "Date ", "DATE: ", "Dated ", "issued on ", "Issued: ", "Published ", "published on ", "(", "[", '"', "'", "«", "- ", "* ",
    ": ", "on ", "On ", "since ", "until ", "till ", "due ", "from ", "as of ", "valid from ", "born ", "b. ", "d. ", "† ", "* ", "updated: ", "~",
    "#", "= ", "> ", ", ", "1) ", "The ", "by ", "before ", "after ", "ca. ", "c. ", "created_at=", "date=", "posted ", "received ",
)  # fmt: skip
AFTER = (
    ".",
    ",",
    ")",
    "]",
    '"',
    "'",
    "»",
    ";",
    ":",
    " .",
    "!",
    "?",
    " (draft)",
    " -",
    " *",
    " UTC",
    " approx.",
    " edition",
    "...",
    "|",
    " at",
    " AD",
)
BEFORE_IN = {
    "bg": ("на ", "от "), "ca": ("el ", "dia "), "cs": ("dne ", "od ", "ze dne "), "da": ("den ", "d. "), "de": ("am ", "vom ", "den ", "Datum: ", "ab ",
    "bis ", "zum ", "ab dem ", "Am "), "el": ("στις ", "την "), "es": ("el ", "el día ", "del ", "desde el ", "fecha: ", "a ", "al "),
    "fi": ("pvm ", "alkaen "), "fr": ("le ", "du ", "au ", "depuis le ", "Date : ", "dès le ", "Le "), "hr": ("dana ", "od "), "hu": ("kelt: ",),
    "id": ("tanggal ", "pada ", "Tanggal: "), "it": ("il ", "del ", "dal ", "data: ", "lì ", "al "), "ja": ("日付: ", "日付：", "平日 "),
    "ko": ("날짜: ", "일자: "), "nl": ("op ", "d.d. ", "datum: ", "vanaf "), "no": ("den ", "dato: "), "nb": ("den ", "dato: "), "pl": ("dnia ", "z dnia ", "od "),
    "pt": ("em ", "no dia ", "dia ", "data: ", "de "), "ro": ("la ", "pe ", "din "), "ru": ("от ", "с ", "до ", "дата: ", "на ", "к "), "sk": ("dňa ",),
    "sv": ("den ", "datum: "), "tr": ("tarih: ",), "uk": ("від ", "з ", "до "), "vi": ("vào ", "ngày "), "zh": ("日期：", "于", "自"), "en": ("on the ", "the "),
}  # fmt: skip

TIMES = (
    "{H}:{M}", "{H}:{M}", "{H}:{M}", "{H}:{M}:{S}", "{H}:{M}:{S}", "{H}.{M}", "{h}:{M} {p}", "{h}:{M}{p}", "{h} {p}", "{h}{p}", "{h}:{M}:{S} {p}",
    "{H}h{M}", "{G}h{M}", "{G}h", "{H} h {M}", "{G}:{M}", "{G}:{M}", "{G}.{M}", "{G} Uhr", "{H}:{M} Uhr", "{H}.{M} Uhr", "{H}:{M}h", "{H}:{M} h", "{H}:{M}Uhr",
    "um ca. {H}:{M} Uhr", "at around {H}:{M}", "ca. {G}.{M}", "{H}时{M}分", "{G}點{M}分", "{H}:{M} bis {I}:{M}", "{w} um {H}:{M}", "o godz. {H}:{M}", "kello {G}",
    "um {H}:{M} Uhr", "um {H}:{M}", "gegen {G} Uhr", "ab {G} Uhr", "ca. {H}:{M}", "ca. {H}:{M} Uhr", "klo {H}:{M}", "klo {G}.{M}", "kl. {H}.{M}", "kl {H}:{M}",
    "at {h}:{M} {p}", "at {h} {p}", "at {H}:{M}", "@ {H}:{M}", "@{h}{p}", "om {H}:{M}", "om {G} uur", "{H}.{M} uur", "à {H}h{M}", "à {G} h", "à {H}:{M}",
    "a las {G}:{M}", "a la {G}:{M} {p}", "às {G}h{M}", "às {H}:{M}", "alle {G}:{M}", "alle ore {G}", "ore {H}:{M}", "o {H}:{M}", "u {H}:{M}", "v {H}:{M}",
    "в {H}:{M}", "в {G} часов", "о {H}:{M}", "saat {H}:{M}", "lúc {H}:{M}", "pukul {H}.{M}", "{G}時{M}分", "{G}时{M}分", "{G}時", "{G}点{M}分", "{G}시 {M}분",
    "下午{h}:{M}", "上午{h}:{M}", "午後{h}時{M}分", "午前{h}:{M}", "오후 {h}:{M}", "오전 {h}시 {M}분", "下午{h}点{M}分", "{H}:{M} น.", "{H}.{M} น.",
    "{H}:{M}:{S}.{f}", "{H}:{M}:{S},{f}", "{H}:{M}:{S}{z}", "{H}:{M}{z}", "{H}:{M}:{S} {z}", "{H}:{M} {z}", "{H}:{M}:{S} {Z}", "{H}:{M} {Z}", "{h}:{M} {p} {Z}",
    "{H}:{M}:{S}.{f}{z}", "{H}:{M}:{S} GMT{z}", "{H}:{M}:{S} GMT{z} ({Z})", "{H}{M}", "{H}:{M} {w}", "{w}", "{w}", "{w} {H}:{M}", "{w} {G} Uhr", "{h} {w}",
    "{h}:{M} {w}", "({H}:{M})", "{H}:{M}-{I}:{M}", "{H}:{M} - {I}:{M}", "{h} o'clock", "{H}:{M}:{S} {p}", "{h}.{M} {p}", "{h}:{M} {q}", "{h} {q}", "{q} {h}:{M}",
    "{H} - {I} Uhr", "zwischen {G} und {J} Uhr", "{H}:{M}:{S}:{f}", "{H}-{M}", "{H}:{M}:{S} {z}", "noon", "midnight",
)  # fmt: skip
ISO_TIMES = (
    "T{H}:{M}:{S}",
    "T{H}:{M}:{S}Z",
    "T{H}:{M}:{S}.{f}Z",
    "T{H}:{M}:{S}{z}",
    "T{H}:{M}",
    "T{H}:{M}Z",
    "T{H}{M}{S}Z",
    "T{H}:{M}:{S}.{f}{z}",
    "T{H}{M}",
)
DIGIT_TIMES = (
    "{H}{M}{S}",
    "{H}{M}{S}",
    "{H}{M}",
    "T{H}{M}{S}",
    " {H}{M}",
    "-{H}{M}{S}",
    "_{H}{M}{S}",
    "T{H}{M}{S}Z",
)
TIME_WORDS = (
    "frühmorgens", "spätabends", "gegen Mittag", "am Nachmittag", "late afternoon", "early morning", "at noon", "at midnight", "at around noon", "minuit", "midi",
    "medianoche", "mezzogiorno", "u ponoć", "u podne", "в полночь", "o půlnoci", "północ", "morgens", "abends", "früh", "früh morgens", "mittags", "vormittags", "nachmittags", "am Abend", "am Morgen", "nachts", "Mittag", "spät abends",
    "in the morning", "in the evening", "afternoon", "morning", "evening", "at night", "tonight", "du matin", "du soir", "après-midi", "matin", "soir",
    "de la mañana", "de la tarde", "por la noche", "della sera", "di mattina", "utra", "вечера", "утра", "ночи", "дня", "утром", "вечером", "da tarde",
    "da manhã", "晚上", "早上", "下午", "朝", "夜", "正午", "오전", "오후", "aamulla", "illalla", "'s ochtends", "'s avonds", "rano", "wieczorem", "večer", "ráno",
)  # fmt: skip
ZONES = (
    "UTC",
    "GMT",
    "Z",
    "EST",
    "EDT",
    "CET",
    "CEST",
    "PST",
    "PDT",
    "MSK",
    "IST",
    "JST",
    "CST",
    "BST",
    "AEST",
    "Europe/Berlin",
    "China Standard Time",
)


def numeric(order: str) -> list[tuple[str, int]]:
    """Return numeric patterns in `order` ('DMY'...) with weights: separators, padding, year width, words around."""
    patterns: list[tuple[str, int]] = []
    fields = {"D": ("d", "dd"), "M": ("M", "MM"), "Y": ("y", "yy")}
    for separator, weight in NUMERIC_SEPARATORS.items():
        for width, year in itertools.product((0, 1), fields["Y"]):
            if order == "YMD" and year == "yy" and separator != "-":
                weight = 1
            quoted = quote(separator)
            names = [year if field == "Y" else fields[field][width] for field in order]
            patterns.append((quoted.join(names), 2 * weight if year == "y" else weight))
    if order != "YMD":
        patterns += [
            ("dd.MM. y" if order == "DMY" else "MM.dd. y", 3),
            ("d.M.y." if order == "DMY" else "M.d.y.", 3),
        ]
        patterns += [
            ("d/M-y" if order == "DMY" else "M/d-y", 1),
            ("d M, y" if order == "DMY" else "M d, y", 1),
        ]
        patterns += [
            ("d.M. yy" if order == "DMY" else "M.d. yy", 2),
            ("d-M/y" if order == "DMY" else "M-d/y", 1),
        ]
        patterns += [
            ("d. M.yy" if order == "DMY" else "M. d.yy", 1),
            ("d/M ''yy" if order == "DMY" else "M/d ''yy", 1),
        ]
    else:
        patterns += [
            ("y-MM-dd", 30),
            ("y.MM.dd.", 3),
            ("y. MM. dd.", 3),
            ("y. M. d.", 3),
            ("y-MM/dd", 1),
            ("y/MMdd", 1),
        ]
    return patterns


def quote(literal: str) -> str:
    """Return `literal` as it stands in a CLDR pattern, its letters quoted."""
    return re.sub(r"[A-Za-z]+", r"'\g<0>'", literal.replace("'", "''"))


def expand(layout: str) -> str:
    """Return a layout of this module as a pattern: words between fields are quoted.

    >>> expand("the o of N, y")
    "'the' o 'of' N, y"
    """
    if "'" in layout.replace("''", ""):
        return layout
    fields = re.compile(r"d{1,2}|y{1,2}|M{1,2}|[NRokXTCKJG]")
    return re.sub(r"[A-Za-z]+", lambda word: _split_word(word.group(), fields), layout)


def _split_word(word: str, fields: re.Pattern[str]) -> str:
    """Return `word` as it is when it is made of fields alone ('ddNy'), quoted otherwise ('of', 'the')."""
    return word if re.fullmatch(f"(?:{fields.pattern})+", word) else f"'{word}'"


def ordinals(language: str) -> list[tuple[str, ...]]:
    """Return tables of 31 ordinal days as the language writes them; bare numbers where we know none."""
    english = tuple(
        f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"
        for day in range(1, 32)
    )
    tables = [tuple(form.format(day) for day in range(1, 32)) for form in ORDINALS.get(language, ())]
    if language == "fr":
        tables += [("1er", *(str(day) for day in range(2, 32)))] * 4
    return tables or [english]


def day_words(language: str) -> list[tuple[str, ...]]:
    """Return tables of 31 days in words, or of ordinals in a language whose words we lack."""
    words = DAY_WORDS.get(language)
    if words is None:
        return ordinals(language)
    spaced = tuple(word.replace("_", " ") for word in words)
    return [spaced, tuple(word.replace("-", " ") for word in spaced)]


def chinese_number(value: int) -> str:
    """Return 1..99 in Chinese numerals.

    >>> chinese_number(9), chinese_number(10), chinese_number(25)
    ('九', '十', '二十五')
    """
    tens, units = divmod(value, 10)
    return (
        ("" if tens < 2 else CHINESE_DIGITS[tens])
        + ("十" if tens else "")
        + (CHINESE_DIGITS[units] if units else "")
    )


def chinese_year(year: int) -> str:
    return "".join(CHINESE_DIGITS[int(digit)] for digit in str(year))


def month_styles(row: tuple[str, ...], language: str) -> list[tuple[str, ...]]:
    """Return `row` of twelve names, and how else people write them: case, dot, no diacritics, cut short.

    A style is kept only where it still tells all twelve apart.
    """
    styles = [row, row, row, row]
    plain = tuple(name.rstrip(".") for name in row)
    styles += [
        plain,
        tuple(name.lower() for name in row),
        tuple(name.upper() for name in plain),
        tuple(name.title() for name in row),
    ]
    bare = tuple(strip_diacritics(name) for name in plain)
    styles.append(bare)
    if language == "de":
        styles.append(tuple(name.replace("ä", "ae") for name in plain))
    if all(name[:3].isalpha() and is_alphabetic(name) for name in plain):
        cuts = [tuple(name[:length] for name in source) for length in (3, 4) for source in (plain, bare)]
        styles += cuts + [tuple(f"{name}." for name in cut) for cut in cuts[:1]]
    if any(len(name) > 3 for name in plain):
        styles.append(tuple(name if len(name) < 4 else f"{name}." for name in plain))
    return [style for style in styles if len(set(style)) == 12 and all(style)]


def names_beyond(language: str, row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return copies of `row` with the language's colloquial names put in."""
    extra = NAMES_BEYOND.get(language, {})
    count = max((len(names) for names in extra.values()), default=0)
    return [
        tuple(
            extra[month][index % len(extra[month])] if month in extra else row[month - 1]
            for month in range(1, 13)
        )
        for index in range(count)
    ]


def strip_diacritics(name: str) -> str:
    """Return `name` without the marks above and below its Latin, Greek or Cyrillic letters (`février`, `şubat`)."""
    if not is_alphabetic(name):
        return name
    special = name.translate(str.maketrans("øØłŁđĐıßæÆœŒ", "oOlLdDisaAoO"))
    return "".join(mark for mark in unicodedata.normalize("NFD", special) if not unicodedata.combining(mark))


def is_alphabetic(name: str) -> bool:
    """Return whether `name` is in a script whose letters stand alone, so that cutting it or its marks makes sense."""
    return all(
        unicodedata.name(letter, "").split(" ")[0] in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")
        for letter in name
        if letter.isalpha()
    )
