"""Putting a decision before the public, and the period or the effect that follows."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14
from workflow.clock import spoken_day
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import period, urgency


def published(case: Case) -> e.Event:
    """Publication."""
    given = case.details
    assert isinstance(given, asks.Publish)
    return e.Published(at=case.at, where=given.where)


def call_in_opened(case: Case) -> e.Event:
    """The call-in period, with its days and its two instants."""
    return e.CallInOpened(at=case.at, window=period.the_window(case))


def took_effect(case: Case) -> e.Event:
    """Effect at once, with why no call-in period opened."""
    urgent = urgency.urgency_exemption(case)
    edition = case.in_force.edition
    if urgent is not None:
        claimed = case.statement.urgency
        assert claimed is not None
        assert claimed.agreed_on is not None
        return e.TookEffect(
            at=case.at,
            because="Special urgency applies, so the decision is not subject to call-in.",
            authority=urgent.authority,
            edition=edition,
            stated=f"{claimed.reason} Agreed by {claimed.agreed_by}, as {claimed.capacity}, on "
            f"{spoken_day(claimed.agreed_on)}.",
        )
    by_kind = period.not_callable(case)
    assert by_kind is not None
    return e.TookEffect(
        at=case.at,
        because=f"A decision of this kind ({case.subject.kind}) is not subject to call-in.",
        authority=by_kind.authority,
        edition=edition,
        stated="No period for call-in opens.",
    )


ROWS: Final = (
    Step(
        verb="publish",
        done="published",
        source=(State.SIGNED,),
        target=State.PUBLISHED,
        by=(Role.PROPER_OFFICER,),
        says="Put the signed decision before the public.",
        under=REG_14,
        asks=asks.Publish,
        needs=(period.kind_is_on_file, period.period_can_be_counted),
        records=published,
        then=("open-call-in", "take-effect"),
        example="HFD-2018-001 --where https://councillors.herefordshire.gov.uk/",
    ),
    Step(
        verb="open-call-in",
        done="opened for call-in",
        source=(State.PUBLISHED,),
        target=State.CALL_IN_OPEN,
        by=(Role.SYSTEM,),
        says="The call-in period opens.",
        under=MADE_NOT_IMPLEMENTED,
        when=period.opens_for_call_in,
        records=call_in_opened,
        automatic=True,
    ),
    Step(
        verb="take-effect",
        done="put into effect",
        source=(State.PUBLISHED,),
        target=State.EFFECTIVE,
        by=(Role.SYSTEM,),
        says="The decision takes effect at once: it is not subject to call-in.",
        under=MADE_NOT_IMPLEMENTED,
        when=period.takes_effect_at_once,
        records=took_effect,
        then=("record-implementation",),
        automatic=True,
    ),
)
