"""What is no register is refused in one sentence with its cure; what breaks off is read so far."""

import builtins
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.register_pages import DATA, from_data, link, read, row, table, whole
from workflow.errors import Invalid, NotFound, WorkflowError
from workflow.importing import PageKind, read_pages


def refusal(path: Path) -> WorkflowError:
    with pytest.raises(WorkflowError) as refused:
        read_pages(path)
    assert refused.value.cure
    assert str(refused.value).isprintable()
    return refused.value


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("login.html", "login.html is a page to log in on"),
        ("not-found.html", 'is a page of an error, "404 - page not found"'),
        ("cmis.html", "comes from CMIS"),
        ("agenda.html", '"Agenda for Cabinet", holds no list of decisions'),
    ],
)
def test_a_page_that_is_no_register_is_said_to_be_what_it_is(name: str, says: str) -> None:
    assert says in str(refusal(DATA / name))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"PK\x03\x04\x14\x00", "is a zip, or an office program's own file"),
        (b"\xd0\xcf\x11\xe0\xa1", "is an older office program's own file"),
        (b"\x1f\x8b\x08", "is compressed"),
        (b"<html><body></body></html>", "shows no text at all"),
        (b"<!-- only a comment -->", "shows no text at all"),
        (b"hello", "holds no list of decisions"),
        (b"x" * 5_000_001, "is longer than 5,000,000 bytes"),
        (b"<html><body><p>Deci", "breaks off before any decision"),
        (b"<table><tr><th>Title<th>Date<tr><td>A<td>1 May 2024</table>",
         "holds no list of decisions"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_page_of_a_register_is_refused(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    fault = refusal(path)
    assert isinstance(fault, Invalid)
    assert says in str(fault)
    assert "page.html" in str(fault)


def test_a_register_that_asks_to_log_in_at_its_side_is_read() -> None:
    page = whole("<input type=password>" + table(row(link("A flag"), "", "")), "<title>404</title>")
    assert len(read(page).listed) == 1


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "none.html"), NotFound)
    assert isinstance(refusal(tmp_path / "none" / "none.html"), NotFound)


def test_a_file_of_another_name_a_pipe_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"%PDF")
    assert "does not end in .html or .htm" in str(refusal(tmp_path / "page.pdf"))
    os.mkfifo(tmp_path / "pipe.html")
    assert "is not an ordinary file" in str(refusal(tmp_path / "pipe.html"))
    assert "cannot be read" in str(refusal(tmp_path / ("x" * 5_000 + ".html")))


def test_a_list_that_breaks_off_gives_its_whole_rows_and_says_which_is_cut() -> None:
    found = from_data("list-cut.html")
    assert found.cut
    assert [each.identity for each in found.listed] == ["2190", "2191"]
    assert found.unread == (
        "Row 3 of “Decisions published”: the page breaks off in it.",
        "list-cut.html breaks off before its end: what came after is not here. Save it again.",
    )


def test_wherever_a_list_breaks_off_no_cut_row_is_given_as_whole() -> None:
    text = (DATA / "list-published.html").read_text(encoding="utf-8")
    whole_rows = read(text).listed
    ends = [place for place in range(len(text)) if text.startswith("</tr>", place)][2:]
    for end in range(text.index("<tbody>"), len(text) - 8):
        found = read(text[:end])
        done = sum(1 for place in ends if place + 5 <= end)
        titles = [each.title for each in found.listed]
        assert found.cut
        # An end of a row that is itself cut short is enough for the parser, and for us.
        assert titles in (
            [each.title for each in whole_rows[:done]],
            [each.title for each in whole_rows[: done + 1]],
        )
        for one, other in zip(found.listed, whole_rows, strict=False):
            assert one == other


def test_entries_that_break_off_lose_the_last() -> None:
    text = (DATA / "list-entries.html").read_text(encoding="utf-8")
    found = read(text[: text.index("Let for five")])
    assert [each.title for each in found.listed] == ["Homes at Grange Spinney"]
    assert found.unread[0] == "Entry 2 of “Decisions published”: the page breaks off in it."


def test_a_part_of_a_page_is_not_taken_to_be_cut() -> None:
    found = read(table(row(link("A flag"), "", "")))
    assert not found.cut
    assert found.unread == ()


def test_without_the_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = builtins.__import__

    def lacking(name: str, *rest: object, **more: object) -> object:
        if name.startswith("lxml"):
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", lacking)
    (tmp_path / "page.html").write_text("x")
    for path in (tmp_path, tmp_path / "page.html"):
        fault = refusal(path)
        assert "needs the lxml library" in str(fault)
        assert fault.cure == "Install it: pip install 'council-decisions[import]'"


def test_in_a_folder_one_bad_file_does_not_lose_the_rest(tmp_path: Path) -> None:
    for name in ("login.html", "list-plain.html", "details-table.html"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    (tmp_path / "a.HTM").write_bytes(b"%PDF")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "elsewhere.html").symlink_to(DATA / "list-published.html")
    reads = list(read_pages(tmp_path))
    assert [(each.source, each.kind) for each in reads] == [
        ("a.HTM", PageKind.NOTHING),
        ("list-plain.html", PageKind.LIST),
        ("login.html", PageKind.NOTHING),
        ("details-table.html", PageKind.DETAILS),
        ("", PageKind.NOTHING),
    ]
    assert reads[0].unread[0].startswith("a.HTM is a PDF, not a page of HTML. Open the page")
    assert reads[4].unread == (
        "elsewhere.html was passed over: it is a link, and links are not followed.",
        "notes.txt was passed over: its name does not end in .html or .htm.",
        "pictures was passed over: it is a folder.",
    )


def test_a_folder_with_no_page_in_it_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    fault = refusal(tmp_path)
    assert isinstance(fault, NotFound)
    assert "No saved page is in the folder" in str(fault)


def test_a_file_that_goes_while_the_folder_is_read_is_said_to_be_gone(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes((DATA / "list-plain.html").read_bytes())
    reads = read_pages(tmp_path)
    assert next(reads).source == "a.html"
    (tmp_path / "b.html").unlink()
    assert next(reads).unread[0].startswith("There is no file b.html.")


def test_the_library_is_not_loaded_before_a_page_is_read() -> None:
    script = "import sys, workflow.importing\nassert 'lxml' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
