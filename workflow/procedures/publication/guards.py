"""What must be so before a decision is published: whether a call-in period opens, and which."""

from datetime import date

from workflow.calendars.counting import count
from workflow.constitution.constitution import on_file
from workflow.constitution.period import window_for
from workflow.constitution.provisions.council_ends import COUNCIL_ENDS
from workflow.constitution.provisions.notice import PUBLICATION_TARGET
from workflow.constitution.provisions.period import SUBJECT_TO_CALL_IN, SubjectToCallIn
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.separation import SEPARATION
from workflow.errors import BeyondCalendar, Refusal
from workflow.model.call_in_period import CallInPeriod, Unit
from workflow.model.people import pseudonym
from workflow.procedures.case import Case
from workflow.procedures.consents.consent_order import consented_exemption
from workflow.procedures.making.urgency import urgency_exemption
from workflow.procedures.publication import refusals
from workflow.wording.short_dates import end_of_period


def not_callable(case: Case) -> Provision[SubjectToCallIn] | None:
    """Give the provision by which this kind of decision is not subject to call-in, if one does."""
    provision = case.in_force[SUBJECT_TO_CALL_IN]
    if provision is None or provision.value is None:
        return None
    return provision if case.subject.kind in provision.value.not_subject else None


def _asks_no_period(case: Case) -> bool:
    """Say whether no period is asked after: it takes effect at once, or its council has ended."""
    return takes_effect_at_once(case) or case.in_force[COUNCIL_ENDS] is not None


def takes_effect_at_once(case: Case) -> bool:
    """Say whether it has no call-in period: by consent, for urgency, by its kind, or as
    implemented."""
    exempt = consented_exemption(case) is not None or urgency_exemption(case) is not None
    acted_on = case.subject.proceedings.acted_at is not None
    return exempt or acted_on or not_callable(case) is not None


def opens_for_call_in(case: Case) -> bool:
    """Say whether a call-in period opens on publication."""
    return not takes_effect_at_once(case)


def kind_is_on_file(case: Case) -> Refusal | None:
    """The council's rules say whether this kind of decision may be called in."""
    rules = case.in_force
    if _asks_no_period(case):
        return None
    kinds, provision = on_file(rules[SUBJECT_TO_CALL_IN], "which decisions may be called in", rules)
    kind = case.subject.kind
    if kind in kinds.subject or kind in kinds.not_subject:
        return None
    return refusals.NOT_ON_FILE(
        provision.authority, council_name=rules.council_name, kind=kind, council=rules.council
    )


def missed_target(case: Case) -> date | None:
    """Give the day by which the council wanted it published, where that has passed.

    A target is a duty of the council's, and no condition of what is published late.
    """
    target = case.in_force[PUBLICATION_TARGET]
    made_on = case.subject.made_on or case.statement.made_on
    if target is None or target.value is None or made_on is None:
        return None
    calendar, last = case.rules.calendar(), made_on
    if target.value.days:
        try:
            last = count(calendar, made_on, target.value.days, unit=Unit.WORKING).last_day
        except BeyondCalendar:
            return None
    return last if case.day > last else None


def the_window(case: Case) -> CallInPeriod:
    """Give the call-in period that publication at this instant opens."""
    made_on = case.subject.made_on or case.statement.made_on
    assert made_on is not None
    return window_for(case.in_force, case.rules.calendar(), made_on=made_on, published_at=case.at)


def period_can_be_counted(case: Case) -> Refusal | None:
    """The call-in period is on file, ends within the calendar, and is not over already."""
    unmade = case.subject.made_on is None and case.statement.made_on is None
    if unmade or _asks_no_period(case):
        return None
    window = the_window(case)
    if window.in_time(case.at):
        return None
    return refusals.PERIOD_ALREADY_OVER[bool(window.sooner)](
        window.authority, counted_from=window.counted_from, ended=end_of_period(window)
    )


def it_was_published_here(case: Case) -> Refusal | None:
    """The decision was published here, and not imported."""
    decision = case.subject
    if not decision.is_history:
        return None
    return refusals.IMPORTED(ref=decision.ref)


def signer_and_publisher_differ(case: Case) -> Refusal | None:
    """If the council's rule says so, whoever recorded the signature does not publish."""
    provision = case.in_force[SEPARATION]
    if provision is None or provision.value is None or not provision.value.signer_and_publisher:
        return None
    if pseudonym(case.subject.council, case.actor.person) != case.subject.signer:
        return None
    return refusals.SIGNER_PUBLISHES(
        provision.authority, actor=str(case.actor), council=case.subject.council
    )
