"""A sheet in another encoding is read where a person says which; marks without width are dropped
from sheets and pages, and counted aloud."""

from datetime import date
from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow.errors import Invalid
from workflow.files.cells import BadCell, a_day
from workflow.files.csv_rows import opened
from workflow.files.encodings import ENCODINGS, encoding_named
from workflow.files.lines import lines_of
from workflow.importing import MappedSheet, Pages, Statements, read_mapping
from workflow.importing.spreadsheet.drafted import drafted_mapping

SHEET = "Ref,Title,Date\n1,Café “rights” – review,13-Jun-2024\n"
MAPPING = 'register = "S"\n[columns]\nidentity = "Ref"\ntitle = "Title"\nmade-on = "Date"\n'
PAPER = """Written statement of a non-key decision
Title: Café “rights”
Decision maker: Cabinet
Date of decision: 13 June 2024
Decision: That it be so.
"""
PAGE = """<html><head><meta charset="utf-8"><title>Decisions - Herefordshire Council</title></head>
<body><h1>Decisions</h1><table><caption>Decisions published</caption>
<tr><th>Title</th><th>Decision&#8203; maker</th><th>Date of deci&shy;sion</th>
<th>Publication date&#8203;</th><th>Is subject&#8206; to call in?</th></tr>
<tr><td><a href="ieDecisionDetails.aspx?ID=1">Trans&shy;port</a></td><td>Cab&#8203;inet</td>
<td>03/06/2024&#8203;</td><td>03/06/2024</td><td>Yes&#xFEFF;</td></tr></table></body></html>
"""


def saved(folder: Path, name: str, text: str, encoding: str) -> Path:
    (folder / name).write_bytes(text.encode(encoding))
    return folder / name


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_what_is_not_utf_8_is_refused_with_what_it_reads_as(tmp_path: Path, encoding: str) -> None:
    sheet = saved(tmp_path, "s.csv", SHEET, encoding)
    for read in (opened, lines_of):
        with pytest.raises(Invalid) as fault, read(sheet) as found:
            list(found.rows if hasattr(found, "rows") else found)
        assert "is not text in UTF-8" in str(fault.value)
        assert f"It reads as {encoding}: give --encoding {encoding}." in fault.value.cure
    with opened(sheet, encoding=encoding) as found:
        assert next(found.rows).cells["title"] == "Café “rights” – review"


def test_what_reads_as_nothing_is_only_to_be_saved_again(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_bytes(b"Ref,Title\x81\n1,\xff\x8d\n")
    with pytest.raises(Invalid) as fault, opened(tmp_path / "s.csv"):
        pass
    assert "--encoding" not in fault.value.cure


@pytest.mark.parametrize("encoding", [each for each in ENCODINGS if each != "utf-8"])
def test_what_is_plainly_utf_8_is_not_read_as_anything_else(tmp_path: Path, encoding: str) -> None:
    sheet = saved(tmp_path, "s.csv", SHEET, "utf-8")
    with pytest.raises(Invalid, match="is text in UTF-8, and would be read wrongly") as fault:
        opened(sheet, encoding=encoding).__enter__()
    assert fault.value.cure == "Leave out the encoding."
    plain = saved(tmp_path, "p.csv", "Ref\n1\n", "ascii")
    if encoding != "utf-16":
        with opened(plain, encoding=encoding) as found:
            assert len(list(found.rows)) == 1


@pytest.mark.parametrize("name", ["rot13", "unicode_escape", "utf-7", "", "cp1252\x1b"])
def test_only_encodings_that_are_known_are_read_in(name: str) -> None:
    with pytest.raises(Invalid, match="not read in the encoding"):
        encoding_named(name)
    assert [encoding_named(each) for each in ("CP1252", "Windows-1252", "latin1")] == [
        "cp1252",
        "cp1252",
        "iso-8859-1",
    ]


def test_every_reader_of_a_sheet_or_a_paper_may_be_told(tmp_path: Path) -> None:
    sheet = saved(tmp_path, "s.csv", SHEET, "cp1252")
    mapping = read_mapping(saved(tmp_path, "m.toml", MAPPING, "utf-8"))
    (read,) = MappedSheet(sheet, mapping, "cp1252").reads()
    assert (read.listed[0].title, read.listed[0].made_on) == (
        "Café “rights” – review",
        date(2024, 6, 13),
    )
    said = drafted_mapping(sheet, "cp1252")
    assert 'title = "Title"' in said.text
    assert (said.remarks, drafted_mapping(sheet).text) == ((), said.text)
    assert 'encoding = "cp1252"\n' in said.text
    told = saved(tmp_path, "e.toml", f'encoding = "cp1252"\n{MAPPING}', "utf-8")
    (read,) = MappedSheet(sheet, read_mapping(told)).reads()
    assert read.listed[0].title == "Café “rights” – review"
    with pytest.raises(Invalid, match="encoding: Files are not read in the encoding 'rot13'"):
        read_mapping(saved(tmp_path, "e.toml", f'encoding = "rot13"\n{MAPPING}', "utf-8"))
    paper = saved(tmp_path, "p.txt", PAPER, "mac-roman")
    (read,) = Statements(paper, encoding="mac-roman").reads()
    assert read.listed[0].title == "Café “rights”"
    with pytest.raises(Invalid, match="is text in UTF-8"):
        list(Statements(saved(tmp_path, "u.txt", PAPER, "utf-8"), encoding="cp1252").reads())


def test_on_the_command_line(terminal: Terminal, tmp_path: Path) -> None:
    saved(tmp_path, "s.csv", SHEET, "cp1252")
    saved(tmp_path, "m.toml", MAPPING, "utf-8")
    saved(tmp_path, "p.txt", PAPER, "cp1252")
    saved(tmp_path, "c.csv", "date,title\n27-Dec-2024,Christmas – closed\n", "cp1252")
    council = ("--council", "herefordshire")
    begun = terminal.did("import", "mapping", "s.csv")
    assert "Note: s.csv is not text in UTF-8. It reads as cp1252" in begun.err
    assert 'encoding = "cp1252"' in begun.out
    for command in (
        ["import", "csv", "s.csv", "--mapping", "m.toml", *council],
        ["import", "exported", "s.csv", *council],
        ["conformance", "s.csv"],
    ):
        said = terminal(*command)
        assert said.code == 2
        assert "It reads as cp1252: give --encoding cp1252" in " ".join(said.err.split())
    for command in (
        ["import", "mapping", "s.csv"],
        ["import", "csv", "s.csv", "--mapping", "m.toml", *council],
        ["import", "exported", "s.csv", *council],
        ["conformance", "s.csv"],
        ["statement", "read", "p.txt"],
        ["import", "statement", "p.txt", *council],
    ):
        said = terminal(*command, "--encoding", "cp1252")
        assert "UTF-8" not in said.err
        assert "Windows-1252" not in said.err
    terminal.staffed()
    assert "give --encoding cp1252" in " ".join(terminal("calendar", "import", "c.csv").err.split())
    shown = terminal.did("calendar", "import", "c.csv", "--encoding", "cp1252").out
    assert "Christmas – closed" in shown
    assert terminal("calendar", "check", "c.csv", "--encoding", "cp1252").code == 7


def test_marks_in_a_sheet_are_dropped_and_counted_aloud(terminal: Terminal, tmp_path: Path) -> None:
    marked = SHEET.replace("Title", "Ti\u00adtle").replace("review", "re\u200bview\u200e\ufeff")
    saved(tmp_path, "s.csv", marked, "utf-8-sig")
    saved(tmp_path, "m.toml", MAPPING, "utf-8")
    (*_, last) = MappedSheet(tmp_path / "s.csv", read_mapping(tmp_path / "m.toml")).reads()
    (remark,) = last.remarks
    assert remark == (
        "s.csv: 4 marks without width dropped: U+00AD (soft hyphen), U+200B (zero width space), "
        "U+200E (left-to-right mark), U+FEFF (zero width no-break space)."
    )
    assert "# 1 mark without width dropped: U+00AD" in drafted_mapping(tmp_path / "s.csv").text
    given = ("import", "csv", "s.csv", "--mapping", "m.toml", "--council", "herefordshire")
    said = terminal(*given)
    assert "Note: s.csv: 4 marks without width dropped" in said.err
    assert "Café “rights” – review" in said.out
    assert len(terminal(*given, "--json").plain["remarks"]) == 1


def test_marks_in_the_labels_of_a_page_hide_none_of_them(tmp_path: Path) -> None:
    (read,) = Pages(saved(tmp_path, "p.html", PAGE, "utf-8")).reads()
    (listed,) = read.listed
    assert (listed.title, listed.decided_by) == ("Transport", "Cabinet")
    assert (listed.made_on, listed.published_on) == (date(2024, 6, 3), date(2024, 6, 3))
    assert listed.is_subject_to_call_in is True
    (said,) = read.remarks
    assert said.startswith("p.html: 8 marks without width dropped: U+00AD (soft hyphen)")


def test_two_columns_of_one_name_are_refused_by_it(tmp_path: Path) -> None:
    for head in (
        "Ref,Title,Date,title",
        "Ref,Title,Date, TITLE\u00a0",
        "Ref,Title,Date,Ti\u00adtle",
    ):
        sheet = saved(tmp_path, "s.csv", f"{head}\n1,a,2024-06-13,b\n", "utf-8")
        with pytest.raises(Invalid, match="two columns called “title”") as fault:
            drafted_mapping(sheet)
        assert "column 2 or column 4" in fault.value.cure


@pytest.mark.parametrize(
    "text",
    [
        "13-Jun-2024",
        "13 June 2024",
        "13-Jun-24",
        "2024/06/13",
        "2024-06-13 00:00:00",
        "2024/6/13",
        "13\u2011Jun\u20112024",
        "2024-06-13 00:00:00.000",
    ],
)
def test_a_day_as_excel_writes_it_is_read_in_every_sheet(text: str) -> None:
    assert a_day(text) == date(2024, 6, 13)


@pytest.mark.parametrize("text", ["31-Jun-2024", "13-Jum-2024", "13 Jun", "Jun-24"])
def test_what_is_no_such_day_is_not_guessed(text: str) -> None:
    with pytest.raises(BadCell):
        a_day(text)
