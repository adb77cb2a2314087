"""The steps in their order, and what the network is shown of a text after them."""

from collections.abc import Collection
from dataclasses import replace

from datenorm.rewriting import eras, labelled, names, orders, parts, periods, repeats, runs, separators, words
from datenorm.rewriting.page import LONGEST, Page, Step, edited
from datenorm.text.characters import (
    clean,
    spelled_out,
    without_entities,
    without_escapes,
    without_footnotes,
    without_mojibake,
)
from datenorm.text.numerals import without_ethiopic_numerals

STEPS = (
    Step("days in words", frozenset({"day", "unit:day"}), words.days),
    Step("years in words", frozenset({"full", "month"}), words.years),
    Step("years in two parts", frozenset({"full", "month"}), words.parted),
    Step("Chinese years", frozenset({"千"}), words.chinese),
    Step("Roman years", frozenset({"full", "month"}), words.roman),
    Step("counted eras", frozenset({"era", "era?"}), eras.counted),
    Step("Buddhist years", frozenset({"calendar:buddhist"}), eras.buddhist),
    Step("years of the Republic of China", frozenset({"/", ".", "-"}), eras.minguo),
    Step("old months", frozenset({"old", "latin>"}), names.old),
    Step("old days", frozenset({"full", "month"}), names.old_days),
    Step("counted months", frozenset({"pair"}), names.counted),
    Step("damaged months", frozenset({"a1"}), names.damaged),
    Step("unknown parts", frozenset({"0", "?", "_", "unknown"}), parts.unknown),
    Step("weekdays of a month", frozenset({"weekday", "day>1"}), periods.nth_weekday),
    Step("days of a year", frozenset({"day>1"}), periods.day_of_year),
    Step("months of expiry", frozenset({"expiry"}), periods.expiry),
    Step("labelled parts", frozenset({"field"}), labelled.labelled),
    Step("halves of the day", frozenset({":"}), words.halves),
    Step("ordinal days", frozenset({"ordinal"}), orders.ordinal_day),
    Step("brackets", frozenset("([{"), separators.brackets),
    Step("odd signs", separators.ODD, separators.odd_signs),
    Step("dots", frozenset({"."}), orders.dots),
    Step("one month twice", frozenset("/=(["), repeats.months),
    Step("one date twice", frozenset({"4", "8"}), repeats.repeats),
    Step("names of files", frozenset({"8"}), runs.of_files),
)


def rewritten(
    text: str, order: str | None = None, language: str | None = None, without: Collection[str] = ()
) -> Page:
    """Return what the network is shown of a text: cleaned, and after all steps.

    order, language: as told, else None. without: steps that are left out.

    >>> rewritten("平成26年12月29日").text, rewritten("3rd Tuesday of June 2016").text, rewritten("2003-08-XX").text
    ('2014年12月29日', '2016-06-21', '2003-08')
    >>> rewritten("H30.5.15", language="ja").text, rewritten("H30.5.15").text
    ('2018.5.15', 'h30.5.15')
    """
    plain = without_ethiopic_numerals(
        spelled_out(without_footnotes(without_entities(without_escapes(without_mojibake(text)))))
    )
    page = Page(clean(plain), order, language, edited=plain != text)
    for step in STEPS if len(page.text) <= LONGEST else ():
        if step.name not in without and not step.needs.isdisjoint(page.kinds):
            found = list(step.edits(page))
            if found:
                page = replace(page, text=edited(page.text, found), edited=True)
    return page
