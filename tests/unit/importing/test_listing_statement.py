"""A written statement as what a council has already: the paper, and what it is known by."""

from datetime import date
from pathlib import Path

import pytest

from workflow.errors import Invalid, NotFound
from workflow.importing import ListedDecision, PageKind, Register, Statements
from workflow.model.kind import Kind

PAPER = """Issue reference: I50027300

Written statement of a non-key decision

Title: Action plan
Decision maker: Cabinet
Date of decision: 18 October 2018
Decision: That the plan be approved.
Reason for the decision: As set out in the report.
Options considered: None.
Declarations of interest: None declared.
Call-in expiry date: 24 October 2018
"""


def one(tmp_path: Path, text: str = PAPER, published_on: date | None = None) -> ListedDecision:
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    (read,) = Statements(path, published_on).reads()
    (listed,) = read.listed
    return listed


def test_the_paper_is_read_and_kept_whole(tmp_path: Path) -> None:
    found = one(tmp_path, published_on=date(2018, 10, 18))
    assert found.register is Register.STATEMENT
    assert found.identity == "I50027300-2018-10-18"
    assert (found.made_on, found.last_day) == (date(2018, 10, 18), date(2018, 10, 24))
    assert found.published_on == date(2018, 10, 18)
    assert (found.kind, found.is_key) == (Kind.NON_KEY, False)
    assert found.statement is not None
    assert found.statement.reasons == "As set out in the report."
    assert ("call in expiry", "2018-10-24") in found.raw
    assert ("published on (given by whoever took it in)", "2018-10-18") in found.raw


def test_without_a_reference_it_is_known_by_who_decided_what_and_when(tmp_path: Path) -> None:
    bare = PAPER.split("\n", 2)[2]
    first = one(tmp_path, bare).identity
    assert first == one(tmp_path, bare.replace("As set out", "As put")).identity
    assert first != one(tmp_path, bare.replace("18 October", "19 October")).identity


def test_an_expiry_that_cannot_be_read_is_a_doubt_of_the_day(tmp_path: Path) -> None:
    found = one(tmp_path, PAPER.replace("24 October", "34 October"))
    assert found.last_day is None
    assert found.doubts[0].startswith("Last day for call-in: none was read")


@pytest.mark.parametrize("lacking", ["Title", "Written statement"])
def test_a_paper_that_says_too_little_is_refused(tmp_path: Path, lacking: str) -> None:
    text = "\n".join(each for each in PAPER.splitlines() if not each.startswith(lacking))
    with pytest.raises(Invalid, match="does not say"):
        one(tmp_path, text)


def test_in_a_folder_the_rest_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.txt").write_text(PAPER, encoding="utf-8")
    (folder / "b.txt").write_text("nothing of the kind", encoding="utf-8")
    (folder / "c.pdf").write_bytes(b"%PDF")
    reads = list(Statements(folder).reads())
    assert [each.kind for each in reads] == [
        PageKind.DETAILS, PageKind.NOTHING, PageKind.NOTHING,
    ]  # fmt: skip
    assert "b.txt: This does not read like a written statement" in reads[1].unread[0]
    assert "c.pdf was passed over: its name does not end in .txt" in reads[2].unread[0]
    with pytest.raises(Invalid, match="One day of publication"):
        list(Statements(folder, date(2018, 10, 18)).reads())


def test_no_file_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        list(Statements(tmp_path / "none.txt").reads())
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFound, match="No statement saved as text"):
        list(Statements(tmp_path / "empty").reads())
