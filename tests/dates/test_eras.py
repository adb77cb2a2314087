import pytest

from datenorm.dates.eras import common_era, other_count


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("昭和６４年１月７日", "1989年１月７日"), ("大正 12 年9月1日", "1923 年9月1日"), ("明治45年7月30日", "1912年7月30日"),
        ("令和二年五月一日", "2020年五月一日"), ("平成三十一年四月", "2019年四月"), ("民國107年5月9日", "2018年5月9日"),
        ("民國107/05/09", "2018/05/09"), ("民国元年一月一日", "1912年一月一日"), ("平成35年まで", "2023年まで"),
        ("พุทธศักราช ๒๕๖๑", "ค.ศ. 2018"), ("9 พ.ค. พศ 2561", "9 พ.ค. ค.ศ. 2018"), ("9 May B.E. 2561", "9 May 2018"),
    ],
)  # fmt: skip
def test_years_of_the_eras_we_know_become_common(text: str, read: str) -> None:
    assert common_era(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "明治3年1月1日", "平成", "平成元", "2018年5月9日", "พ.ศ. 2400", "TO BE 25611", "9 May 2018", "BE", "昭和の日",
    ],
)  # fmt: skip
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert common_era(text) == text


def test_a_thai_year_without_an_era_has_two_readings() -> None:
    assert other_count("พฤษภาคม 2561", "2561-05") == "2018-05"
    assert other_count("9 May 2561", "2561-05-09") is None
    assert other_count("29 กุมภาพันธ์ 2560", "2560-02-29") is None
    assert other_count("9 พฤษภาคม 2018", "2018-05-09") is None
    assert other_count("9 พฤษภาคม", "--05-09") is None


@pytest.mark.parametrize(
    "text",
    ["2018-05-09 ap. J.-C.", "AD 2018-05-09", "2018-05-09 н. э.", "2018-05-09 d.C.", "n. Chr. 2018-05-09"],
)
def test_the_common_era_beside_numbers_is_left_out(text: str) -> None:
    assert common_era(text) == "2018-05-09"


@pytest.mark.parametrize(
    "text",
    [
        "9 mai 2018 ap. J.-C.",
        "2018-05-09 av. J.-C.",
        "2018 AD",
        "AD 2018-05-09 CE",
        "2018-05-09 draft",
        "2018-05-09 10 AD",
    ],
)
def test_what_else_stands_beside_numbers_is_kept(text: str) -> None:
    assert common_era(text) == text
