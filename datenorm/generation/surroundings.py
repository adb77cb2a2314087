"""What stands around a date in a cell: prepositions, labels, places, brackets and quotes, words behind it."""

from collections.abc import Sequence
from random import Random

from datenorm.generation.noise import pick
from datenorm.generation.writing import Written, by_sense, joined, prose
from datenorm.languages.locales import LocaleFacts
from datenorm.network.shown import MAX_CHARACTERS

BEFORE = (
    "Date: ", "date: ", "Date ", "DATE: ", "Dated ", "issued on ", "Issued: ", "Published ", "published on ", "(", "[", '"', "'", "«", "- ", "* ", ": ", "on ", "On ", "since ", "until ", "till ",
    "due ", "from ", "as of ", "valid from ", "valid until ", "born ", "b. ", "d. ", "† ", "* ", "updated: ", "~", "#", "= ", "> ", ", ", "1) ", "The ", "by ", "before ", "after ", "ca. ", "c. ", "created_at=",
    "date=", "posted ", "received ", "signed on ", "Last modified: ", "Created: ", "expires ", "Expires: ", "exp. ", "DOB: ", "d.o.b. ", "Due date: ", "Delivery date: ", "Invoice date ", "starting ", "effective ", "circa ", "about ", "around ", "abt ", "ABT ", "est. ", "estimated ", "approx. ",
    "paid on ", "Timestamp: ", "Time: ", "• ", "– ", "@", "\t", "...", "Updated on ", "accessed ", "retrieved ", "Copyright ", "© ", "died ", "the ", "for ", "ON ", "Until: ", "Start: ", "End: ",
)  # fmt: skip
AFTER = (
    ".", ",", ")", "]", '"', "'", "»", ";", ":", " .", "!", "?", " (draft)", " -", " *", " UTC", " approx.", " edition", "...", "|", " at", " AD", " (approx.)", " [1]", " ?", " update", " onwards", " or later",
    " (signed)", " etc.", "*", " #", "/", "<br>", " CE", " (UTC)", " only", " deadline", " version",
)  # fmt: skip
AROUND = (("(", ")"), ("[", "]"), ('"', '"'), ("'", "'"), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("「", "」"), ("【", "】"), ("（", "）"), ("*", "*"), ("**", "**"), ("<b>", "</b>"), ("<", ">"), ("`", "`"),
          ("{", "}"), ("- ", " -"), ("on ", ":"), ("~ ", " ~"))  # fmt: skip
# What sentences around a date are made of, beside the locale's own words.
SENTENCES: dict[str, Sequence[str]] = {
    "en": "the and of to in for with our your team office report please send meeting invoice order contract letter was is will be signed delivered paid dated received before after by we you about new all his her their company school born wrote visited at until since last next booked arrives".split(),
    "de": "der die das und mit für von Rechnung Vertrag Lieferung Sitzung bitte wurde ist nach Herr Frau Brief am bis seit ab beginnt bezahlt Termin wir".split(),
    "fr": "le la les et de des pour avec facture contrat réunion est a été dans sur lettre signé avant depuis jusqu'au notre reçu".split(),
    "es": "el la los y en con por para factura pedido contrato reunión fue carta firmado entrega del hasta desde nuestra se".split(),
    "it": "il la di e per con fattura ordine contratto riunione è stato lettera firmato consegna alla dal fino nostra".split(),
    "pt": "o a os e em com por para fatura pedido contrato reunião foi carta assinado entrega da até desde nossa".split(),
    "nl": "de het en van met voor factuur bestelling contract vergadering brief werd op tot sinds onze".split(),
    "ru": "и в на с по для от заказ счёт договор встреча был письмо поставка до наш оплачен".split(),
    "uk": "і в на з по для від замовлення рахунок договір зустріч був лист до наш".split(),
    "pl": "i w z na dla od do faktura zamówienie spotkanie umowa list był nasz zapłacono".split(),
    "cs": "a v na s pro od do faktura objednávka schůzka smlouva dopis byl náš".split(),
    "tr": "ve ile için fatura sipariş toplantı sözleşme mektup kadar bizim".split(),
    "sv": "och av med för till faktura möte avtal brev var vår".split(),
    "da": "og af med for til faktura møde aftale brev var vores".split(),
    "fi": "ja on lasku kokous sopimus kirje tilaus oli meidän asti".split(),
    "hu": "és a az számla rendelés szerződés levél volt találkozó".split(),
    "id": "dan di dengan untuk surat rapat faktur kontrak pesanan sampai sejak".split(),
    "vi": "và của với cho hợp đồng hóa đơn cuộc họp thư đến từ".split(),
    "ja": "請求書 会議 注文 の に を は まで から 契約".split(),
    "zh": "发票 会议 订单 的 在 合同 至 自 發票 會議 訂單".split(),
    "ko": "회의 주문 계약 의 에 까지 부터 청구서".split(),
    "ar": "فاتورة اجتماع عقد في من إلى مع على رسالة".split(),
    "fa": "فاکتور جلسه قرارداد در از تا با نامه".split(),
    "hi": "रिपोर्ट बैठक में से की के को पत्र तक".split(),
    "el": "και το της με για από τιμολόγιο σύμβαση συνάντηση".split(),
    "he": "של את עם חשבונית חוזה פגישה עד מאת".split(),
    "th": "และ ของ ที่ ใน สัญญา ประชุม ถึง".split(),
}  # fmt: skip
LANGUAGES = tuple(SENTENCES)
OTHER_LANGUAGE_SHARE = 0.15
UNSPACED = ("ja", "zh", "yue", "th")  # written without spaces between words
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


SENTENCE_SHARE, MOST_WORDS = 0.35, 6  # of the texts with something around them; words on each side
NUMBER_SHARE = 0.2
ENDS = ("", "", "", ".", ",", ":", "!")


def surround(written: Written, facts: LocaleFacts, rng: Random, sentences: bool = True) -> Written:
    """Return a text with something before it, behind it, or on both sides.

    sentences: whether it may stand in one. A year alone may not: nobody can tell it from a count of something.
    """
    if sentences and rng.random() < SENTENCE_SHARE:
        return _in_a_sentence(written, facts, rng)
    draw = rng.random()
    if draw < 0.15:
        left, right = pick(AROUND, rng)
        return joined(
            by_sense(left, "prose", facts.language), written, by_sense(right, "prose", facts.language)
        )
    before = after = ""
    if draw < 0.7:
        own = BEFORE_IN.get(facts.language, ())
        if draw < 0.2 and facts.words:
            before = pick(PLACES, rng).format(pick(facts.words, rng))
        else:
            before = pick(own if own and draw < 0.5 else BEFORE, rng)
    if draw > 0.6:
        behind = AFTER_IN.get(facts.language, ())
        after = pick(behind if behind and draw > 0.85 else AFTER, rng)
    role = "prose" if draw < 0.2 else "label"
    return joined(by_sense(before, role, facts.language), written, by_sense(after, "prose", facts.language))


def _in_a_sentence(written: Written, facts: LocaleFacts, rng: Random) -> Written:
    """Return a text with up to MOST_WORDS words before it, or behind it, or both, as long as a text may be that long."""
    before, behind = _words(facts, rng), _words(facts, rng)[::-1]
    gap = "" if facts.language in UNSPACED and rng.random() < 0.7 else " "
    left = gap.join(before) + pick(("", "", "", ",", ":"), rng) + gap if before else ""
    right = pick(("", "", "", ",", "."), rng) + gap + gap.join(behind) if behind else ""
    right += pick(ENDS, rng)
    if len(left) + len(written.text) + len(right) > MAX_CHARACTERS:
        return written
    return joined(prose(left), written, prose(right))


def _words(facts: LocaleFacts, rng: Random) -> list[str]:
    """Return up to MOST_WORDS words; one of them, never the last, may be a number."""
    common = sentence_words(facts, rng)
    count = int(rng.random() * (MOST_WORDS + 1))
    said = [pick(facts.words if facts.words and rng.random() < 0.4 else common, rng) for _ in range(count)]
    if count > 1 and rng.random() < NUMBER_SHARE:
        said[int(rng.random() * (count - 1))] = str(int(10 ** (rng.random() * 3)))
    return said


def sentence_words(facts: LocaleFacts, rng: Random) -> Sequence[str]:
    """Return the common words of the locale's language; of English, or of any, where we have none or now and then."""
    if rng.random() < OTHER_LANGUAGE_SHARE:
        return SENTENCES[pick(LANGUAGES, rng)]
    return SENTENCES.get(facts.language, SENTENCES["en"])
