"""Several programs at once: each decision is closed once, one officer wins, and nobody errs."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from support.processes import Racers, call_in, close_all, draft, publish, racers, set_up, sign
from support.registers import Postgres, copied, held_rows, let_go, scalar, times_closed
from support.steps import ITS_END, MORNING, drafted, opened, published, signed
from workflow import Engine, ManualClock, State

pytestmark = pytest.mark.xdist_group("races")
Opener = Callable[..., Engine]
Fresh = Callable[[], str]
DUE = 200
RUNS = 5


@pytest.fixture(scope="module")
def four() -> Iterator[Racers]:
    """Four programs, ready to race."""
    with racers(4) as started:
        yield started


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def with_many_due(
    request: pytest.FixtureRequest, ready_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Fresh]:
    """A way to copy a register, on each database, in which 200 decisions are due."""
    folder = tmp_path_factory.mktemp("due")
    postgres: Postgres | None = None
    if request.param == "sqlite":
        address = copied(ready_file, folder / "due.db")
    else:
        postgres = request.getfixturevalue("postgres")
        due = postgres.copy()
        address = postgres.address(due)
    engine = opened(address, ManualClock(MORNING))
    for _ in range(DUE):
        published(engine)
    let_go(engine)
    names = iter(range(1_000))
    lent: list[str] = []

    def fresh() -> str:
        if postgres is None:
            return copied(Path(address), folder / f"{next(names)}.db")
        lent.append(postgres.copy(due))
        return postgres.address(lent[-1])

    yield fresh
    if postgres is not None:
        for name in (*lent, due):
            postgres.drop(name)


@pytest.mark.parametrize("closers", [2, 4])
def test_several_closers_close_each_decision_exactly_once(
    four: Racers, with_many_due: Fresh, open_register: Opener, closers: int
) -> None:
    """Five races of each size on each database: 200 due, 200 closed, none twice, nobody errs, and
    what each program says that it closed adds up to what was closed."""
    for run in range(RUNS):
        address = with_many_due()
        batch = (7, 20, 500)[run % 3]
        answers = four.race(address, ITS_END, *[(close_all, (batch,))] * closers)
        assert [each["faults"] for each in answers] == [[]] * closers
        assert [each["left"] for each in answers] == [[]] * closers
        engine = open_register(address)
        closed = Counter(ref for each in answers for ref in each["closed"])
        assert closed == Counter({decision.ref: 1 for decision in engine.list()})
        assert times_closed(engine) == [1] * DUE
        assert scalar(engine, "SELECT count(*) FROM cd_outbox") == DUE * 6
        if run == 0:
            verified = engine.journal.verify()
            assert (verified.checked, verified.breaks) == (DUE * 6, ())
        let_go(engine)


def test_a_request_against_the_close_has_exactly_one_winner(
    four: Racers, with_many_due: Fresh, open_register: Opener
) -> None:
    """Received in time and recorded as the job runs: it stands as asked about, whoever was first.
    Two who ask at once are both on record; the job leaves what is asked about, and names it, and
    what it had closed a moment before is opened again."""
    address = with_many_due()
    engine = open_register(address)
    refs = [decision.ref for decision in engine.list()]
    in_time = ITS_END.replace(hour=20)
    job, officer, other = four.race(
        address,
        ITS_END,
        (close_all, (5,)),
        (call_in, (refs[::-1], in_time)),
        (call_in, (refs[DUE // 3 :], in_time)),
    )
    assert job["faults"] == []
    asked = Counter([*officer["taken"], *other["taken"]])
    assert asked.keys() | set(job["closed"]) == set(refs)
    both = """
        SELECT count(*) FROM cd_journal one JOIN cd_journal other ON one.stream = other.stream
        WHERE one.name = 'call-in-closed' AND other.name = 'period-reopened'
    """
    assert scalar(engine, both) == len(asked.keys() & set(job["closed"]))
    stands = {decision.ref: decision for decision in engine.list()}
    for ref, decision in stands.items():
        assert len(decision.proceedings.pending()) == asked[ref]
        assert decision.state is (State.CALL_IN_OPEN if asked[ref] else State.IMPLEMENTED)
    assert {each["code"] for each in job["left"]} <= {"request-pending"}
    assert {each["ref"] for each in job["left"]} <= asked.keys()
    lost = set(officer["refused"] + officer["stale"])
    assert lost == set(refs) - set(officer["taken"])
    assert engine.journal.verify().breaks == ()
    let_go(engine)


@pytest.mark.parametrize(("step", "act"), [("sign", sign), ("publish", publish)])
def test_two_officers_take_the_same_step_and_one_wins(
    four: Racers, address: str, open_register: Opener, step: str, act: Callable[..., object]
) -> None:
    """The other is refused, or told that someone was first; nothing is written twice."""
    engine = open_register(address)
    make = drafted if step == "sign" else signed
    refs = [make(engine) for _ in range(40)]
    let_go(engine)
    one, other = four.race(address, MORNING, (act, (refs,)), (act, (refs[::-1],)))  # type: ignore[arg-type]
    assert Counter(one["taken"] + other["taken"]) == Counter(refs)
    assert len(one["refused"] + one["stale"]) == len(refs) - len(one["taken"])
    assert len(other["refused"] + other["stale"]) == len(refs) - len(other["taken"])
    name = "signed" if step == "sign" else "published"
    counted = f"SELECT count(*) FROM cd_journal WHERE name = '{name}'"
    assert scalar(engine, counted) == len(refs)
    assert engine.journal.verify().breaks == ()


def test_drafts_at_once_get_references_of_their_own(
    four: Racers, address: str, open_register: Opener
) -> None:
    """Four programs drafting at once share one run of numbers, with no gap and none twice."""
    answers = four.race(address, MORNING, *[(draft, (15,))] * 4)
    given = sorted(ref for each in answers for ref in each["drafted"])
    assert given == [f"HFD-2018-{number:03d}" for number in range(1, 61)]
    assert len(open_register(address).list()) == 60


def test_four_programs_may_use_a_new_file_for_the_first_time_at_once(
    four: Racers, tmp_path: Path, open_register: Opener
) -> None:
    """One sets it up, and the others find it ready."""
    for run in range(5):
        address = str(tmp_path / f"{run}.db")
        answers = four.race(address, MORNING, *[(set_up, ())] * 4)
        assert answers == [{"found": 0}] * 4
        engine = open_register(address)
        assert scalar(engine, "PRAGMA journal_mode") == "wal"
        assert held_rows(engine)["cd_journal"] == []
