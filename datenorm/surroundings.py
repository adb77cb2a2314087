"""What stands around a date in a cell: prepositions, labels, places, brackets and quotes, words behind it."""

from random import Random

from datenorm.dataset import Spans
from datenorm.locales import LocaleFacts
from datenorm.noise import pick, splice

BEFORE = (
    "Date: ", "date: ", "Date ", "DATE: ", "Dated ", "issued on ", "Issued: ", "Published ", "published on ", "(", "[", '"', "'", "«", "- ", "* ", ": ", "on ", "On ", "since ", "until ", "till ",
    "due ", "from ", "as of ", "valid from ", "valid until ", "born ", "b. ", "d. ", "† ", "* ", "updated: ", "~", "#", "= ", "> ", ", ", "1) ", "The ", "by ", "before ", "after ", "ca. ", "c. ", "created_at=",
    "date=", "posted ", "received ", "signed on ", "Last modified: ", "Created: ", "expires ", "Expires: ", "exp. ", "DOB: ", "d.o.b. ", "Due date: ", "Delivery date: ", "Invoice date ", "starting ", "effective ",
    "paid on ", "Timestamp: ", "Time: ", "• ", "– ", "@", "\t", "...", "Updated on ", "accessed ", "retrieved ", "Copyright ", "© ", "died ", "the ", "for ", "ON ", "Until: ", "Start: ", "End: ",
)  # fmt: skip
AFTER = (
    ".", ",", ")", "]", '"', "'", "»", ";", ":", " .", "!", "?", " (draft)", " -", " *", " UTC", " approx.", " edition", "...", "|", " at", " AD", " (approx.)", " [1]", " ?", " update", " onwards", " or later",
    " (signed)", " etc.", "*", " #", "/", "<br>", " CE", " (UTC)", " only", " deadline", " version",
)  # fmt: skip
AROUND = (("(", ")"), ("[", "]"), ('"', '"'), ("'", "'"), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("「", "」"), ("【", "】"), ("（", "）"), ("*", "*"), ("**", "**"), ("<b>", "</b>"), ("<", ">"), ("`", "`"),
          ("{", "}"), ("- ", " -"), ("on ", ":"), ("~ ", " ~"))  # fmt: skip
# Put before a place's name, or behind it.
PLACES = ("{}, ", "{}, ", "{} ", "{}: ", "{} - ", "({}) ")
BEFORE_IN = {
    "af": ("op ", "datum: ", "gedateer "), "ar": ("في ", "يوم ", "بتاريخ ", "التاريخ: ", "منذ ", "حتى ", "من "), "az": ("tarix: ",), "be": ("ад ", "з ", "дата: ", "да "), "bg": ("на ", "от ", "до ", "дата: ", "роден на "),
    "bn": ("তারিখ: ", "তারিখ ",), "ca": ("el ", "dia ", "el dia ", "des del ", "fins al ", "data: ", "a "), "cs": ("dne ", "od ", "ze dne ", "do ", "datum: ", "k ", "nar. ", "Dne ", "V Praze dne "),
    "da": ("den ", "d. ", "fra ", "dato: ", "født ", "til ", "siden "), "de": ("am ", "vom ", "den ", "Datum: ", "ab ", "bis ", "zum ", "ab dem ", "Am ", "seit ", "geb. ", "geboren am ", "bis zum ", "Stand: ", "Stand ", "gültig bis ",
    "Rechnungsdatum: ", "fällig am ", "seit dem ", "der ", "dem ", "spätestens ", "Berlin, den ", "gest. ", "für den ", "von ", "zw. ", "vor dem ", "nach dem ", "ungefähr "),
    "el": ("στις ", "την ", "από ", "έως ", "ημερομηνία: ", "μέχρι ", "τη "), "en": ("on the ", "the ", "on ", "since the ", "by the ", "week of ", "as at ", "before the "), "eo": ("la ", "dato: ", "ekde "),
    "es": ("el ", "el día ", "del ", "desde el ", "fecha: ", "a ", "al ", "hasta el ", "Fecha: ", "nacido el ", "vence el ", "día ", "para el ", "en ", "antes del ", "a partir del "),
    "et": ("alates ", "kuni ", "kuupäev: ", "sünd. "), "eu": ("data: ", "Data: "), "fa": ("تاریخ: ", "در ", "از ", "تا ", "مورخ ", "تاریخ "), "fi": ("pvm ", "alkaen ", "pvm: ", "päivämäärä: ", "s. ", "syntynyt "),
    "fr": ("le ", "du ", "au ", "depuis le ", "Date : ", "dès le ", "Le ", "jusqu'au ", "né le ", "à partir du ", "en date du ", "avant le ", "Fait le ", "Paris, le ", "pour le ", "date: ", "né(e) le ", "échéance ", "ce "),
    "gl": ("o ", "o día ", "desde o ", "data: ", "do "), "he": ("ב-", "בתאריך ", "תאריך: ", "מיום ", "עד ", "ביום "), "hi": ("दिनांक ", "तारीख: ", "दिनांक: "), "hr": ("dana ", "od ", "do ", "datum: ", "dne ", "rođen "),
    "hu": ("kelt: ", "dátum: ", "Dátum: ", "Budapest, ", "szül. ", "Kelt: "), "hy": ("ամսաթիվ՝ ",), "id": ("tanggal ", "pada ", "Tanggal: ", "pada tanggal ", "tgl. ", "sejak ", "sampai ", "Jakarta, "), "is": ("þann ", "frá ", "dags. ", "til "),
    "it": ("il ", "del ", "dal ", "data: ", "lì ", "al ", "Data: ", "nato il ", "entro il ", "fino al ", "scadenza ", "Roma, ", "a ", "in data ", "prima del "), "ja": ("日付: ", "日付：", "平日 ", "期日：", "生年月日：", "更新日：", "発行日 ", "開催日:"),
    "ka": ("თარიღი: ",), "kk": ("күні: ",), "ko": ("날짜: ", "일자: ", "일시: ", "발행일: ", "생년월일: "), "lt": ("nuo ", "iki ", "data: "), "lv": ("no ", "līdz ", "datums: "), "mk": ("на ", "од ", "датум: "), "ms": ("pada ", "tarikh: ", "bertarikh "),
    "nb": ("den ", "dato: ", "fra ", "født ", "til "), "nl": ("op ", "d.d. ", "datum: ", "vanaf ", "tot ", "sinds ", "geboren op ", "dd. ", "Datum: ", "uiterlijk ", "voor "), "no": ("den ", "dato: ", "fra "), "pl": ("dnia ", "z dnia ", "od ", "do ", "data: ", "ur. ",
    "w dniu ", "z ", "Data: ", "Warszawa, ", "dn. "), "pt": ("em ", "no dia ", "dia ", "data: ", "de ", "até ", "desde ", "nascido em ", "a ", "Data: ", "Lisboa, ", "vencimento ", "a partir de ", "até o dia "),
    "ro": ("la ", "pe ", "din ", "data: ", "de la ", "până la ", "data de ", "în "), "ru": ("от ", "с ", "до ", "дата: ", "на ", "к ", "Дата: ", "родился ", "г. Москва, ", "по ", "дата рождения ", "не позднее ", "до "), "sk": ("dňa ", "od ", "do ", "dátum: ", "zo dňa "),
    "sl": ("dne ", "od ", "do ", "datum: ", "z dne "), "sq": ("më ", "data: ", "nga "), "sr": ("од ", "до ", "датум: ", "дана ", "dana ", "od "), "sv": ("den ", "datum: ", "från ", "till ", "född ", "senast ", "Datum: "), "sw": ("tarehe ", "tarehe: "), "ta": ("தேதி: ",), "te": ("తేదీ: ",),
    "th": ("วันที่ ", "เมื่อวันที่ ", "ตั้งแต่ ", "ณ วันที่ "), "tr": ("tarih: ", "Tarih: ", "doğum tarihi ", "en geç "), "uk": ("від ", "з ", "до ", "дата: ", "Дата: ", "народився ", "м. Київ, ", "на "), "ur": ("تاریخ: ", "مورخہ "), "uz": ("sana: ",), "vi": ("vào ", "ngày ", "Ngày: ", "từ ", "đến ", "Hà Nội, ",
    "vào ngày ", "từ ngày "), "zh": ("日期：", "于", "自", "截至", "出生日期：", "时间：", "發佈日期：", "至", "在", "从", "更新于", "生于"),
}  # fmt: skip
AFTER_IN = {
    "ja": ("から", "まで", "以降", "現在", "付", "に", "発行", "（予定）", "頃", "生まれ", "より"), "ko": ("부터", "까지", "에", "기준", "현재", "생", " 발행", "자"), "zh": ("前", "起", "止", "之前", "以后", "发布", "出生", "（含）", "生"), "tr": (" tarihinde", " tarihli", " tarihinden", " itibarıyla", "'de", " günü"),
    "fi": (" alkaen", " asti", " mennessä"), "hu": ("-én", "-tól", "-ig", " óta", "-i"), "et": (" alates", "ni"), "hi": (" को", " से", " तक"), "bn": (" থেকে", " তারিখে", " পর্যন্ত"), "ta": (" அன்று", " முதல்"), "te": (" న", " నుండి"), "ml": (" ന്", " മുതൽ"),
    "mr": (" रोजी", " पासून"), "ka": ("-დან", "-ს", "-მდე"), "az": (" tarixində", "-dən"), "kk": (" күні", " бастап"), "de": (" geboren", " gegründet", " (MESZ)", " ff."), "ur": (" کو", " تک"), "eu": ("n", "tik"), "lt": (" d.",), "mn": (" өдөр", " нд"), "uz": (" kuni", " dan"), "fa": (" میلادی",),
}  # fmt: skip


def surround(text: str, spans: Spans, facts: LocaleFacts, rng: Random) -> tuple[str, Spans]:
    """Return `text` with something before it, behind it, or on both sides, and its spans where they now lie."""
    draw = rng.random()
    if draw < 0.15:
        left, right = pick(AROUND, rng)
        text, spans = splice(text, spans, 0, 0, left)
        return text + right, spans
    if draw < 0.7:
        own = BEFORE_IN.get(facts.language, ())
        if draw < 0.2 and facts.words:
            before = pick(PLACES, rng).format(pick(facts.words, rng))
        else:
            before = pick(own if own and draw < 0.5 else BEFORE, rng)
        text, spans = splice(text, spans, 0, 0, before)
    if draw > 0.6:
        behind = AFTER_IN.get(facts.language, ())
        text += pick(behind if behind and draw > 0.85 else AFTER, rng)
    return text, spans
