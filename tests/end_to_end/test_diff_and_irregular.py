"""The commands `diff` and `irregular`: what was put right, and what happened out of rule."""

import csv
import io

import pytest

from support.terminal import Terminal

RULING = ("--ruling", "Clerical: a misspelling")


@pytest.fixture
def ref(terminal: Terminal) -> str:
    """A published decision, with another who is monitoring officer."""
    found = terminal.staffed().published()
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer", "--name", "M. Other")
    return found


# -- diff ---------------------------------------------------------------------------------------


def corrected(terminal: Terminal, ref: str) -> None:
    terminal.did("correct", ref, "--title", "The action plan", *RULING)
    terminal.did(
        "correct", ref, "--decision", "That the plan be approved.\nThat it be sent.", *RULING
    )


def test_the_last_two_versions_are_compared_line_by_line(terminal: Terminal, ref: str) -> None:
    corrected(terminal, ref)
    lines = [line.strip() for line in terminal.did("diff", ref).out.splitlines()]
    assert lines[0].startswith("Version 5: corrected ")
    assert lines[1].startswith("Version 6: corrected ")
    assert lines[3:] == ["decision", "That the plan be approved.", "+That it be sent."]


def test_any_two_versions_are_compared(terminal: Terminal, ref: str) -> None:
    corrected(terminal, ref)
    told = terminal.did("diff", ref, "--from", "1", "--to", "5").out
    assert "-Action plan" in told
    assert "+The action plan" in told
    assert "sent" not in told
    every = terminal.did("diff", ref, "--from", "1", "--to", "6").out
    assert "-Action plan" in every
    assert "+That it be sent." in every
    back = terminal.did("diff", ref, "--from", "6", "--to", "3").out
    assert "+Action plan" in back


def test_versions_as_json_name_the_entry_the_step_and_who(terminal: Terminal, ref: str) -> None:
    corrected(terminal, ref)
    plain = terminal.did("diff", ref, "--from", "1", "--json").plain
    assert (plain["ref"], plain["from"], plain["to"]) == (ref, 1, 6)
    assert [each["event"] for each in plain["versions"]] == ["drafted", "corrected", "corrected"]
    assert {each["by"] for each in plain["versions"]} == {"Clerk of Works"}
    assert [each["part"] for each in plain["differences"]] == ["title", "decision"]
    assert plain["differences"][0]["before"] == "Action plan"


def test_one_version_reads_the_same_as_itself(terminal: Terminal, ref: str) -> None:
    said = terminal.did("diff", ref)
    assert "there is nothing to compare" in said.err
    assert terminal.did("diff", ref, "--json").plain["differences"] == []


@pytest.mark.parametrize(("given", "code"), [(("--from", "9"), 5), (("--to", "0"), 2)])
def test_a_version_that_is_not_there_says_which_are(
    terminal: Terminal, ref: str, given: tuple[str, str], code: int
) -> None:
    found = terminal("diff", ref, *given)
    assert (found.code, found.out) == (code, "")
    assert terminal("diff", "HFD-2018-999").code == 5


# -- irregular ----------------------------------------------------------------------------------


def note(terminal: Terminal, ref: str, what: str = "Letters went out") -> None:
    terminal.did(
        "irregular", "note", ref, "--kind", "implemented-early", "--happened-on", "2018-10-18",
        "--rule", "section 9F", "--what", what,
    )  # fmt: skip


def settled(terminal: Terminal, ref: str, number: int, *more: str) -> int:
    return terminal(
        "irregular", "resolve", ref, "--number", str(number), "--accepted-by", "M. Other",
        "--reason", "Recalled", *more,
    ).code  # fmt: skip


def test_it_is_noted_shown_settled_and_stays_on_record(terminal: Terminal, ref: str) -> None:
    note(terminal, ref)
    shown = " ".join(terminal.did("irregular", "show", ref).out.split())
    for words in (
        f"{ref}, irregularity 1: implemented early",
        "Happened: Thu 18 Oct 2018",
        "Rule: section 9F",
        "What: Letters went out",
        "Stands: outstanding",
    ):
        assert words in shown, words
    assert settled(terminal, ref, 1) == 3  # who made it does not accept it
    assert settled(terminal, ref, 1, "--as", "m.officer") == 0
    shown = " ".join(terminal.did("irregular", "show", ref).out.split())
    assert "by M. Other" in shown
    assert "Why: Recalled" in shown
    assert settled(terminal, ref, 1, "--as", "m.officer") == 3


def test_the_list_is_of_what_is_outstanding_and_with_all_of_what_was(
    terminal: Terminal, ref: str
) -> None:
    note(terminal, ref)
    note(terminal, ref, "The gate was shut")
    assert settled(terminal, ref, 1, "--as", "m.officer") == 0

    def listed(*more: str) -> list[tuple[int, bool]]:
        found = terminal.did("irregular", "list", *more, "--json").plain
        return [(each["number"], each["resolved_at"] is not None) for each in found]

    assert listed() == [(2, False)]
    assert listed("--all") == [(1, True), (2, False)]
    assert terminal.did("irregular", "list").out.split("\t")[:4] == [
        ref, "2", "implemented early", "2018-10-18",
    ]  # fmt: skip
    rows = list(csv.reader(io.StringIO(terminal.did("irregular", "list", "--all", "--csv").out)))
    assert rows[0] == ["REF", "NUMBER", "WHAT", "HAPPENED", "STANDS", "TITLE"]
    assert [row[4] for row in rows[1:]] == ["settled", "outstanding"]
    assert listed("--council", "salford") == []


def test_nothing_irregular_is_said_to_be_nothing(terminal: Terminal, ref: str) -> None:
    assert "Nothing irregular is outstanding." in terminal.did("irregular", "list").err
    assert "Nothing irregular is on record" in terminal.did("irregular", "show", ref).err
    assert terminal.did("irregular", "show", ref, "--json").plain == []
    assert terminal("irregular", "show", "HFD-2018-999").code == 5


def test_shown_as_json_it_has_the_rule_and_who_accepted_it(terminal: Terminal, ref: str) -> None:
    note(terminal, ref)
    settled(terminal, ref, 1, "--as", "m.officer")
    (found,) = terminal.did("irregular", "show", ref, "--json").plain
    assert (found["kind"], found["rule"], found["what"]) == (
        "implemented-early", "section 9F", "Letters went out",
    )  # fmt: skip
    assert (found["accepted_by"], found["reason"]) == ("M. Other", "Recalled")


def test_to_note_it_lets_nothing_through(terminal: Terminal, ref: str) -> None:
    before = terminal("may-implement", ref, "--json")
    note(terminal, ref)
    after = terminal("may-implement", ref, "--json")
    assert (before.code, before.plain["reasons"]) == (after.code, after.plain["reasons"])
    assert after.code == 3


def test_what_was_published_late_is_noted_of_itself(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By Bracknell Forest's own target of two working days."""
    monkeypatch.setenv("DECISIONS_COUNCIL", "bracknell-forest")
    terminal.now = "2026-11-24 09:00:00"
    ref = terminal.staffed().drafted()
    terminal.did("amend", ref, "--made-on", "2026-11-24")
    terminal.did("sign", ref, "--signatory", "Leader")
    terminal.did("publish", ref, "--where", "website", at="2026-11-27 09:00:00")
    (found,) = terminal.did("irregular", "show", ref, "--json").plain
    assert (found["kind"], found["happened_on"]) == ("published-late", "2026-11-27")
    assert "after the council's own target" in terminal.did("irregular", "show", ref).out
