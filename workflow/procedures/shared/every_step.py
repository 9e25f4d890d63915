"""What every step must meet: times on the record, and holds."""

from collections.abc import Mapping
from datetime import datetime

from workflow.authority import Authority
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.clock import GRACE, london_day
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.holder import Holder
from workflow.model.labelled_enum import LabelledEnum
from workflow.model.people import SYSTEM
from workflow.model.refusal import RefusalKind
from workflow.model.state import State
from workflow.procedures.case import PROMPT, Case, Rules
from workflow.procedures.shared import refusals


class LastEntry(LabelledEnum):
    """What the last entry on a record is of."""

    WITHDRAWAL = ("withdrawal", "withdrawal", "It was withdrawn.")
    IMPLEMENTATION = ("implementation", "implementation", "It was implemented.")
    EFFECT = ("effect", "taking effect", "It took effect.")
    PUBLICATION = ("publication", "publication", "It was published.")
    SIGNATURE = ("signature", "signature", "Its statement was signed.")
    DRAFT = ("draft", "draft", "It was drafted.")


def within_the_calendar(case: Case) -> Refusal | None:
    """The clock is not past the end of the published bank holidays, where it is surely wrong."""
    return None if case.actor is SYSTEM else past_the_calendar(case.now, case.rules)


def past_the_calendar(now: datetime, rules: Rules) -> Refusal | None:
    """Say that the clock is past the end of a council's calendar; None where it is not."""
    today = london_day(now)
    if today <= PUBLISHED_THROUGH or today <= (end := rules.known_through()):
        return None
    return refusals.CLOCK_IN_DOUBT(now=now, end=end)


def not_in_the_future(case: Case) -> Refusal | None:
    """A step is not recorded before it has happened."""
    if case.at <= case.now:
        return None
    return refusals.IN_THE_FUTURE(at=case.at)


def late_entry_has_reason(case: Case) -> Refusal | None:
    """A step recorded after it happened says why; both times are kept."""
    if case.at >= case.now - PROMPT or case.late_reason:
        return None
    return refusals.LATE_ENTRY_NEEDS_REASON(at=case.at, now=case.now)


def in_order(case: Case) -> Refusal | None:
    """A step does not come before the one that it follows.

    An entry dated after now was made by a clock that was wrong, or this one is: whoever says, with
    the reason, that the other was goes on. So does time, which has run by either.
    """
    decision = case.decision
    if decision is None or case.at >= decision.earliest_next:
        return None
    ahead = decision.last_at > case.now + GRACE
    if ahead and (case.late_reason or case.actor is SYSTEM):
        last = case.rules.last_by(decision.ref, case.now)
        if last is None or case.at >= last:
            return None
    unpublished = decision.state in (State.DRAFT, State.SIGNED)
    kinds = refusals.OUT_OF_ORDER_UNPUBLISHED if unpublished else refusals.OUT_OF_ORDER
    entry = _last_entry(decision)
    kind = (refusals.OUT_OF_ORDER_AHEAD if ahead else kinds)[entry is not None]
    return kind(
        at=case.at,
        last_entry_at=decision.earliest_next,
        ref=decision.ref,
        **({"number": decision.version} if entry is None else {"entry": entry}),
    )


def _last_entry(decision: Decision) -> LastEntry | None:
    """Give what the last entry on a decision's record records, where its instant tells."""
    for instant, entry in (
        (decision.withdrawn_at, LastEntry.WITHDRAWAL),
        (decision.implemented_at, LastEntry.IMPLEMENTATION),
        (decision.effective_at, LastEntry.EFFECT),
        (decision.published_at, LastEntry.PUBLICATION),
        (decision.signed_at, LastEntry.SIGNATURE),
        (decision.drafted_at, LastEntry.DRAFT),
    ):
        if instant == decision.earliest_next:
            return entry
    return None


def not_held(case: Case) -> Refusal | None:
    """Nothing moves forward while a decision is held."""
    return _on_hold(case, refusals.HELD)


def not_held_already(case: Case) -> Refusal | None:
    """A decision that is held is not held again."""
    return _on_hold(case, refusals.HELD_ALREADY)


def _on_hold(case: Case, kinds: Mapping[Holder, RefusalKind]) -> Refusal | None:
    held = case.decision
    if held is None or held.held_for is None or held.held_at is None:
        return None
    authority = Authority(
        title=held.held_under or "the hold",
        rule="",
        words="The authority that was given when it was held.",
    )
    return kinds[held.held_for](
        authority,
        ref=held.ref,
        held_at=held.held_at,
        holder=held.held_for,
        held_under=held.held_under,
    )


def is_held(case: Case) -> Refusal | None:
    """Only a decision that is held can be released."""
    if case.subject.is_held:
        return None
    return refusals.NOT_HELD(ref=case.subject.ref)
