"""Whatever opens a file that someone named refuses the same things, in the same words."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.calendars.lists.reading import read_day_list
from workflow.calendars.nations import Nation
from workflow.errors import Invalid, NotFound
from workflow.files.csv_rows import opened
from workflow.files.lines import lines_of
from workflow.importing import Pages, Statements, read_mapping

Opens = Callable[[Path], object]


def sheet(path: Path) -> object:
    with opened(path) as found:
        return list(found.rows)


def lines(path: Path) -> object:
    with lines_of(path) as found:
        return list(found)


OPENERS: dict[str, Opens] = {
    "a sheet": sheet,
    "lines of JSON": lines,
    "a mapping": read_mapping,
    "a list of days": lambda path: read_day_list(path, Nation.ENGLAND),
    "a statement": lambda path: list(Statements(path).reads()),
    "a page": lambda path: list(Pages(path).reads()),
}
each_of_them = pytest.mark.parametrize("opens", OPENERS.values(), ids=OPENERS)


def fault_of(opens: Opens, path: Path) -> Invalid | NotFound:
    with pytest.raises((Invalid, NotFound)) as fault:
        opens(path)
    return fault.value


@each_of_them
def test_what_is_not_there_is_not_found(opens: Opens, tmp_path: Path) -> None:
    fault = fault_of(opens, tmp_path / "none.html")
    assert isinstance(fault, NotFound)
    assert str(fault).startswith("There is no file ")
    assert fault.cure == "Look at the spelling, and at which folder it is in."


@each_of_them
def test_a_pipe_is_refused_and_not_waited_for(opens: Opens, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert str(fault_of(opens, tmp_path / "pipe.html")).endswith("is not an ordinary file.")


@each_of_them
def test_what_this_account_may_not_read_is_refused(
    opens: Opens, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.html").write_text("id,end\n")
    monkeypatch.setattr(os, "open", closed)
    fault = fault_of(opens, tmp_path / "a.html")
    assert str(fault).endswith("a.html may not be read by this account.")
    assert fault.cure.startswith("Ask its owner for leave to read it")


@each_of_them
def test_a_name_that_no_file_can_have_is_refused(opens: Opens, tmp_path: Path) -> None:
    assert "cannot be read: " in str(fault_of(opens, tmp_path / "a\x00b.html"))


@pytest.mark.parametrize(
    "opens", [v for k, v in OPENERS.items() if k not in ("a statement", "a page")]
)
def test_a_folder_is_refused(opens: Opens, tmp_path: Path) -> None:
    assert str(fault_of(opens, tmp_path)).endswith("is a folder, not a file.")


@pytest.mark.parametrize(
    ("which", "wanted"),
    [("a sheet", "a CSV"), ("a statement", "text"), ("a page", "a page of HTML")],
)
@pytest.mark.parametrize(
    ("content", "what"),
    [(b"%PDF-1.7\n", "a PDF"), (b"PK\x03\x04", "a zip, or an office program's own file")],
)
def test_what_is_plainly_of_another_kind_is_named(
    which: str, wanted: str, content: bytes, what: str, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_bytes(content)
    fault = fault_of(OPENERS[which], tmp_path / "a.html")
    assert str(fault).endswith(f"is {what}, not {wanted}.")
