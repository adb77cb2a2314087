"""What the cells of a column say of its calendar."""

import pytest

from datenorm.reading.translator import Translator, default_translator

COLUMNS = [
    (["1397/02/19", "۱۵ مهر ۱۳۹۷"], ["2018-05-09", "2018-10-07"]),
    (
        ["1397/02/19", "15 Mehr 1397", "2018-05-09"],
        [None, "2018-10-07", "2018-05-09"],
    ),  # 1397 may be of ours there
    (["1397/02/19", "15 Mehr 1397", "1439/8/23 هـ"], [None, "2018-10-07", None]),
    (
        ["9/5/2561", "พ.ศ. 2561", "25/5/2561", "2018-05-09"],
        ["2018-05-09", "2018", "2018-05-25", "2018-05-09"],
    ),
    (["9 พฤษภาคม 2561", "พ.ศ. 2561"], ["2018-05-09", "2018"]),
    (["1450", "1437 AH"], [None, None]),
    (["9 May 2018", "25/4/2015", "1450-05-09"], ["2018-05-09", "2015-04-25", "1450-05-09"]),
]


@pytest.fixture(scope="module")
def translator() -> Translator:
    pytest.importorskip("convertdate")
    pytest.importorskip("hijridate")
    return default_translator()


@pytest.mark.parametrize(("cells", "isos"), COLUMNS)
def test_cells_that_name_a_calendar_decide_those_that_do_not(
    translator: Translator, cells: list[str], isos: list[str | None]
) -> None:
    assert translator.translate_column(cells).iso == isos


def test_a_decision_on_the_calendar_is_explained_and_no_surer_than_its_cells(translator: Translator) -> None:
    column = translator.translate_column(["1397/02/19", "۱۵ مهر ۱۳۹۷"])
    assert column.confidence == [0.95, 1.0]
    assert "may be of the persian calendar: 1 (row 2: '۱۵ مهر ۱۳۹۷')" in column.explained
