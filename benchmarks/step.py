"""One attempted step in memory: every guard run and the event made, or a bare trigger."""

from datetime import datetime, timedelta

from statemachine import State as MachineState
from statemachine import StateMachine
from transitions import Machine

from benchmarks.examples import MADE_ON, OFFICER, URGENT_STATEMENT
from benchmarks.measuring import Row, computed, in_turn, speed
from workflow.calendars.days import calendar_for
from workflow.clock import start_of_day
from workflow.engine import load_councils
from workflow.model.evolve import begin
from workflow.procedures.attempt import Taken, attempt
from workflow.procedures.case import Case
from workflow.procedures.making.events import Drafted
from workflow.procedures.making.inputs import Sign

REF = "HFD-2018-001"


class _Rules:
    """The rules of one council, without a database."""

    def __init__(self) -> None:
        self.constitution = load_councils().named("herefordshire")
        self.nation = self.constitution.nation
        self.in_force_on = self.constitution.in_force_on
        self.calendar = lambda: calendar_for(self.constitution.nation)


class _Cursor:
    """The least that `transitions` can move: a place."""

    __slots__ = ("state",)

    def __init__(self) -> None:
        self.state = "draft"


class _Signing(StateMachine):
    """The same step for python-statemachine, with one condition that holds."""

    draft = MachineState(initial=True)
    signed = MachineState(final=True)
    sign = draft.to(signed, cond="complete")

    def complete(self) -> bool:
        return True


def rows(quick: bool) -> list[Row]:
    """Measure the signing of a complete statement."""
    now = start_of_day(MADE_ON) + timedelta(hours=15)
    draft = begin(REF, _drafted(now - timedelta(hours=1)))
    details, rules = Sign(signatory="Leader of the Council"), _Rules()
    times = 50 if quick else 2_000

    def sign() -> object:
        case = Case(
            decision=draft,
            text=URGENT_STATEMENT,
            inputs=details,
            actor=OFFICER,
            at=now,
            now=now,
            rules=rules,
        )
        return attempt("sign", case, REF)

    machine = Machine(
        model=None,
        states=["draft", "signed"],
        initial="draft",
        auto_transitions=False,
        send_event=True,
    )
    machine.add_transition("sign", "draft", "signed")
    trigger = machine.events["sign"].trigger

    def bare() -> object:
        return trigger(_Cursor())

    def by_statemachine() -> object:
        return _Signing().sign()

    assert isinstance(sign(), Taken)
    assert bare() is True

    def repeated(once: object) -> float:
        assert callable(once)

        def work() -> None:
            for _ in range(times):
                once()

        return computed(work)

    found = in_turn(
        {
            "ours": lambda: repeated(sign),
            "transitions": lambda: repeated(bare),
            "python-statemachine": lambda: repeated(by_statemachine),
        },
        rounds=3 if quick else 51,
    )
    work = "one attempted step in memory: all guards, event made"
    return [
        Row(
            work=work,
            yardstick="a bare `transitions` trigger",
            ratios=speed(found, "transitions"),
            aim=0.3,
        ),
        Row(
            work=work,
            yardstick="`python-statemachine`, one condition",
            ratios=speed(found, "python-statemachine"),
            aim=3,
        ),
    ]


def _drafted(at: datetime) -> Drafted:
    return Drafted(
        at=at,
        council="herefordshire",
        kind=URGENT_STATEMENT.kind,
        title=URGENT_STATEMENT.title,
        statement=URGENT_STATEMENT,
    )
