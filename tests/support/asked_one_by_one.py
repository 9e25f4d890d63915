"""Which dates are in question, by asking about each decision of a council in turn: what the engine
finds without reading them all."""

from collections.abc import Iterator

from workflow import Engine
from workflow.constitution.constitution import Constitution
from workflow.constitution.outlasts import outlasting
from workflow.constitution.period import period_to_review
from workflow.errors import BeyondCalendar
from workflow.model.decision import Decision
from workflow.model.state import UNDER_CALL_IN
from workflow.procedures.shared.time_limits import limit_to_review
from workflow.register.editions import InRegister
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery
from workflow.register.rules import RulesOf


def in_question(engine: Engine, council: str) -> list[str]:
    """Give the decisions of a council with a date that would now be later."""
    with engine.transactions.reading() as work:
        rules = RulesOf(InRegister(engine.councils, work).named(council), work)
        return sorted(each.ref for each in _open(work, council) if _is_in_question(each, rules))


def past_the_end(engine: Engine, council: str) -> list[str]:
    """Give those that time alone would bring into effect after the end of the council."""
    with engine.transactions.reading() as work:
        constitution: Constitution = InRegister(engine.councils, work).named(council)
        late = ((each.ref, outlasting(each, constitution)) for each in _open(work, council))
        return sorted(ref for ref, found in late if found is not None and not found.kept)


def _open(work: UnitOfWork, council: str) -> Iterator[Decision]:
    every = work.decisions.find(DecisionQuery(council=council))
    return (each for each in every if each.state in UNDER_CALL_IN)


def _is_in_question(decision: Decision, rules: RulesOf) -> bool:
    window = decision.window
    try:
        if window is not None:
            calendar = rules.calendar(window.effective_from)
            if period_to_review(window, calendar, decision.proceedings.kept) is not None:
                return True
        return limit_to_review(decision.proceedings, rules.calendar) is not None
    except BeyondCalendar:
        return True
