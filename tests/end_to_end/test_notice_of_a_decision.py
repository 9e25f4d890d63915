"""The notice of a decision, as it is typed: in each form, before publication and after it."""

import json
from pathlib import Path

import pytest

from cli.exits import REFUSED, USAGE
from support.pages.register import build
from support.terminal import Terminal


@pytest.fixture
def noticed(terminal: Terminal) -> Terminal:
    """A register of June 2024: HFD-051 is open for call-in, HFD-052 signed, HFD-054 a draft."""
    build(Path(terminal.register))
    terminal.now = "2024-06-12 10:00:00"
    return terminal


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_one_command_says_until_when_by_whom_and_where_to_ask(noticed: Terminal) -> None:
    said = noticed.did("notice", "HFD-051")
    told = one_line(said.out)
    for each in (
        "Title: Library opening hours Decision reference: HFD-051",
        "Date of decision: Monday 3 June 2024 Signed by: Leader of the Council",
        "Alternative options considered and rejected: None.",
        "This decision may be called in until the end of Friday 14 June 2024.",
        "Send a request for a call-in to the council. Ask Herefordshire Council where to send it.",
    ):
        assert each in told
    warned = one_line(said.err)
    assert "The council's file does not say where a request is sent" in warned
    assert "The reading of this rule is unsure" in warned


@pytest.mark.parametrize("form", ["", "--markdown", "--html", "--json"])
def test_every_form_can_be_shown_or_written_and_is_the_same(
    noticed: Terminal, form: str, tmp_path: Path
) -> None:
    typed = ("notice", "HFD-051", *([form] if form else []))
    shown = noticed.did(*typed).out
    said = noticed.did(*typed, "--out", "notice")
    assert "notice is written." in said.err + said.out
    written = (tmp_path / "notice").read_text(encoding="utf-8")
    if form == "--json":
        assert json.loads(written) == json.loads(shown)
    else:
        assert written == shown


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--csv",), "A notice of one decision has no form --csv"),
        (("--ics",), "decisions explain HFD-051 --ics"),
        (("--atom",), "A notice of one decision has no form --atom"),
        (("--pdf",), "Name a file for it: --pdf --out FILE"),
        (("--html", "--markdown"), "--html"),
        (("--open",), "--open is of every decision of a council"),
        (("--check-templates",), "Templates are tried on made-up decisions"),
        (("--templates", "own"), "Templates lay out a web page or a PDF file"),
        (("--markdown", "--templates", "own"), "Add --html, or --pdf --out FILE"),
        (("--html", "--templates", "nowhere"), "The folder of templates, nowhere, is not there."),
    ],
)
def test_what_goes_wrong_is_said_and_nothing_is_written(
    noticed: Terminal, typed: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    before = sorted(tmp_path.iterdir())
    said = noticed("notice", "HFD-051", *typed, *([] if "--pdf" in typed else ["--out", "x"]))
    assert said.code == USAGE
    assert told in one_line(said.err)
    assert said.out == ""
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--html",), "--html does not go with that"),
        (("--out", "x"), "--out does not go with that"),
        (("--if-published", "today"), "--if-published does not go with that"),
    ],
)
def test_what_is_asked_of_a_page_is_not_asked_of_templates(
    noticed: Terminal, typed: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    said = noticed("notice", "--check-templates", "--templates", "own", *typed)
    assert said.code == USAGE
    assert told in one_line(said.err)


def test_a_folder_is_no_file_to_write(noticed: Terminal, tmp_path: Path) -> None:
    """It cannot be written over, and that is not advised."""
    (tmp_path / "pages").mkdir()
    for more in ((), ("--overwrite",)):
        said = noticed("notice", "HFD-051", "--html", "--out", "pages", *more)
        assert said.code == USAGE
        assert "pages is a folder, and not a file." in one_line(said.err)
        assert "--overwrite" not in said.err


def test_a_draft_and_a_signed_decision_have_none_and_that_says_what_to_do(
    noticed: Terminal, tmp_path: Path
) -> None:
    for ref, cure in (
        ("HFD-054", "Have it signed first. What it lacks: decisions next HFD-054"),
        ("HFD-052", "See it as it would be: decisions notice HFD-052 --if-published today"),
    ):
        said = noticed("notice", ref, "--html", "--out", "notice.html")
        assert said.code == REFUSED
        assert cure in one_line(said.err)
        assert not (tmp_path / "notice.html").exists()


def test_a_signed_decision_has_its_notice_before_it_is_published(noticed: Terminal) -> None:
    said = noticed.did("notice", "HFD-052", "--if-published", "friday 4pm")
    told = one_line(said.out)
    assert "Date of publication: Friday 14 June 2024" in told
    assert "may be called in until the end of Thursday 20 June 2024" in told
    warned = one_line(said.err)
    assert "HFD-052 is not published yet." in warned
    assert "decisions publish HFD-052 --where TEXT" in warned
    assert noticed.did("show", "HFD-052", "--json").plain["state"] == "signed"
    said = noticed.did("notice", "HFD-052", "--if-published", "today", "--json")
    assert said.plain["is_published"] is False


def test_that_of_a_draft_or_of_no_decision_is_refused(noticed: Terminal) -> None:
    said = noticed("notice", "HFD-054", "--if-published", "friday 4pm")
    assert said.code == REFUSED
    assert "HFD-054 could not be published then." in said.err
    said = noticed("notice", "HFD-051", "--if-published", "friday 4pm")
    assert "It is published: decisions notice HFD-051" in one_line(said.err)
    said = noticed("notice", "--open", "--if-published", "friday 4pm")
    assert said.code == USAGE
    assert "Name it: decisions notice REF --if-published WHEN" in one_line(said.err)
