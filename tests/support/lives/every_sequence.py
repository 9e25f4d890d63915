"""Every sequence of steps, up to a depth, from the draft on: explored exhaustively, on a clock of a
few instants, with requests, rulings, clocks, consents and holds included."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

from support.requests import rules as councils_rules
from support.statements import STATEMENT
from support.states import Rules, everything_on_file
from workflow.model.consent import Purpose
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.holder import Holder
from workflow.model.inputs import Because, Inputs
from workflow.model.people import Actor, Appointment, Role
from workflow.model.state import AWAITED, State
from workflow.model.statement import Statement
from workflow.procedures.attempt import Taken, attempt, attempt_close
from workflow.procedures.case import Case
from workflow.procedures.consents.inputs import AnswerConsent, AskConsent
from workflow.procedures.found_late.inputs import RecordLateHold, RecordLateOutcome
from workflow.procedures.holds.inputs import Hold
from workflow.procedures.implementation.inputs import Implement
from workflow.procedures.making.inputs import Draft, Sign
from workflow.procedures.publication.inputs import Publish
from workflow.procedures.reconsideration.inputs import Change, Confirm, Reconsider, RecordOpinion
from workflow.procedures.requests.inputs import CallIn, RuleOnRequest, WithdrawRequest
from workflow.procedures.scrutiny.inputs import (
    CouncilDecides,
    CouncilViews,
    Direct,
    LetStand,
    Meet,
    Meeting,
    ReferBack,
    ReferToCouncil,
    Resolve,
    ScrutinyOutcome,
)
from workflow.procedures.table import BY_NAME

REF: Final = "GUL-2018-001"
INSTANTS: Final = tuple(
    datetime(2018, month, day, hour, tzinfo=UTC)
    for month, day, hour in (
        (10, 18, 14),  # the day it is made, signed and published
        (10, 22, 14),  # within its period
        (10, 26, 14),  # its period has run out
        (11, 12, 14),  # scrutiny's ten working days have run out
        (11, 27, 14),  # so has everything but full council's time
    )
)
OFFICER = Actor(
    person="officer", roles=frozenset({Role.PROPER_OFFICER, Role.AUTHOR}), established="a test"
)
MAKER = Actor(person="maker", roles=frozenset({Role.DECISION_MAKER}), established="a test")
RULER = Actor(
    person="ruler",
    roles=frozenset({Role.MONITORING_OFFICER, Role.HEAD_OF_PAID_SERVICE}),
    established="a test",
)
_SEATS = (
    *((f"cllr.{name}", Role.MEMBER) for name in "abcdef"),
    ("cllr.g", Role.CHAIR_OF_COUNCIL),
    ("cllr.h", Role.SCRUTINY_CHAIR),
)


def from_receipt() -> Any:
    """Give the same rules, but that scrutiny's time runs from the receipt of a request, and ends
    at its meeting."""
    changed = councils_rules(
        "gullshire",
        ("acceptance of the request", "receipt of the request"),
        (f"{_AT_THE_END}{_SCRUTINY}", f"{_AT_THE_MEETING}{_SCRUTINY}"),
    )
    return rules(Rules(changed.constitution))


_AT_THE_END = 'default = "takes effect at the end'
_AT_THE_MEETING = 'default = "takes effect at the meeting or the end, whichever is earlier'
_SCRUTINY = '"\nbasis = "constitution"\nrule = "Part 5, rule 6"'


def rules(found: Any = None) -> Any:
    """Give the rules of the council that says everything, with people in its seats."""
    found = found or everything_on_file()
    found.appointments = tuple(
        Appointment(
            number=number,
            council="gullshire",
            person=person,
            name=person,
            role=role,
            since=date(2010, 1, 1),
        )
        for number, (person, role) in enumerate(_SEATS, start=1)
    )
    return found


def _asked(people: str, ground: str, at: datetime) -> CallIn:
    names = tuple(f"cllr.{name}" for name in people)
    return CallIn(requested_by=names, grounds=(ground,), received_at=at)


def moves(decision: Decision | None, at: datetime) -> Iterator[tuple[str, Actor, Inputs]]:
    """Give every step to try, by whom and with what."""
    if decision is None:
        yield "new", OFFICER, Draft(council="gullshire", statement=STATEMENT)
        return
    why = Because(reason="Why")
    yield "sign", MAKER, Sign(signatory="The Leader")
    for why_exempt in (None, "It cannot wait"):
        yield "publish", OFFICER, Publish(where="the website", exemption_reason=why_exempt)
    requests = decision.proceedings.requests
    if not requests:
        yield "call-in", OFFICER, _asked("abc", "consultation", at)
    elif len(requests) == 1:
        yield "call-in", OFFICER, _asked("def", "adverse effect", at)
    for number in range(1, len(requests) + 1):
        ruling = RuleOnRequest(request=number, reason="Why")
        yield "request-accept", RULER, ruling
        yield "request-reject", RULER, ruling
        yield "request-withdraw", OFFICER, WithdrawRequest(request=number, reason="Why")
    yield "scrutiny-meet", OFFICER, Meet(meeting=Meeting.QUORATE, note="Met")
    yield "scrutiny-direct", OFFICER, Direct(days=7, reason="Why")
    yield "scrutiny-resolve", OFFICER, Resolve(outcome=ScrutinyOutcome.UPHELD, reason="Why")
    yield "scrutiny-refer-back", OFFICER, ReferBack(concerns="Concerns")
    yield (
        "scrutiny-refer-to-council",
        OFFICER,
        ReferToCouncil(concerns="Concerns", advice="Contrary"),
    )
    yield "council-object", OFFICER, CouncilViews(views="Views")
    yield "council-let-stand", OFFICER, LetStand(views="Views")
    yield "council-decide", OFFICER, CouncilDecides(decision="Other", reason="Why")
    yield "request-record-opinion", OFFICER, RecordOpinion(counsel="A KC", opinion="Merit")
    vote = {"votes_for": 8, "votes_against": 2}
    yield "reconsideration-confirm", MAKER, Confirm(reason="Why", **vote)
    yield "reconsideration-change", MAKER, Change(decision="Other", reason="Why", **vote)
    yield "reconsideration-rescind", MAKER, Reconsider(reason="Why", **vote)
    if INSTANTS[2] < at:
        yield (
            "found-late-record-outcome",
            OFFICER,
            RecordLateOutcome(acted_at=INSTANTS[2], reason="Found"),
        )
        found = {"under": "An order", "reason": "Found", "made_at": INSTANTS[2]}
        yield "found-late-record-hold", RULER, RecordLateHold(on_account_of=Holder.COURT, **found)
    yield "implement", OFFICER, Implement(evidence="Done")
    yield "withdraw", MAKER, why
    yield "publication-void", OFFICER, why
    yield "hold", RULER, Hold(on_account_of=Holder.COURT, under="An order", reason="Why")
    yield "release", RULER, why
    yield "consent-ask", OFFICER, AskConsent(purpose=Purpose.EXEMPTION, reason="Why")
    for office, person in ((Role.CHAIR_OF_COUNCIL, "cllr.g"), (Role.SCRUTINY_CHAIR, "cllr.h")):
        yield (
            "consent-give",
            RULER,
            AnswerConsent(purpose=Purpose.EXEMPTION, capacity=office, given_by=person, note="Yes"),
        )


@dataclass(frozen=True)
class Place:
    """How a decision stands at one instant of the clock."""

    decision: Decision
    text: Statement
    when: int
    events: tuple[Event, ...]
    """What happened on the way here."""


@dataclass
class Explored:
    """What was found."""

    states: int = 0
    steps: int = 0
    taken: int = 0
    depth: int = 0
    leads_to: dict[Any, set[Any]] = field(default_factory=dict)
    places: dict[Any, Place] = field(default_factory=dict)


def key_of(decision: Decision, when: int) -> tuple[Any, ...]:
    """Give what distinguishes one place from another: everything but how many steps led there."""
    return (
        when,
        decision.state,
        decision.window,
        decision.proceedings,
        decision.held_for,
        decision.freed_at,
        decision.effective_at,
        decision.called_in_at,
        decision.published_at,
    )


def _text_after(place: Place | None, taken: Taken) -> Statement:
    text = STATEMENT if place is None else place.text
    for entry in taken.entries:
        text = getattr(entry.event, "statement", text)
    return text


def onward(place: Place | None, found: Explored, its_rules: Any) -> Iterator[Place]:
    """Give every place that one step, one close or one tick of the clock leads to."""
    when = 0 if place is None else place.when
    decision = None if place is None else place.decision
    at = INSTANTS[when]
    if place is not None and when + 1 < len(INSTANTS):
        yield Place(place.decision, place.text, when + 1, place.events)
    if place is not None and (place.decision.state in AWAITED or place.decision.window):
        found.steps += 1
        closed = attempt_close(place.decision, at, its_rules)
        if isinstance(closed, Taken):
            found.taken += 1
            happened = tuple(entry.event for entry in closed.entries)
            yield Place(closed.decision, place.text, when, (*place.events, *happened))
    for verb, actor, details in moves(decision, at):
        step = BY_NAME[verb]
        if decision is not None and decision.state not in step.source:
            continue  # that such a step is refused is asserted cell by cell
        found.steps += 1
        case = Case(
            decision=decision,
            text=STATEMENT if place is None else place.text,
            inputs=details,
            actor=actor,
            at=at,
            now=at,
            rules=its_rules,
        )
        outcome = attempt(verb, case, REF)
        if isinstance(outcome, Taken):
            found.taken += 1
            before = () if place is None else place.events
            happened = tuple(entry.event for entry in outcome.entries)
            yield Place(outcome.decision, _text_after(place, outcome), when, (*before, *happened))


def explore(depth: int, visit: Any, its_rules: Any = None) -> Explored:
    """Explore every sequence of up to so many steps; `visit` sees each place, and how it came."""
    found, its_rules = Explored(), its_rules or rules()
    waiting: deque[tuple[Place | None, int]] = deque([(None, 0)])
    while waiting:
        place, steps = waiting.popleft()
        if steps >= depth:
            continue
        here = None if place is None else key_of(place.decision, place.when)
        for reached in onward(place, found, its_rules):
            visit(place, reached)
            there = key_of(reached.decision, reached.when)
            found.leads_to.setdefault(here, set()).add(there)
            if there not in found.places:
                found.places[there] = reached
                found.depth = max(found.depth, steps + 1)
                waiting.append((reached, steps + 1))
    found.states = len(found.places)
    return found


ENDS: Final = frozenset({State.IMPLEMENTED, State.WITHDRAWN, State.SUPERSEDED})
