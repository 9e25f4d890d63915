"""One decision's life in a register of its own; and a step entered at once, after its end, and
after the job."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from support.fakes.register import MemoryRegister
from support.inputs import DETAILS
from support.people import someone
from support.statements import a_statement
from support.steps import MORNING, must
from workflow import Actor, Engine, ManualClock, Role
from workflow.model.decision import Decision
from workflow.model.inputs import Inputs
from workflow.model.state import State
from workflow.procedures.attempt import Refused, Taken
from workflow.procedures.corrections.inputs import Correct
from workflow.procedures.notices.inputs import GiveNotice
from workflow.procedures.requests.inputs import CallIn, SupportRequest

ANYBODY = someone("anybody", *Role)
MAKER = someone("the.leader", Role.DECISION_MAKER)
HEREFORDSHIRE, GULLSHIRE, AT_ONCE = "herefordshire", "gullshire", "gullatonce"
COUNCIL_NAMES = (HEREFORDSHIRE, GULLSHIRE, AT_ONCE)
"""One as it is, where effect counts as implementation; and one, each way, with time limits."""


class Life:
    """One decision in a register of its own, whose clock the test moves."""

    def __init__(self, councils: Any, council: str) -> None:
        self.clock = ManualClock(MORNING)
        self.register = MemoryRegister()
        self.engine = Engine(self.register, councils, self.clock)
        drafted = self.engine.draft(council=council, statement=a_statement(), by=ANYBODY)
        self.ref = must(drafted).decision.ref
        for name, role in (("elm", Role.MEMBER), ("fir", Role.MEMBER), ("oak", Role.MEMBER)):
            given = {"since": date(2018, 1, 1), "by": ANYBODY}
            assert self.engine.appointments.appoint(council, name, role, name=name, **given)
        self.do("sign", signatory="The Leader", by=MAKER)
        self.do("publish", where="the website")

    def copy(self, now: datetime) -> "Life":
        """Give the same life in a register of its own, at an instant."""
        again = copy(self)
        again.clock = ManualClock(now)
        register = MemoryRegister()
        register._kept = self.register._kept.copy()
        again.register = register
        again.engine = Engine(register, self.engine.councils, again.clock)
        return again

    def do(self, step: str | Inputs, by: Actor = ANYBODY, **given: Any) -> None:
        must(self.engine.take(self.ref, step, by=by, **given))

    def get(self) -> Decision:
        return self.engine.get(self.ref)

    def asked(self) -> None:
        self.clock.move_to(self.clock.now() + timedelta(hours=2))
        given = {"requested_by": ("elm", "fir", "oak"), "grounds": ("policy: It departs from it.",)}
        self.do("call-in", received_at=self.clock.now(), **given)

    def at_once(self) -> None:
        """As it is once published."""

    def called_in(self) -> None:
        self.asked()
        self.do("request-accept", reason="Enough of them.")

    def referred_back(self) -> None:
        self.called_in()
        self.do("scrutiny-refer-back", concerns="Nobody was asked.")

    def directed(self) -> None:
        self.called_in()
        self.do("scrutiny-direct", days=14, reason="Under review.")

    def met(self) -> None:
        self.called_in()
        self.do("scrutiny-meet", meeting="quorate", note="Met, and agreed nothing.")


Before = tuple[Callable[[Life], None], int | None]
"""What was done first; and how many hours after its period the step is, or None for within it."""
Take = Callable[[Life, datetime, bool], Taken | Refused]
Entered = tuple[str, Taken | Refused, Life, list[datetime]]
Three = list[Entered]
WHEN = ("at once", "after the end", "after the job")
HOUR = timedelta(hours=1)
CALLED_IN = (Life.called_in, Life.referred_back, Life.directed, Life.met)
BEFORE: list[Before] = [(Life.at_once, None)]
BEFORE += [(prepare, after) for prepare in CALLED_IN for after in (None, 2)]
CASES = [
    (council, before)
    for council in COUNCIL_NAMES
    for before in BEFORE
    if before[0] is Life.at_once or council in (GULLSHIRE, AT_ONCE)
]
OUTCOMES = ("scrutiny-resolve", "reconsideration-confirm", "reconsideration-change")
"""What is entered only once nobody else may ask: its own time says when it was done."""


def named(each: Any) -> str:
    if isinstance(each, str):
        return each
    prepare, after = each
    return prepare.__name__.replace("_", " ") + ("" if after is None else ", after the period")


def last_instant(life: Life) -> datetime:
    window = life.get().window
    assert window is not None
    return window.request_deadline - timedelta(seconds=1)


def others_may_still_ask(outcome: Taken | Refused) -> bool:
    return isinstance(outcome, Refused) and outcome.refusals[0].code == "call-in-open"


def details_at(verb: str, at: datetime) -> Inputs:
    """Give what a step asks for, with what was received or done then."""
    details: Any = DETAILS[verb]
    if isinstance(details, CallIn | SupportRequest):
        given = {"requested_by": ("elm", "fir", "oak"), "received_at": at}
        if isinstance(details, CallIn):
            given["grounds"] = ("consultation",)
        return replace(details, **given)
    if isinstance(details, GiveNotice):
        return replace(details, published_at=MORNING)
    if isinstance(details, Correct):
        return replace(details, statement=a_statement(reasons="It answers it all."))
    if verb == "sever":
        return replace(details, part_ref=None)
    return details  # type: ignore[no-any-return]


def alike(decision: Decision, *, but: tuple[str, ...] = ()) -> Decision:
    """Give the decision without what shows how many entries its journal has."""
    same: dict[str, Any] = dict.fromkeys(but)
    return replace(decision, version=0, statement_version=0, **same)


def answers_of(life: Life, instants: list[datetime]) -> list[object]:
    """Give the answers about a decision: may it be implemented, how it stood, and what is next."""
    said: list[object] = []
    for instant in instants:
        permission = life.engine.may_implement(life.ref, instant)
        then = life.engine.get(life.ref, instant)
        said.append((bool(permission), permission.since, then.state, then.effective_at))
    nexts = life.engine.next(life.ref, ANYBODY)
    said.append([(each.step.name, [why.code for why in each.refusals]) for each in nexts])
    return said


def a_life(councils: Any, council: str, before: Before) -> tuple[Life, datetime, datetime]:
    """Give a decision, when something is done about it, and when time alone gives it effect."""
    prepare, hours_after_the_period = before
    life = Life(councils, council)
    prepare(life)
    at, due, window = life.clock.now() + HOUR, life.get().due_effect, life.get().window
    assert due is not None
    assert window is not None
    if hours_after_the_period is not None:
        at = window.effective_from + timedelta(hours=hours_after_the_period)
    assert at < due
    return life, at, due


def entered_three_times(
    councils: Any, council: str, before: Before, takes: Iterable[Take]
) -> Iterator[Three]:
    """Enter each step at once, after the end, and after the job: then let the job run in each."""
    life, at, due = a_life(councils, council, before)
    later = due + timedelta(days=4)
    closed = life.copy(later)
    assert closed.engine.close_due().closed == [closed.ref]
    assert closed.get().state in (State.EFFECTIVE, State.IMPLEMENTED)
    instants = [at, at + HOUR, due - timedelta(seconds=1), due, due + timedelta(days=1), later]
    starts = ((life, at), (life, later), (closed, later))
    for take in takes:
        found = []
        for (start, now), when in zip(starts, WHEN, strict=True):
            one = start.copy(now)
            outcome = take(one, at, now == later)
            one.clock.move_to(later + HOUR)
            one.engine.close_due()
            found.append((when, outcome, one, instants))
        yield found
