"""What an entry says is labelled by its event; what no longer stands says so."""

from datetime import UTC, date, datetime

import pytest

from support.terminal import Terminal
from workflow import Kind, Statement
from workflow.procedures.corrections.events import HistoryCorrected
from workflow.wording.event_parts import event_parts

WHEN = ("--received-at", "2018-10-18T16:30")


@pytest.fixture
def ref(terminal: Terminal) -> str:
    found = terminal.staffed().published()
    terminal.did("people", "add", "m.officer", "--role", "monitoring-officer", "--name", "M. Other")
    return found


def entry(terminal: Terminal, ref: str, words: str) -> str:
    """Give what history says of the entry of that name."""
    said = " ".join(terminal.did("history", ref).out.split())
    return said[said.index(words) :]


def noted(terminal: Terminal, ref: str, what: str = "It was a day late") -> None:
    terminal.did(
        "irregular", "note", ref, "--kind", "published-late", "--happened-on", "2018-10-18",
        "--rule", "section 9F", "--what", what,
    )  # fmt: skip


def resolved(terminal: Terminal, ref: str) -> None:
    terminal.did(
        "irregular", "resolve", ref, "--number", "1", "--accepted-by", "The Leader",
        "--reason", "No harm", "--as", "m.officer",
    )  # fmt: skip


def test_an_irregularity_is_not_called_a_request(terminal: Terminal, ref: str) -> None:
    noted(terminal, ref)
    resolved(terminal, ref)
    said = entry(terminal, ref, "irregularity noted")
    assert "request: 1" not in said
    assert said.count("irregularity: 1") == 2
    assert "kind: published late" in said


def test_a_request_is_still_called_one(terminal: Terminal, ref: str) -> None:
    terminal.did("call-in", ref, "--requested-by", "Cllr Ash", "--grounds", "Cost", *WHEN)
    said = entry(terminal, ref, "request lodged")
    assert "request: 1" in said
    assert "grounds: Cost" in said


def test_what_replaces_a_decision_is_not_who_did_it(terminal: Terminal, ref: str) -> None:
    other = "HFD-2018-900"
    terminal.published_on(other, "2018-10-19")
    terminal.did("supersede", ref, "--superseded-by", other, "--reason", "Both in one")
    assert f"replaced by: {other}" in entry(terminal, ref, "superseded")
    shown = " ".join(terminal.did("show", ref).out.split())
    assert "by Clerk of Works, decision maker: Both in one" in shown


def test_show_counts_what_is_outstanding_and_what_is_settled(terminal: Terminal, ref: str) -> None:
    assert "Irregular:" not in terminal.did("show", ref).out
    noted(terminal, ref)
    assert "Irregular: 1 outstanding: d" in " ".join(terminal.did("show", ref).out.split())
    resolved(terminal, ref)
    assert "Irregular: 1 settled: d" in " ".join(terminal.did("show", ref).out.split())
    noted(terminal, ref, "The gate was shut")
    said = " ".join(terminal.did("show", ref).out.split())
    assert f"Irregular: 1 outstanding, 1 settled: decisions irregular show {ref}" in said


def test_an_irregularity_names_who_noted_and_who_resolved_it(terminal: Terminal, ref: str) -> None:
    noted(terminal, ref)
    resolved(terminal, ref)
    said = " ".join(terminal.did("irregular", "show", ref).out.split())
    assert "noted Thu 18 Oct 2018 16:30 by Clerk of Works" in said
    assert "by The Leader; recorded by M. Other" in said
    (found,) = terminal.did("irregular", "show", ref, "--json").plain
    assert (found["noted_by"], found["resolved_by"]) == ("Clerk of Works", "M. Other")


def test_a_correction_says_how_to_see_what_changed(terminal: Terminal, ref: str) -> None:
    terminal.did("correct", ref, "--title", "The plan", "--ruling", "Clerical")
    told = f"what changed: decisions diff {ref} --to 5"
    assert told in entry(terminal, ref, "corrected")
    assert "what changed" not in entry(terminal, ref, "drafted").partition("signed")[0]
    assert "+The plan" in terminal.did("diff", ref, "--to", "5").out


def test_a_withdrawn_decision_says_who_why_and_that_its_days_do_not_stand(
    terminal: Terminal, ref: str
) -> None:
    (listed,) = terminal.did("list").out.splitlines()
    assert listed.split("\t")[2] == "2018-10-24 end of day"
    terminal.did("withdraw", ref, "--reason", "Not wanted")
    said = " ".join(terminal.did("show", ref).out.split())
    assert "by Clerk of Works, decision maker: Not wanted" in said
    assert "Call-in: was until" in said
    assert "; the decision is withdrawn" in said
    (listed,) = terminal.did("list").out.splitlines()
    assert listed.split("\t")[2] == "was 2018-10-24 end of day"
    listed = terminal.did("list", "--csv").out
    assert '"2018-10-24 end of day"' in listed, "a program is given the moment alone"


def test_what_is_corrected_of_an_imported_decision_stands_beside_what_was() -> None:
    event = HistoryCorrected(
        at=datetime(2024, 6, 9, tzinfo=UTC),
        kind=Kind.KEY,
        title="Roads",
        made_on=date(2024, 6, 1),
        published_at=datetime(2024, 6, 2, 23, tzinfo=UTC),
        window=None,
        was=("kind non-key",),
        statement=Statement(title="Roads", body="Cabinet", kind=Kind.KEY),
        ruling="Clerical",
    )
    assert list(event_parts(event))[:4] == [
        ("kind", "key"),
        ("made", "Sat 1 Jun 2024"),
        ("published", "Mon 3 Jun 2024"),
        ("was", "kind non-key"),
    ]
