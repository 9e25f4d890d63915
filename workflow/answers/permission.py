"""Whether a decision may be implemented, as every face gives it."""

from dataclasses import dataclass

from workflow.answers.record import BothTimes, both, both_if_set
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.procedures.permission import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class PermissionAnswer:
    """Whether a decision may be implemented at an instant."""

    ref: str
    """The decision."""
    may_implement: bool
    """Whether it may be implemented."""
    at: BothTimes
    """The instant asked about."""
    foreseen: bool
    """Whether that time is in the future, so that something may still stop it."""
    since: BothTimes | None
    """From when it may be implemented; null if it may not."""
    rule_assumed: bool | None
    """Whether its period rests on a rule that is only assumed to have been in force; null if that
    was not asked."""
    reasons: tuple[Refusal, ...]
    """Why it may not; empty if it may."""


def permission_answer(permission: Permission, decision: Decision | None = None) -> PermissionAnswer:
    """Give whether it may be implemented; and, of the decision itself, what its period rests on."""
    window = None if decision is None else decision.window
    assumed = window is not None and window.rule_assumed
    return PermissionAnswer(
        ref=permission.ref,
        may_implement=bool(permission),
        at=both(permission.at),
        foreseen=permission.foreseen,
        since=both_if_set(permission.since),
        rule_assumed=None if decision is None else assumed,
        reasons=permission.refusals,
    )
