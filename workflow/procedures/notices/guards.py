"""What must be so of notices, and of a key decision or a private meeting before it is signed."""

from typing import Final

from workflow.authority import REG_9
from workflow.clock import london_day
from workflow.constitution.provisions.consent import SPECIAL_URGENCY_CONSENT
from workflow.constitution.provisions.notice import (
    GENERAL_EXCEPTION_NOTICE,
    KEY_DECISION_NOTICE,
    PRIVATE_MEETING_FURTHER,
    PRIVATE_MEETING_NOTICE,
)
from workflow.errors import Refusal
from workflow.model.consent import Purpose
from workflow.model.notice import BEFORE, NoticeKind
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.notices import refusals
from workflow.procedures.notices.inputs import GiveNotice
from workflow.procedures.notices.notice_dates import (
    first_day,
    notice_route,
    notices_of,
    other_reading,
    rule_for,
)
from workflow.procedures.notices.special_urgency import OfficesInOrder

PARTICULARS: Final = {
    NoticeKind.KEY_DECISION: ("matter", "maker", "decide_from", "documents", "copies"),
    NoticeKind.GENERAL_EXCEPTION: ("matter", "informed"),
    NoticeKind.PRIVATE_MEETING: ("matter", "reasons"),
    NoticeKind.PRIVATE_FURTHER: ("matter", "reasons", "representations"),
    NoticeKind.REASONS: ("reasons",),
}
"""What a notice of each kind must say."""


def notice_has_been_published(case: Case) -> Refusal | None:
    """A notice is recorded once it has been published."""
    details = case.inputs
    if not isinstance(details, GiveNotice) or details.published_at <= case.now:
        return None
    return refusals.IN_THE_FUTURE(published_at=details.published_at)


def notice_has_its_particulars(case: Case) -> Refusal | None:
    """A notice says everything that the law needs in a notice of its kind."""
    details = case.inputs
    if not isinstance(details, GiveNotice):
        return None
    under = rule_for(case.in_force, details.kind)
    missing = [name for name in PARTICULARS[details.kind] if getattr(details, name) is None]
    if not missing or (under is None and details.kind in BEFORE):
        return None
    flags = tuple(f"--{name.replace('_', '-')}" for name in missing)
    return refusals.NOTICE_INCOMPLETE(
        REG_9 if under is None else under.authority, kind=details.kind, flags=flags
    )


def wants_its_particulars(case: Case) -> tuple[str, ...]:
    """Give what the notice must say that this decision awaits: of a key decision, or of a private
    meeting, before it is made; of reasons, after."""
    if case.subject.state is not State.DRAFT:
        return PARTICULARS[NoticeKind.REASONS]
    awaited = [NoticeKind.KEY_DECISION] if case.subject.kind.is_key else []
    if case.statement.private_meeting:
        awaited.append(NoticeKind.PRIVATE_MEETING)
    kinds = [kind for kind in awaited if rule_for(case.in_force, kind) is not None]
    return PARTICULARS[kinds[0]] if kinds else ()


def notice_is_of_its_time(case: Case) -> Refusal | None:
    """A notice before the decision is recorded while it is a draft; reasons, at any time."""
    details = case.inputs
    if not isinstance(details, GiveNotice) or details.kind not in BEFORE:
        return None
    if case.subject.state is State.DRAFT:
        return None
    return refusals.NOTICE_TOO_LATE(
        ref=case.subject.ref, state=case.subject.state, kind=details.kind
    )


# -- a key decision (regulations 9, 10 and 11) --------------------------------------------------


def key_decision_was_noticed(case: Case) -> Refusal | None:
    """A key decision is made after notice in time, general exception or special urgency."""
    provision = case.in_force[KEY_DECISION_NOTICE]
    made_on = case.statement.made_on
    if provision is None or provision.value is None or not case.subject.kind.is_key:
        return None
    if made_on is None or notice_route(case) is not None:
        return None
    found = [(day, kind) for kind in _BY_NOTICE if (day := first_day(case, kind)) is not None]
    if not found:
        ways, told = _other_ways(case)
        return refusals.NO_NOTICE[ways](provision.authority, ref=case.subject.ref, **told)
    day, kind = min(found)
    rule = rule_for(case.in_force, kind)
    assert rule is not None
    assert rule.value is not None
    ways, told = _other_ways(case)
    return refusals.NOTICE_SHORT[ways](
        rule.authority,
        day=day,
        made_on=made_on,
        days=rule.value.days,
        unit=rule.value.unit,
        other_unit=other_reading(rule.value).unit,
        ref=case.subject.ref,
        **told,
    )


_BY_NOTICE = (NoticeKind.KEY_DECISION, NoticeKind.GENERAL_EXCEPTION)


def _other_ways(case: Case) -> tuple[tuple[bool, bool | None], dict[str, object]]:
    """Give how else a key decision can be made than by notice of it, with whose consent."""
    general = case.in_force[GENERAL_EXCEPTION_NOTICE] is not None
    consent = case.in_force[SPECIAL_URGENCY_CONSENT]
    if consent is None or consent.value is None:
        return (general, None), {}
    asked = case.subject.proceedings.application(Purpose.SPECIAL_URGENCY)
    is_asked = asked is not None and asked.is_open
    return (general, is_asked), {"offices": OfficesInOrder(consent.value.orders)}


# -- a private meeting (regulation 5) -----------------------------------------------------------


def private_meeting_was_noticed(case: Case) -> Refusal | None:
    """A private meeting had both notices in time, or consent that it could not wait."""
    rules, made_on = case.in_force, case.statement.made_on
    provision = rules[PRIVATE_MEETING_NOTICE]
    if provision is None or not case.statement.private_meeting or made_on is None:
        return None
    granted = case.subject.proceedings.granted(Purpose.PRIVATE_MEETING)
    agreed_at = None if granted is None else granted.granted_at
    if agreed_at is not None and london_day(agreed_at) <= made_on:
        return None
    wanted = [NoticeKind.PRIVATE_MEETING]
    if rules[PRIVATE_MEETING_FURTHER] is not None:
        wanted.append(NoticeKind.PRIVATE_FURTHER)
    days = [first_day(case, kind) for kind in wanted]
    if all(day is not None and day <= made_on for day in days):
        return None
    late = any(notices_of(case, kind) for kind in wanted)
    kind = refusals.PRIVATE_MEETING_NOTICED_LATE if late else refusals.PRIVATE_MEETING_NOT_NOTICED
    return kind(provision.authority, ref=case.subject.ref)
