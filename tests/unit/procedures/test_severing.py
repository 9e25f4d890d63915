"""A statement of several decisions, severed: each part has a life of its own, and a journal."""

from datetime import timedelta
from typing import Any

import pytest

from support.drafts import AUTHOR, SCOTLAND, drafted
from support.inputs import DETAILS
from support.people import MAKER, MONITORING, OFFICER
from support.requests import DEADLINE, GULL, ON_CALL_IN, OPENED, called_in, lodged, on
from support.requests import MONITORING as BY_MONITORING
from support.requests import OFFICER as BY_OFFICER
from support.statements import REF, SIGNED_AT, STATEMENT
from support.states import EVERY_STATE, Rules, case, codes, refused, taken
from support.steps import called_in as all_called_in
from support.steps import must, published
from workflow import Engine, ManualClock
from workflow.model.decision import Decision
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.procedures.attempt import Taken, attempt, attempt_close
from workflow.procedures.severing.inputs import Sever

WORDS = {"stays": "Route 9 ends.", "part": "Route 8 runs hourly.", "title": "Route 8"}
FURTHER = {"stays": "Route 8 runs.", "part": "Route 8 runs on Sundays.", "title": "Sundays"}
RULING = "Each can stand without the other"


def severing(part_ref: str | None = "NONE", **changes: str) -> Sever:
    """Give what stays, and what is severed."""
    return Sever(**{**WORDS, **changes}, ruling=RULING, part_ref=part_ref)


def severed(decision: Decision, at: Any = ON_CALL_IN, by: Rules = GULL) -> Taken:
    """Sever a part, and give the step with what began beside it."""
    outcome = attempt("sever", case(decision, at, severing(), rules=by, actor=BY_OFFICER), REF)
    assert isinstance(outcome, Taken), outcome
    return outcome


def not_severed(decision: Decision, details: Sever, at: Any = ON_CALL_IN) -> list[str]:
    return codes(refused("sever", decision, at, details, rules=GULL, actor=BY_OFFICER))


def part_of(outcome: Taken) -> Decision:
    """Give the part that was severed."""
    assert outcome.beside is not None
    return outcome.beside.decision


# -- the step, alone ----------------------------------------------------------------------------


def test_the_part_keeps_the_period_and_is_linked_to_the_whole() -> None:
    outcome = severed(OPENED)
    whole, part = outcome.decision, part_of(outcome)
    assert (part.ref, part.title, part.state) == ("NONE", "Route 8", State.CALL_IN_OPEN)
    assert part.proceedings.severed_from == whole.ref
    assert whole.proceedings.parts == ("NONE",)
    for name in (
        "council",
        "kind",
        "made_on",
        "signed_at",
        "signer",
        "published_at",
        "window",
        "makers",
    ):
        assert getattr(part, name) == getattr(whole, name), name
    assert (whole.state, whole.window) == (OPENED.state, OPENED.window)
    assert (part.version, part.edition) == (1, whole.edition)


def test_no_request_comes_with_the_part() -> None:
    """What is before scrutiny stays there; the part goes on in the period it had."""
    decision = called_in()
    outcome = severed(decision)
    assert outcome.decision.state is decision.state
    assert outcome.decision.proceedings.requests == decision.proceedings.requests
    assert part_of(outcome).proceedings.requests == ()
    assert part_of(outcome).state is State.CALL_IN_OPEN


def test_nothing_is_severed_while_a_request_on_the_whole_awaits_its_ruling() -> None:
    """It could be about the part, which would then take effect over it."""
    assert not_severed(lodged(), severing()) == ["request-pending"]


def test_what_stays_is_less_than_there_was() -> None:
    whole = severing(stays=STATEMENT.decision or "")
    assert not_severed(OPENED, whole) == ["nothing-severed"]


def test_both_lives_go_on() -> None:
    """The part may be called in for itself while it may; else it takes effect at the end."""
    outcome = severed(called_in())
    whole, part = outcome.decision, part_of(outcome)
    assert lodged(part, received_at=ON_CALL_IN).proceedings.pending()
    done = attempt_close(part, DEADLINE + timedelta(hours=1), GULL)
    assert isinstance(done, Taken)
    assert (done.decision.state, done.decision.effective_at) == (State.EFFECTIVE, DEADLINE)
    back = taken(
        "scrutiny-refer-back",
        whole,
        ON_CALL_IN,
        DETAILS["scrutiny-refer-back"],
        rules=GULL,
        actor=BY_MONITORING,
    )
    assert back.state is State.REFERRED_BACK


def test_a_part_may_be_severed_again() -> None:
    once = severed(OPENED).decision
    again = case(once, ON_CALL_IN, severing("HFD-2018-099"), rules=GULL, actor=BY_OFFICER)
    again.rules = _Knowing()
    outcome = attempt("sever", again, REF)
    assert isinstance(outcome, Taken)
    assert outcome.decision.proceedings.parts == ("NONE", "HFD-2018-099")


class _Knowing(Rules):
    """The rules of a register with one decision more."""

    def __init__(self) -> None:
        super().__init__(GULL.constitution)

    def decision(self, ref: str) -> Decision | None:
        return OPENED if ref == "HFD-2018-001" else None


def test_the_part_has_a_reference_of_its_own_and_something_stays() -> None:
    assert not_severed(OPENED, severing("HFD-2018-042")) == ["reference-taken"]
    same = severing(stays="Route 9 ends.", part="Route 9 ends.")
    assert not_severed(OPENED, same) == ["nothing-severed"]
    both = severing("HFD-2018-042", stays="Route 9 ends.", part="Route 9 ends.")
    assert set(not_severed(OPENED, both)) == {"reference-taken", "nothing-severed"}


@pytest.mark.parametrize(
    "state", [State.DRAFT, State.SIGNED, State.REFERRED_BACK, State.EFFECTIVE, State.IMPLEMENTED]
)
def test_only_what_may_be_or_is_called_in_is_severed(state: State) -> None:
    """Neither is anything by an author."""
    at = max(on(26), EVERY_STATE[state].last_at)
    assert not_severed(EVERY_STATE[state], severing(), at)[0] == (
        f"is-{state.label.replace(' ', '-')}"
    )
    outcome = refused("sever", OPENED, ON_CALL_IN, severing(), rules=GULL, actor=AUTHOR)
    assert codes(outcome) == ["not-authorised"]


def test_a_hold_is_not_got_round_by_severing() -> None:
    held = taken("hold", OPENED, ON_CALL_IN, DETAILS["hold"], rules=GULL, actor=BY_MONITORING)
    outcome = attempt("sever", case(held, ON_CALL_IN, severing(), rules=GULL), REF)
    assert not isinstance(outcome, Taken) or part_of(outcome).is_held


def test_a_part_takes_no_effect_before_it_was_severed() -> None:
    """Until then it was before scrutiny with the rest."""
    late = on(31)
    part = part_of(severed(called_in(), late))
    done = attempt_close(part, late, GULL)
    assert isinstance(done, Taken)
    assert done.decision.effective_at is not None
    assert done.decision.effective_at >= part.drafted_at


def test_what_time_has_closed_already_is_not_severed() -> None:
    """Its period was over, and the whole of it took effect, whatever the close has recorded."""
    outcome = refused("sever", OPENED, on(31), severing(), rules=GULL, actor=BY_MONITORING)
    assert codes(outcome) == ["is-effective"]


def test_a_record_published_unsigned_may_be_severed() -> None:
    """The minutes of the part are not signed yet, either."""
    given = {"rules": SCOTLAND, "actor": BY_OFFICER, "text": STATEMENT}
    unsigned = DETAILS["minutes-publish"]
    opened = taken("minutes-publish", drafted(Kind.NON_KEY), SIGNED_AT, unsigned, **given)
    outcome = attempt("sever", case(opened, ON_CALL_IN, severing(), **given), REF)
    assert isinstance(outcome, Taken)
    assert part_of(outcome).signed_at is None


# -- on a register ------------------------------------------------------------------------------


def split(engine: Engine, ref: str, **more: Any) -> str:
    """Sever a part on a register, and give its reference."""
    must(engine.take(ref, "sever", by=OFFICER, **{**WORDS, "ruling": RULING, **more}))
    return engine.get(ref).proceedings.parts[-1]


def test_the_part_takes_the_next_reference_or_the_one_given(any_engine: Engine) -> None:
    ref = published(any_engine)
    assert split(any_engine, ref) == "HFD-2018-002"
    assert split(any_engine, ref, part_ref="OWN-7", stays="Route 9 ends in May.") == "OWN-7"
    with_another = any_engine.take("OWN-7", severing(None, **FURTHER), by=OFFICER)
    assert isinstance(with_another, Taken)
    assert with_another.decision.proceedings.parts == ("HFD-2018-003",)


def test_each_reads_as_it_was_ruled_and_both_journals_verify(any_engine: Engine) -> None:
    ref = all_called_in(any_engine, published(any_engine))
    part = split(any_engine, ref)
    assert any_engine.statement(ref).decision == WORDS["stays"]
    assert any_engine.statement(part).decision == WORDS["part"]
    assert any_engine.statement(part).reasons == any_engine.statement(ref).reasons
    last, first = any_engine.history(ref)[-1].event, any_engine.history(part)[0].event
    assert (last.name, first.name) == ("part-severed", "severed-off")
    assert len(any_engine.history(part)) == 1
    for each in (ref, part, None):
        assert any_engine.journal.verify(each).breaks == ()


def test_the_close_takes_the_part_and_leaves_the_whole(
    any_engine: Engine, clock: ManualClock
) -> None:
    """And the whole goes its own way afterwards."""
    ref = all_called_in(any_engine, published(any_engine))
    part = split(any_engine, ref)
    clock.move_to(clock.now() + timedelta(days=14))
    assert any_engine.close_due().closed == [part]
    must(any_engine.take(ref, "scrutiny-refer-back", by=MONITORING, concerns="Nobody was asked."))
    must(any_engine.take(ref, "reconsideration-rescind", by=MAKER, reason="They are right."))
    assert any_engine.get(part).state is State.IMPLEMENTED
    assert any_engine.get(ref).state is State.WITHDRAWN
    assert any_engine.journal.verify().breaks == ()


def test_a_rehearsal_severs_nothing(any_engine: Engine) -> None:
    ref = published(any_engine)
    must(any_engine.take(ref, "sever", by=OFFICER, dry_run=True, **WORDS, ruling=RULING))
    assert any_engine.get(ref).proceedings.parts == ()
    assert [each.ref for each in any_engine.list()] == [ref]
