"""What must be so before a decision is superseded, reported on, or accepted as irregular."""

from dataclasses import replace

from workflow.authority import REG_18, engine_rule
from workflow.clock import spoken, spoken_day
from workflow.constitution.constitution import on_file
from workflow.constitution.provisions.report import REQUIRED_REPORT
from workflow.errors import NotOnFile, Refusal
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.corrections.inputs import (
    NoteIrregularity,
    RequireReport,
    ResolveIrregularity,
    Supersede,
)
from workflow.procedures.shared.refusals import from_fault
from workflow.procedures.shared.wrong_state import standing

_LINKS = engine_rule(
    "decisions that supersede",
    "A decision is superseded by another of the same council, that has been made and still stands.",
)
IRREGULAR = engine_rule(
    "irregularities",
    "What happened out of rule is recorded as it happened, with the rule it broke; recording it "
    "makes nothing lawful.",
)


def it_is_not_carried_out_for_good(case: Case) -> Refusal | None:
    """A decision that was carried out is superseded only while that is disputed."""
    decision = case.subject
    if decision.state is not State.IMPLEMENTED or decision.is_disputed:
        return None
    return replace(
        standing(decision, case.now, _LINKS),
        remedy="A later decision may change what is to be done from now on: decisions new --help. "
        "What is on record of this one stays.",
    )


def it_is_superseded_by_another(case: Case) -> Refusal | None:
    """What supersedes a decision is another of the same council, that has been made and stands."""
    details, decision = case.details, case.subject
    if not isinstance(details, Supersede):
        return None
    other = case.rules.decision(details.superseded_by)
    if other is None or other.ref == decision.ref or other.council != decision.council:
        return Refusal(
            code="no-such-decision",
            because=f"{details.superseded_by} is no other decision of {decision.council} on "
            "record.",
            authority=_LINKS,
            remedy="Record that decision first: decisions new --help",
        )
    if other.state not in (State.DRAFT, State.WITHDRAWN, State.SUPERSEDED):
        return None
    return Refusal(
        code="cannot-supersede",
        because=f"{other.ref} is {other.state.label}: it does not stand in another's place.",
        authority=_LINKS,
        remedy=f"See what can be done with it: decisions next {other.ref}",
    )


def scrutiny_may_require_a_report(case: Case) -> Refusal | None:
    """Scrutiny may require a report, by the law of the nation or the council's own rule."""
    try:
        on_file(case.in_force[REQUIRED_REPORT], "reports that scrutiny may require", case.in_force)
    except NotOnFile as fault:
        return from_fault(fault)
    return None


def it_was_not_treated_as_key(case: Case) -> Refusal | None:
    """Scrutiny may require a report on a decision that was not treated as key."""
    if case.subject.kind in (Kind.NON_KEY, Kind.OFFICER_NON_KEY):
        return None
    return Refusal(
        code="treated-as-key",
        because=f"{case.subject.ref} was treated as a key decision.",
        authority=REG_18,
        remedy=f"See the notice there was of it: decisions show {case.subject.ref}",
    )


def no_report_is_outstanding(case: Case) -> Refusal | None:
    """A report is required once at a time."""
    done = case.subject.proceedings
    if done.report_by is None or done.reported_at is not None:
        return None
    return Refusal(
        code="report-required-already",
        because=f"A report is required already, by {spoken_day(done.report_by)}.",
        authority=REG_18,
        remedy=f"Record it when it is made: decisions key-report submit {case.subject.ref} …",
    )


def the_report_is_still_to_come(case: Case) -> Refusal | None:
    """The report that scrutiny requires is due on a day to come."""
    details = case.details
    if not isinstance(details, RequireReport) or details.report_by >= case.day:
        return None
    return Refusal(
        code="report-day-passed",
        because=f"{spoken_day(details.report_by)} is past.",
        authority=REG_18,
        remedy="Give a day that leaves the executive a reasonable time.",
    )


def a_report_is_required(case: Case) -> Refusal | None:
    """The executive reports once scrutiny has required it."""
    done = case.subject.proceedings
    if done.report_by is not None and done.reported_at is None:
        return None
    return Refusal(
        code="no-report-required",
        because=f"No report on {case.subject.ref} is outstanding.",
        authority=REG_18,
        remedy=f"Record that one is required: decisions key-report require {case.subject.ref} …",
    )


def it_has_happened(case: Case) -> Refusal | None:
    """An irregularity is noted once it has happened."""
    details = case.details
    if not isinstance(details, NoteIrregularity) or details.happened_on <= case.day:
        return None
    return Refusal(
        code="in-the-future",
        because=f"{spoken_day(details.happened_on)} has not come yet.",
        authority=IRREGULAR,
        remedy="Note it when it has happened.",
    )


def it_is_outstanding(case: Case) -> Refusal | None:
    """An irregularity is settled once."""
    details = case.details
    if not isinstance(details, ResolveIrregularity):
        return None
    known = {each.number: each for each in case.subject.proceedings.irregularities}
    found = known.get(details.number)
    if found is not None and found.resolved_at is None:
        return None
    said = "there is none of that number"
    if found is not None and found.resolved_at is not None:
        said = f"it was settled at {spoken(found.resolved_at)}"
    return Refusal(
        code="not-outstanding",
        because=f"Irregularity {details.number} on {case.subject.ref} is not outstanding: {said}.",
        authority=IRREGULAR,
        remedy="See those outstanding: decisions irregular list",
    )


def an_irregularity_is_outstanding(case: Case) -> Refusal | None:
    """There is an irregularity to settle."""
    if any(each.resolved_at is None for each in case.subject.proceedings.irregularities):
        return None
    return Refusal(
        code="nothing-irregular",
        because=f"Nothing irregular is outstanding on {case.subject.ref}.",
        authority=IRREGULAR,
        remedy="Nothing to settle: decisions irregular list",
    )
