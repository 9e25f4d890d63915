"""The decision maker looks again: confirms, changes or rescinds."""

from dataclasses import replace
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.clock import london_day
from workflow.constitution.jurisdiction import law_of
from workflow.constitution.provisions.scrutiny import RECONSIDERED, ChangedIs
from workflow.model.event import Event
from workflow.model.people import Role, mark
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.reconsideration import guards as reconsidering
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
from workflow.procedures.scrutiny.steps import DONE, RECORDERS
from workflow.procedures.step import Step

_MAKERS = (Role.DECISION_MAKER, Role.PROPER_OFFICER)
_LOOKED_AT = (reconsidering.opinion_is_received,)
_CARRIED = (reconsidering.majority_is_reached,)


def opinion(case: Case) -> Event:
    """Counsel's opinion."""
    given = case.details
    assert isinstance(given, RecordOpinion)
    return OpinionReceived(at=case.at, counsel=given.counsel, opinion=given.opinion)


def confirmed(case: Case) -> Event:
    """The decision as it was, confirmed."""
    given = case.details
    assert isinstance(given, Confirm)
    return Confirmed(
        at=case.at,
        acted_at=given.acted_at,
        votes_for=given.votes_for,
        votes_against=given.votes_against,
        reason=given.reason,
    )


def changed(case: Case) -> Event:
    """The decision as it is now made, and whether that is final."""
    given, provision = case.details, case.in_force[RECONSIDERED]
    assert isinstance(given, Change)
    assert provision is not None
    assert provision.value is not None
    found_at = case.subject.proceedings.found_at
    made_on = case.day if found_at is None else london_day(found_at)
    statement = replace(
        case.statement, decision=given.decision, reasons=given.reason, made_on=made_on
    )
    return Changed(
        at=case.at,
        made_on=made_on,
        final=provision.value.changed_is is ChangedIs.FINAL,
        votes_for=given.votes_for,
        votes_against=given.votes_against,
        makers=(mark(case.subject.council, case.actor.person),)
        if Role.DECISION_MAKER in case.actor.roles
        else (),
        statement=statement,
        reason=given.reason,
    )


def took_effect(case: Case) -> Event:
    """Effect as changed, by the rule that makes a changed decision final."""
    published = case.subject.published_at or case.at
    provision = case.rules.in_force_on(london_day(published))[RECONSIDERED]
    law = law_of(case.rules.nation, MADE_NOT_IMPLEMENTED)
    under = law if provision is None else provision.authority
    return TookEffectAsChanged(at=case.at, authority=under)


def rescinded(case: Case) -> Event:
    """The decision given up."""
    given = case.details
    assert isinstance(given, Reconsider)
    return Rescinded(
        at=case.at,
        votes_for=given.votes_for,
        votes_against=given.votes_against,
        reason=given.reason,
    )


def _a_change_is_final(case: Case) -> bool:
    """Say whether the council's rule makes a decision final as its maker changed it."""
    return case.subject.proceedings.final


ROWS: Final = (
    Step(
        verb="request-record-opinion",
        done="given an opinion on",
        source=(State.CALLED_IN, State.REFERRED_BACK),
        target=None,
        by=RECORDERS,
        says="Record counsel's opinion on a ground that needs one.",
        under=MADE_NOT_IMPLEMENTED,
        asks=RecordOpinion,
        once=opinion_is_new,
        records=opinion,
        forward=False,
        example="MEA-042 --counsel 'A Barrister KC' --opinion @opinion.txt",
    ),
    Step(
        verb="reconsideration-confirm",
        done="confirmed",
        source=(State.REFERRED_BACK,),
        target=State.EFFECTIVE,
        by=_MAKERS,
        says="Record that the decision maker reconsidered and confirms it; it takes effect.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Confirm,
        needs=(*DONE, *_LOOKED_AT, reconsidering.made_within_the_framework),
        checks=(*_CARRIED, scrutiny.acted_while_it_could),
        wants=reconsidering.wants_the_votes,
        records=confirmed,
        then=("record-implementation",),
        example="HFD-042 --reason 'The families were asked in June; see the annex.'",
    ),
    Step(
        verb="reconsideration-change",
        done="changed",
        source=(State.REFERRED_BACK,),
        target=State.SIGNED,
        by=_MAKERS,
        says="Record that the decision maker reconsidered, and now decides otherwise.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Change,
        needs=(*DONE, *_LOOKED_AT, reconsidering.what_a_change_makes_is_on_file),
        checks=_CARRIED,
        wants=reconsidering.wants_the_votes,
        records=changed,
        then=("take-effect-as-changed",),
        example="HFD-042 --decision 'That the plan be approved for a year.' "
        "--reason 'Scrutiny asked for a review.'",
    ),
    Step(
        verb="take-effect-as-changed",
        done="put into effect",
        source=(State.SIGNED,),
        target=State.EFFECTIVE,
        by=(Role.SYSTEM,),
        says="The decision takes effect as changed: the council's rule makes that final.",
        under=MADE_NOT_IMPLEMENTED,
        when=_a_change_is_final,
        records=took_effect,
        then=("record-implementation",),
        automatic=True,
    ),
    Step(
        verb="reconsideration-rescind",
        done="rescinded",
        source=(State.CALL_IN_OPEN, State.REFERRED_BACK, State.EFFECTIVE),
        target=State.WITHDRAWN,
        by=_MAKERS,
        says="Record that the decision maker rescinds a published decision, before it is acted on.",
        under=MADE_NOT_IMPLEMENTED,
        asks=Reconsider,
        needs=_LOOKED_AT,
        checks=_CARRIED,
        wants=reconsidering.wants_the_votes,
        records=rescinded,
        example="HFD-042 --reason 'The concerns are well founded.'",
    ),
)
