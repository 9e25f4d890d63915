"""A file is read if it is text, and refused in one sentence, with a remedy, if it is not."""

import os
from pathlib import Path

import pytest

from workflow.errors import Invalid, NotFound, WorkflowError
from workflow.importing.statements import read_file, read_statement

TEXT = "Title: The café’s flag\nDecision: That it be flown.\n"


def refusal(path: Path) -> WorkflowError:
    with pytest.raises(WorkflowError) as refused:
        read_file(path)
    assert refused.value.cure
    assert "\n" not in str(refused.value)
    return refused.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_utf_8_and_marked_utf_16_are_read_alike(tmp_path: Path, encoding: str) -> None:
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    path = tmp_path / "notice.txt"
    path.write_bytes((mark + TEXT).encode(encoding))
    assert read_file(path) == read_statement(TEXT)
    assert read_file(str(path)) == read_statement(TEXT)


def test_windows_1252_that_reads_like_a_statement_is_read_with_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(TEXT.encode("cp1252"))
    reading = read_file(path)
    assert reading.text("title") == "The café’s flag"
    assert reading.remarks[0].startswith("The file is not UTF-8; it was read as Windows-1252")


@pytest.mark.parametrize(
    "content",
    [b"Title: caf\xe9 \x81\n", b"A caf\xe9, and no label\n", bytes(range(1, 256))],
)
def test_other_bytes_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(content)
    assert "is not text in UTF-8" in str(refusal(path))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\t\f\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        ("\ufeff \n".encode("utf-16-le"), "There is no text to read"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not text"),
        (b"Title: A\x00flag\n", "holds NUL bytes"),
        (b"PK\x03\x04\x14\x00\x06\x00", "is a zip, or an office program's own file, not text"),
        (b"\xff\xfe\x00\xd8", "is marked as UTF-16, but is not"),
        (b"\xff\xfe\x00\x00T\x00\x00\x00", "holds NUL bytes"),
        (b"x" * 1_000_001, "is longer than 1,000,000 bytes"),
        (b"Dear all,\nmilk, eggs\n", "does not read like a written statement"),
        ("Title: A\u202eflag".encode(), "U+202E"),
    ],
)
def test_what_is_not_a_statement_in_text_is_refused(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(content)
    fault = refusal(path)
    assert isinstance(fault, Invalid)
    assert says in str(fault)


def test_a_pdf_is_answered_with_the_command_that_takes_its_text_out(tmp_path: Path) -> None:
    path = tmp_path / "notice.pdf"
    path.write_bytes(b"%PDF-1.4")
    assert refusal(path).cure.endswith("pdftotext -layout notice.pdf notice.txt")


def test_a_file_of_just_the_most_bytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_bytes(TEXT.encode().ljust(1_000_000))
    assert read_file(path).text("title") == "The café’s flag"


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path / "none" / "none.txt"):
        assert isinstance(refusal(path), NotFound)
    (tmp_path / "file").write_text("x")
    assert isinstance(refusal(tmp_path / "file" / "none.txt"), NotFound)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in str(refusal(tmp_path))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not an ordinary file" in str(refusal(tmp_path / "pipe"))


def test_a_file_this_account_may_not_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TEXT)

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", closed)
    assert "may not be read by this account" in str(refusal(path))


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5_000])
def test_a_name_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    fault = refusal(tmp_path / name)
    assert "cannot be read" in str(fault)
    assert str(fault).isprintable()
