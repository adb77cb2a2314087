import pytest

from datenorm.evidence import missing


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("9 May 2018", "2018-05-09"), ("20180509", "2018-05-09"), ("201805091011", "2018-05-09"), ("9May18", "18-05-09"), ("5/5/05", "05-05-05"),
        ("٩ مايو ٢٠١٨", "2018-05-09"), ("２０１８年５月９日", "2018-05-09"), ("二〇一八年十一月廿六日", "2018-11-26"), ("二零一八年", "2018"), ("五月九日", "--05-09"),
        ("first of May 2018", "2018-05-01"), ("le premier mai 2018", "2018-05-01"), ("двадцать первого мая 2018", "2018-05-21"), ("3월 오일", "--03-05"),
        ("20l8-O5-o9", "2018-05-09"), ("9.V.2018", "2018-05-09"), ("9 Mya 2018", "2018-05-09"), ("ngày 9 tháng năm năm 2018", "2018-05-09"), ("9 май '18", "18-05-09"),
        ("12 listopada 2018", "2018-10-12"), ("12 listopada 2018", "2018-11-12"), ("May 2018", "2018-05"), ("5/2018", "2018-05"), ("2018", "2018"), ("--05-09", "--05-09"), ("--0509", "--05-09"),
        ("10:11 9th 5 2018", "2018-05-09"), ("10. Januar 10", "10-01-10"),
    ],
)  # fmt: skip
def test_what_is_in_the_text_has_its_evidence(text, target):
    assert missing(text, target) is None


@pytest.mark.parametrize(
    ("text", "target", "field"),
    [
        ("9 May 2018", "2018-05-08", "day 8"), ("9 May 2018", "2017-05-09", "year 2017"), ("9 May 2018", "2018-06-09", "month 6"), ("May 2018", "2018-05-20", "day 20"),
        ("2012/0/10", "2012-10-10", "month 10"), ("Version: 1.1.3", "03-01-01", "year 03"), ("9 мая", "--06-09", "month 6"), ("9 พฤษภาคม", "--04-09", "month 4"),
        ("9", "--05-09", "month 5"), ("hello", "2018", "year 2018"), ("2018-05", "2018-05-05", "month 5"), ("second of May 2018", "2018-05-01", "day 1"),
        ("二〇一八年十一月", "2019-11", "year 2019"),
    ],
)  # fmt: skip
def test_what_is_not_in_the_text_is_missing(text, target, field):
    assert missing(text, target) == field


@pytest.mark.parametrize("text", ["", "\ud800", "\x00", "😀" * 50, "9" * 96, "一" * 96])
def test_any_text_is_searched(text):
    assert missing(text, "1234-11-30")
