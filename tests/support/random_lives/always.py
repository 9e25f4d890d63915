"""What is always so of a register, whatever has been done with it."""

from datetime import datetime

from hypothesis.stateful import RuleBasedStateMachine, invariant

from support import asked_one_by_one
from support.random_lives.lawful import is_lawful
from support.registers import let_go, scalar
from support.steps import MORNING, opened
from support.what_settles import open_to_settle
from workflow import Engine, ManualClock, State
from workflow.model.attention import attention_at


class Always(RuleBasedStateMachine):
    """One register, looked at after each thing that is done with it."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.clock = ManualClock(MORNING)
        self.engine: Engine = opened(address, self.clock)
        self.refs: list[str] = []
        self.checked: dict[str, int] = {}

    def teardown(self) -> None:
        """Let go of the register."""
        let_go(self.engine)

    @invariant()
    def the_journal_verifies_and_adds_up_to_the_register(self) -> None:
        """Every chain holds, and every row is what its entries add up to."""
        verified = self.engine.journal.verify()
        checked, breaks = verified.checked, verified.breaks
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
                if attention_at(self.engine.get(ref)) is None:
                    assert not open_to_settle(self.engine, ref), "nobody is told of it"

    @invariant()
    def what_may_be_implemented_is_in_force(self) -> None:
        """Nobody is told to go ahead while a request may still come, or a hold stands."""
        now = self.clock.now()
        for ref in self.refs:
            decision = self.engine.get(ref)
            if self.engine.may_implement(ref):
                assert not decision.is_held
                assert not decision.proceedings.pending()
                window = decision.window
                assert window is None or now >= window.effective_from
                assert window is None or all(
                    now >= each.effective_from and not each.in_time(now)
                    for each in window.other_ends
                )
                if decision.state not in (State.EFFECTIVE, State.IMPLEMENTED):
                    assert decision.due_effect is not None
                    assert now >= decision.due_effect
                    assert decision.window is not None
                    assert not decision.window.in_time(now)

    @invariant()
    def the_close_looks_when_it_is_due(self) -> None:
        """The column that the close goes by says what the decision says."""
        for ref in self.refs:
            kept = scalar(self.engine, "SELECT due_at FROM cd_decisions WHERE ref = :r", r=ref)
            at = datetime.fromisoformat(kept) if isinstance(kept, str) else kept
            assert at == self.engine.get(ref).due_at

    @invariant()
    def no_draft_has_been_made(self) -> None:
        """So whoever lists drafts need not look among what was made."""
        drafts = [self.engine.get(ref) for ref in self.refs]
        assert all(each.made_on is None for each in drafts if each.state is State.DRAFT)

    @invariant()
    def the_dates_in_question_are_those_of_each_decision_asked_in_turn(self) -> None:
        """They are found by index, and are the same as by reading every decision."""
        for council in {self.engine.get(ref).council for ref in self.refs}:
            found = list(self.engine.calendars.in_question(council))
            assert found == asked_one_by_one.in_question(self.engine, council)
            late = list(self.engine.constitutions.past_the_end(council))
            assert late == asked_one_by_one.past_the_end(self.engine, council)
