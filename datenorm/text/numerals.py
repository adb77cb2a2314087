"""How languages write days and years other than in plain digits: ordinals, words, Chinese numerals.

A table of days has 31 entries, the first day first. Words that have a space inside are written with '_' here.
"""

import re

CHINESE_DIGITS = "〇一二三四五六七八九"
ZEROS = "〇零○"  # all of them in use for the zeros of a year
TENS = {"二十": "廿", "三十": "卅"}
UNITS = {"十": 10, "百": 100, "千": 1000}

# Ordinals in digits.
ORDINALS = {
    "af": ("{}ste", "{}de"), "be": ("{}-га", "{}-е"), "bg": ("{}-ти", "{}-ри", "{}ти"), "bs": ("{}.",), "ceb": ("ika-{}",), "cs": ("{}.",), "da": ("{}.",),
    "de": ("{}.", "{}te", "{}ter", "{}ten"), "el": ("{}η", "{}ης"), "eo": ("{}-a",), "es": ("{}º", "{}°", "{}.º", "{}ro", "{}o"), "et": ("{}.",),
    "eu": ("{}a", "{}an"), "fi": ("{}.", "{}:s"), "fil": ("ika-{}",), "fr": ("{}e", "{}ème"), "fy": ("{}e",), "ga": ("{}ú",), "gl": ("{}º",),
    "hi": ("{}वां", "{}वीं"), "hr": ("{}.", "{}-og"), "hu": ("{}.", "{}-én", "{}-án", "{}-e", "{}-a"), "hy": ("{}-ին", "{}-րդ"), "is": ("{}.",),
    "it": ("{}º", "{}°"), "ja": ("第{}",), "ka": ("მე-{}", "{}-ე"), "kk": ("{}-ші", "{}-шы"), "ko": ("제{}",), "ky": ("{}-чи", "{}-"), "lb": ("{}.",),
    "lt": ("{}-oji", "{}-ąją"), "lv": ("{}.",), "mk": ("{}-ти", "{}ти"), "mn": ("{}-ны", "{}-ний", "{}-нд"), "nb": ("{}.",), "nn": ("{}.",), "no": ("{}.",),
    "nl": ("{}e", "{}de", "{}ste"), "pl": ("{}.", "{}-go", "{}-ego"), "pt": ("{}º", "{}°", "{}.º", "{}o"), "ru": ("{}-го", "{}-е", "{}го", "{}-ого"),
    "sk": ("{}.",), "sl": ("{}.",), "sr": ("{}.", "{}-ог"), "sv": ("{}:e", "{}:a", "{}e"), "tr": ("{}.",), "uk": ("{}-го", "{}-е", "{}-ого"), "zh": ("第{}",),
}  # fmt: skip

# The first twenty; how 21 to 29 are made of units (the first nine words unless given); 30; 31.
# Cardinals or ordinals, whichever a date takes, in its case.
WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
         "nineteenth twentieth", "twenty-{}", "thirtieth", "thirty-first"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty", "twenty-{}", "thirty",
         "thirty-one"),
    ),
    "af": (("eerste tweede derde vierde vyfde sesde sewende agtste negende tiende elfde twaalfde dertiende veertiende vyftiende sestiende sewentiende agtiende "
            "negentiende twintigste", "{}-en-twintigste", "dertigste", "een-en-dertigste", "een twee drie vier vyf ses sewe agt nege"),),
    "ar": (("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر الحادي_عشر الثاني_عشر الثالث_عشر الرابع_عشر الخامس_عشر السادس_عشر السابع_عشر "
            "الثامن_عشر التاسع_عشر العشرين", "{}_والعشرين", "الثلاثين", "الحادي_والثلاثين",
            "الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع"),),
    "az": (("bir iki üç dörd beş altı yeddi səkkiz doqquz on on_bir on_iki on_üç on_dörd on_beş on_altı on_yeddi on_səkkiz on_doqquz iyirmi", "iyirmi_{}", "otuz",
            "otuz_bir"),),
    "be": (("першага другога трэцяга чацвёртага пятага шостага сёмага восьмага дзявятага дзясятага адзінаццатага дванаццатага трынаццатага чатырнаццатага "
            "пятнаццатага шаснаццатага семнаццатага васемнаццатага дзевятнаццатага дваццатага", "дваццаць_{}", "трыццатага", "трыццаць_першага"),),
    "bg": (("първи втори трети четвърти пети шести седми осми девети десети единадесети дванадесети тринадесети четиринадесети петнадесети шестнадесети "
            "седемнадесети осемнадесети деветнадесети двадесети", "двадесет_и_{}", "тридесети", "тридесет_и_първи"),),
    "ca": (("primer dos tres quatre cinc sis set vuit nou deu onze dotze tretze catorze quinze setze disset divuit dinou vint", "vint-i-{}", "trenta", "trenta-un",
            "un dos tres quatre cinc sis set vuit nou"),),
    "cs": (("prvního druhého třetího čtvrtého pátého šestého sedmého osmého devátého desátého jedenáctého dvanáctého třináctého čtrnáctého patnáctého šestnáctého "
            "sedmnáctého osmnáctého devatenáctého dvacátého", "dvacátého_{}", "třicátého", "třicátého_prvního"),),
    "da": (("første anden tredje fjerde femte sjette syvende ottende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende "
            "tyvende", "{}ogtyvende", "tredivte", "enogtredivte", "en to tre fire fem seks syv otte ni"),),
    "de": tuple(
        (" ".join(word + ending for word in "ers zwei drit vier fünf sechs sieb ach neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn "
                  "zwanzigs".split()), f"{{}}undzwanzigs{ending}", f"dreißigs{ending}", f"einunddreißigs{ending}", "ein zwei drei vier fünf sechs sieben acht neun")
        for ending in ("ten", "ter", "te")),
    "el": (("πρώτη δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα δεκατρείς δεκατέσσερις δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα είκοσι",
            "είκοσι_{}", "τριάντα", "τριάντα_μία", "μία δύο τρεις τέσσερις πέντε έξι επτά οκτώ εννέα"),),
    "eo": (("unua dua tria kvara kvina sesa sepa oka naŭa deka dek-unua dek-dua dek-tria dek-kvara dek-kvina dek-sesa dek-sepa dek-oka dek-naŭa dudeka", "dudek-{}",
            "trideka", "tridek-unua"),),
    "es": tuple(
        (f"{first} dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte", "veinti{}",
         "treinta", "treinta_y_uno", "uno dós trés cuatro cinco séis siete ocho nueve") for first in ("uno", "primero")),
    "et": (("esimene teine kolmas neljas viies kuues seitsmes kaheksas üheksas kümnes üheteistkümnes kaheteistkümnes kolmeteistkümnes neljateistkümnes viieteistkümnes "
            "kuueteistkümnes seitsmeteistkümnes kaheksateistkümnes üheksateistkümnes kahekümnes", "kahekümne_{}", "kolmekümnes", "kolmekümne_esimene"),),
    "fa": (("یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم بیستم", "بیست_و_{}", "سی‌ام", "سی_و_یکم"),),
    "fi": (("ensimmäinen toinen kolmas neljäs viides kuudes seitsemäs kahdeksas yhdeksäs kymmenes yhdestoista kahdestoista kolmastoista neljästoista viidestoista "
            "kuudestoista seitsemästoista kahdeksastoista yhdeksästoista kahdeskymmenes", "kahdeskymmenes{}", "kolmaskymmenes", "kolmaskymmenesensimmäinen"),),
    "fr": tuple(
        (f"{first} deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt", "vingt-{}", "trente",
         "trente-et-un", "et-un deux trois quatre cinq six sept huit neuf") for first in ("premier", "un")),
    "gl": (("primeiro dous tres catro cinco seis sete oito nove dez once doce trece catorce quince dezaseis dezasete dezaoito dezanove vinte", "vinte_e_{}", "trinta",
            "trinta_e_un", "un dous tres catro cinco seis sete oito nove"),),
    "hi": (("एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस बीस", "{}", "तीस", "इकतीस",
            "इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस"),),
    "hr": (("prvog drugog trećeg četvrtog petog šestog sedmog osmog devetog desetog jedanaestog dvanaestog trinaestog četrnaestog petnaestog šesnaestog sedamnaestog "
            "osamnaestog devetnaestog dvadesetog", "dvadeset_{}", "tridesetog", "trideset_prvog"),),
    "hu": (("elseje másodika harmadika negyedike ötödike hatodika hetedike nyolcadika kilencedike tizedike tizenegyedike tizenkettedike tizenharmadika tizennegyedike "
            "tizenötödike tizenhatodika tizenhetedike tizennyolcadika tizenkilencedike huszadika", "huszon{}", "harmincadika", "harmincegyedike",
            "egyedike kettedike harmadika negyedike ötödike hatodika hetedike nyolcadika kilencedike"),),
    "id": (("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas tujuh_belas delapan_belas "
            "sembilan_belas dua_puluh", "dua_puluh_{}", "tiga_puluh", "tiga_puluh_satu"),),
    "it": (("primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti", "vent{}",
            "trenta", "trentuno", "uno idue itré iquattro icinque isei isette otto inove"),),
    "ko": (("일 이 삼 사 오 육 칠 팔 구 십 십일 십이 십삼 십사 십오 십육 십칠 십팔 십구 이십", "이십{}", "삼십", "삼십일"),),
    "la": tuple(
        (" ".join(word + ending for word in "prim secund terti quart quint sext septim octav non decim undecim duodecim".split())
         + "".join(f" decim{ending}_{word}{ending}" for word in "terti quart quint sext septim octav non".split()) + f" vicesim{ending}",
         f"vicesim{ending}_{{}}", f"tricesim{ending}", f"tricesim{ending}_prim{ending}")
        for ending in ("a", "o")),
    "lt": (("pirma antra trečia ketvirta penkta šešta septinta aštunta devinta dešimta vienuolikta dvylikta trylikta keturiolikta penkiolikta šešiolikta septyniolikta "
            "aštuoniolikta devyniolikta dvidešimta", "dvidešimt_{}", "trisdešimta", "trisdešimt_pirma"),),
    "lv": (("pirmais otrais trešais ceturtais piektais sestais septītais astotais devītais desmitais vienpadsmitais divpadsmitais trīspadsmitais četrpadsmitais "
            "piecpadsmitais sešpadsmitais septiņpadsmitais astoņpadsmitais deviņpadsmitais divdesmitais", "divdesmit_{}", "trīsdesmitais", "trīsdesmit_pirmais"),),
    "mk": (("први втори трети четврти петти шести седми осми деветти десетти единаесетти дванаесетти тринаесетти четиринаесетти петнаесетти шеснаесетти седумнаесетти "
            "осумнаесетти деветнаесетти дваесетти", "дваесет_и_{}", "триесетти", "триесет_и_први"),),
    "ms": (("satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas enam_belas tujuh_belas lapan_belas "
            "sembilan_belas dua_puluh", "dua_puluh_{}", "tiga_puluh", "tiga_puluh_satu"),),
    "nb": (("første andre tredje fjerde femte sjette sjuende åttende niende tiende ellevte tolvte trettende fjortende femtende sekstende syttende attende nittende "
            "tjuende", "tjue{}", "trettiende", "trettiførste"),),
    "nl": tuple(
        (" ".join(word + ending for word in "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende "
                  "zestiende zeventiende achttiende negentiende twintigste".split()), f"{{}}twintigste{ending}", f"dertigste{ending}", f"eenendertigste{ending}",
         "eenen tweeën drieën vieren vijfen zesen zevenen achten negenen") for ending in ("", "n")),
    "pl": (("pierwszego drugiego trzeciego czwartego piątego szóstego siódmego ósmego dziewiątego dziesiątego jedenastego dwunastego trzynastego czternastego piętnastego "
            "szesnastego siedemnastego osiemnastego dziewiętnastego dwudziestego", "dwudziestego_{}", "trzydziestego", "trzydziestego_pierwszego"),),
    "pt": tuple(
        (f"{first} dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze {teens} vinte", "vinte_e_{}", "trinta", "trinta_e_um",
         "um dois três quatro cinco seis sete oito nove")
        for first, teens in (("primeiro", "dezesseis dezessete dezoito dezenove"), ("um", "dezasseis dezassete dezoito dezanove"))),
    "ro": (("întâi doi trei patru cinci șase șapte opt nouă zece unsprezece doisprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece "
            "nouăsprezece douăzeci", "douăzeci_și_{}", "treizeci", "treizeci_și_unu", "unu doi trei patru cinci șase șapte opt nouă"),),
    "ru": (
        ("первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого "
         "шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого", "двадцать_{}", "тридцатого", "тридцать_первого"),
        ("первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое тринадцатое четырнадцатое пятнадцатое шестнадцатое "
         "семнадцатое восемнадцатое девятнадцатое двадцатое", "двадцать_{}", "тридцатое", "тридцать_первое"),
    ),
    "sk": (("prvého druhého tretieho štvrtého piateho šiesteho siedmeho ôsmeho deviateho desiateho jedenásteho dvanásteho trinásteho štrnásteho pätnásteho šestnásteho "
            "sedemnásteho osemnásteho devätnásteho dvadsiateho", "dvadsiateho_{}", "tridsiateho", "tridsiateho_prvého"),),
    "sl": (("prvega drugega tretjega četrtega petega šestega sedmega osmega devetega desetega enajstega dvanajstega trinajstega štirinajstega petnajstega šestnajstega "
            "sedemnajstega osemnajstega devetnajstega dvajsetega", "{}indvajsetega", "tridesetega", "enaintridesetega",
            "ena dva tri štiri pet šest sedem osem devet"),),
    "sr": (("првог другог трећег четвртог петог шестог седмог осмог деветог десетог једанаестог дванаестог тринаестог четрнаестог петнаестог шеснаестог седамнаестог "
            "осамнаестог деветнаестог двадесетог", "двадесет_{}", "тридесетог", "тридесет_првог"),),
    "sv": (("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde",
            "tjugo{}", "trettionde", "trettioförsta"),),
    "sw": (("moja mbili tatu nne tano sita saba nane tisa kumi kumi_na_moja kumi_na_mbili kumi_na_tatu kumi_na_nne kumi_na_tano kumi_na_sita kumi_na_saba kumi_na_nane "
            "kumi_na_tisa ishirini", "ishirini_na_{}", "thelathini", "thelathini_na_moja"),),
    "th": (("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ สิบเอ็ด สิบสอง สิบสาม สิบสี่ สิบห้า สิบหก สิบเจ็ด สิบแปด สิบเก้า ยี่สิบ", "ยี่สิบ{}", "สามสิบ", "สามสิบเอ็ด",
            "เอ็ด สอง สาม สี่ ห้า หก เจ็ด แปด เก้า"),),
    "tr": (("bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki on_üç on_dört on_beş on_altı on_yedi on_sekiz on_dokuz yirmi", "yirmi_{}", "otuz", "otuz_bir"),),
    "uk": (("першого другого третього четвертого п’ятого шостого сьомого восьмого дев’ятого десятого одинадцятого дванадцятого тринадцятого чотирнадцятого п’ятнадцятого "
            "шістнадцятого сімнадцятого вісімнадцятого дев’ятнадцятого двадцятого", "двадцять_{}", "тридцятого", "тридцять_першого"),),
    "vi": tuple(
        (f"{first} mười_một mười_hai mười_ba mười_bốn mười_lăm mười_sáu mười_bảy mười_tám mười_chín hai_mươi", "hai_mươi_{}", "ba_mươi", "ba_mươi_mốt",
         "mốt hai ba tư lăm sáu bảy tám chín")
        for first in ("một hai ba bốn năm sáu bảy tám chín mười",
                      "mùng_một mùng_hai mùng_ba mùng_bốn mùng_năm mùng_sáu mùng_bảy mùng_tám mùng_chín mùng_mười")),
}  # fmt: skip
WORDS |= {"bs": WORDS["hr"], "no": WORDS["nb"]}


def ordinals(language: str) -> list[tuple[str, ...]]:
    """Return tables of 31 ordinal days as the language writes them; English ones where we know none."""
    tables = [tuple(form.format(day) for day in range(1, 32)) for form in ORDINALS.get(language, ())]
    if language == "fr":
        tables += [("1er", *map(str, range(2, 32)))] * 4
    if language == "it":
        tables += [("1º", *map(str, range(2, 32))), ("1°", *map(str, range(2, 32)))]
    if language == "bn":
        endings = {1: "লা", 2: "রা", 3: "রা", 4: "ঠা"}
        tables += [tuple(f"{day}{endings.get(day, 'ই' if day < 19 else 'শে')}" for day in range(1, 32))]
    if language == "ca":
        tables += [tuple(f"{day}{ {1: 'r', 2: 'n', 3: 'r', 4: 't'}.get(day, 'è') }" for day in range(1, 32))]
    if language == "cy":
        welsh = "af il ydd ydd ed ed fed fed fed fed eg fed eg eg fed eg eg fed eg fed".split() + ["ain"] * 11
        tables += [tuple(f"{day}{ending}" for day, ending in enumerate(welsh, 1))]
    if language == "vi":
        tables += [
            tuple(f"{word} {day}" if day < 11 else str(day) for day in range(1, 32))
            for word in ("mùng", "mồng")
        ]
    return tables or [tuple(f"{day}{_english_ending(day)}" for day in range(1, 32))]


def _english_ending(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def day_words(language: str) -> list[tuple[str, ...]]:
    """Return tables of 31 days in words, or of ordinals in a language whose words we lack.

    >>> day_words("fr")[0][20], day_words("vi")[0][20], day_words("is")[0][20]
    ('vingt-et-un', 'hai mươi mốt', '21.')
    """
    rows = WORDS.get(language)
    if rows is None:
        return ordinals(language)
    spelled = [tuple(word.replace("_", " ") for word in _month_of(*row)) for row in rows]
    unhyphenated = [tuple(word.replace("-", " ") for word in row) for row in spelled]
    return list(dict.fromkeys(spelled + unhyphenated))


def _month_of(first_twenty: str, twenties: str, thirty: str, thirty_one: str, units: str = "") -> list[str]:
    words = first_twenty.split()
    return [*words, *(twenties.format(unit) for unit in units.split() or words[:9]), thirty, thirty_one]


def chinese_number(value: int) -> str:
    """Return 1..99 in Chinese numerals.

    >>> chinese_number(9), chinese_number(10), chinese_number(25)
    ('九', '十', '二十五')
    """
    tens, units = divmod(value, 10)
    return (
        ("" if tens < 2 else CHINESE_DIGITS[tens])
        + "十" * (tens > 0)
        + (CHINESE_DIGITS[units] if units else "")
    )


def chinese_numbers() -> list[list[str]]:
    """Return tables of 0 to 99 in Chinese numerals; in the second 廿 and 卅 stand for twenty and thirty."""
    plain = ["〇", *map(chinese_number, range(1, 100))]
    short = [TENS.get(number[:2], number[:2]) + number[2:] for number in plain]
    return [plain, plain, plain, short]


def chinese_value(numeral: str) -> int | None:
    """Return what a number in Chinese numerals is, up to 9999; None where its units are in no order.

    >>> [chinese_value(one) for one in ("廿六", "九", "一百二十", "千九百二十一", "一千零五", "二〇一八", "五二十")]
    [26, 9, 120, 1921, 1005, None, None]
    """
    for plain, short in TENS.items():
        numeral = numeral.replace(short, plain)
    total, digit, least = 0, "", 10_000
    for sign in numeral:
        unit = UNITS.get(sign)
        if unit is None:
            if digit:
                return None
            digit = "" if sign in ZEROS else sign
        elif unit >= least:
            return None
        else:
            total += unit * (CHINESE_DIGITS.index(digit) if digit else 1)
            digit, least = "", unit
    whole = least < 10_000 or len(numeral) == 1
    return total + (CHINESE_DIGITS.index(digit) if digit else 0) if whole else None


def chinese_years(last: int) -> list[list[str]]:
    """Return tables of years up to `last`, digit by digit, one for each zero in use.

    >>> [table[2018] for table in chinese_years(2018)]
    ['二〇一八', '二零一八', '二○一八']
    """
    return [
        ["".join((zero + CHINESE_DIGITS[1:])[int(digit)] for digit in str(year)) for year in range(last + 1)]
        for zero in ZEROS
    ]


ETHIOPIC_ONES, ETHIOPIC_TENS = "፩፪፫፬፭፮፯፰፱", "፲፳፴፵፶፷፸፹፺"
ETHIOPIC_NUMBER = re.compile(f"[{ETHIOPIC_ONES}{ETHIOPIC_TENS}፻፼]+")


def without_ethiopic_numerals(text: str) -> str:
    """Return `text` with numbers in Ethiopic numerals, which have signs for tens and hundreds, in digits.

    Source: Unicode Standard, section 19.1, Ethiopic numbers.

    >>> without_ethiopic_numerals("፲፭ ሜይ ፳፻፲"), without_ethiopic_numerals("9 May")
    ('15 ሜይ 2010', '9 May')
    """
    return text if text.isascii() else ETHIOPIC_NUMBER.sub(_ethiopic_number, text)


def _ethiopic_number(found: re.Match[str]) -> str:
    total = below = 0
    for sign in found[0]:
        if sign in ETHIOPIC_ONES:
            below += ETHIOPIC_ONES.index(sign) + 1
        elif sign in ETHIOPIC_TENS:
            below += 10 * (ETHIOPIC_TENS.index(sign) + 1)
        else:
            total, below = (total + (below or 1)) * (100 if sign == "፻" else 10_000), 0
    return str(total + below)
