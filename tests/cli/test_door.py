"""At the door: what a newcomer meets first."""

import io
import pickle
from pathlib import Path

import pytest
from click.testing import CliRunner

import datenorm
from datenorm.cli import main
from datenorm.errors import TableError
from datenorm.tables.cells import Policy, cell_reader
from datenorm.tables.conversion import convert, survey
from datenorm.tables.delimited import DelimitedTable
from datenorm.tables.journal import Journal
from datenorm.tables.request import Request


def summary_of(table: str, **options: object) -> list[str]:
    request = Request(["date"], **options)  # type: ignore[arg-type]
    opened = [DelimitedTable(io.BytesIO(table.encode()), "t.csv") for _ in range(2)]
    surveyed = None if request.order_from else survey(opened[0], request)
    reader = datenorm.Translator.load()

    read = cell_reader(reader.translate_many, request.open)
    return convert(opened[1], io.BytesIO(), read, request, surveyed).lines()


def test_a_weekday_that_contradicts_is_told_on_stderr() -> None:
    result = CliRunner().invoke(main, ["translate", "Saturday 9 May 2018"])
    assert (result.exit_code, result.stdout) == (0, "2018-05-09\n")
    assert result.stderr == "'Saturday 9 May 2018': the text says Saturday, but 2018-05-09 is a Wednesday\n"


def test_weekdays_that_contradict_are_counted_in_a_table() -> None:
    said = summary_of("date\nSaturday 9 May 2018\nWednesday 9 May 2018\nSunday 9 May 2018\n")
    assert said[-1] == (
        "  2 odd, the first: 'Saturday 9 May 2018': the text says Saturday, but 2018-05-09 is a Wednesday"
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            "43229 43230.5 43231",
            "looks like serials of a spreadsheet (43229 is 2018-05-09); --numbers excel reads them",
        ),
        (
            "1525853472 1525939872",
            "looks like seconds since 1970 (1525853472 is 2018-05-09); --numbers epoch reads them",
        ),
    ],
)
def test_a_column_of_numbers_is_named(cells: str, said: str) -> None:
    assert summary_of("date\n" + "\n".join(cells.split()) + "\n")[-1].strip() == said


def test_a_group_that_is_a_country_is_read_as_people_write_there() -> None:
    table = "date,land\n03/04/2018,US\n03/04/2018,DE\n9 listopada 2018,PL\n25/04/2018,PT\n"
    said = summary_of(table, group_by="land")
    assert "date: 4 ok" in said
    assert "  as people write where the group is called after: DE (de_DE), PL (pl_PL), US (en_US)" in said
    assert any(line.startswith("  PT: order DMY") for line in said)


def test_a_group_decides_whatever_the_others_are_called() -> None:
    table = "date,land\n03/04/2018,US\n03/04/2018,France\n03/04/2018,N/A\n03/04/2018,XX\n03/04/2018,US \n"
    said = summary_of(table, group_by="land")
    assert "date: 2 ok, 3 ambiguous" in said
    assert "  as people write where the group is called after: US (en_US)" in said


@pytest.mark.parametrize("states", ["CA PA DE IN", "CA TX", "NL ON QC", "CA", "NA", "de us"])
def test_codes_of_something_else_than_countries_and_languages_decide_nothing(states: str) -> None:
    rows = "".join(f"03/04/2018,{state}\n" for state in states.split())
    said = summary_of("date,land\n" + rows, group_by="land")
    assert f"date: {len(states.split())} ambiguous" in said


def test_codes_of_states_are_those_of_countries_beside_another_country() -> None:
    said = summary_of("date,land\n03/04/2018,DE\n03/04/2018,FR\n03/04/2018,de-AT\n", group_by="land")
    assert "  as people write where the group is called after: DE (de_DE), FR (fr_FR), de-AT (de_AT)" in said


BOTH_ORDERS = "date,land\n04/25/2018,US\n25/04/2018,US\n03/04/2018,US\n"


@pytest.mark.parametrize("order_from", [0, 2])
def test_an_order_that_nobody_told_is_called_chosen(order_from: int) -> None:
    best = Policy(on_ambiguous="best")
    for group_by in (None, "land"):
        said = summary_of(BOTH_ORDERS, group_by=group_by, policy=best, order_from=order_from)
        assert any(line.endswith("; read as DMY by --on-ambiguous best; give --order") for line in said)
        odd = "'04/25/2018': 2018-04-25, but it is not in the order DMY"
        assert f"  1 in another order, the first: {odd}" in said


def test_a_year_day_month_in_a_column_is_told() -> None:
    said = summary_of("date\n2018-13-05\n2018-05-06\n")
    assert "  year first, read as YMD: 1 is a day only as YDM (row 1: '2018-13-05'), 0 only as YMD" in said
    later = summary_of("date\n2018-05-06\n2018-13-05\n", order_from=1)
    assert (
        "  later, year first, read as YMD: 1 is a day only as YDM (row 2: '2018-13-05'), 0 only as YMD"
        in later
    )


def test_the_name_of_a_group_is_better_than_a_guess() -> None:
    table = "date,land\n03/04/2018,US\n03/04/2018,there\n"
    said = summary_of(table, group_by="land", policy=Policy(on_ambiguous="best"))
    assert "  as people write where the group is called after: US (en_US)" in said
    there = "there: order open: none of 1 numeric date tells DMY from MDY"
    assert f"  {there}; read as DMY by --on-ambiguous best; give --order" in said


def test_the_name_of_a_file_is_pointed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("my dates.csv").write_text("day\n")
    result = CliRunner().invoke(main, ["translate", "my dates.csv", "9 May 2018"])
    assert result.stderr.splitlines()[-1] == "'my dates.csv' is a file; --input 'my dates.csv' reads it"


def test_everything_public_is_listed() -> None:
    assert {*datenorm.__all__, "__version__", "translate"} <= set(dir(datenorm))
    assert all(hasattr(datenorm, name) for name in dir(datenorm))


def test_a_translator_is_pickled_by_the_path_of_its_bundle() -> None:
    reader = pickle.loads(pickle.dumps(datenorm.Translator.load()))
    assert reader.translate("9 May 2018").iso == "2018-05-09"
    assert len(pickle.dumps(reader)) < 500


def test_an_order_may_be_said_in_small_letters() -> None:
    assert CliRunner().invoke(main, ["translate", "--order", "dmy", "03/04/2018"]).stdout == "2018-04-03\n"


def test_options_stand_in_groups_those_of_tables_first() -> None:
    lines = CliRunner().invoke(main, ["translate", "--help"]).stdout.splitlines()
    titles = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert titles == ["Tables:", "How a file is written:", "What is known:", "Answers:", "Other:"]
    assert any(line.startswith("  -i, --input FILE") for line in lines[lines.index("Tables:") :][:2])


@pytest.mark.parametrize("mode", [0o666, 0o620])
def test_a_journal_that_others_can_write_to_is_not_used(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.csv.resume"
    path.touch()
    path.chmod(mode)
    with pytest.raises(TableError, match="others can write to it"):
        Journal(path, lambda texts: [], {})


def test_a_journal_with_another_name_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "mine").touch(0o600)
    (tmp_path / "out.csv.resume").hardlink_to(tmp_path / "mine")
    with pytest.raises(TableError, match="has another name"):
        Journal(tmp_path / "out.csv.resume", lambda texts: [], {})
