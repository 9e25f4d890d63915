"""Giving a decision up, and holding it."""

from typing import Final

from workflow.authority import engine_rule
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import NOT_CARRIED_OUT, State
from workflow.procedures.case import Case
from workflow.procedures.holds import guards as holds
from workflow.procedures.holds.events import Held, Released, Withdrawn
from workflow.procedures.holds.inputs import Hold, Release, Withdraw
from workflow.procedures.shared import every_step
from workflow.procedures.shared.before_effect import not_acted_on_yet
from workflow.procedures.shared.refusals import HOLDS
from workflow.procedures.step import step

_WITHDRAWAL = engine_rule(
    "withdrawal", "A decision not yet carried out may be withdrawn by its maker, with a reason."
)


@step(
    "withdraw",
    cannot="{ref} cannot be withdrawn.",
    source=NOT_CARRIED_OUT,
    target=State.WITHDRAWN,
    by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=_WITHDRAWAL,
    needs=(not_acted_on_yet,),
    stopped_by_hold=False,
    example="HFD-042 --reason 'Overtaken by the new plan'",
)
def withdraw(case: Case, inputs: Withdraw) -> Event:
    """Withdraw a decision that has not been implemented, with a reason."""
    return Withdrawn(at=case.at, reason=inputs.reason)


@step(
    "hold",
    cannot="{ref} cannot be held.",
    source=NOT_CARRIED_OUT,
    target=None,
    by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
    under=HOLDS,
    needs=(every_step.not_held_already,),
    checks=(holds.can_be_counted,),
    stopped_by_hold=False,
    example="HFD-042 --on-account-of monitoring-officer "
    "--under 'LGHA 1989 s.5A' --reason 'Report in preparation'",
)
def hold(case: Case, inputs: Hold) -> Event:
    """Hold a decision: nothing moves forward until it is released."""
    return Held(
        at=case.at,
        on_account_of=inputs.on_account_of,
        under=inputs.under,
        consider_by=holds.consider_by(case, inputs.on_account_of, case.day),
        reason=inputs.reason,
    )


@step(
    "release",
    cannot="{ref} cannot be released.",
    source=NOT_CARRIED_OUT,
    target=None,
    by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
    under=HOLDS,
    needs=(every_step.is_held,),
    stopped_by_hold=False,
    example="HFD-042 --reason 'Report considered by cabinet on 1 November'",
)
def release(case: Case, inputs: Release) -> Event:
    """Release a decision that is held."""
    return Released(at=case.at, reason=inputs.reason)


ROWS: Final = (withdraw, hold, release)
