"""Giving a decision up, and holding it."""

from typing import Final

from workflow.authority import engine_rule
from workflow.model.event import Event
from workflow.model.inputs import Because
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.holds import guards as holds
from workflow.procedures.holds.events import Held, Released, Withdrawn
from workflow.procedures.holds.inputs import Hold
from workflow.procedures.shared import every_step
from workflow.procedures.shared.before_effect import not_acted_on_yet
from workflow.procedures.step import Step

_WITHDRAWAL = engine_rule(
    "withdrawal", "A decision not yet carried out may be withdrawn by its maker, with a reason."
)
_LIVE = (
    State.DRAFT,
    State.SIGNED,
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.REFERRED_BACK,
    State.REFERRED_TO_COUNCIL,
    State.EFFECTIVE,
)


def withdrawn(case: Case) -> Event:
    """Withdrawal, with its reason."""
    given = case.details
    assert isinstance(given, Because)
    return Withdrawn(at=case.at, reason=given.reason)


def held(case: Case) -> Event:
    """The hold, on whose account, under what authority and why, and by when it is considered."""
    given = case.details
    assert isinstance(given, Hold)
    return Held(
        at=case.at,
        on_account_of=given.on_account_of,
        under=given.under,
        consider_by=holds.consider_by(case, given.on_account_of, case.day),
        reason=given.reason,
    )


def released(case: Case) -> Event:
    """The end of the hold."""
    given = case.details
    assert isinstance(given, Because)
    return Released(at=case.at, reason=given.reason)


ROWS: Final = (
    Step(
        verb="withdraw",
        done="withdrawn",
        source=_LIVE,
        target=State.WITHDRAWN,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Withdraw a decision that has not been carried out, with a reason.",
        under=_WITHDRAWAL,
        asks=Because,
        needs=(not_acted_on_yet,),
        records=withdrawn,
        forward=False,
        example="HFD-042 --reason 'Overtaken by the new plan'",
    ),
    Step(
        verb="hold",
        done="held",
        source=_LIVE,
        target=None,
        by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
        says="Hold a decision: nothing moves forward until it is released.",
        under=every_step.HOLDS,
        asks=Hold,
        needs=(every_step.not_held_already,),
        checks=(holds.can_be_counted,),
        records=held,
        forward=False,
        example="HFD-042 --on-account-of monitoring-officer "
        "--under 'LGHA 1989 s.5A' --reason 'Report in preparation'",
    ),
    Step(
        verb="release",
        done="released",
        source=_LIVE,
        target=None,
        by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
        says="Release a decision that is held.",
        under=every_step.HOLDS,
        asks=Because,
        needs=(every_step.is_held,),
        records=released,
        forward=False,
        example="HFD-042 --reason 'Report considered by cabinet on 1 November'",
    ),
)
