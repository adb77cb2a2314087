"""The lexicon of what a word can mean in a text with a date: `python tools/lexicon.py` writes it anew.

Names of months, weekdays and eras, the words inside date patterns, conjunctions, units and times come from CLDR through
Babel; the closed classes of words that CLDR lacks come from `words.tsv` beside the result. One row a word:

    listopada<TAB>month=hr:10 pl:11 szl:11<TAB>full=hr:10 pl:11

A word is written as `datenorm.text.tokens.fold` has it; one of several tokens with a space between them.
"""

from collections.abc import Iterator
from pathlib import Path

import babel

from datenorm.generation import surroundings, times
from datenorm.languages.customs import LAYOUTS, MONTH_ROWS
from datenorm.languages.layouts import expand, strip_diacritics, weekday_styles
from datenorm.languages.locales import LocaleFacts, facts, identifiers, parse
from datenorm.languages.patterns import split_pattern
from datenorm.text.numerals import ORDINALS, WORDS, day_words
from datenorm.text.tokens import parts
from tools.names import earlier_eras, key, month_languages, months_named, weekdays, weeks

TABLES = Path(__file__).parent.parent / "datenorm" / "text" / "tables"
BABEL = "2.19.0"  # the lexicon is made from its CLDR; another has other names
JOINER = "\u200c"  # the zero-width non-joiner inside a Persian name, for which many type a space or nothing
SHANBEH = "شنبه"  # Saturday in Persian, and the end of five more names, often typed apart: پنج شنبه
SHORTEST_PLAIN = 3  # letters of a word that is the same one without its accents

# Words that make a number beside them a year, a month or a day and nothing else: 5月, tháng 5.
FIELD_WORDS = {
    "year>": "年 년", "month>": "月 월", "day>": "日 일 号 號", "year<": "năm", "month<": "tháng thg", "day<": "ngày",
}  # fmt: skip

# Closed classes whose words make something else of a date.
CHANGING = (
    *"count< every< bound< bound> circa< circa> negated< negated> offset< offset> between< unknown street".split(),
    *(
        f"period:{period}"
        for period in ("week", "season", "quarter", "half", "third", "twelfth", "decade", "century", "fiscal")
    ),
)

# What a kind of a closed class is besides: the rules ask for the wider ones alone.
WIDER = {
    **dict.fromkeys(("before", "after"), "bound"),
    **dict.fromkeys(("about", "perhaps", "early", "mid", "late"), "circa"),
}

# The kinds of units whose names are taken, in full; a duration is no count, and few write of furlongs beside dates.
MEASURES = ("length", "mass", "volume", "area", "temperature", "digital")

# Durations whose names are taken.
DURATIONS = ("day", "hour", "minute", "second")

Senses = dict[
    str, dict[str, set[str]]
]  # by kind of sense, by language, the values; one without a value has ''


class Lexicon:
    """Words and their senses, gathered one by one."""

    def __init__(self) -> None:
        self.words: dict[str, Senses] = {}

    def add(self, word: str, kind: str, language: str, value: int | str = "") -> None:
        """Add a sense of `word`, also without accents, and with what people type for a joiner.

        A short word of a closed class is another word without its accents: đến is 'until', den is not.
        """
        own = " ".join(parts(word))
        for form in forms(word):
            if form and (form == own or value or len(form) > SHORTEST_PLAIN):
                self.words.setdefault(form, {}).setdefault(kind, {}).setdefault(language, set()).add(
                    str(value)
                )

    def rows(self) -> Iterator[str]:
        for word, senses in sorted(self.words.items()):
            yield (
                "\t".join([word, *(f"{kind}={written(found)}" for kind, found in sorted(senses.items()))])
                + "\n"
            )


def forms(word: str) -> set[str]:
    """Return a word as it is looked up: folded, without accents too, its joiners written in each way.

    >>> sorted(forms("août")), sorted(forms("v. Chr."))
    (['aout', 'août'], ['v chr'])
    """
    written = (word, word.replace(JOINER, " "), word.replace(SHANBEH, f" {SHANBEH}"))
    return {" ".join(parts(form)) for name in written for form in (name, strip_diacritics(name))}


def written(found: dict[str, set[str]]) -> str:
    """Return the languages of a sense, each with its values.

    >>> written({"pl": {"11"}, "hr": {"10"}}), written({"en": {""}, "de": {""}})
    ('hr:10 pl:11', 'de en')
    """
    values = {
        language: ",".join(sorted(values - {""}, key=int)) for language, values in sorted(found.items())
    }
    return " ".join(f"{language}:{value}" if value else language for language, value in values.items())


def add_names(lexicon: Lexicon, known: LocaleFacts) -> None:
    """Add the months, weekdays and eras of a locale."""
    add_full_months(lexicon, known)
    add_weekdays(lexicon, known)
    for name in known.eras:
        if not has_digit(name):
            lexicon.add(name, "calendar:common", known.language)


def add_full_months(lexicon: Lexicon, known: LocaleFacts) -> None:
    """Add a locale's months in full, or the words beside their numbers."""
    for width, row in (*known.months.items(), ("MMMM", MONTH_ROWS.get(known.language, ()))):
        for month, name in enumerate(row, 1):
            if has_digit(name):
                for word in parts(name):
                    lexicon.add(word, "connector", known.language)
            elif len(width) == 4:
                lexicon.add(name, "full", known.language, month)


def add_weekdays(lexicon: Lexicon, known: LocaleFacts) -> None:
    """Add a locale's weekdays, apart those that are numbers."""
    for row in known.weekdays.values():
        for style in (row, *weekday_styles(row)):
            for day, name in enumerate(style):
                lexicon.add(name, "numbered weekday" if has_digit(name) else "weekday", known.language, day)


def has_digit(name: str) -> bool:
    """Return whether a name is a number, or has one: 5-dom, 1月."""
    return any(map(str.isdigit, name))


FLEXIBLE = (
    3  # letters that a part of the day has, if it is neither am nor pm, to be known by its name; 清晨 has two
)
# What a part of the day may mean besides; a word that can be more is not taken for one.
BESIDE_PERIODS = {"clock", "clock<", "dayperiod", "count>", "clock:place", "unit:night", "lasting>"}


def add_day_periods(lexicon: Lexicon, known: LocaleFacts) -> None:
    """Add the parts of the day in a locale's words: am, pm, and the rest where nothing else is meant by them."""
    for name, span in known.spans:
        word = " ".join(parts(name))
        is_free = lexicon.words.get(word, {}).keys() <= BESIDE_PERIODS
        is_long = len(word) >= FLEXIBLE or word[:1] > "\u2e80"
        if name in known.day_periods or (is_free and is_long):
            lexicon.add(name, "dayperiod", known.language, span)
            undotted = name.replace(".", "").replace("\xa0", "").replace(" ", "")
            typed = lexicon.words.get(" ".join(parts(undotted)), {})
            if "." in name and typed.keys() <= BESIDE_PERIODS:  # f.m., typed fm
                lexicon.add(undotted, "dayperiod", known.language, span)


def add_patterns(lexicon: Lexicon, known: LocaleFacts) -> None:
    """Add the words that stand between the fields of a language's dates, and beside its times of day."""
    for pattern in (*known.patterns, *LAYOUTS.get(known.language, ())):
        for word in literals(pattern):
            lexicon.add(word, "connector", known.language)
    for pattern in (*known.times, *known.times_of_day):
        for word in literals(pattern):
            lexicon.add(word, "clock", known.language)


def add_layouts(lexicon: Lexicon) -> None:
    """Add the unquoted words of our own layouts of which nothing else is known in their language: `in` is an inch."""
    for language, layouts in LAYOUTS.items():
        for word in {word for layout in layouts for word in literals(expand(layout))}:
            known = lexicon.words.get(word, {})
            if not any(language in languages for languages in known.values()):
                lexicon.add(word, "connector", language)


def literals(pattern: str) -> Iterator[str]:
    """Yield the words of a CLDR pattern that are no fields.

    >>> list(literals("d 'de' MMMM 'de' y"))
    ['de', 'de']
    """
    for literal, name in split_pattern(pattern):
        if not name:
            yield from parts(literal)


HOURS, HALVES = "時时點点시", "半반"  # words for an hour, and for its half: 3時半


def add_times(lexicon: Lexicon) -> None:
    """Add the words of the times of day that the generator writes."""
    for language, shapes in times.SHAPES_IN.items():
        for shape in shapes:
            for word in shape_words(shape):
                if len(word) == 1 or not (word[:1] in HOURS or word[-1:] in HALVES):  # 時から are two words
                    lexicon.add(word, "clock", language)
    for shape in times.SHAPES:
        for word in shape_words(shape):
            lexicon.add(word, "clock", "en")


def add_surroundings(lexicon: Lexicon) -> None:
    """Add the labels and endings that the generator writes beside dates, and the endings of ordinals.

    A word of a closed class is no label, nor are several that begin with one: it may change what the date means.
    """
    for language, rows in (*surroundings.BEFORE_IN.items(), *surroundings.AFTER_IN.items()):
        for row in rows:
            words = list(parts(row))
            heads = [lexicon.words.get(word, {}) for word in (" ".join(words), *words[:1])]
            if words and not any(language in senses.get(kind, ()) for senses in heads for kind in CHANGING):
                lexicon.add(row, "label", language)
    for language, shapes in ORDINALS.items():
        for shape in shapes:
            for word in parts(shape.replace("{}", " ")):
                lexicon.add(word, "ordinal", language)


def shape_words(shape: str) -> Iterator[str]:
    """Yield the words of a shape of times that are no fields: "um {H} Uhr" has two."""
    inside = False
    word = ""
    for character in shape:
        inside = character == "{" or (inside and character != "}")
        if inside or character == "}":
            yield from parts(word)
            word = ""
        else:
            word += character
    yield from parts(word)


def add_closed_classes(lexicon: Lexicon, file: Path) -> None:
    """Add the rows of a table of ours: sense, perhaps with a value, languages, words."""
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sense, languages, words = line.split("\t")
            kind, _, value = sense.partition("=")
            for language in languages.split(","):
                for word in words.split("|"):
                    lexicon.add(word, kind, language, value)
                    if kind == "weekday" and value:
                        lexicon.add(word, "day name", "*", value)
                    if wider := WIDER.get(kind[:-1]):
                        lexicon.add(word, wider + kind[-1], language)


def gather() -> Lexicon:
    """Return the whole lexicon."""
    lexicon = Lexicon()
    for identifier in identifiers():
        known = facts(identifier)
        add_names(lexicon, known)
        add_patterns(lexicon, known)
    add_months(lexicon)
    add_numbers(lexicon)
    for name in earlier_eras():
        lexicon.add(name, "calendar:before", "*")
    for name in weeks():
        lexicon.add(name, "period:week", "*")
    for name, days in weekdays().items():
        lexicon.words.setdefault(name, {})["day name"] = {"*": set(days.split(","))}
    for sense, words in FIELD_WORDS.items():
        for word in words.split():
            lexicon.add(word, sense, "*")
    add_conjunctions(lexicon)
    add_times(lexicon)
    for file in ("words.tsv", "cldr_words.tsv", "numbers.tsv"):
        if (TABLES / file).exists():
            add_closed_classes(lexicon, TABLES / file)
    add_shared(lexicon)
    add_surroundings(lexicon)
    add_units(lexicon)
    add_layouts(lexicon)
    for identifier in identifiers():
        add_day_periods(lexicon, facts(identifier))
    return lexicon


# What a name of several words may hide of its parts.
SHARED = (
    "month",
    "full",
    "period:week",
    *(f"{kind}{side}" for kind in ("bound", "circa", "negated", "offset") for side in "<>"),
)


def add_shared(lexicon: Lexicon) -> None:
    """Give a name of several words what its parts say in other languages: a text is cut by its longest names.

    "de febrero" is Aragonese in CLDR and hides a Spanish "febrero"; "week van" is Afrikaans and Dutch.
    """
    for name, senses in lexicon.words.items():
        for kind in senses.keys() & SHARED:
            values = {value for found in senses[kind].values() for value in found}
            for part in _inner(name):
                for language, found in lexicon.words.get(part, {}).get(kind, {}).items():
                    if found == values:
                        senses[kind].setdefault(language, set(found))


def _inner(name: str) -> Iterator[str]:
    """Yield the parts of a name of several words.

    >>> sorted(_inner("a tot tardar"))
    ['a', 'a tot', 'tardar', 'tot', 'tot tardar']
    """
    words = name.split(" ")
    for length in range(1, len(words)):
        yield from (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))


def add_numbers(lexicon: Lexicon) -> None:
    """Add the days that are written in words, and the months that are Roman numerals."""
    for language in WORDS:
        for row in day_words(language):
            for day, word in enumerate(row, 1):
                lexicon.add(word.replace("_", " "), "day", language, day)
    for month, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1):
        lexicon.add(name, "roman", "*", month)


def add_months(lexicon: Lexicon) -> None:
    """Add all names of months: 'month' where a name is nothing else beside a date, else 'doubtful'."""
    sure = month_languages()
    for name, language, month in months_named():
        lexicon.add(name, "month" if key(name) in sure else "doubtful", language, month)


def add_units(lexicon: Lexicon) -> None:
    """Add the names of units in full: what a number before them counts; of durations what a time of day is told in.

    Only in the languages whose labels are known: a start takes longer with each word, for texts that few write.
    """
    known = {language for word in lexicon.words.values() for language in word.get("label", ())}
    for locale in map(parse, identifiers()):
        if locale.language not in known:
            continue
        for unit, widths in locale._data["unit_patterns"].items():
            if unit.split("-")[0] in MEASURES and "-per-" not in unit:
                for pattern in widths.get("long", {}).values():
                    _add_unit(lexicon, locale.language, pattern, "count>")
        for unit in DURATIONS:
            for pattern in locale._data["unit_patterns"].get(f"duration-{unit}", {}).get("long", {}).values():
                _add_unit(lexicon, locale.language, pattern, f"unit:{unit}")


def _add_unit(lexicon: Lexicon, language: str, pattern: object, kind: str) -> None:
    """Add the words behind the number of a CLDR unit pattern: '{0} metres'."""
    words = parts(pattern.replace("{0}", " ")) if isinstance(pattern, str) else []
    if isinstance(pattern, str) and pattern.startswith("{0}") and words and len(words[0]) > 1:
        lexicon.add(" ".join(words), kind, language)


def add_conjunctions(lexicon: Lexicon) -> None:
    """Add the words for 'and' and 'or' in CLDR's lists; not the Filipino 'at', which is English before a time."""
    for identifier in identifiers():
        language = facts(identifier).language
        for style, row in parse(identifier).list_patterns.items():
            for place in ("2", "end"):
                words = list(parts(row.get(place, "").replace("{0}", " ").replace("{1}", " ")))
                if len(words) == 1 and words != ["at"]:
                    lexicon.add(words[0], "or" if style.startswith("or") else "and", language)


def main() -> None:
    """Write the lexicon anew."""
    if babel.__version__ != BABEL:
        raise SystemExit(f"the lexicon is made with Babel {BABEL}, and this is {babel.__version__}")
    (TABLES / "lexicon.tsv").write_text("".join(gather().rows()), "utf-8")


if __name__ == "__main__":
    main()
