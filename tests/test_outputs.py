"""Files and folders that have their name only when they are complete."""

import fcntl
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from datenorm.errors import DatenormError
from datenorm.files import complete_file, complete_folder, write_file

HALF = """
import os, sys
from pathlib import Path
from datenorm.files import complete_file, complete_folder
with {opened}(Path(sys.argv[1])):
    os.kill(os.getpid(), 9)
"""


def killed(opened: str, path: Path) -> None:
    subprocess.run([sys.executable, "-c", HALF.format(opened=opened), str(path)])


def test_a_file_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "secret.csv"
    path.touch()
    path.chmod(0o640)
    with complete_file(path) as stream:
        stream.write(b"x")
        assert {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()} == {0o640}
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("opened", ["complete_file", "complete_folder"])
def test_what_a_killed_run_left_is_cleared_by_the_next_one_to_the_same_place(
    tmp_path: Path, opened: str
) -> None:
    killed(opened, tmp_path / "clean.csv")
    killed(opened, tmp_path / "other.csv")
    assert len(os.listdir(tmp_path)) == 2
    write_file(tmp_path / "clean.csv", b"x")
    left = sorted(os.listdir(tmp_path))
    assert len(left) == 2
    assert left[0].startswith(".datenorm-other.csv-")
    assert left[1] == "clean.csv"


def test_what_a_living_run_writes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "clean.csv"
    with complete_file(path) as one:
        write_file(path, b"quick")
        one.write(b"slow")
    assert path.read_bytes() == b"slow"
    with complete_folder(tmp_path / "clean") as folder:
        with complete_folder(tmp_path / "clean"):
            pass
        (tmp_path / "clean").rmdir()
        (folder / "a.csv").touch()
    assert os.listdir(tmp_path / "clean") == ["a.csv"]


def test_a_link_of_the_name_of_a_left_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    (tmp_path / ".datenorm-clean.csv-00000000.part").symlink_to(tmp_path / "precious")
    write_file(tmp_path / "clean.csv", b"x")
    assert (tmp_path / "precious").read_text() == "precious"


def test_a_file_system_without_locks_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int, operation: int) -> None:
        raise OSError("no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    write_file(tmp_path / "clean.csv", b"x")
    assert (tmp_path / "clean.csv").read_bytes() == b"x"


def test_a_folder_that_is_there_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "clean").mkdir()
    (tmp_path / "clean" / "old.csv").touch()
    with pytest.raises(DatenormError, match="is there already"), complete_folder(tmp_path / "clean"):
        pass
