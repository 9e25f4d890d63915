"""What every step must meet: times on the record, and holds."""

from datetime import datetime

from workflow.authority import (
    Authority,
    engine_rule,
)
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.clock import GRACE, london_day, spoken, spoken_day
from workflow.constitution.provisions.effect import SEPARATION
from workflow.errors import Refusal
from workflow.model.people import SYSTEM, mark
from workflow.procedures.case import PROMPT, Case, Rules

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


def within_the_calendar(case: Case) -> Refusal | None:
    """The clock is not past the end of the published bank holidays, where it is surely wrong."""
    return None if case.actor is SYSTEM else past_the_calendar(case.now, case.rules)


def past_the_calendar(now: datetime, rules: Rules) -> Refusal | None:
    """Say that the clock is past the end of a council's calendar; None where it is not."""
    today = london_day(now)
    if today <= PUBLISHED_THROUGH or today <= (end := rules.known_through()):
        return None
    return Refusal(
        code="clock-in-doubt",
        because=f"The clock says {spoken(now)}, past the end of the published bank holidays, "
        f"{spoken_day(end)}.",
        authority=TIMES,
        remedy="If the clock is wrong, put it right. If it is right, enter the bank holidays of "
        "later years first: decisions calendar import FILE",
    )


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
    """A step does not come before the one that it follows.

    An entry dated after now was made by a clock that was wrong, or this one is: whoever says, with
    the reason, that the other was goes on. So does time, which has run by either.
    """
    decision = case.decision
    if decision is None or case.at >= decision.follows:
        return None
    ahead = decision.last_at > case.now + GRACE
    if ahead and (case.late_reason or case.actor is SYSTEM):
        last = case.rules.last_by(decision.ref, case.now)
        if last is None or case.at >= last:
            return None
    which = "If that was dated by a clock that was wrong, say so: --late-reason 'why'. "
    return Refusal(
        code="out-of-order",
        because=f"{spoken(case.at)} is before the last thing on its record, "
        f"at {spoken(decision.follows)}.",
        authority=TIMES,
        remedy=f"{which if ahead else ''}See what is on its record: decisions history "
        f"{decision.ref}",
    )


def signer_and_publisher_differ(case: Case) -> Refusal | None:
    """Where the council asks it, whoever recorded the signature does not publish."""
    provision = case.in_force[SEPARATION]
    if provision is None or provision.value is None or not provision.value.signer_and_publisher:
        return None
    if mark(case.subject.council, case.actor.person) != case.subject.signer:
        return None
    return Refusal(
        code="signer-publishes",
        because=f"{case.actor} recorded its signature, and another is to publish it.",
        authority=provision.authority,
        remedy="Ask another proper officer: decisions people list "
        f"--council {case.subject.council}",
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
