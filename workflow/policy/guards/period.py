"""What must be so before a call-in period is opened, or closed."""

from workflow.authority import (
    engine_rule,
)
from workflow.clock import spoken, spoken_day
from workflow.errors import BeyondCalendar, NotOnFile, Refusal
from workflow.model.period import Window
from workflow.policy.case import Case
from workflow.policy.constitution import on_file
from workflow.policy.guards.urgency import urgency_exemption
from workflow.policy.provision import Provision, SubjectToCallIn
from workflow.policy.standing import until
from workflow.policy.window import is_later, recount, window_for

_RECOUNT = engine_rule(
    "a calendar that changed",
    "When a day is closed after a deadline was published, the deadline is not moved silently: a "
    "person keeps or revises it.",
)


_UPGRADE = "Upgrade council-decisions once the government has published that year's bank holidays."


def _from_fault(fault: NotOnFile | BeyondCalendar) -> Refusal:
    assert fault.authority is not None
    remedy = fault.cure if isinstance(fault, NotOnFile) else _UPGRADE
    return Refusal(code=fault.code, because=str(fault), authority=fault.authority, remedy=remedy)


def not_callable(case: Case) -> Provision[SubjectToCallIn] | None:
    """Give the provision by which this kind of decision is not subject to call-in, if one does."""
    provision = case.in_force.subject_to_call_in
    if provision is None or provision.value is None:
        return None
    return provision if case.subject.kind in provision.value.not_subject else None


def takes_effect_at_once(case: Case) -> bool:
    """Say whether the decision has no call-in period, for its urgency or its kind."""
    return urgency_exemption(case) is not None or not_callable(case) is not None


def opens_for_call_in(case: Case) -> bool:
    """Say whether a call-in period opens on publication."""
    return not takes_effect_at_once(case)


def kind_is_on_file(case: Case) -> Refusal | None:
    """The council's rules say whether this kind of decision may be called in."""
    rules = case.in_force
    if urgency_exemption(case) is not None:
        return None
    try:
        kinds, provision = on_file(
            rules.subject_to_call_in, "which decisions may be called in", rules
        )
    except NotOnFile as fault:
        return _from_fault(fault)
    kind = case.subject.kind
    if kind in kinds.subject or kind in kinds.not_subject:
        return None
    return Refusal(
        code="not-on-file",
        because=f"Whether {rules.council_name} lets {kind} decisions be called in is not on file.",
        authority=provision.authority,
        remedy=f"See what is on file: decisions policy show {rules.council}; then add the kind, "
        "with its source.",
    )


def the_window(case: Case) -> Window:
    """Give the call-in period that publication at this instant opens."""
    made_on = case.subject.made_on
    assert made_on is not None
    return window_for(case.in_force, case.rules.calendar(), made_on=made_on, published_at=case.at)


def period_can_be_counted(case: Case) -> Refusal | None:
    """The call-in period is on file, ends within the calendar, and is not over already."""
    if takes_effect_at_once(case):
        return None
    try:
        window = the_window(case)
    except (NotOnFile, BeyondCalendar) as fault:
        return _from_fault(fault)
    if window.in_time(case.at):
        return None
    return Refusal(
        code="period-already-over",
        because=f"The call-in period is counted from {spoken_day(window.counted_from)}, and ended "
        f"at {until(window)}, before publication: nobody could have called it in.",
        authority=window.authority,
        remedy="Ask the monitoring officer; the decision may have to be made again.",
    )


def period_has_run_out(case: Case) -> Refusal | None:
    """A period is closed once no request can be in time and effect has begun."""
    window = case.subject.window
    assert window is not None
    if window.has_run_out(case.now):
        return None
    return Refusal(
        code="call-in-open",
        because=f"Call-in is open until {until(window)}.",
        authority=window.authority,
        remedy=f"Nothing to do before {spoken(window.effective_from)}; the nightly close takes it.",
    )


def days_still_agree(case: Case) -> Refusal | None:
    """A period is not closed when its days, counted again, would give more time."""
    window = case.subject.window
    assert window is not None
    try:
        again = recount(window, case.rules.calendar(window.effective_from))
    except BeyondCalendar as fault:
        return _from_fault(fault)
    if not is_later(again, window):
        return None
    return Refusal(
        code="recount-later",
        because=f"The deadline on record is {until(window)}. The calendar has changed since, and "
        f"the same rule now gives {until(again)}.",
        authority=_RECOUNT,
        remedy=f"Keep or revise it, with a reason: decisions review-deadline {case.subject.ref} "
        "--outcome keep --reason 'why' (or --outcome revise)",
    )


def days_have_changed(case: Case) -> Refusal | None:
    """A deadline is reviewed only when its days, counted again, give more time."""
    window = case.subject.window
    assert window is not None
    later = days_still_agree(case)
    if later is not None:
        return None if later.code == "recount-later" else later
    return Refusal(
        code="deadline-agrees",
        because=f"Counted again, the deadline is still {until(window)} or earlier.",
        authority=_RECOUNT,
        remedy=f"Nothing to review: decisions explain {case.subject.ref}",
    )
