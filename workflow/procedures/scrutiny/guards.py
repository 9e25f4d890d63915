"""What must be so before scrutiny, council or the maker acts on a called-in decision."""

from workflow.constitution.constitution import on_file
from workflow.constitution.provisions.scrutiny import (
    DIRECTION,
    SCRUTINY_OUTCOMES,
    MayDo,
    ToCouncil,
)
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.scrutiny import refusals
from workflow.procedures.scrutiny.inputs import Adjourn, Direct, ReferToCouncil
from workflow.procedures.shared.time_limits import adjourned, direction
from workflow.wording.short_dates import end_of_limit, end_of_period


def others_may_no_longer_ask(case: Case) -> Refusal | None:
    """An outcome is recorded once no other request can be in time."""
    window = case.subject.window
    if window is None or window.has_run_out(case.now):
        return None
    return refusals.CALL_IN_OPEN(window.authority, until=end_of_period(window))


def acted_while_it_could(case: Case) -> Refusal | None:
    """The body acted after the last request it heard was accepted, and before now."""
    details, decision = case.inputs, case.subject
    acted_at = None if details is None else details.acted_at
    if acted_at is None:
        return None
    if acted_at > case.at:
        return refusals.IN_THE_FUTURE(acted_at=acted_at, at=case.at)
    since, found_at = decision.proceedings.since, decision.proceedings.late_outcome_at
    if found_at is not None and acted_at != found_at:
        since = found_at
    elif since is None or case.follows(acted_at, since):
        return None
    kind = refusals.NOT_THE_TIME_DISCOVERED if since == found_at else refusals.NOT_IN_TIME
    return kind(acted_at=acted_at, since=since)


# -- what scrutiny may do -----------------------------------------------------------------------


def _may(case: Case, outcome: MayDo) -> Refusal | None:
    provision = case.in_force[SCRUTINY_OUTCOMES]
    if provision is None or provision.value is None or outcome in provision.value.may:
        return None
    return refusals.OUTCOME_NOT_ALLOWED(
        provision.authority, outcome=outcome, council=case.subject.council
    )


def may_take_no_action(case: Case) -> Refusal | None:
    """The council's rule, if it is on file, lets scrutiny take no further action."""
    return _may(case, MayDo.NO_FURTHER_ACTION)


def may_refer_back(case: Case) -> Refusal | None:
    """The council's rule, if it is on file, lets scrutiny refer a decision back."""
    return _may(case, MayDo.REFER_BACK)


def may_refer_to_council(case: Case) -> Refusal | None:
    """The council's rule lets scrutiny refer a decision to full council."""
    rules = case.in_force
    on_file(rules[SCRUTINY_OUTCOMES], "what scrutiny may do", rules)
    return _may(case, MayDo.REFER_TO_COUNCIL)


def advised_to_be_contrary(case: Case) -> Refusal | None:
    """If only a decision outside the framework may go to council, an officer advises that it is."""
    details, provision = case.inputs, case.in_force[SCRUTINY_OUTCOMES]
    if not isinstance(details, ReferToCouncil) or provision is None or provision.value is None:
        return None
    if provision.value.to_council is not ToCouncil.CONTRARY or details.advice is not None:
        return None
    return refusals.NOT_CONTRARY_TO_FRAMEWORK(provision.authority)


def contrary_to_the_framework(case: Case) -> Refusal | None:
    """Council decides instead of the decision maker only if the decision is outside the
    framework."""
    if case.subject.proceedings.contrary:
        return None
    return refusals.WITHIN_THE_FRAMEWORK(ref=case.subject.ref)


# -- directions ---------------------------------------------------------------------------------


def may_direct(case: Case) -> Refusal | None:
    """The rule lets scrutiny direct that a decision not be implemented."""
    on_file(case.in_force[DIRECTION], "directions not to implement", case.in_force)
    return _may(case, MayDo.DIRECT)


def not_directed_already(case: Case) -> Refusal | None:
    """Only one direction is issued: another does not make it longer."""
    given, provision = case.subject.proceedings.direction, case.in_force[DIRECTION]
    if given is None or provision is None:
        return None
    return refusals.DIRECTED_ALREADY(
        provision.authority,
        counted_from=given.counted_from,
        by_when=end_of_limit(given),
        ref=case.subject.ref,
    )


def direction_is_not_too_long(case: Case) -> Refusal | None:
    """A direction lasts no longer than the rule allows, and within the calendar."""
    details, provision = case.inputs, case.in_force[DIRECTION]
    if not isinstance(details, Direct) or provision is None or provision.value is None:
        return None
    if details.days <= provision.value.most_days:
        direction(case, details.days, provision.authority)
        return None
    return refusals.DIRECTION_TOO_LONG(
        provision.authority, days=details.days, most_days=provision.value.most_days
    )


# -- time limits --------------------------------------------------------------------------------


def a_time_limit_runs(case: Case) -> Refusal | None:
    """There is a time limit to extend."""
    if case.subject.proceedings.limit is not None:
        return None
    return refusals.NO_TIME_LIMIT_RUNS(ref=case.subject.ref)


def put_off_to_a_later_day(case: Case) -> Refusal | None:
    """A time limit is extended to a later day, within the calendar."""
    details, limit = case.inputs, case.subject.proceedings.limit
    if not isinstance(details, Adjourn) or limit is None:
        return None
    if details.until > limit.last_day:
        adjourned(limit, details.until, case.rules.calendar())
        return None
    return refusals.NOT_PUT_OFF(by_when=end_of_limit(limit), last_day=limit.last_day)
