"""The decision maker looks again: confirms, changes or rescinds."""

from dataclasses import replace
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.clock import london_day
from workflow.constitution.jurisdiction import law_of
from workflow.constitution.provisions.scrutiny import RECONSIDERED, ChangedIs
from workflow.model.event import Event
from workflow.model.people import Role, pseudonym
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.reconsideration import guards as reconsideration
from workflow.procedures.reconsideration.events import (
    Changed,
    Confirmed,
    OpinionReceived,
    Rescinded,
    TookEffectAsChanged,
)
from workflow.procedures.reconsideration.inputs import Change, Confirm, Reconsider, RecordOpinion
from workflow.procedures.reconsideration.recorded import opinion_is_new
from workflow.procedures.scrutiny import guards as scrutiny
from workflow.procedures.scrutiny.steps import OUTCOME_GUARDS, RECORDERS
from workflow.procedures.step import step

_MAKERS = (Role.DECISION_MAKER, Role.PROPER_OFFICER)
_LOOKED_AT = (reconsideration.opinion_is_received,)
_CARRIED = (reconsideration.majority_is_reached,)


def _a_change_is_final(case: Case) -> bool:
    """Say whether by the council's rule a changed decision is final."""
    return case.subject.proceedings.final


@step(
    "request-record-opinion",
    cannot="An opinion cannot be recorded for {ref} now.",
    source=(State.CALLED_IN, State.REFERRED_BACK),
    target=None,
    by=RECORDERS,
    under=MADE_NOT_IMPLEMENTED,
    once=opinion_is_new,
    stopped_by_hold=False,
    example="MEA-042 --counsel 'A Barrister KC' --opinion @opinion.txt",
)
def record_opinion(case: Case, inputs: RecordOpinion) -> Event:
    """Record counsel's opinion on a ground that needs one."""
    return OpinionReceived(at=case.at, counsel=inputs.counsel, opinion=inputs.opinion)


@step(
    "reconsideration-confirm",
    cannot="{ref} cannot be confirmed.",
    source=(State.REFERRED_BACK,),
    target=State.EFFECTIVE,
    by=_MAKERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(*OUTCOME_GUARDS, *_LOOKED_AT, reconsideration.made_within_the_framework),
    checks=(*_CARRIED, scrutiny.acted_while_it_could),
    wants=reconsideration.wants_the_votes,
    then=("record-implementation",),
    example="HFD-042 --reason 'The families were asked in June; see the annex.'",
)
def confirm(case: Case, inputs: Confirm) -> Event:
    """Record that the decision maker confirms the decision on reconsideration. It takes effect."""
    return Confirmed(
        at=case.at,
        acted_at=inputs.acted_at,
        votes_for=inputs.votes_for,
        votes_against=inputs.votes_against,
        reason=inputs.reason,
    )


@step(
    "reconsideration-change",
    cannot="{ref} cannot be changed.",
    source=(State.REFERRED_BACK,),
    target=State.SIGNED,
    by=_MAKERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=(*OUTCOME_GUARDS, *_LOOKED_AT, reconsideration.what_a_change_makes_is_on_file),
    checks=_CARRIED,
    wants=reconsideration.wants_the_votes,
    then=("take-effect-as-changed",),
    example="HFD-042 --decision 'That the plan be approved for a year.' "
    "--reason 'Scrutiny asked for a review.'",
)
def change(case: Case, inputs: Change) -> Event:
    """Record that the decision maker changes the decision on reconsideration."""
    provision = case.in_force[RECONSIDERED]
    assert provision is not None
    assert provision.value is not None
    found_at = case.subject.proceedings.late_outcome_at
    made_on = case.day if found_at is None else london_day(found_at)
    statement = replace(
        case.statement, decision=inputs.decision, reasons=inputs.reason, made_on=made_on
    )
    return Changed(
        at=case.at,
        made_on=made_on,
        final=provision.value.changed_is is ChangedIs.FINAL,
        votes_for=inputs.votes_for,
        votes_against=inputs.votes_against,
        makers=(pseudonym(case.subject.council, case.actor.person),)
        if Role.DECISION_MAKER in case.actor.roles
        else (),
        statement=statement,
        reason=inputs.reason,
    )


@step(
    "take-effect-as-changed",
    cannot="{ref} cannot take effect now.",
    source=(State.SIGNED,),
    target=State.EFFECTIVE,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=_a_change_is_final,
    then=("record-implementation",),
    automatic=True,
)
def take_effect_as_changed(case: Case) -> Event:
    """The decision takes effect as changed: by the council's rule that is final."""
    published = case.subject.published_at or case.at
    provision = case.rules.in_force_on(london_day(published))[RECONSIDERED]
    law = law_of(case.rules.nation, MADE_NOT_IMPLEMENTED)
    under = law if provision is None else provision.authority
    return TookEffectAsChanged(at=case.at, authority=under)


@step(
    "reconsideration-rescind",
    cannot="{ref} cannot be rescinded.",
    source=(State.CALL_IN_OPEN, State.REFERRED_BACK, State.EFFECTIVE),
    target=State.WITHDRAWN,
    by=_MAKERS,
    under=MADE_NOT_IMPLEMENTED,
    needs=_LOOKED_AT,
    checks=_CARRIED,
    wants=reconsideration.wants_the_votes,
    example="HFD-042 --reason 'The concerns are well founded.'",
)
def rescind(case: Case, inputs: Reconsider) -> Event:
    """Record that the decision maker rescinds a published decision before it is acted on."""
    return Rescinded(
        at=case.at,
        votes_for=inputs.votes_for,
        votes_against=inputs.votes_against,
        reason=inputs.reason,
    )


ROWS: Final = (record_opinion, confirm, change, take_effect_as_changed, rescind)
