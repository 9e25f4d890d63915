"""The pages that a council publishes every week, as they are typed: one clear answer, and a file
that is there whole or not at all."""

import json
import os
import re
from errno import ENOSPC
from pathlib import Path

import pytest

from cli.exits import DONE
from support.pages.other_registers import add
from support.pages.register import build
from support.terminal import Terminal
from workflow.constitution.shipped import shipped

NOW = "2024-06-17 08:00:00"
ADDRESS = """
[[decision-notice]]
from = 2020-10-09
requests-to = "the chief executive"
email = "call-in@example.gov.uk"
address = "Shire Hall, Gloucester"
copies = "From democratic services."
standing-words = "Also at Shire Hall."
logo = "https://example.gov.uk/logo.png"
logo-alt = "Gloucestershire"
basis = "constitution"
rule = "A page of the council"
link = "https://example.gov.uk/call-in"
read = 2024-06-01
words = "Requests are sent to the chief executive."
"""

LOGO = '<img class="logo" src="https://example.gov.uk/logo.png" alt="Gloucestershire">'


@pytest.fixture
def weekly(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A register with one decision open, one key decision of which notice was given, and drafts."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "gloucestershire")
    register = Path(terminal.register)
    build(register)
    add("publish-every-week", register)
    terminal.now = NOW
    return terminal


def test_one_command_answers_until_when_by_whom_and_how_to_ask(
    weekly: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    shipped_file = Path(shipped()["gloucestershire"])
    text = re.sub(r"(?ms)^\[\[decision-notice\]\]\n.*?(?=^\[\[|\Z)", "", shipped_file.read_text())
    text += ADDRESS
    (own / "gloucestershire.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("DECISIONS_CONSTITUTIONS", str(own))
    said = " ".join(weekly.did("notice", "--open").out.split())
    for told in (
        "GLO-073: Repair of the river bridge",
        "May be called in until: the end of Thursday 20 June 2024",
        "By whom: five members",
        "Send a request to the chief executive, by e-mail to call-in@example.gov.uk, or by post",
        "Copies of documents: From democratic services.",
        "Also at Shire Hall.",
    ):
        assert told in said
    for page in ("--open", "--plan"):
        assert LOGO in weekly.did("notice", page, "--html").out


def test_where_no_address_is_on_file_that_is_said(weekly: Terminal) -> None:
    said = " ".join(weekly.did("notice", "--open").out.split())
    assert "Send a request to the Chief Executive. The address is not on file." in said
    said = weekly.did("notice", "--open", "--council", "herefordshire").out
    assert "Where a request is sent is not on file. Ask the council." in said


def test_with_nothing_open_the_page_says_so(weekly: Terminal) -> None:
    for page, told in (
        ("--open", "No decision is open for call-in."),
        ("--plan", "There is no notice of a key decision that is still to be made."),
    ):
        said = weekly.did("notice", page, "--council", "salford")
        assert told in " ".join(said.out.split())
        assert "Each of these" not in said.out


@pytest.mark.parametrize("form", ["--json", "--markdown", "--html", "--csv", "--ics", "--atom"])
@pytest.mark.parametrize("page", ["--open", "--plan"])
def test_the_same_register_gives_the_same_file_at_the_same_instant(
    weekly: Terminal, page: str, form: str, tmp_path: Path
) -> None:
    shown = weekly.did("notice", page, form).out
    for name in ("one", "two"):
        weekly.did("notice", page, form, "--out", name)
    one, two = ((tmp_path / name).read_bytes() for name in ("one", "two"))
    assert one == two
    if form == "--json":
        assert json.loads(one) == json.loads(shown)
    else:
        assert one.decode() == shown


@pytest.mark.parametrize(
    "typed",
    [
        ("--open", "--plan"),
        ("--open", "--csv", "--markdown"),
        ("--plan", "--json", "--atom"),
        (),
        ("--open", "--council", "nowhere"),
    ],
)
def test_what_cannot_be_answered_has_one_clear_answer(
    weekly: Terminal, typed: tuple[str, ...], tmp_path: Path
) -> None:
    said = weekly("notice", *typed, "--out", "page")
    assert said.code not in (DONE, 1)
    assert said.out == ""
    assert not (tmp_path / "page").exists()


def test_a_file_that_is_there_is_written_over_only_where_that_is_asked_for(
    weekly: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "page"
    page.write_text("before")
    said = weekly("notice", "--open", "--out", "page")
    assert (said.code, page.read_text()) == (2, "before")
    assert "--overwrite" in said.err
    weekly.did("notice", "--open", "--out", "page", "--overwrite")
    assert "GLO-073" in page.read_text()
    for place in (str(tmp_path), "no/such/folder"):
        assert weekly("notice", "--open", "--out", place, "--overwrite").code == 2


def test_a_full_disk_leaves_the_file_of_before(
    weekly: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page"
    page.write_text("before")

    def full(_: int) -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    said = weekly("notice", "--open", "--out", "page", "--overwrite")
    assert said.code == 75
    assert page.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if "part" in each.name] == []


def test_in_a_file_no_line_is_broken_to_fit_a_terminal(
    weekly: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    weekly.did("notice", "--open", "--out", "narrow")
    monkeypatch.setenv("COLUMNS", "200")
    weekly.did("notice", "--open", "--out", "wide")
    assert (tmp_path / "narrow").read_text() == (tmp_path / "wide").read_text()


def test_a_register_that_is_not_there_is_said_and_not_begun(
    terminal: Terminal, tmp_path: Path
) -> None:
    said = terminal("notice", "--open", "--out", "page")
    assert said.code != DONE
    assert not (tmp_path / "page").exists()
    assert not Path(terminal.register).exists()
