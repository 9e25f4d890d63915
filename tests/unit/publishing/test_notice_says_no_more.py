"""A notice holds what is for the public and nothing else of the record, in every form."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest

from support.people import OFFICER
from support.statements import URGENT
from support.steps import must, opened, published, signed
from workflow import Engine, ManualClock
from workflow.answers.as_html import as_html
from workflow.answers.as_json import as_json
from workflow.answers.as_markdown import as_markdown
from workflow.constitution.provisions.statement import USUAL
from workflow.errors import Refusal
from workflow.inputs import NoteIrregularity
from workflow.model.kind import Access, Kind
from workflow.model.statement import ConflictOfInterest, Statement
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.text import notice_text

PRINTED: Final = {
    "title", "body", "kind", "made_on", "decision", "reasons", "alternatives", "conflicts",
    "purpose", "access", "urgency", "issue_reference", "consultation", "attended", "apologies",
}  # fmt: skip
"""The fields of a statement that a notice prints. Any other is kept from it."""
SECRET_WITH_IT: Final = (
    "decision", "reasons", "alternatives", "conflicts", "purpose", "consultation", "attended",
    "apologies",
)  # fmt: skip
"""What is not printed where nobody has said which part of a decision is secret."""
EVERY: Final[Mapping[str, Any]] = {
    "title": "canary title",
    "body": "canary body",
    "kind": Kind.NON_KEY,
    "made_on": date(2018, 10, 18),
    "decision": "canary decision",
    "reasons": "canary reasons",
    "alternatives": ("canary alternatives",),
    "conflicts": (
        ConflictOfInterest(member="canary conflicts", interest="A", dispensation="none"),
    ),
    "purpose": "canary purpose",
    "access": Access.OPEN,
    "urgency": None,
    "withheld": "canary withheld",
    "issue_reference": "canary issue-reference",
    "wards": ("canary wards",),
    "education": False,
    "private_meeting": False,
    "consultation": "canary consultation",
    "attended": ("canary attended",),
    "apologies": ("canary apologies",),
    "printed_expiry": date(2018, 10, 24),
}
FORMS: Final[Mapping[str, Callable[[DecisionNotice], str]]] = {
    "text": notice_text,
    "markdown": as_markdown,
    "html": as_html,
    "json": lambda notice: json.dumps(as_json(notice)),
}


def notice(engine: Engine, **said: Any) -> DecisionNotice:
    """The notice of a decision that was published with this statement."""
    found = engine.publishing.notice(published(engine, **said))
    assert not isinstance(found, Refusal)
    return found


def test_every_field_of_a_statement_is_tried_here() -> None:
    """A new field is kept from the notice until someone says that it is for the public."""
    assert set(EVERY) == {each.name for each in fields(Statement)}


@pytest.mark.parametrize("form", FORMS)
def test_each_field_is_printed_or_kept_from_it(sqlite_engine: Engine, form: str) -> None:
    told = FORMS[form](notice(sqlite_engine, **EVERY))
    for name, value in EVERY.items():
        if "canary" in str(value):
            canary = f"canary {name.replace('_', '-')}"
            assert (canary in told) == (name in PRINTED), name


@pytest.mark.parametrize("access", [Access.EXEMPT, Access.CONFIDENTIAL])
@pytest.mark.parametrize("form", FORMS)
def test_where_nobody_said_which_part_is_secret_no_text_is_printed(
    sqlite_engine: Engine, form: str, access: Access
) -> None:
    urgent = replace(URGENT, reason="canary urgency")
    said = {**EVERY, "access": access, "withheld": None, "urgency": urgent}
    found = notice(sqlite_engine, **said)
    told = FORMS[form](found)
    for name in (*SECRET_WITH_IT, "urgency"):
        assert f"canary {name}" not in told, name
    assert "canary title" in told
    assert "kept from the public" in told
    assert any("--withheld TEXT" in each for each in found.beside)


@pytest.mark.parametrize("form", FORMS)
def test_where_the_secret_part_stands_by_itself_the_rest_is_printed(
    sqlite_engine: Engine, form: str
) -> None:
    told = FORMS[form](notice(sqlite_engine, **{**EVERY, "access": Access.EXEMPT}))
    assert "canary decision" in told
    assert "canary withheld" not in told
    assert "Schedule 12A" in told


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_the_rest_of_the_record_is_printed(sqlite_engine: Engine, form: str) -> None:
    """Requests, their grounds and who asked, irregularities, and who typed what."""
    ref = published(sqlite_engine)
    must(
        sqlite_engine.take(
            ref,
            "call-in",
            by=OFFICER,
            requested_by=("canary person", "Cllr B Example"),
            grounds=("canary grounds",),
            received_at=sqlite_engine.clock.now(),
        )
    )
    must(
        sqlite_engine.take(
            ref,
            NoteIrregularity(
                kind="other",
                rule="canary rule",
                what="canary what",
                happened_on=date(2018, 10, 18),
            ),
            by=OFFICER,
        )
    )
    found = sqlite_engine.publishing.notice(ref)
    assert not isinstance(found, Refusal)
    assert "canary" not in FORMS[form](found)


def test_what_was_erased_has_no_notice(sqlite_engine: Engine) -> None:
    """No step erases the statement of a decision that is open; a damaged register may lack it."""
    ref = published(sqlite_engine)
    seq = sqlite_engine.get(ref).statement_version
    with sqlite_engine.transactions.writing() as work:
        assert work.journal.erase(f"decision/{ref}", seq, "statement")
    found = sqlite_engine.publishing.notice(ref)
    assert isinstance(found, Refusal)
    assert found.code == "statement-erased"


def test_what_the_law_of_wales_asks_for_is_printed_and_what_it_does_not_is_left_out() -> None:
    """Of an English council's the alternatives are "not stated"; there it has nothing on names."""
    clock = ManualClock(datetime(2024, 6, 13, 8, tzinfo=UTC))
    engine = opened("sqlite:///:memory:", clock)
    welsh = {
        "made_on": date(2024, 6, 13),
        "alternatives": None,
        "consultation": "With the tenants.",
        "attended": ("Cllr Onnen",),
        "apologies": (),
    }
    ref = signed(engine, "cardiff", **welsh)
    found = engine.publishing.notice_if_published(ref, clock.now())
    assert isinstance(found, DecisionNotice), found
    told = notice_text(found)
    assert "Alternative options" not in told
    assert "Consultation:\n  With the tenants." in told
    assert "Members who attended:\n  - Cllr Onnen" in told
    assert "Apologies: None." in told
    bare = notice_text(replace(found, consultation=None, attended=()))
    assert "Consultation: Not stated." in bare
    assert "Members who attended: Not stated." in bare
    english = notice_text(replace(found, must_say=USUAL, consultation=None, attended=()))
    assert "Alternative options considered and rejected: Not stated." in english
    assert "Consultation" not in english
    assert "attended" not in english
