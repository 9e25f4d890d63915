"""What happened out of rule: noted by hand or of itself, settled, and never a way through."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from support.drafts import AUTHOR, drafted
from support.inputs import DETAILS
from support.requests import GULL, MONITORING, OFFICER, ON_CALL_IN, OPENED, Asked, closed, on, rules
from support.statements import SIGNED_AT, STATEMENT
from support.states import EVERY_STATE, REF, case, codes, refused, someone, taken
from workflow.model.decision import Decision
from workflow.model.irregularity import Irregular
from workflow.model.kind import Kind
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.attempt import Taken, attempt
from workflow.procedures.corrections.events import IrregularityResolved
from workflow.procedures.corrections.inputs import (
    NoteIrregularity,
    ReportKey,
    RequireReport,
    ResolveIrregularity,
)

_TARGET = """
[[publication-target]]
from = 2010-01-01
days = {days}
basis = "constitution"
rule = "Part 5, rule 50"
words = "A decision is published within so many working days of being made."

[[direction]]"""


THAT_DAY = ON_CALL_IN.date()


def noting(kind: str = "implemented-early", day: date = THAT_DAY) -> NoteIrregularity:
    """Give what happened out of rule, and when."""
    told: dict[str, Any] = {"kind": kind, "happened_on": day}
    return NoteIrregularity(**told, rule="section 9F", what="Letters went out.")


def noted(decision: Decision = OPENED, at: datetime = ON_CALL_IN, **more: Any) -> Decision:
    """Note that something happened out of rule."""
    given = {"rules": GULL, "actor": OFFICER, **more}
    return taken("irregular-note", decision, at, noting(day=at.date()), **given)


def settling(number: int = 1) -> ResolveIrregularity:
    """Give who accepts it, and why."""
    return ResolveIrregularity(number=number, accepted_by="The MO", reason="Recalled")


def not_settled(decision: Decision, number: int = 1, **more: Any) -> list[str]:
    given = {"rules": GULL, "actor": MONITORING, **more}
    at = max(ON_CALL_IN, decision.last_at)
    return codes(refused("irregular-resolve", decision, at, settling(number), **given))


@pytest.mark.parametrize("kind", Irregular)
def test_each_kind_is_noted_as_it_happened_and_moves_nothing(kind: Irregular) -> None:
    after = taken("irregular-note", OPENED, ON_CALL_IN, noting(kind.value), rules=GULL)
    (found,) = after.proceedings.irregularities
    assert (found.number, found.kind, found.happened_on) == (1, kind, ON_CALL_IN.date())
    assert (found.noted_at, found.resolved_at) == (ON_CALL_IN, None)
    assert replace(after, proceedings=OPENED.proceedings, version=OPENED.version,
                   last_at=OPENED.last_at) == OPENED  # fmt: skip


@pytest.mark.parametrize("state", [s for s in State if s is not State.PUBLISHED])
def test_it_is_noted_on_a_decision_wherever_it_stands_but_given_up(state: State) -> None:
    at = max(on(26), EVERY_STATE[state].last_at)
    if state in (State.WITHDRAWN, State.SUPERSEDED):
        given = {"rules": GULL, "actor": OFFICER}
        outcome = refused("irregular-note", EVERY_STATE[state], at, noting(), **given)
        assert codes(outcome) == [f"is-{state.label}"]
    else:
        assert noted(EVERY_STATE[state], at).state is state


def test_what_has_not_happened_is_not_noted() -> None:
    tomorrow = noting(day=ON_CALL_IN.date() + timedelta(days=1))
    outcome = refused("irregular-note", OPENED, ON_CALL_IN, tomorrow, rules=GULL)
    assert codes(outcome) == ["in-the-future"]


def test_to_note_it_opens_no_way_that_was_closed() -> None:
    """What was refused before is refused still."""
    given = {"rules": GULL, "actor": OFFICER}
    for verb in ("implement", "close"):
        before = refused(verb, OPENED, ON_CALL_IN, DETAILS[verb], **given)
        after = refused(verb, noted(), ON_CALL_IN, DETAILS[verb], **given)
        assert codes(before) == codes(after)


def test_each_is_settled_by_its_number_and_once() -> None:
    both = noted(noted())
    assert [each.number for each in both.proceedings.irregularities] == [1, 2]
    later = ON_CALL_IN + timedelta(hours=1)
    one = taken("irregular-resolve", both, later, settling(2), rules=GULL, actor=MONITORING)
    assert [each.resolved_at for each in one.proceedings.irregularities] == [None, later]
    assert not_settled(one, 2) == ["not-outstanding"]
    assert not_settled(one, 3) == ["not-outstanding"]
    two = taken("irregular-resolve", one, later, settling(1), rules=GULL, actor=MONITORING)
    assert set(not_settled(two)) == {"nothing-irregular", "not-outstanding"}


def test_the_only_one_outstanding_needs_no_number_and_whoever_acts_accepts_it() -> None:
    later = ON_CALL_IN + timedelta(hours=1)
    given = {"rules": GULL, "actor": MONITORING}
    alone = ResolveIrregularity(reason="Recalled")
    both = noted(noted())
    (which,) = refused("irregular-resolve", both, later, alone, **given).refusals
    assert which.code == "not-outstanding"
    assert "1 and 2" in which.because
    one = taken("irregular-resolve", both, later, settling(1), **given)
    outcome = attempt("irregular-resolve", case(one, later, alone, **given), REF)
    assert isinstance(outcome, Taken)
    (entry,) = outcome.entries
    event = entry.event
    assert isinstance(event, IrregularityResolved)
    assert (event.number, event.accepted_by) == (2, f"{MONITORING}, monitoring officer")


def test_only_the_monitoring_officer_settles_it_and_not_one_who_made_it() -> None:
    for role in (Role.PROPER_OFFICER, Role.DECISION_MAKER, Role.HEAD_OF_PAID_SERVICE):
        assert not_settled(noted(), actor=someone(role)) == ["not-authorised"]
    made = taken("sign", drafted(Kind.NON_KEY), SIGNED_AT, DETAILS["sign"], text=STATEMENT)
    assert not_settled(noted(made)) == ["own-decision"]


# -- published late, noted of itself ------------------------------------------------------------


def with_target(days: int) -> Asked:
    """Give the rules of a council that publishes within so many working days."""
    return rules("gullshire", ("[[direction]]", _TARGET.format(days=days)))


def published(days: int, at: datetime) -> Decision:
    """Publish a decision that was made on Thursday 18 October 2018."""
    made = EVERY_STATE[State.SIGNED]
    given = {"rules": with_target(days), "actor": OFFICER}
    return taken("publish", made, at, DETAILS["publish"], **given)


@pytest.mark.parametrize(
    ("days", "in_time", "late"),
    [(0, on(18, 23, 59), on(19, 0)), (1, on(19, 23), on(20, 0)), (2, on(22, 23), on(23, 0))],
)
def test_what_is_published_after_the_target_is_noted_of_itself_to_the_day(
    days: int, in_time: datetime, late: datetime
) -> None:
    """Two working days after a Thursday is the Monday; nobody need note it by hand."""
    assert published(days, in_time).proceedings.irregularities == ()
    (found,) = published(days, late).proceedings.irregularities
    assert (found.kind, found.happened_on) == (Irregular.PUBLISHED_LATE, late.date())
    assert found.resolved_at is None


def test_a_target_missed_stops_nothing() -> None:
    """It is the council's own duty: the period opens all the same, and is closed in its time."""
    late = published(2, on(23))
    assert late.state is State.CALL_IN_OPEN
    assert closed(late, on(31), with_target(2)).state is State.EFFECTIVE


def test_where_no_target_is_on_file_nothing_is_late() -> None:
    assert OPENED.proceedings.irregularities == ()
    months = taken("publish", EVERY_STATE[State.SIGNED], on(18, month=12), DETAILS["publish"],
                   rules=GULL)  # fmt: skip
    assert months.proceedings.irregularities == ()


# -- a decision that should have been key (regulation 18) ---------------------------------------


def requiring(day: date = date(2018, 12, 14)) -> RequireReport:
    """Give scrutiny's opinion, and by when the report is due."""
    return RequireReport(opinion="Two wards", report_by=day)


def required(decision: Decision = OPENED) -> Decision:
    """Record that scrutiny requires a report."""
    given = {"rules": GULL, "actor": OFFICER}
    return taken("key-report-require", decision, ON_CALL_IN, requiring(), **given)


def reported(decision: Decision) -> Decision:
    """Record the executive's report."""
    at, told = ON_CALL_IN, ReportKey(report="Below the threshold.")
    return taken("key-report-submit", decision, at, told, rules=GULL, actor=OFFICER)


def test_scrutiny_requires_a_report_and_the_executive_makes_it_once() -> None:
    """It suspends nothing: the decision stands where it stood."""
    asked = required()
    assert (asked.state, asked.window) == (OPENED.state, OPENED.window)
    assert asked.proceedings.report_by == date(2018, 12, 14)
    done = reported(asked)
    assert done.proceedings.reported_at == ON_CALL_IN
    for decision in (OPENED, done):
        told = ReportKey(report="Below.")
        outcome = refused("key-report-submit", decision, ON_CALL_IN, told, rules=GULL)
        assert codes(outcome) == ["no-report-required"]
    assert reported(required(done)).proceedings.reported_at == ON_CALL_IN


def test_the_report_is_due_on_that_day_or_one_to_come() -> None:
    yesterday = requiring(ON_CALL_IN.date() - timedelta(days=1))
    outcome = refused(
        "key-report-require", OPENED, ON_CALL_IN, yesterday, rules=GULL, actor=OFFICER
    )
    assert codes(outcome) == ["report-day-passed"]
    assert taken("key-report-require", OPENED, ON_CALL_IN, requiring(ON_CALL_IN.date()), rules=GULL)


@pytest.mark.parametrize("kind", [Kind.KEY, Kind.OFFICER_KEY])
def test_of_what_was_treated_as_key_no_report_is_required(kind: Kind) -> None:
    key = replace(OPENED, kind=kind)
    outcome = refused("key-report-require", key, ON_CALL_IN, requiring(), rules=GULL, actor=OFFICER)
    assert codes(outcome) == ["treated-as-key"]


def test_an_author_neither_notes_nor_requires() -> None:
    for verb, details in (("irregular-note", noting()), ("key-report-require", requiring())):
        outcome = refused(verb, OPENED, ON_CALL_IN, details, rules=GULL, actor=AUTHOR)
        assert codes(outcome) == ["not-authorised"]
