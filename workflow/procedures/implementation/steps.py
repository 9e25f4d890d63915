"""Carrying a decision out."""

from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED, WALES_REG_7, engine_rule
from workflow.constitution.jurisdiction import law_of
from workflow.constitution.provisions.consent import EARLY_IMPLEMENTATION_CONSENT
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.implementation import guards as implementation
from workflow.procedures.implementation.events import ActedOnEarly, Implemented, ImplementedByRule
from workflow.procedures.implementation.inputs import Implement, ImplementEarly
from workflow.procedures.making import signing, statement
from workflow.procedures.shared.before_effect import counts_as_implemented, not_acted_on_yet
from workflow.procedures.step import step

_RECORDED = engine_rule(
    "implementation", "Where a council records no later step, effect and implementation are one."
)


@step(
    "implement-early",
    cannot="{ref} cannot be carried out before it is signed.",
    source=(State.DRAFT,),
    target=None,
    by=(Role.AUTHOR, Role.PROPER_OFFICER),
    under=WALES_REG_7,
    needs=(
        signing.early_implementation_is_agreed,
        not_acted_on_yet,
        statement.states_when_made,
        statement.made_before_signing,
    ),
    example="CDF-042 --evidence 'The boiler was replaced on 3 March'",
)
def implement_early(case: Case, inputs: ImplementEarly) -> Event:
    """Record that a decision was implemented, with consent, before it was signed."""
    return ActedOnEarly(at=case.at, evidence=inputs.evidence)


@step(
    "record-implementation",
    cannot="{ref} cannot be recorded as implemented.",
    source=(State.EFFECTIVE,),
    target=State.IMPLEMENTED,
    by=(Role.SYSTEM,),
    under=_RECORDED,
    when=implementation.implementation_is_not_recorded,
    automatic=True,
    dated_by_law=True,
)
def record_implementation(case: Case) -> Event:
    """The decision counts as implemented when it takes effect: no later step is recorded."""
    rule, effective_at = counts_as_implemented(case), case.subject.effective_at
    if rule is None:
        agreed = case.in_force[EARLY_IMPLEMENTATION_CONSENT]
        law = law_of(case.rules.nation, MADE_NOT_IMPLEMENTED)
        rule = law if agreed is None else agreed.authority
    assert effective_at is not None
    at = max(effective_at, case.subject.last_at)
    acted_at = case.subject.proceedings.acted_at
    return ImplementedByRule(
        at=at,
        authority=rule,
        carried_out_at=effective_at if acted_at is None and at > effective_at else acted_at,
    )


@step(
    "implement",
    cannot="{ref} cannot be implemented.",
    source=(State.EFFECTIVE,),
    target=State.IMPLEMENTED,
    by=(Role.AUTHOR, Role.PROPER_OFFICER),
    under=MADE_NOT_IMPLEMENTED,
    needs=(implementation.has_taken_effect,),
    example="HFD-042 --evidence 'Plan sent to Ofsted on 25 October'",
)
def implement(case: Case, inputs: Implement) -> Event:
    """Record that the decision was implemented."""
    return Implemented(at=case.at, evidence=inputs.evidence)


ROWS: Final = (implement_early, record_implementation, implement)
