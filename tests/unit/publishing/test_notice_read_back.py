"""A notice laid out as text is read back with the same facts, whatever the statement says."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from support.statements import STATEMENT
from workflow.importing.statements.drafting import to_statement
from workflow.importing.statements.reading import read_statement
from workflow.model.kind import Access, Kind
from workflow.model.statement import ConflictOfInterest, Statement
from workflow.publishing.notice.contents import DecisionNotice, NoticeConsent
from workflow.publishing.notice.text import FORM, notice_text

READ_BACK = (
    "title", "body", "kind", "made_on", "decision", "reasons", "alternatives", "conflicts",
    "purpose", "access", "issue_reference", "consultation", "attended", "apologies",
)  # fmt: skip
AWKWARD = (
    "Decision: that it be approved", "- one", "  - two", "Reasons for the decision:", "None.",
    "Not stated.", FORM, "Title: another", "(a) first;", "1. second", "18 October 2018", "Open",
)  # fmt: skip
LETTERS = some.characters(categories=["L", "N", "P", "S", "Zs"])
WORDS = some.text(LETTERS, min_size=1, max_size=120) | some.sampled_from(AWKWARD)
LINES = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = some.lists(LINES, min_size=1, max_size=5).map("\n".join)
CONFLICTS = some.builds(
    ConflictOfInterest, member=LINES, interest=LINES, dispensation=TEXTS | some.just("")
)
STATEMENTS = some.builds(
    Statement,
    title=LINES,
    body=LINES,
    kind=some.sampled_from(Kind),
    made_on=some.dates(date(1900, 1, 1), date(2099, 12, 31)),
    decision=TEXTS | some.none(),
    reasons=TEXTS | some.none(),
    alternatives=some.none() | some.lists(TEXTS, max_size=3).map(tuple),
    conflicts=some.none() | some.lists(CONFLICTS, max_size=2).map(tuple),
    purpose=TEXTS | some.none(),
    access=some.sampled_from(Access) | some.none(),
    issue_reference=LINES | some.none(),
    consultation=TEXTS | some.none(),
    attended=some.lists(LINES, max_size=3).map(tuple),
    apologies=some.none() | some.lists(LINES, max_size=3).map(tuple),
)


def laid_out(statement: Statement, **also: Any) -> DecisionNotice:
    """The notice that says what a statement does."""
    said = {name: getattr(statement, name) for name in READ_BACK if name not in ("body", "made_on")}
    rest: dict[str, Any] = {
        "council": "borsetshire",
        "council_name": "Borsetshire: County Council",
        "ref": "BOR-2018-001",
        "maker": statement.body,
        "made_on": statement.made_on,
        "withheld": "",
        "consents": (),
        "signed_by": "The Leader",
        "signed_on": date(2018, 10, 18),
        "published_at": datetime(2018, 10, 18, 9, tzinfo=UTC),
        "is_published": True,
        "last_day": date(2018, 10, 24),
        "is_open": True,
        "call_in": ("It may be called in.",),
        "how_to_ask": None,
        "copies": "",
        "standing_words": "",
        "logo": "",
        "logo_alt": "",
        "as_of": datetime(2018, 10, 18, 9, tzinfo=UTC),
    }
    return DecisionNotice(**{**said, **rest, **also})


@given(STATEMENTS)
def test_every_fact_is_read_back(statement: Statement) -> None:
    read = to_statement(read_statement(notice_text(laid_out(statement))))
    for name in READ_BACK:
        assert getattr(read, name) == getattr(statement, name), name
    assert read.printed_expiry == date(2018, 10, 24)


def test_who_signed_is_read_back() -> None:
    reading = read_statement(notice_text(laid_out(STATEMENT)))
    assert reading.text("signatory") == "The Leader"
    assert reading.day("signed_on") == date(2018, 10, 18)


@pytest.mark.parametrize("width", [20, 60, 200])
def test_the_width_of_the_lines_makes_no_difference(width: int) -> None:
    long = replace(STATEMENT, decision=" ".join(["word"] * 90) + "\n- a " + "long " * 60)
    read = to_statement(read_statement(notice_text(laid_out(long), width)))
    assert read.decision == long.decision


def test_blank_lines_and_runs_of_spaces_are_folded() -> None:
    spaced = replace(STATEMENT, decision="One  and\n\n\n   two")
    read = to_statement(read_statement(notice_text(laid_out(spaced))))
    assert read.decision == "One and\ntwo"


def test_what_a_notice_says_besides_is_told_as_not_used() -> None:
    consent = NoticeConsent(
        purpose="exemption", heading="Exemption from call-in", reason="It is urgent.",
        agreed_by=("Cllr Oak, chair of scrutiny, on Monday 15 October 2018",),
    )  # fmt: skip
    reading = read_statement(notice_text(laid_out(STATEMENT, consents=(consent,))))
    labels = [label for label, _ in reading.unused]
    assert labels == [
        "Decision reference", "Date of publication", "Exemption from call-in", "Call-in",
    ]  # fmt: skip


def test_one_that_was_changed_by_hand_is_read_as_any_paper() -> None:
    """Where a label stands twice, or a day cannot be read, it is not taken at its word."""
    text = notice_text(laid_out(STATEMENT))
    twice = text.replace("Decision maker: Cabinet", "Decision maker: Cabinet\nTitle: Another")
    assert read_statement(twice).text("title") != "Another"
    no_day = text.replace("Thursday 18 October 2018", "some day", 1)
    assert read_statement(no_day).day("made_on") is None


def test_an_apology_that_says_none_is_a_name_and_not_that_there_were_none() -> None:
    for apologies in (("None.",), (), None, ("Cllr Ash", "None")):
        said = replace(STATEMENT, apologies=apologies)
        assert to_statement(read_statement(notice_text(laid_out(said)))).apologies == apologies
