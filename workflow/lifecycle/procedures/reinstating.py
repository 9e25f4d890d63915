"""What had been done in time, found after the close: an outcome, or a hold. The decision goes back
to where it stood."""

from collections.abc import Callable
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.limit import Awaited
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import every_step, holds, reinstating


def found(case: Case) -> e.Event:
    """That the body had acted, when, and how it came to be found late."""
    given = case.details
    assert isinstance(given, asks.Reinstate)
    return e.OutcomeFound(at=case.at, acted_at=given.acted_at, reason=given.reason)


def hold_found(case: Case) -> e.Event:
    """That it had been held, when, on whose account, and how it came to be found late."""
    given = case.details
    assert isinstance(given, asks.FindHold)
    day = holds.made_on(case)
    return e.HoldFound(
        at=case.at,
        made_at=given.made_at,
        on_account_of=given.on_account_of,
        under=given.under,
        consider_by=holds.consider_by(case, given.on_account_of, day),
        reason=given.reason,
    )


def settled(case: Case) -> e.Event:
    """That it stands, and why."""
    given = case.details
    assert isinstance(given, asks.Because)
    return e.DisputeSettled(at=case.at, reason=given.reason)


def put_before(case: Case) -> e.Event:
    """The decision before that body again."""
    lapse = case.subject.proceedings.lapsed
    assert lapse is not None
    return e.PutBefore(at=case.at, awaited=_BODIES[lapse.state])


_BODIES: Final = {
    State.CALLED_IN: Awaited.SCRUTINY,
    State.REFERRED_BACK: Awaited.RECONSIDERATION,
    State.REFERRED_TO_COUNCIL: Awaited.COUNCIL,
}


def _again(state: State) -> Callable[[Case], bool]:
    def is_again(case: Case) -> bool:
        """Say whether it was before that body when time brought it into effect."""
        lapse = case.subject.proceedings.lapsed
        return lapse is not None and lapse.state is state

    return is_again


def _returning(verb: str, target: State, says: str) -> Step:
    return Step(
        verb=verb,
        done="put before that body again",
        source=(State.EFFECTIVE,),
        target=target,
        by=(Role.SYSTEM,),
        says=says,
        under=MADE_NOT_IMPLEMENTED,
        when=_again(target),
        records=put_before,
        automatic=True,
    )


ROWS: Final = (
    Step(
        verb="find-outcome",
        done="put before that body again",
        source=(State.EFFECTIVE, State.IMPLEMENTED),
        target=None,
        by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that a body had acted in time, found after the close had ended its clock.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.Reinstate,
        needs=(reinstating.it_lapsed,),
        checks=(reinstating.it_acted_in_time,),
        records=found,
        then=("return-to-scrutiny", "return-to-maker", "return-to-council"),
        forward=False,
        settles=False,
        example="IOW-2005-001 --acted-at 2005-04-20T18:30 "
        "--reason 'Scrutiny referred it back; the clerk was away the next morning'",
    ),
    Step(
        verb="find-hold",
        done="held from an earlier day",
        source=(State.EFFECTIVE, State.IMPLEMENTED),
        target=None,
        by=(Role.MONITORING_OFFICER, Role.FINANCE_OFFICER, Role.PROPER_OFFICER),
        says="Record a hold that was made in time, but found only after the close.",
        under=every_step.HOLDS,
        asks=asks.FindHold,
        needs=(every_step.not_held_already, reinstating.time_alone_gave_it_effect),
        checks=(reinstating.it_was_held_in_time, holds.can_be_counted),
        records=hold_found,
        then=("return-to-scrutiny", "return-to-maker", "return-to-council", "reopen"),
        forward=False,
        settles=False,
        example="HFD-2018-001 --made-at 2018-10-24T11:30 --on-account-of court "
        "--under 'Order of Swift J' --reason 'Served on legal services; told on the Friday'",
    ),
    Step(
        verb="settle-dispute",
        done="ruled to stand",
        source=(State.IMPLEMENTED,),
        target=None,
        by=(Role.MONITORING_OFFICER,),
        says="Record the ruling that what was found after implementation changes nothing.",
        under=MADE_NOT_IMPLEMENTED,
        asks=asks.Because,
        needs=(reinstating.it_is_disputed,),
        records=settled,
        forward=False,
        apart=True,
        example="HFD-2018-001 --reason 'The request was from two members, and three are needed'",
    ),
    _returning(
        "return-to-scrutiny",
        State.CALLED_IN,
        "The decision is before scrutiny again, which had acted in time.",
    ),
    _returning(
        "return-to-maker",
        State.REFERRED_BACK,
        "The decision is before its maker again, who had acted in time.",
    ),
    _returning(
        "return-to-council",
        State.REFERRED_TO_COUNCIL,
        "The decision is before full council again, which had acted in time.",
    ),
)
