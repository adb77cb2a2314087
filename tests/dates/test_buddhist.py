from datenorm.dates.buddhist import other_count


def test_a_thai_year_without_an_era_has_two_readings() -> None:
    assert other_count("พฤษภาคม 2561", "2561-05") == "2018-05"
    assert other_count("9 May 2561", "2561-05-09") is None
    assert other_count("29 กุมภาพันธ์ 2560", "2560-02-29") is None
    assert other_count("9 พฤษภาคม 2018", "2018-05-09") is None
    assert other_count("9 พฤษภาคม", "--05-09") is None
