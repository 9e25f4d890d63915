"""What must be so before a decision is superseded, reported on, or accepted as irregular."""

from workflow.constitution.constitution import on_file
from workflow.constitution.provisions.report import REQUIRED_REPORT
from workflow.errors import Refusal
from workflow.model.irregularity import Irregularity
from workflow.model.refusal import advising
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.corrections import refusals
from workflow.procedures.corrections.inputs import (
    NoteIrregularity,
    RequireReport,
    ResolveIrregularity,
    Supersede,
)
from workflow.procedures.corrections.refusals import LINKS
from workflow.procedures.shared.wrong_state import standing


def it_is_not_carried_out_for_good(case: Case) -> Refusal | None:
    """An implemented decision is superseded only while it is disputed."""
    decision = case.subject
    if decision.state is not State.IMPLEMENTED or decision.is_disputed:
        return None
    return advising(standing(decision, case.now, LINKS), refusals.DECIDE_ANEW)


def it_is_superseded_by_another(case: Case) -> Refusal | None:
    """The new decision is another decision of the same council, made and still in force."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, Supersede):
        return None
    other = case.rules.decision(details.superseded_by)
    if other is None or other.ref == decision.ref or other.council != decision.council:
        return refusals.NO_SUCH_DECISION(
            superseded_by=details.superseded_by, council=decision.council
        )
    if other.state not in (State.DRAFT, State.WITHDRAWN, State.SUPERSEDED):
        return None
    return refusals.CANNOT_SUPERSEDE(ref=other.ref, state=other.state)


def scrutiny_may_require_a_report(case: Case) -> Refusal | None:
    """Scrutiny may require a report, by the law of the nation or the council's own rule."""
    on_file(case.in_force[REQUIRED_REPORT], "reports that scrutiny may require", case.in_force)
    return None


def it_was_not_treated_as_key(case: Case) -> Refusal | None:
    """Scrutiny may require a report on a decision that was not treated as key."""
    if not case.subject.kind.is_key:
        return None
    return refusals.TREATED_AS_KEY(ref=case.subject.ref)


def no_report_is_outstanding(case: Case) -> Refusal | None:
    """No other report is outstanding."""
    done = case.subject.proceedings
    if done.report_by is None or done.reported_at is not None:
        return None
    return refusals.REPORT_REQUIRED_ALREADY(report_by=done.report_by, ref=case.subject.ref)


def the_report_is_still_to_come(case: Case) -> Refusal | None:
    """The report that scrutiny requires is due on a future day."""
    details = case.inputs
    if not isinstance(details, RequireReport) or details.report_by >= case.day:
        return None
    return refusals.REPORT_DAY_PASSED(report_by=details.report_by)


def a_report_is_required(case: Case) -> Refusal | None:
    """Scrutiny has required the report."""
    done = case.subject.proceedings
    if done.report_by is not None and done.reported_at is None:
        return None
    return refusals.NO_REPORT_REQUIRED(ref=case.subject.ref)


def it_has_happened(case: Case) -> Refusal | None:
    """An irregularity has already happened."""
    details = case.inputs
    if not isinstance(details, NoteIrregularity) or details.happened_on <= case.day:
        return None
    return refusals.IN_THE_FUTURE(happened_on=details.happened_on)


def it_is_outstanding(case: Case) -> Refusal | None:
    """An irregularity is settled once."""
    details = case.inputs
    if not isinstance(details, ResolveIrregularity):
        return None
    if details.number is None:
        numbers = tuple(each.number for each in _outstanding(case))
        if len(numbers) < 2:
            return None
        return refusals.WHICH_IRREGULARITY(ref=case.subject.ref, numbers=numbers)
    known = {each.number: each for each in case.subject.proceedings.irregularities}
    found = known.get(details.number)
    if found is not None and found.resolved_at is None:
        return None
    if found is None:
        return refusals.NO_SUCH_IRREGULARITY(number=details.number, ref=case.subject.ref)
    return refusals.SETTLED_ALREADY(
        number=details.number, ref=case.subject.ref, settled_at=found.resolved_at
    )


def an_irregularity_is_outstanding(case: Case) -> Refusal | None:
    """There is an irregularity to settle."""
    if _outstanding(case):
        return None
    return refusals.NOTHING_IRREGULAR(ref=case.subject.ref)


def irregularity_meant(case: Case, given: ResolveIrregularity) -> int:
    """Give the number of the irregularity that is settled: the one named, or the only one."""
    return _outstanding(case)[0].number if given.number is None else given.number


def _outstanding(case: Case) -> list[Irregularity]:
    return [each for each in case.subject.proceedings.irregularities if each.resolved_at is None]
