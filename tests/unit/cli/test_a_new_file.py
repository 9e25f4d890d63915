"""A new file is there whole or not at all."""

import os
import stat
from collections.abc import Callable
from errno import EACCES, EDQUOT, ENOSPC
from pathlib import Path
from typing import Any

import pytest

from cli.new_file import new_file
from support.terminal import Terminal
from workflow.errors import Busy, Invalid


def _fails(errno: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno, os.strerror(errno))

    return fail


def _written(path: Path, meanwhile: Callable[[], object]) -> None:
    with new_file(path) as file:
        file.write("ours\n" * 10)
        meanwhile()


@pytest.mark.parametrize("when", ["while written", "flushed", "named"])
@pytest.mark.parametrize(("errno", "kind"), [(ENOSPC, Busy), (EDQUOT, Busy), (EACCES, Invalid)])
def test_a_fault_at_any_moment_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str, errno: int, kind: type[Exception]
) -> None:
    """A disk that is full is told as that: making room helps, and giving another name does not."""
    if when == "flushed":
        monkeypatch.setattr(os, "fsync", _fails(errno))
    if when == "named":
        monkeypatch.setattr(os, "link", _fails(errno))
        monkeypatch.setattr(Path, "rename", _fails(errno))
    with pytest.raises(kind):
        _written(tmp_path / "o.csv", _fails(errno) if when == "while written" else bool)
    assert list(tmp_path.iterdir()) == []


def test_an_export_to_a_full_disk_is_tried_again_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISIONS_DB", str(tmp_path / "r.db"))
    terminal = Terminal("r.db").begun()
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _fails(ENOSPC))
        said = terminal("export", "csv", "--out", str(tmp_path / "o.csv"))
        assert (said.code, "no room left" in said.err) == (75, True)
        assert [each.name for each in tmp_path.iterdir() if "o.csv" in each.name] == []
    terminal.did("export", "csv", "--out", str(tmp_path / "o.csv"))
    assert stat.S_IMODE((tmp_path / "o.csv").stat().st_mode) == 0o600
    terminal.did("export", "jsonl", "--group", "--out", str(tmp_path / "g.jsonl"))
    assert stat.S_IMODE((tmp_path / "g.jsonl").stat().st_mode) == 0o660


def test_one_that_appeared_meanwhile_is_left(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="already"):
        _written(tmp_path / "o.csv", lambda: (tmp_path / "o.csv").write_text("theirs"))
    assert (tmp_path / "o.csv").read_text() == "theirs"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("fails", [True, False])
def test_a_file_that_may_be_written_over_is_whole_until_the_new_one_is(
    tmp_path: Path, fails: bool
) -> None:
    path = tmp_path / "o.csv"
    path.write_text("theirs")

    def meanwhile() -> None:
        assert path.read_text() == "theirs"
        if fails:
            raise OSError(ENOSPC, os.strerror(ENOSPC))

    def write() -> None:
        with new_file(path, overwrite=True) as file:
            file.write("ours")
            file.flush()
            meanwhile()

    if fails:
        with pytest.raises(Busy):
            write()
    else:
        write()
    assert path.read_text() == ("theirs" if fails else "ours")
    assert list(tmp_path.iterdir()) == [path]


def test_only_a_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(Invalid, match="is a folder, and not a file"),
        new_file(tmp_path / "folder", overwrite=True),
    ):
        pass
