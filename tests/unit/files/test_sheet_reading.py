"""A sheet is read whichever program saved it; what is no sheet is refused, and named."""

from pathlib import Path

import pytest

from support.timing import at_once
from workflow.errors import Invalid, NotFound
from workflow.files.csv_rows import Row, opened


def rows_of(path: Path, *required: str) -> list[Row]:
    with opened(path, required) as sheet:
        return list(sheet.rows)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_marks_delimiters_and_line_ends(tmp_path: Path, mark: str, between: str, ends: str) -> None:
    sheet = tmp_path / "a.csv"
    lines = [f"Id{between}End Date", f'A{between}"x{between}y"', "", f"B {between} z"]
    sheet.write_bytes((mark + ends.join(lines)).encode())
    found = rows_of(sheet, "id", "end_date")
    assert [each.line for each in found] == [2, 4]
    assert [each.cells for each in found] == [
        {"id": "A", "end_date": f"x{between}y"},
        {"id": "B", "end_date": "z"},
    ]


def test_a_row_too_long_says_so_and_what_a_short_one_lacks_is_empty(tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("id,end\nA\nB,1,2\nC,1\nD,2,,\n", encoding="utf-8")
    rows = rows_of(sheet)
    assert [each.fault for each in rows] == ["", "It has 3 cells, and the first row 2.", "", ""]
    assert [each.short for each in rows] == [True, False, False, False]
    assert rows[0].cells == {"id": "A", "end": ""}


@pytest.mark.parametrize(
    "content",
    [
        "sep=;\nid;end\nA;1\n", '\ufeff"sep=;"\nid;end\nA;1\n', "SEP=,\nid,end\nA,1\n",
        "sep=\t\nid\tend\nA\t1\n", '"id";"end";"who, what, when, where"\nA;1;x\n',
        '"id, or\nits, like";id;end\nx;A;1\n', "id\u200b,\u00a0end\n\u200eA,1\u00a0\n",
    ],
)  # fmt: skip
def test_what_excel_writes_is_read(tmp_path: Path, content: str) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text(content, encoding="utf-8")
    (row,) = rows_of(sheet, "id", "end")
    assert (row.cells["id"], row.cells["end"], row.fault) == ("A", "1", "")


def test_a_row_with_a_mark_that_hides_is_named(tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("id,end\nA,1\u202e\nB,\x1b[2J\nC,1\n", encoding="utf-8")
    assert ["U+" in each.fault for each in rows_of(sheet)] == [True, True, False]


def test_more_columns_than_any_sheet_has_are_refused_at_once(tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    for content in (",".join("a" * 200_000), "id,end\n" + "x," * 600_000):
        sheet.write_text(content, encoding="utf-8")
        with pytest.raises(Invalid, match=r"columns|characters"), at_once():
            rows_of(sheet, "id")


def test_a_cell_of_several_lines_keeps_the_count_of_lines(tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text('id,note\nA,"one\ntwo"\nB,x\n', encoding="utf-8")
    assert [each.line for each in rows_of(sheet)] == [2, 4]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty, or its first line is."),
        (b"\n\nid,end\n", "is empty, or its first line is."),
        (b"id,edn\nA,1\n", "has no column called “end”."),
        (b"id,id,end\n1,2,3\n", "has two columns called “id”."),
        ("id,end\n".encode("utf-16"), "is not text in UTF-8."),
        (b"id,end\nA\x00,1\n", "is not text in UTF-8."),
        ("id,end\nSir Gâr,1\n".encode("cp1252"), "is not text in UTF-8."),
        (b"PK\x03\x04zip", "is a zip, or an office program's own file, not a CSV."),
        (b'id,end\nA,"1\n', "line 2: unexpected end of data."),
        (b'id,end\nA,"1" x\n', "line 2: ',' expected after '\"'."),
        (b"id,end\nA," + b"x" * 200_001 + b"\n", "line 2: field larger than field limit"),
    ],
)
def test_what_is_no_sheet_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_bytes(content)
    with pytest.raises(Invalid, match=r"a\.csv") as refused:
        rows_of(sheet, "id", "end")
    assert said in str(refused.value)
    assert refused.value.cure


def test_the_nearest_column_is_offered(tmp_path: Path) -> None:
    sheet = tmp_path / "a.csv"
    sheet.write_text("id,end_dat\n", encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        rows_of(sheet, "end_date")
    assert "Is it the one called “end_dat”? Rename it" in refused.value.cure


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="is a folder"):
        rows_of(tmp_path)
    with pytest.raises(NotFound, match="There is no file"):
        rows_of(tmp_path / "none.csv")


def test_a_first_row_that_goes_on_over_many_lines_is_refused_before_it_is_held(
    tmp_path: Path,
) -> None:
    sheet = tmp_path / "a.csv"
    with sheet.open("w", encoding="utf-8") as file:
        file.write('Ref,"')
        file.writelines("x\n" * 1000 for _ in range(2000))
        file.write('"\n1,2\n')
    first = "first row has more than 200,000 characters"
    with pytest.raises(Invalid, match=first) as fault, at_once():
        rows_of(sheet)
    assert "not closed" in fault.value.cure
