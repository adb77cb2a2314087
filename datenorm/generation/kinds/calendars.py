"""Dates of other calendars that say so, and years before Christ: as written, nothing is converted."""

from random import Random

from datenorm.dates.written import CALENDARS
from datenorm.generation.kinds.drawing import Drawn, a_plain_date, iso
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import CALENDARS_OF_CHINA, Writer
from datenorm.generation.writing import Value, fill, joined, piece, said

# Months as they are written: in Latin letters, and in the script of those who count by them. Source: CLDR.
MONTHS = {
    "islamic": (
        "Muharram|Safar|Rabi al-Awwal|Rabi al-Thani|Jumada al-Ula|Jumada al-Akhira|Rajab|Shaban|Ramadan|Shawwal|Dhu al-Qidah|Dhu al-Hijjah",
        "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة",
        "Muharrem|Safer|Rebiülevvel|Rebiülahir|Cemaziyelevvel|Cemaziyelahir|Recep|Şaban|Ramazan|Şevval|Zilkade|Zilhicce",
    ),
    "persian": (
        "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand",
        "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
    ),
    "hebrew": (
        "Tishri|Heshvan|Kislev|Tevet|Shevat|Adar I|Adar|Nisan|Iyar|Sivan|Tamuz|Av|Elul",
        "תשרי|חשוון|כסלו|טבת|שבט|אדר א׳|אדר|ניסן|אייר|סיוון|תמוז|אב|אלול",
    ),
    "ethiopic": ("Meskerem|Tekemt|Hedar|Tahsas|Ter|Yekatit|Megabit|Miazia|Genbot|Sene|Hamle|Nehasse|Pagumen", "መስከረም|ጥቅምት|ኅዳር|ታኅሣሥ|ጥር|የካቲት|መጋቢት|ሚያዝያ|ግንቦት|ሰኔ|ሐምሌ|ነሐሴ|ጳጉሜን"),
    "coptic": ("Tout|Baba|Hator|Kiahk|Toba|Amshir|Baramhat|Baramouda|Bashans|Paona|Epep|Mesra|Nasie",),
    "indian": ("Chaitra|Vaisakha|Jyaistha|Asadha|Sravana|Bhadra|Asvina|Kartika|Agrahayana|Pausa|Magha|Phalguna",),
    "bikram": ("Baisakh|Jestha|Asar|Shrawan|Bhadau|Aswin|Kartik|Mansir|Poush|Magh|Falgun|Chait", "बैशाख|जेठ|असार|साउन|भदौ|असोज|कार्तिक|मंसिर|पुष|माघ|फाल्गुन|चैत"),
    "french": ("Vendémiaire|Brumaire|Frimaire|Nivôse|Pluviôse|Ventôse|Germinal|Floréal|Prairial|Messidor|Thermidor|Fructidor",),
}  # fmt: skip
YEARS = {"islamic": (1300, 150), "persian": (1280, 140), "hebrew": (5600, 200), "ethiopic": (1880, 140), "coptic": (1600, 150), "indian": (1850, 100), "bikram": (1950, 140), "french": (1, 14)}  # fmt: skip
ERAS = {
    "islamic": ("AH", "A.H.", "هـ", "H", "hijri"), "persian": ("SH", "AP", "ه‍.ش", "شمسی"), "hebrew": ("AM", "A.M."), "ethiopic": ("E.C.", "ዓ/ም"), "coptic": ("A.M.",), "indian": ("Saka", "SE"), "bikram": ("BS", "B.S.", "वि.सं."),
    "french": ("an",),
}  # fmt: skip
LAYOUTS = (
    "{d} {m} {y}",
    "{d} {m} {y}",
    "{d}. {m} {y}",
    "{m} {d}, {y}",
    "{d}-{m}-{y}",
    "{d} {m} {y} {e}",
    "{d} {m} {y}{e}",
    "{m} {y}",
    "{m} {y} {e}",
    "{d} {m}",
    "{y} {m} {d}",
)
NUMERIC = ("{d:02d}/{m:02d}/{y} {e}", "{y}/{m:02d}/{d:02d} {e}", "{d}.{m}.{y} {e}", "{y} {e}", "{e} {y}")
LANGUAGES = {
    "ar": "islamic",
    "ur": "islamic",
    "tr": "islamic",
    "id": "islamic",
    "fa": "persian",
    "he": "hebrew",
    "am": "ethiopic",
    "ne": "bikram",
    "hi": "indian",
    "fr": "french",
}
OWN_SHARE = 0.6
OLD_STYLE = ("O.S.", "(O.S.)", "OS", "ст. ст.", "по ст. ст.", "st. v.", "a. St.", "v.s.", "(old style)")
LUNAR = (
    "農曆{m}月{d}日",
    "农历{m}月{d}日",
    "旧暦{m}月{d}日",
    "음력 {m}월 {d}일",
    "農曆{y}年{m}月{d}日",
    "음력 {y}년 {m}월 {d}일",
    "ngày {d} tháng {m} âm lịch",
)
EARLIER = ("BC", "B.C.", "BCE", "v. Chr.", "av. J.-C.", "a. C.", "до н. э.", "公元前", "紀元前")


def other(writer: Writer, rng: Random) -> Drawn:
    """A date of another calendar, by the names of its months or by its era: 27 Rajab 1437, 1437/07/27 هـ."""
    own = LANGUAGES.get(writer.facts.language)
    calendar = own if own and rng.random() < OWN_SHARE else pick(tuple(MONTHS), rng)
    names = pick(MONTHS[calendar], rng).split("|")
    first, count = YEARS[calendar]
    year, month, day = first + below(count, rng), below(len(names), rng) + 1, below(29, rng) + 1
    numeric = calendar != "french" and rng.random() < 0.2
    template = pick(NUMERIC if numeric else LAYOUTS, rng)
    fields: dict[str, Value] = {
        "y": (year, "year"), "d": (day, "day"), "e": piece(pick(ERAS[calendar], rng), "era"),
        "m": (month, "month") if numeric else said(names[month - 1], "month"),
    }  # fmt: skip
    target = str(year) if "{y}" in template else "-"
    target += f"-{month:02d}" if "{m" in template else ""
    target += f"-{day:02d}" if "{d" in template else ""
    return Drawn(fill(template, "connector", **fields), CALENDARS[calendar] + target)


def lunar(writer: Writer, rng: Random) -> Drawn:
    """A day of the lunar calendar of East Asia."""
    year, month, day = 1900 + below(150, rng), below(12, rng) + 1, below(30, rng) + 1
    template = pick(LUNAR, rng)
    written = fill(template, "era", y=(year, "year"), m=(month, "month"), d=(day, "day"))
    return Drawn(written, f"l{year if '{y}' in template else '-'}-{month:02d}-{day:02d}")


def old_style(writer: Writer, rng: Random) -> Drawn:
    """A day of the old style, which says so."""
    date = a_plain_date(writer, rng)
    return Drawn(
        joined(date.written, piece(f" {pick(OLD_STYLE, rng)}", "era")),
        f"o{date.target.lstrip('0')}",
        date.order,
        date.pattern,
    )


def before_christ(writer: Writer, rng: Random) -> Drawn:
    """A year before Christ, two of them, or a day: 44 BC, 44-31 av. J.-C., 15 March 44 BC."""
    year, draw = below(900 if rng.random() < 0.7 else 3000, rng) + 10, rng.random()
    eras = writer.facts.earlier_eras or EARLIER
    era = piece(pick(eras if rng.random() < 0.7 else EARLIER, rng), "era")
    number, target = said(str(year), "year"), f"B{year}"
    if draw < 0.2:
        last = max(1, year - 1 - below(40, rng))
        number = joined(number, piece(pick(("-", "–", " - ", " to "), rng), "range"), said(str(last), "year"))
        target += f"/{last}"
    front = writer.facts.language in CALENDARS_OF_CHINA or era.text in ("公元前", "紀元前")
    gap = piece("" if front else " ", "connector")
    names = writer.facts.months.get("MMMM")
    if draw > 0.8 and names and not front:
        _, month, day = 1, below(12, rng) + 1, below(28, rng) + 1
        written = fill("{d} {m} {y} {e}", d=(day, "day"), m=said(names[month - 1], "month"), y=number, e=era)
        return Drawn(written, f"{target}{iso('day', 1, month, day)[1:]}")
    return Drawn(joined(era, gap, number) if front else joined(number, gap, era), target)
