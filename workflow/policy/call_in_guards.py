"""What must be so before a call-in period is opened, used, or closed."""

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14, Authority, engine_rule
from workflow.clock import spoken, spoken_day
from workflow.errors import BeyondCalendar, NotOnFile, Refusal
from workflow.model.details import CallIn
from workflow.model.period import Window
from workflow.policy.case import Case
from workflow.policy.constitution import on_file
from workflow.policy.provision import Provision, SpecialUrgency, SubjectToCallIn
from workflow.policy.standing import no_call_in, until
from workflow.policy.window import implemented_by_rule, is_later, recount, window_for

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


def urgency_exemption(case: Case) -> Provision[SpecialUrgency] | None:
    """Give the provision that exempts this decision from call-in for its urgency, if one does.

    Special urgency exempts only where the council's own rule says so.
    """
    provision = case.in_force.special_urgency
    if case.statement.urgency is None or provision is None or provision.value is None:
        return None
    return provision if provision.value.exempts_from_call_in else None


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


def counts_as_implemented(case: Case) -> Authority | None:
    """Give the rule by which taking effect counts as implementation, as it was on publication."""
    window = case.subject.window
    return window.implemented_by_rule if window is not None else implemented_by_rule(case.in_force)


def implementation_is_not_recorded(case: Case) -> bool:
    """Say whether the council's rule is that implementation is no step of its own."""
    return counts_as_implemented(case) is not None


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


def has_a_period(case: Case) -> Refusal | None:
    """Only a decision that had a call-in period can be called in."""
    if case.subject.window is not None:
        return None
    return no_call_in(case, MADE_NOT_IMPLEMENTED)


def not_called_in_before(case: Case) -> Refusal | None:
    """A decision is called in once."""
    before = case.subject.called_in_at or case.subject.disputed_at
    if before is None:
        return None
    return Refusal(
        code="called-in-already",
        because=f"{case.subject.ref} has been called in, by a request received at "
        f"{spoken(before)}.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy=f"See it on the record: decisions history {case.subject.ref}",
    )


def others_may_no_longer_ask(case: Case) -> Refusal | None:
    """Scrutiny's outcome is recorded once nobody else can be in time with a request."""
    window = case.subject.window
    if window is None or window.has_run_out(case.now):
        return None
    return Refusal(
        code="call-in-open",
        because=f"Others may still ask for it to be called in until {until(window)}.",
        authority=window.authority,
        remedy="Record the outcome after that, with the time of the meeting: --at INSTANT "
        "--late-reason 'Recorded when the period had ended'",
    )


def received_after_publication(case: Case) -> Refusal | None:
    """A request is received after the decision was published."""
    details, published_at = case.details, case.subject.published_at
    if not isinstance(details, CallIn) or published_at is None:
        return None
    if details.received_at >= published_at:
        return None
    return Refusal(
        code="before-publication",
        because=f"It was received at {spoken(details.received_at)}, before the decision was "
        f"published at {spoken(published_at)}.",
        authority=REG_14,
        remedy="Ask for the request again, now that the decision is published.",
    )


def received_already(case: Case) -> Refusal | None:
    """A request is recorded after it was received, not before."""
    details = case.details
    if not isinstance(details, CallIn) or details.received_at <= case.now:
        return None
    return Refusal(
        code="in-the-future",
        because=f"{spoken(details.received_at)} has not come yet.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy="Record the request when it has been received.",
    )


def received_in_time(case: Case) -> Refusal | None:
    """A request is received by the last instant of the period; 17:00:00 is "by 17:00"."""
    details, window = case.details, case.subject.window
    assert window is not None
    if not isinstance(details, CallIn) or window.in_time(details.received_at):
        return None
    questioned = days_still_agree(case)
    return Refusal(
        code="out-of-time",
        because=f"It was received at {spoken(details.received_at)}. The time for a call-in ended "
        f"at {until(window)}.",
        authority=window.authority,
        remedy=f"See how that day was counted: decisions explain {case.subject.ref}"
        if questioned is None
        else f"That deadline is itself in question. {questioned.remedy}",
    )


def recorded_late_with_reason(case: Case) -> Refusal | None:
    """A request in time, but recorded after the deadline, says why it is recorded late."""
    details, window = case.details, case.subject.window
    assert window is not None
    if not isinstance(details, CallIn) or not window.in_time(details.received_at):
        return None
    if window.in_time(case.now) or case.late_reason:
        return None
    return Refusal(
        code="late-entry-needs-reason",
        because=f"The period ended at {until(window)}, and the request is being recorded at "
        f"{spoken(case.now)}.",
        authority=window.authority,
        remedy="Say why it is entered late: --late-reason 'why'",
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
