"""What must be so before a step is taken. Each guard gives a refusal, or None when it is so."""

from workflow.authority import (
    MADE_NOT_IMPLEMENTED,
    REG_11,
    REGS_12_13,
    Authority,
    engine_rule,
)
from workflow.clock import london_day, spoken, spoken_day
from workflow.errors import Refusal
from workflow.policy.case import PROMPT, Case

TIMES = engine_rule(
    "times on the record",
    "Nothing is dated in the future or before what came first; a late entry keeps both times "
    "and says why.",
)

HOLDS = engine_rule(
    "holds",
    "A decision held on account of the monitoring officer, the chief finance officer or a court "
    "moves nowhere until it is released; the authority for it is on the record.",
)


def _incomplete(case: Case, code: str, because: str, do: str) -> Refusal:
    remedy = f"{do}: decisions amend {case.subject.ref}"
    return Refusal(code=code, because=because, authority=REGS_12_13, remedy=remedy)


# -- what every step must meet ------------------------------------------------------------------


def not_in_the_future(case: Case) -> Refusal | None:
    """A step is not recorded before it has happened."""
    if case.at <= case.now:
        return None
    return Refusal(
        code="in-the-future",
        because=f"{spoken(case.at)} has not come yet.",
        authority=TIMES,
        remedy="Record the step when it has happened.",
    )


def late_entry_has_reason(case: Case) -> Refusal | None:
    """A step recorded after it happened says why; both times are kept."""
    if case.at >= case.now - PROMPT or case.late_reason:
        return None
    return Refusal(
        code="late-entry-needs-reason",
        because=f"It happened at {spoken(case.at)} and is being recorded at {spoken(case.now)}.",
        authority=TIMES,
        remedy="Say why it is entered late: --late-reason 'why'",
    )


def in_order(case: Case) -> Refusal | None:
    """A step does not come before the one that it follows."""
    if case.decision is None or case.at >= case.decision.last_at:
        return None
    return Refusal(
        code="out-of-order",
        because=f"{spoken(case.at)} is before the last thing on its record, "
        f"at {spoken(case.decision.last_at)}.",
        authority=TIMES,
        remedy=f"See what is on its record: decisions history {case.decision.ref}",
    )


def not_held(case: Case) -> Refusal | None:
    """Nothing moves forward while a decision is held."""
    held = case.decision
    if held is None or held.held_for is None or held.held_at is None:
        return None
    who = held.held_for.value.replace("-", " ")
    return Refusal(
        code="held",
        because=f"{held.ref} is held since {spoken(held.held_at)} "
        f"on account of the {who}, under {held.held_under}.",
        authority=Authority(
            title=held.held_under or "the hold",
            rule="",
            words="The authority that was given when it was held.",
        ),
        remedy=f"When the hold is lifted: decisions release {held.ref} --reason 'why'",
    )


def not_disputed(case: Case) -> Refusal | None:
    """A decision is not acted on when a request, received in time, was found after the close."""
    decision = case.decision
    if decision is None or decision.disputed_at is None:
        return None
    return Refusal(
        code="request-in-time",
        because=f"A request that {decision.ref} be called in was received in time, at "
        f"{spoken(decision.disputed_at)}, and found after it counted as implemented.",
        authority=MADE_NOT_IMPLEMENTED,
        remedy="Ask the monitoring officer before anything more is done.",
    )


# -- the written statement (regulations 12 and 13) ----------------------------------------------


def states_the_decision(case: Case) -> Refusal | None:
    """The statement gives the decision itself."""
    if case.statement.decision:
        return None
    return _incomplete(
        case,
        "decision-missing",
        "The statement does not say what was decided.",
        "Add it with --decision",
    )


def states_when_made(case: Case) -> Refusal | None:
    """The statement gives the date on which the decision was made."""
    if case.statement.made_on:
        return None
    return _incomplete(
        case,
        "date-made-missing",
        "The statement does not say when the decision was made.",
        "Add it with --made-on",
    )


def states_reasons(case: Case) -> Refusal | None:
    """The statement gives the reasons."""
    if case.statement.reasons:
        return None
    return _incomplete(
        case, "reasons-missing", "The statement gives no reasons.", "Add them with --reasons"
    )


def states_alternatives(case: Case) -> Refusal | None:
    """The statement gives the alternatives rejected, or says expressly that there were none."""
    if case.statement.alternatives is not None:
        return None
    return _incomplete(
        case,
        "alternatives-missing",
        "The statement does not give the alternatives considered and rejected, nor say that there "
        "were none.",
        "Add each with --alternative, or say --no-alternatives",
    )


def states_conflicts(case: Case) -> Refusal | None:
    """The statement gives the conflicts declared, or says expressly that there were none."""
    if case.statement.conflicts is not None:
        return None
    return _incomplete(
        case,
        "conflicts-missing",
        "The statement does not give the conflicts of interest declared, nor say that there were "
        "none.",
        "Add each with --conflict, or say --no-conflicts",
    )


def conflicts_have_dispensation(case: Case) -> Refusal | None:
    """Each conflict declared has a note of dispensation."""
    bare = [c.member for c in case.statement.conflicts or () if not c.dispensation]
    if not bare:
        return None
    return _incomplete(
        case,
        "dispensation-missing",
        f"There is no note of dispensation for the conflict declared by {', '.join(bare)}.",
        "Give each conflict with its note, or 'none granted'",
    )


def made_before_signing(case: Case) -> Refusal | None:
    """A decision is made before, or on the day that, its record is signed."""
    made_on = case.statement.made_on
    if made_on is None or made_on <= case.day:
        return None
    return Refusal(
        code="signed-before-made",
        because=f"The decision is dated {spoken_day(made_on)}, and would be signed "
        f"on {spoken_day(case.day)}.",
        authority=REGS_12_13,
        remedy=f"Sign it once it is made, or mend the date: decisions amend {case.subject.ref}",
    )


# -- special urgency (regulation 11) ------------------------------------------------------------


def _urgency(case: Case, code: str, because: str, do: str) -> Refusal:
    remedy = f"{do}: decisions amend {case.subject.ref}"
    return Refusal(code=code, because=because, authority=REG_11, remedy=remedy)


def urgency_has_reason(case: Case) -> Refusal | None:
    """Special urgency says why the decision cannot reasonably be deferred."""
    urgency = case.statement.urgency
    if urgency is None or urgency.reason:
        return None
    return _urgency(
        case,
        "urgency-without-reason",
        "Special urgency is claimed, and no reason is recorded.",
        "Record it with --urgency-reason",
    )


def urgency_has_consent(case: Case) -> Refusal | None:
    """Special urgency is agreed by a named person, in a capacity, on a day."""
    urgency = case.statement.urgency
    if urgency is None or (urgency.agreed_by and urgency.capacity and urgency.agreed_on):
        return None
    return _urgency(
        case,
        "urgency-without-consent",
        "Special urgency is claimed, and who agreed, in what capacity and when, is not recorded.",
        "Record it with --urgency-agreed-by, --urgency-capacity and --urgency-agreed-on",
    )


def consent_precedes_decision(case: Case) -> Refusal | None:
    """Agreement to special urgency comes before the decision, not after it."""
    urgency, made_on = case.statement.urgency, case.statement.made_on
    agreed_on = urgency.agreed_on if urgency else None
    if agreed_on is None or made_on is None or agreed_on <= made_on:
        return None
    return _urgency(
        case,
        "urgency-agreed-late",
        f"Special urgency was agreed on {spoken_day(agreed_on)}, after the decision was made on "
        f"{spoken_day(made_on)}.",
        "Agreement after the event does not count; take it without special urgency (--no-urgency)",
    )


# -- overlays and endings -----------------------------------------------------------------------


def not_held_already(case: Case) -> Refusal | None:
    """A decision that is held is not held again."""
    held = not_held(case)
    if held is None:
        return None
    return Refusal(
        code="held-already",
        because=held.because,
        authority=held.authority,
        remedy=held.remedy,
    )


def is_held(case: Case) -> Refusal | None:
    """Only a decision that is held can be released."""
    if case.subject.is_held:
        return None
    return Refusal(
        code="not-held",
        because=f"{case.subject.ref} is not held.",
        authority=HOLDS,
        remedy=f"See what can be done now: decisions next {case.subject.ref}",
    )


def has_taken_effect(case: Case) -> Refusal | None:
    """A decision is implemented at or after the instant it took effect."""
    effective_at = case.subject.effective_at
    if effective_at is None or case.at >= effective_at:
        return None
    authority: Authority = MADE_NOT_IMPLEMENTED
    return Refusal(
        code="not-yet-effective",
        because=f"{case.subject.ref} took effect at {spoken(effective_at)}, after "
        f"{london_day(case.at)}.",
        authority=authority,
        remedy="Give the time at which it was really implemented.",
    )
