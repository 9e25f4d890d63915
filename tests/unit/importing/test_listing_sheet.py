"""A council's own sheet: what is certain is read, what is not is named with its line and column."""

from datetime import date
from pathlib import Path

import pytest

from workflow.errors import Invalid
from workflow.importing import ListedDecision, MappedSheet, Register, SheetMapping
from workflow.importing.spreadsheet.sheet import ROWS

HEAD = "Ref,Title,Made,Published,Expiry,Key,Status\n"
COLUMNS = {
    "identity": "ref",
    "title": "title",
    "made_on": "made",
    "published_on": "published",
    "last_day": "expiry",
    "is_key": "key",
    "status": "status",
}


def mapping(*, day_first: bool = False, **always: str) -> SheetMapping:
    words = {"is_key": {"k": True, "nk": False}}
    return SheetMapping(
        register="Our sheet", day_first=day_first, columns=COLUMNS, words=words, always=always
    )


def read(
    tmp_path: Path, content: str | bytes, by: SheetMapping | None = None
) -> tuple[list[ListedDecision], list[str]]:
    path = tmp_path / "d.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    reads = list(MappedSheet(path, by or mapping()).reads())
    return [each for some in reads for each in some.listed], [
        each for some in reads for each in some.unread
    ]


def row(**cells: str) -> str:
    given = {
        "Ref": "1",
        "Title": "Roads",
        "Made": "2018-10-18",
        "Published": "2018-10-18",
        "Expiry": "2018-10-24",
        "Key": "NK",
        "Status": "",
    }
    return ",".join({**given, **cells}.values()) + "\n"


def test_a_row_is_a_decision_with_every_cell_kept_as_it_is(tmp_path: Path) -> None:
    (found,), unread = read(tmp_path, HEAD + row(Made="18 October 2018", Expiry="24/10/2018"))
    assert unread == []
    assert found.register is Register.SHEET
    assert (found.source, found.site, found.identity) == ("d.csv, line 2", "Our sheet", "1")
    assert (found.made_on, found.last_day) == (date(2018, 10, 18), date(2018, 10, 24))
    assert found.is_key is False
    assert ("Made", "18 October 2018") in found.raw
    assert ("Expiry", "24/10/2018") in found.raw
    assert ("Key", "NK") in found.raw


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_whichever_program_saved_it(tmp_path: Path, delimiter: str, mark: bytes, ends: str) -> None:
    text = (HEAD + row()).replace(",", delimiter).replace("\n", ends)
    (found,), unread = read(tmp_path, mark + text.encode())
    assert (found.title, found.identity, unread) == ("Roads", "1", [])


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"Made": "3/4/2018"},
            "made-on (the column Made): 3/4/2018 may be 3 April 2018 or 4 March",
        ),
        ({"Made": "43391"}, "made-on (the column Made): 43391 is a spreadsheet's day number"),
        ({"Published": "18/10/18"}, "published-on (the column Published): 18/10/18 has a year of"),
        ({"Published": "10/18/2018"}, "seems to give the month first"),
        ({"Expiry": "2018-02-30"}, "last-day (the column Expiry): There is no such day"),
        ({"Expiry": "Friday 24 October 2018"}, "that day was a Wednesday"),
        ({"Expiry": "soon"}, 'last-day (the column Expiry): "soon": it is not one date'),
        ({"Title": ""}, "Its title is empty. Give it."),
        ({"Title": "x" * 301}, "Its title has 301 characters"),
        ({"Title": "Roa\u202eds"}, "hidden character"),
        ({"Status": "a,b"}, "It has 8 cells, and the first row 7."),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_rest_go_on(
    tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    found, unread = read(tmp_path, HEAD + row() + row(**cells) + row(Ref="3"))
    assert [each.identity for each in found] == ["1", "3"]
    (one,) = unread
    assert one.startswith("d.csv, line 3: ")
    assert said in one


def test_a_day_that_may_be_two_is_read_where_the_mapping_says_how(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, HEAD + row(Made="3/4/2018"), mapping(day_first=True))
    assert found.made_on == date(2018, 4, 3)
    _, (unread,) = read(tmp_path, HEAD + row(Made="3/4/2018"))
    assert "Or say in the mapping that days are written so: day-first = true" in unread


def test_a_word_that_is_not_in_the_mapping_is_no_answer(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path, HEAD + row(Key="perhaps"))
    assert found.is_key is None
    assert found.doubts == ('Is key decision?: "perhaps" is neither a yes nor a no.',)


def test_what_is_always_so_is_so_of_each(tmp_path: Path) -> None:
    by = mapping(is_subject_to_call_in="yes", decided_by="Cabinet")
    (found,), _ = read(tmp_path, HEAD + row(), by)
    assert (found.is_subject_to_call_in, found.decided_by) == (True, "Cabinet")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"1,Roads,2018-10-18,2018-10-18,2018-10-24,NK,\n", "names none of the columns"),
        (HEAD.replace("Made", "Made on").encode(), "no column called “made”"),
        (HEAD.replace("Status", "Status,made").encode(), "two columns called “made”"),
        (b"PK\x03\x04" + b"\0" * 20, "is a zip, or an office program's own file"),
        (HEAD.encode("utf-16"), "is not text in UTF-8"),
        (HEAD.encode() + "1,Café".encode("cp1252"), "is not text in UTF-8"),
        (HEAD.encode() + b'1,"Roads\n', "Look for a quotation mark"),
    ],
)
def test_what_is_no_such_sheet_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(Invalid) as refused:
        read(tmp_path, content)
    assert said in f"{refused.value} {refused.value.cure}"


def test_a_sheet_of_any_length_comes_some_rows_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "d.csv"
    path.write_text(HEAD + "".join(row(Ref=str(n)) for n in range(ROWS + 1)))
    assert [len(each.listed) for each in MappedSheet(path, mapping()).reads()] == [ROWS, 1]


@pytest.mark.parametrize(
    ("made", "cure"),
    [
        ("23/03/26", "Write the whole year: 23/03/2026 or 23/03/1926."),
        ("23-3-26 00:00", "Write the whole year: 23-3-2026 or 23-3-1926."),
        ("3/4/2018", "Write it as 2018-04-03 or 2018-03-04. Or say in the mapping"),
        ("10/31/2018", "Write it as 2018-10-31."),
        ("", ""),
        ("31/02/2018", "Write it as year-month-day: yyyy-mm-dd."),
    ],
)
def test_a_remedy_shows_the_cells_own_day(tmp_path: Path, made: str, cure: str) -> None:
    _, unread = read(tmp_path, HEAD + row(Made=made))
    assert [cure in said for said in unread] == [True] * len(unread)
    assert bool(unread) is bool(made)
    assert "2018-10-18" not in "".join(unread)
