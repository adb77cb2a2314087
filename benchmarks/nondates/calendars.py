"""Months of other calendars: Islamic, Hebrew, French Republican, Persian, Indian, Coptic, Chinese."""

from random import Random

from nondates.kind import Kind, Written, undated
from nondates.words import a_day, roman, spelled, spoken

ISLAMIC = "Muharram|Safar|Rabi al-awwal|Rajab|Shaaban|Ramadan|Shawwal|Dhu al-Hijja|Recep|Şaban|Ramazan|Zilhicce".split(
    "|"
)
ISLAMIC_ARABIC = ("محرم", "صفر", "ربيع الأول", "رجب", "شعبان", "رمضان", "شوال", "ذو الحجة")
HEBREW = (
    "Tishrei Cheshvan Kislev Tevet Shevat Adar Nisan Iyar Sivan Tammuz Av Elul Tischri Tichri Kislew".split()
)
HEBREW_LETTERS = ("תשרי", "כסלו", "טבת", "שבט", "אדר", "ניסן", "אייר", "סיוון", "תמוז", "אלול")
REPUBLICAN = (
    "vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor fructidor"
).split()
INDIAN = "Chaitra Vaisakha Jyaistha Asadha Sravana Bhadra Asvina Kartika Magha Phalguna".split()
COPTIC = "Thout Paopi Hathor Koiak Tobi Meshir Paremhat Parmouti Pashons Paoni Epip Mesori".split()
NATIVE_YEARS = ("五月初九", "八月十五", "正月初一", "腊月廿三", "十月初二")


def romanized(random: Random, _: str) -> str:
    day, year = random.randint(1, 29), random.randint(1370, 1450)
    islamic = random.choice(ISLAMIC)
    return random.choice(
        (
            f"{day} {islamic} {year}",
            f"{day} {islamic} {year} AH",
            f"{day} {random.choice(HEBREW)} {random.randint(5700, 5790)}",
            f"{day} {random.choice(REPUBLICAN)} an {roman(random.randint(1, 14))}",
            f"{random.randint(1, 10)} {random.choice(REPUBLICAN)} an {random.randint(2, 14)}",
            f"{day} {random.choice(INDIAN)} {random.randint(1880, 1945)} Saka",
            f"{day} {random.choice(COPTIC)} {random.randint(1660, 1740)} A.M.",
        )
    )


def native(random: Random, _: str) -> str:
    day, year = random.randint(1, 29), random.randint(1370, 1450)
    month = random.choice(ISLAMIC_ARABIC)
    return random.choice(
        (
            f"{day} {month} {year}",
            f"{day} {month} {year} هـ",
            f"{year}/{random.randint(1, 12)}/{day} هـ",
            f"{random.choice('אבגדהוזחט')}׳ ב{random.choice(HEBREW_LETTERS)} תש״{random.choice('אבגדהוזחט')}",
            f"农历{random.choice(NATIVE_YEARS)}",
            f"农历{random.randint(1950, 2030)}年{random.choice(NATIVE_YEARS)}",
            f"旧暦{random.randint(1, 12)}月{day}日",
            f"음력 {random.randint(1950, 2030)}년 {random.randint(1, 12)}월 {day}일",
        )
    )


def solar(random: Random, language: str) -> Written:
    """A day of the common calendar that is said to be one."""
    said = {"ar": "{} م", "zh": "公历{}", "ja": "新暦{}", "ko": "양력 {}", "he": "{} לספירה"}
    day = a_day(random)
    return Written(said[language].format(spelled(random, day, language)), day.isoformat())


def person(random: Random, language: str) -> Written:
    """A person or place with the name of such a month, beside a day."""
    day, name = (
        a_day(random),
        random.choice(
            ("Rajab Ali", "Ramadan Sobhi", "Safar Ali", "Hôtel Brumaire", "Tammuz Levy", "rue de Prairial")
        ),
    )
    shown = spelled(random, day, language)
    return Written(
        random.choice((f"{name}, {shown}", f"{shown} – {name}", f"{name} ({shown})")), day.isoformat()
    )


KINDS = (
    Kind("other calendar, `12 brumaire an VIII`", undated(romanized), person, spoken("ad")),
    Kind(
        "other calendar in its script, `1440/9/14 هـ`", undated(native), solar, ("ar", "zh", "ja", "ko", "he")
    ),
)
