"""Running a worked example on a register of its own, and saying where it does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from cli.examples.facts import READ
from cli.examples.reading import Example, FromTheEnd, Happening
from cli.examples.statements import constitution_of, fields_of, statement_of
from workflow.calendars.council import DayKind
from workflow.clock import LONDON, ManualClock, london, spoken, spoken_day
from workflow.errors import Invalid, WorkflowError
from workflow.model.decision import Decision
from workflow.model.labelled_enum import member_named
from workflow.model.people import Actor, Role
from workflow.procedures.attempt import Refused, Taken

CAST: Final = {
    "the author": Role.AUTHOR,
    "the leader": Role.DECISION_MAKER,
    "the officer": Role.PROPER_OFFICER,
    "the monitoring officer": Role.MONITORING_OFFICER,
    "the chief finance officer": Role.FINANCE_OFFICER,
    "the chief executive": Role.HEAD_OF_PAID_SERVICE,
}
"""The people of every example, beside its own."""
_WHO: Final = {"sign": "the leader", "new": "the author", "implement": "the author"}
_RECEIVED: Final = ("call-in", "request-support")
"""The steps on what was received: when it happened, where the example does not say."""
_RULING: Final = ("request-accept", "request-reject")
_DAYS: Final = {
    DayKind.CLOSURE: "entered as closed",
    DayKind.HOLIDAY: "entered as a holiday",
    DayKind.REOPENED: "opened again",
    DayKind.WITHDRAWN: "entered as a bank holiday withdrawn",
    DayKind.PUBLISHED: "entered as the last with published bank holidays",
}
_TEXT: Final = ("amend", "correct", "correct-materially")
"""The steps that are given the statement as it is to read: an example says what differs."""


class NotDone(str):
    """Why something could not be done at all, in words."""

    __slots__ = ()


@dataclass(slots=True)
class Told:
    """One happening as it turned out: what to tell of it, and where it does not hold."""

    happening: Happening
    outcome: Taken | Refused | str
    decision: Decision | None
    wrong: list[str] = field(default_factory=list)


class Run:
    """One run of an example, on a register of its own or on one that others ran on before it."""

    def __init__(self, example: Example, register: Path, *, claims: bool = True) -> None:
        from workflow.constitution.shipped import shipped
        from workflow.engine import Engine, open_engine
        from workflow.register.councils import Councils

        self.example = example
        self.claims = claims
        """Whether what the example says must be true is asked, or only that each can be done."""
        first = min(each.at for each in example.happens if isinstance(each.at, datetime))
        self.clock = ManualClock(datetime.combine(london(first).date(), time(), LONDON))
        opened = open_engine(str(register), clock=self.clock)
        own = constitution_of(example)
        councils = Councils([] if own is None else [own], shipped())
        self.engine: Engine = Engine(opened.transactions, councils, self.clock)
        self.engine.councils.named(example.council)
        self.refs: dict[str, str] = {}
        self._appoint()

    def _appoint(self) -> None:
        roles = frozenset({Role.MONITORING_OFFICER})
        keeper = Actor(person="keeper", roles=roles, established="a worked example")
        for seat in self.example.people:
            self.engine.appointments.appoint(
                self.example.council,
                seat.name,
                seat.role,
                of=seat.of,
                since=seat.since,
                until=seat.until,
                by=keeper,
            )

    def told(self) -> Iterator[Told]:
        """Run it, one happening after another."""
        for happening in self.example.happens:
            if not happening.only_if or happening.only_if == self._state(happening):
                yield self._one(self._dated(happening))

    def _state(self, happening: Happening) -> str | None:
        ref = self.refs.get(happening.of)
        return None if ref is None else self.engine.get(ref).state.label

    def _dated(self, happening: Happening) -> Happening:
        """Give a happening with its instant, also where that is told from the end of a period.

        Where nothing is claimed it is under other rules, and not before the one above it."""
        if not isinstance(happening.at, FromTheEnd):
            at = happening.at if self.claims else max(self.clock.now(), happening.at)
            return replace(happening, at=at)
        ref = self.refs.get(happening.of)
        window = None if ref is None else self.engine.get(ref).window
        if window is None:
            raise Invalid(
                f"{happening.of} has no call-in period, so no instant is told from its end.",
                remedy="Give a day and an hour: yyyy-mm-ddThh:mm:ss.",
            )
        last = timedelta(seconds=1) if window.deadline_included else timedelta()
        end = max(window.effective_from, window.request_deadline + last)
        return replace(happening, at=max(self.clock.now(), end + happening.at.after))

    def _one(self, happening: Happening) -> Told:
        self.clock.move_to(happening.recorded)
        try:
            outcome = self._do(happening)
        except (WorkflowError, TypeError) as fault:
            cure = fault.cure if isinstance(fault, WorkflowError) else ""
            outcome = NotDone(f"It could not be tried: {fault} {cure}".rstrip())
        ref = self.refs.get(happening.of)
        decision = None if ref is None else self.engine.get(ref)
        outcome_told = Told(happening, outcome, decision)
        if not self.claims:
            outcome_told.wrong += [str(outcome)] if isinstance(outcome, NotDone) else []
            return outcome_told
        outcome_told.wrong += _unexpected(happening, outcome)
        if decision is not None:
            outcome_told.wrong += self._untrue(happening, decision)
        elif happening.then:
            outcome_told.wrong.append(f"There is no decision {happening.of} yet.")
        return outcome_told

    def _do(self, happening: Happening) -> Taken | Refused | str:
        what, engine = happening.what, self.engine
        if what == "look":
            return "looked"
        if what == "close":
            report = engine.close_due()
            if report.faults:
                return NotDone(f"fault: {report.faults}")
            if not report.due:
                return "0 due, 0 closed. It does nothing"
            closed = f"{len(report.closed)} closed" + (": " if report.closed else "")
            left = "".join(f"; {each.ref} left, {each.code}" for each in report.left)
            return f"{report.due} due, {closed}{', '.join(report.closed)}{left}"
        if what == "closed day":
            return self._close_a_day(happening)
        if what == "new":
            return self._draft(happening)
        if happening.of not in self.refs:
            self._draft(happening)
        fields = _fields(happening.given)
        if what in _RECEIVED:
            fields = {"received_at": happening.at, **fields}
        if what in _TEXT:
            fields = self._as_it_is_to_read(happening, fields)
        outcome = engine.take(
            self.refs[happening.of],
            what,
            by=self._who(happening),
            at=happening.at,
            late_reason=happening.why_late,
            **fields,
        )
        if isinstance(outcome, Taken) and outcome.beside is not None:
            self.refs[outcome.beside.decision.title] = outcome.beside.decision.ref
        return outcome

    def _as_it_is_to_read(self, happening: Happening, given: dict[str, Any]) -> dict[str, Any]:
        """Give the whole statement with what differs, beside the ruling where there is one."""
        before = self.engine.statement(self.engine.get(self.refs[happening.of]))
        beside = {key: given.pop(key) for key in ("ruling",) if key in given}
        return {"statement": replace(before, **fields_of(given)), **beside}

    def _draft(self, happening: Happening) -> Taken | Refused:
        subject = next((s for s in self.example.decisions if s.called == happening.of), None)
        if subject is None:
            raise Invalid(f"No decision is called {happening.of}.")
        outcome = self.engine.draft(
            council=self.example.council,
            statement=statement_of(subject, london(happening.at).date(), self.example.folder),
            by=self._actor((happening.what == "new" and happening.by) or "the author"),
            at=happening.at,
            late_reason=happening.why_late,
        )
        if isinstance(outcome, Taken):
            self.refs[happening.of] = outcome.decision.ref
        return outcome

    def _close_a_day(self, happening: Happening) -> str:
        fields = _fields(happening.given)
        if "day" not in fields:
            raise Invalid("A closed day needs its day.", remedy="given = { day = 2022-09-19 }")
        day = self.engine.calendars.enter_day(
            self.example.council,
            fields["day"],
            member_named(DayKind, fields.get("kind", "holiday"), "kind of day"),
            title=fields.get("title", "A day closed"),
            reason=fields.get("reason", "Proclaimed"),
            source=fields.get("source", "the example"),
            by=self._actor("the officer"),
        )
        if isinstance(day, Refused):
            return NotDone("refused")
        return f"{spoken_day(day.day)} {_DAYS[day.kind]}"

    def _who(self, happening: Happening) -> Actor:
        usual = "the monitoring officer" if happening.what in _RULING else "the officer"
        return self._actor(happening.by or _WHO.get(happening.what, usual))

    def _actor(self, name: str) -> Actor:
        roles = {CAST[name]} if name in CAST else set()
        day = london(self.clock.now()).date()
        roles |= {
            seat.role
            for seat in self.example.people
            if seat.name == name and seat.since <= day <= (seat.until or day)
        }
        return Actor(person=name, roles=frozenset(roles), established="a worked example")

    def _untrue(self, happening: Happening, decision: Decision) -> list[str]:
        untrue = []
        for fact, wanted in happening.then.items():
            is_so = READ[fact](self.engine, decision)
            plain = _plain(wanted)
            if is_so != plain:
                untrue.append(f"{fact} is {_shown(is_so)}, and not {_shown(plain)}.")
        return untrue


def _fields(given: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): _plain(value) for key, value in given.items()}


def _plain(value: Any) -> Any:
    """Give a value of the file as the engine has it: instants in UTC, lists as tuples."""
    if isinstance(value, datetime):
        aware = value if value.tzinfo is not None else value.replace(tzinfo=LONDON)
        return aware.astimezone(UTC)
    return tuple(value) if isinstance(value, list) else value


def _shown(value: Any) -> str:
    return spoken(value) if isinstance(value, datetime) else str(value)


def _unexpected(happening: Happening, outcome: Taken | Refused | str) -> list[str]:
    if isinstance(outcome, Refused):
        codes = sorted({refusal.code for refusal in outcome.refusals})
        if sorted(happening.refused) == codes:
            return []
        return [f"It was refused for {', '.join(codes)}."]
    if happening.refused:
        return [f"It was to be refused for {', '.join(happening.refused)}, and was not."]
    return [str(outcome)] if isinstance(outcome, NotDone) else []
