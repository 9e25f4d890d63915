"""A register lived with at random: any step, by anyone, at any time; and what is always so."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from support.councils import DUSKSHIRE, FENSHIRE, GULLSHIRE, HEREFORDSHIRE, TWINSHIRE, WEALDSHIRE
from support.people import AUTHOR, MONITORING, OFFICER
from support.random_lives.always import Always
from support.random_lives.chances import (
    COUNCILS,
    EVERYONE,
    LOOKING_AGAIN,
    MOST,
    NEXT,
    RULING,
    SCRUTINY,
    STOPS,
    VERBS,
    actors,
    back,
    given,
    numbers,
    statements,
)
from support.random_lives.lawful import RANK, opens_nothing
from support.registers import held_rows
from support.statements import a_statement
from support.steps import published
from workflow import State
from workflow.calendars.council import DayKind
from workflow.errors import Invalid, NotFound
from workflow.model.decision import Decision
from workflow.procedures.attempt import Refused
from workflow.register.close import close_due


class Life(Always):
    """One register, and everything that may be done with it."""

    # -- what happens ---------------------------------------------------------------------------

    @initialize()
    def begin(self) -> None:
        """There is a draft, one that could be called in, two asked about (one of them by a rule
        that can be read in two ways), two called in: one before scrutiny, and one before those
        who made it; and one in its period that its council may not live to see the end of."""
        self._draft(HEREFORDSHIRE, {})
        for council in (HEREFORDSHIRE, FENSHIRE, TWINSHIRE, GULLSHIRE, WEALDSHIRE):
            self.refs.append(published(self.engine, council))
            if council != HEREFORDSHIRE:
                self._take(self.refs[-1], "call-in", OFFICER)
            if council in (GULLSHIRE, WEALDSHIRE):
                self._take(self.refs[-1], "request-accept", MONITORING)
        self.refs.append(published(self.engine, DUSKSHIRE))

    @precondition(lambda self: len(self.refs) < MOST)
    @rule(council=st.sampled_from([*COUNCILS, "salford"]), said=statements)
    def draft(self, council: str, said: dict[str, Any]) -> None:
        """Anyone may begin with anything."""
        self._draft(council, said)

    def _draft(self, council: str, said: dict[str, Any]) -> None:
        taken = self.engine.draft(council=council, statement=a_statement(**said), by=AUTHOR)
        if taken:
            self.refs.append(taken.decision.ref)  # type: ignore[union-attr]

    @rule(jump=st.sampled_from(["a moment", "an hour", "a day", "to the end", "weeks"]))
    def move_the_clock(self, jump: str) -> None:
        """Time goes on, by a little or by much, and sometimes to the very instant of an end."""
        now = self.clock.now()
        decisions = [self.engine.get(ref) for ref in self.refs]
        windows = [each.window for each in decisions if each.window is not None]
        ends = [each.effective_from for window in windows for each in (window, *window.other_ends)]
        ends += [each.request_deadline for window in windows for each in window.other_ends]
        ends += [each.due_at for each in decisions if each.due_at is not None]
        ends = [end for end in ends if end > now]
        self.clock.move_to(
            {
                "a moment": now + timedelta(microseconds=1),
                "an hour": now + timedelta(hours=1),
                "a day": now + timedelta(days=1),
                "to the end": min(ends, default=now),
                "weeks": now + timedelta(days=17),
            }[jump]
        )

    @rule(number=numbers, times=st.integers(min_value=1, max_value=3))
    def take_it_forward(self, number: int, times: int) -> None:
        """The step that comes next, and the one after it, by whoever may take them."""
        for _ in range(times):
            decision = self._get(number)
            verb = None if decision is None else NEXT.get(decision.state)
            if verb is not None:
                self._any(number, verb, EVERYONE)

    @rule(number=numbers, by=actors, verb=st.sampled_from(STOPS))
    def stop_or_free_it(self, number: int, by: Any, verb: str) -> None:
        """Holds come and go at any time."""
        self._any(number, verb, by)

    @rule(
        number=numbers,
        by=actors,
        verb=st.sampled_from(VERBS),
        ago=back,
        late=st.booleans(),
        keep=st.booleans(),
        said=statements,
        dry_run=st.sampled_from([False] * 4 + [True]),
    )
    def take_any_step(self, number: int, by: Any, verb: str, **more: Any) -> None:
        """Any step, by anyone, at any time, with or without a reason for being late."""
        self._any(number, verb, by, **more)

    @rule(
        number=numbers,
        ago=st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=8)),
        late=st.booleans(),
        few=st.booleans(),
        verb=st.sampled_from(["call-in", "call-in", "request-record-late", "request-support"]),
    )
    def ask(self, number: int, ago: timedelta, verb: str, **more: Any) -> None:
        """A request received at some time before now, or who joins it."""
        self._any(number, verb, OFFICER, received=ago, **more)

    @rule(number=numbers, verb=st.sampled_from((*RULING, "request-withdraw")))
    def rule_on_it(self, number: int, verb: str) -> None:
        """A request is ruled on, by one who may, or withdrawn."""
        self._any(number, verb, MONITORING)

    @rule(
        number=numbers,
        valid=st.sampled_from([True, True, False]),
        then=st.lists(st.sampled_from((*SCRUTINY, *LOOKING_AGAIN)), min_size=1, max_size=4),
        days=st.sampled_from([0, 0, 8]),
        keep=st.booleans(),
    )
    def call_it_in(self, number: int, valid: bool, then: list[str], days: int, keep: bool) -> None:
        """Asked and ruled on at once, and what may follow, at once or a week later."""
        self._any(number, "call-in", OFFICER)
        self._any(number, "request-accept" if valid else "request-reject", MONITORING)
        for verb in then:
            self.clock.move_to(self.clock.now() + timedelta(days=days))
            self._any(number, verb, EVERYONE, keep=keep)

    @rule(number=numbers, verb=st.sampled_from(LOOKING_AGAIN))
    def look_again(self, number: int, verb: str) -> None:
        """Council, or its maker, does something with what was referred."""
        self._any(number, verb, EVERYONE)

    @rule(
        batch=st.integers(min_value=1, max_value=3), dry_run=st.sampled_from([False] * 3 + [True])
    )
    def close(self, batch: int, dry_run: bool) -> None:
        """The job runs, whenever it does. It changes nothing in law: what may be implemented
        after it might have been before it."""
        before = self._may_implement()
        rows = held_rows(self.engine) if dry_run else None
        if dry_run:
            report = self.engine.close_due(dry_run=True)
            assert held_rows(self.engine) == rows
        else:
            report = close_due(
                self.engine.transactions.writing,
                self.engine.councils,
                self.clock.now,
                batch=batch,
            )
            for ref in report.closed:
                assert RANK[self.engine.get(ref).state] >= RANK[State.EFFECTIVE]
        assert report.faults == []
        assert self._may_implement() == before

    @rule(
        ahead=st.integers(min_value=-3, max_value=8),
        council=st.sampled_from(COUNCILS),
        kind=st.sampled_from(list(DayKind)),
    )
    def enter_a_day(self, ahead: int, council: str, kind: DayKind) -> None:
        """A day is proclaimed, closed or opened again, early or late; no deadline moves."""
        before = {ref: self.engine.get(ref) for ref in self.refs}
        try:
            self.engine.calendars.enter_day(
                council,
                (self.clock.now() + timedelta(days=ahead)).date(),
                kind,
                title="A day",
                reason="Proclaimed",
                source="Gazette",
                by=OFFICER,
            )
        except Invalid:
            return
        assert {ref: self.engine.get(ref) for ref in self.refs} == before

    @rule(
        number=numbers,
        entry=st.integers(min_value=1, max_value=6),
        part=st.sampled_from(["by", "statement", "reason", "signatory", "particulars"]),
    )
    def erase(self, number: int, entry: int, part: str) -> None:
        """Text may be erased at any time; the decision stands as it did."""
        decision = self._get(number)
        if decision is None:
            return
        try:
            self.engine.journal.erase(decision.ref, entry, part, "Asked for.", by=MONITORING)
        except NotFound:
            return
        assert self.engine.get(decision.ref) == decision

    # -- how it is done -------------------------------------------------------------------------

    def _get(self, number: int) -> Decision | None:
        return self.engine.get(self.refs[number % len(self.refs)]) if self.refs else None

    def _any(self, number: int, verb: str, by: Any, **more: Any) -> None:
        decision = self._get(number)
        if decision is not None:
            self._take(decision.ref, verb, by, **more)

    def _take(
        self,
        ref: str,
        verb: str,
        by: Any,
        *,
        ago: timedelta | None = None,
        late: bool = True,
        keep: bool = False,
        said: dict[str, Any] | None = None,
        received: timedelta = timedelta(0),
        few: bool = False,
        dry_run: bool = False,
    ) -> None:
        stood, now = self.engine.get(ref), self.clock.now()
        told = given(verb, stood.council, now, received=received, keep=keep, said=said, few=few)
        before = held_rows(self.engine)
        outcome = self.engine.take(
            ref,
            verb,
            by=by,
            at=None if ago is None else self.clock.now() - ago,
            late_reason="It was in a drawer." if late else None,
            dry_run=dry_run,
            **told,
        )
        kept = outcome.kept if isinstance(outcome, Refused) else None
        if dry_run or (isinstance(outcome, Refused) and kept is None):
            assert held_rows(self.engine) == before
        if isinstance(outcome, Refused):
            opens_nothing(stood, self.engine.get(ref), kept)
            assert outcome.refusals
            for refusal in outcome.refusals:
                assert refusal.code
                assert refusal.because
                assert refusal.remedy

    def _may_implement(self) -> dict[str, tuple[bool, datetime | None]]:
        found = {}
        for ref in self.refs:
            permission = self.engine.may_implement(ref)
            found[ref] = (bool(permission), permission.since)
        return found


Fresh = Callable[[], str]
