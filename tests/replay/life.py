"""A register lived with at random: any step, by anyone, at any time; and what is always so."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from building import (
    AUTHOR,
    HEREFORDSHIRE,
    LARKSHIRE,
    MONITORING,
    MORNING,
    OFFICER,
    a_statement,
    opened,
    published,
)
from chances import EVERYONE, MOST, NEXT, STOPS, VERBS, actors, back, numbers, statements
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from lawful import RANK, is_lawful
from registers import held_rows, let_go, scalar

from workflow import Engine, ManualClock, State
from workflow.calendars.council import DayKind
from workflow.errors import Invalid, NotFound
from workflow.lifecycle.attempt import Refused
from workflow.model.decision import Decision
from workflow.model.details import Hold, Holder, Outcome, Review
from workflow.service.night import close_due


class Life(RuleBasedStateMachine):
    """One register, and everything that may be done with it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.clock = ManualClock(MORNING)
        self.engine: Engine = opened(address, self.clock)
        self.refs: list[str] = []
        self.checked: dict[str, int] = {}

    def teardown(self) -> None:
        """Let go of the register."""
        let_go(self.engine)

    # -- what happens ---------------------------------------------------------------------------

    @initialize()
    def begin(self) -> None:
        """There is a decision of each council that could be called in, and a draft."""
        for council in (HEREFORDSHIRE, LARKSHIRE):
            self.refs.append(published(self.engine, council))
        self._draft(HEREFORDSHIRE, {})

    @precondition(lambda self: len(self.refs) < MOST)
    @rule(council=st.sampled_from([HEREFORDSHIRE, LARKSHIRE, "salford"]), said=statements)
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
        ends = [
            decision.window.effective_from
            for decision in map(self.engine.get, self.refs)
            if decision.window is not None and decision.window.effective_from > now
        ]
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
        verb=st.sampled_from(["call-in", "call-in", "note-request"]),
    )
    def call_it_in(self, number: int, ago: timedelta, late: bool, verb: str) -> None:
        """A request received at some time before now."""
        self._any(number, verb, OFFICER, received=ago, late=late)

    @rule(
        batch=st.integers(min_value=1, max_value=3), dry_run=st.sampled_from([False] * 3 + [True])
    )
    def close(self, batch: int, dry_run: bool) -> None:
        """The job runs, whenever it does. It changes nothing in law: what may be implemented
        after it might have been before it."""
        before = self._may_implement()
        rows = held_rows(self.engine) if dry_run else None
        if dry_run:
            report = self.engine.close(dry_run=True)
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
        council=st.sampled_from([HEREFORDSHIRE, LARKSHIRE]),
        kind=st.sampled_from(list(DayKind)),
    )
    def enter_a_day(self, ahead: int, council: str, kind: DayKind) -> None:
        """A day is proclaimed, closed or opened again, early or late; no deadline moves."""
        before = {ref: self.engine.get(ref) for ref in self.refs}
        try:
            self.engine.enter_day(
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
        part=st.sampled_from(["by", "statement", "reason", "signatory", "grounds"]),
    )
    def erase(self, number: int, entry: int, part: str) -> None:
        """Text may be erased at any time; the decision stands as it did."""
        decision = self._get(number)
        if decision is None:
            return
        try:
            self.engine.erase(decision.ref, entry, part, "Asked for.", by=MONITORING)
        except NotFound:
            return
        assert self.engine.get(decision.ref) == decision

    # -- how it is done -------------------------------------------------------------------------

    def _get(self, number: int) -> Decision | None:
        return self.engine.get(self.refs[number]) if number < len(self.refs) else None

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
        dry_run: bool = False,
    ) -> None:
        asked: dict[str, dict[str, Any]] = {
            "amend": {"statement": a_statement(**(said or {}))},
            "sign": {"signatory": "The Leader"},
            "publish": {"where": "offices"},
            "call-in": {
                "requested_by": ("Cllr A",),
                "grounds": "Consultation",
                "received_at": self.clock.now() - received,
            },
            "note-request": {
                "requested_by": ("Cllr A",),
                "grounds": "Consultation",
                "received_at": self.clock.now() - received,
            },
            "resolve": {"outcome": Outcome.UPHELD, "reason": "Noted."},
            "implement": {"evidence": "Done."},
            "review-deadline": {
                "outcome": Review.KEEP if keep else Review.REVISE,
                "reason": "The calendar changed.",
            },
            "close": {},
            "hold": {"details": Hold(on_account_of=Holder.COURT, under="An order", reason="Stay.")},
            "release": {"reason": "Over."},
            "withdraw": {"reason": "Overtaken."},
        }
        before = held_rows(self.engine)
        outcome = self.engine.take(
            ref,
            verb,
            by=by,
            at=None if ago is None else self.clock.now() - ago,
            late_reason="It was in a drawer." if late else None,
            dry_run=dry_run,
            **asked[verb],
        )
        if dry_run or isinstance(outcome, Refused):
            assert held_rows(self.engine) == before
        if isinstance(outcome, Refused):
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

    # -- what is always so ----------------------------------------------------------------------

    @invariant()
    def the_journal_verifies_and_adds_up_to_the_register(self) -> None:
        """Every chain holds, and every row is what its entries add up to."""
        checked, breaks = self.engine.verify()
        assert breaks == ()
        assert checked == scalar(self.engine, "SELECT count(*) FROM cd_journal")
        told = scalar(self.engine, "SELECT count(*) FROM cd_outbox")
        assert told == sum(self.engine.get(ref).version for ref in self.refs)

    @invariant()
    def every_history_is_lawful(self) -> None:
        """Each decision whose history has grown since it was last looked at is looked at again."""
        for ref in self.refs:
            version = self.engine.get(ref).version
            assert version >= self.checked.get(ref, 0)
            if version != self.checked.get(ref):
                self.checked[ref] = version
                is_lawful(self.engine.get(ref), self.engine.history(ref), self.clock.now())

    @invariant()
    def what_may_be_implemented_is_in_force(self) -> None:
        """Nobody is told to go ahead while a request may still come, or a hold stands."""
        now = self.clock.now()
        for ref in self.refs:
            decision = self.engine.get(ref)
            if self.engine.may_implement(ref):
                assert not decision.is_held
                assert decision.state in (
                    State.CALL_IN_OPEN,
                    State.EFFECTIVE,
                    State.IMPLEMENTED,
                )
                if decision.state is State.CALL_IN_OPEN:
                    assert decision.window is not None
                    assert now >= decision.window.effective_from
                    assert not decision.window.in_time(now)


Fresh = Callable[[], str]
