"""The notice of a decision that is signed and not yet published, as it would be on publication: a
council prints it before it puts it up."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from workflow.clock import is_day_alone, london_day, received_at
from workflow.errors import Refusal
from workflow.explanation.timeline import TimelineEntry, lived
from workflow.model.consent import Purpose
from workflow.model.event import Event
from workflow.model.evolve import evolve
from workflow.model.people import Actor, Role
from workflow.model.refusal import advising
from workflow.model.statement import ERASED
from workflow.procedures.attempt import Refused, attempt
from workflow.procedures.case import Case
from workflow.procedures.consents.events import ConsentAsked
from workflow.procedures.publication.inputs import Publish
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.making import notice_at_end_of
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf

_STEP: Final = "publish"
_NOBODY: Final = Actor(
    person="nobody",
    roles=frozenset({Role.PROPER_OFFICER}),
    established="not done: a notice is tried before it is published",
)
_NOT_YET: Final = (
    "{ref} is not published yet. These are its dates if it is published {at}. If it is published "
    "at another time, make the notice again. When it is published, record that: decisions publish "
    "{ref} --where TEXT"
)
_ITS_NOTICE: Final = "It is published: decisions notice {ref}"


def notice_if_published(
    work: UnitOfWork, councils: ConstitutionsOnFile, ref: str, at: datetime, now: datetime
) -> DecisionNotice | Refused:
    """Give the notice of a signed decision as it would be if it were published at an instant; or
    every reason why it could not be. Nothing is written. Raises NotFound.

    Today without an hour is now: nothing is published before the moment at which it is asked for.
    """
    if is_day_alone(at) and london_day(at) == london_day(now):
        at = now
    life = list(lived(work, ref))
    decision = life[-1].decision
    case = Case(
        decision=decision,
        text=work.decisions.statement(decision),
        inputs=Publish(where="not yet", exemption_reason=_why_exempt(each.event for each in life)),
        actor=_NOBODY,
        at=at,
        now=max(at, now),
        rules=RulesOf(councils.named(decision.council), work),
        late_reason="as if it were published then" if at < now else None,
    )
    outcome = attempt(_STEP, case, ref)
    if isinstance(outcome, Refused):
        return outcome if decision.published_at is None else _published(outcome)
    for entry in outcome.entries:
        decision = evolve(decision, entry.event)
        life.append(TimelineEntry(entry.event, case.now, decision))
    found = notice_at_end_of(life, work, councils, max(at, now))
    if isinstance(found, Refusal):
        return Refused(_STEP, ref, (found,))
    warned = _NOT_YET.format(ref=ref, at=received_at(at.replace(second=0, microsecond=0)))
    return replace(found, is_published=False, beside=(warned, *found.beside))


def _published(outcome: Refused) -> Refused:
    """Give the refusal for a decision that has been published, with where its notice is."""
    first, *others = outcome.refusals
    return replace(outcome, refusals=(advising(first, _ITS_NOTICE), *others))


def _why_exempt(events: Iterable[Event]) -> str | None:
    """Give the reason for which exemption from call-in was asked last, if it was."""
    asked = [
        each.reason
        for each in events
        if isinstance(each, ConsentAsked) and each.purpose is Purpose.EXEMPTION
    ]
    return asked[-1] if asked and asked[-1] != ERASED else None
