"""An edition that was adopted is in use before any file, from then on; and nothing moves."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from support.councils import COUNCILS, HEREFORDSHIRE, LARKSHIRE
from support.people import AUTHOR, MONITORING
from support.steps import published
from workflow import Engine, ManualClock, Role
from workflow.constitution import reading
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.constitution.reading import parse
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.files.toml_table import Problem
from workflow.model.state import State
from workflow.procedures.attempt import Refused
from workflow.register import editions
from workflow.register.constitution_acts import EditionAdopted

TEXT = (COUNCILS / f"{LARKSHIRE}.toml").read_text()
LONGER = TEXT.replace("days = 5", "days = 9", 1)
FIRST = TEXT.replace(LARKSHIRE, "borsetshire").replace("LRK", "BOR")


def adopt(engine: Engine, text: str = LONGER, **more: Any) -> EditionAdopted | Refused:
    given: dict[str, Any] = {
        "file": "larkshire.toml",
        "approved_by": "Full council",
        "approved_on": date(2018, 5, 16),
        "reason": "As amended in May",
        "by": MONITORING,
    }
    return engine.constitutions.adopt(text, **{**given, **more})


def days(found: Constitution) -> int:
    period = found.in_force_on(date(2018, 10, 18))[CALL_IN_PERIOD]
    assert period is not None
    assert period.value is not None
    return period.value.days


def last_day(engine: Engine, council: str = LARKSHIRE) -> date:
    window = engine.get(published(engine, council)).window
    assert window is not None
    return window.last_day


def test_the_made_up_council_has_what_is_changed_here() -> None:
    assert LONGER != TEXT
    assert FIRST != TEXT


def test_it_is_in_use_from_its_adoption_on_and_nothing_that_runs_moves(
    any_engine: Engine,
) -> None:
    """Larkshire: five working days from Thursday 18 October 2018, and then nine."""
    running = published(any_engine, LARKSHIRE)
    was = any_engine.get(running).window
    done = adopt(any_engine)
    assert isinstance(done, EditionAdopted)
    assert done.before is not None
    assert done.after is not None
    assert (days(done.before), days(done.after)) == (5, 9)
    assert any_engine.get(running).window == was
    assert last_day(any_engine) == date(2018, 10, 31)
    assert days(any_engine.constitutions.in_use(LARKSHIRE)) == 9
    assert any_engine.constitutions.in_use(LARKSHIRE).source == (
        "the edition adopted on Thu 18 Oct 2018, approved by Full council"
    )
    assert days(any_engine.councils.named(LARKSHIRE)) == 5, "what is on file is as it was"
    assert last_day(any_engine, HEREFORDSHIRE) == date(2018, 10, 24), "another council's stands"
    assert any_engine.journal.verify().breaks == ()


def test_a_period_ends_by_the_rule_it_began_under(any_engine: Engine, clock: ManualClock) -> None:
    """Larkshire records carrying out by hand; by the edition, taking effect counts as that."""
    before = published(any_engine, LARKSHIRE)
    adopt(any_engine, TEXT.replace("recorded = true", "recorded = false", 1))
    after = published(any_engine, LARKSHIRE)
    clock.move_to(datetime(2018, 10, 29, tzinfo=UTC))
    assert sorted(any_engine.close_due().closed) == [before, after]
    assert any_engine.get(before).state is State.EFFECTIVE
    assert any_engine.get(after).state is State.IMPLEMENTED


def test_each_is_kept_whole_with_who_approved_it_and_until_when(
    any_engine: Engine, clock: ManualClock
) -> None:
    adopt(any_engine)
    clock.move_to(datetime(2018, 11, 1, tzinfo=UTC))
    adopt(any_engine, TEXT, reason="Back to five")
    clock.move_to(datetime(2018, 11, 2, tzinfo=UTC))
    given: dict[str, Any] = {"approved_by": "MO", "approved_on": date(2018, 11, 2)}
    done = any_engine.constitutions.withdraw(LARKSHIRE, reason="In error", by=MONITORING, **given)
    assert isinstance(done, EditionAdopted)
    first, second = any_engine.constitutions.editions(LARKSHIRE)
    assert (first.adopted.text, second.adopted.text) == (LONGER, TEXT)
    assert (first.number, second.number) == (1, 2)
    assert first.until == datetime(2018, 11, 1, tzinfo=UTC)
    assert second.until == datetime(2018, 11, 2, tzinfo=UTC)
    assert first.adopted.approved_by == "Full council"
    assert first.adopted.edition_before != first.adopted.edition_after
    assert first.adopted.edition_before == second.adopted.edition_after
    assert any_engine.constitutions.in_use(LARKSHIRE).source.endswith("larkshire.toml")
    with pytest.raises(NotFound, match="no edition in use"):
        any_engine.constitutions.withdraw(LARKSHIRE, reason="Again", by=MONITORING, **given)
    assert any_engine.journal.verify().breaks == ()


def test_the_very_same_edition_is_adopted_once(any_engine: Engine) -> None:
    adopt(any_engine)
    again = adopt(any_engine, reason="Again")
    assert isinstance(again, EditionAdopted)
    assert not again.written
    assert len(any_engine.constitutions.editions(LARKSHIRE)) == 1


def test_a_rehearsal_keeps_nothing(any_engine: Engine) -> None:
    done = adopt(any_engine, dry_run=True)
    assert isinstance(done, EditionAdopted)
    assert any_engine.constitutions.editions(LARKSHIRE) == ()
    assert days(any_engine.constitutions.in_use(LARKSHIRE)) == 5


def test_only_the_monitoring_officer_adopts_and_withdraws(any_engine: Engine) -> None:
    refused = adopt(any_engine, by=AUTHOR)
    assert isinstance(refused, Refused)
    assert refused.refusals[0].code == "not-authorised"
    adopt(any_engine)
    refused = any_engine.constitutions.withdraw(
        LARKSHIRE, reason="x", by=AUTHOR, approved_by="x", approved_on=date(2018, 10, 1)
    )
    assert isinstance(refused, Refused)
    assert days(any_engine.constitutions.in_use(LARKSHIRE)) == 9


def test_a_council_that_nothing_is_on_file_of_begins_with_its_first(
    any_engine: Engine, clock: ManualClock
) -> None:
    """Nobody can hold an office there before it; after it, only the monitoring officer adopts."""
    with pytest.raises(NotFound):
        any_engine.constitutions.in_use("borsetshire")
    assert isinstance(adopt(any_engine, FIRST, by=AUTHOR), EditionAdopted)
    assert any_engine.constitutions.in_use("borsetshire").council == "borsetshire"
    assert any_engine.list() == []
    assert "borsetshire" in any_engine.constitutions.all_in_use().names()
    assert any_engine.calendars.days("borsetshire") == []
    refused = adopt(any_engine, FIRST.replace("days = 5", "days = 6", 1), by=AUTHOR)
    assert isinstance(refused, Refused)
    ref = published(any_engine, "borsetshire")
    assert any_engine.appointments.appoint("borsetshire", "p", Role.MEMBER, by=MONITORING, name="P")
    clock.move_to(datetime(2018, 10, 29, tzinfo=UTC))
    assert any_engine.close_due(council="borsetshire").closed == [ref]


@pytest.mark.parametrize(
    ("text", "more", "error", "said"),
    [
        ("not toml =", {}, BadConstitution, "It is not TOML"),
        (LONGER.replace("days = 9", "days = 0"), {}, BadConstitution, "days: 0 is out of bounds"),
        (LONGER, {"approved_on": date(2018, 10, 19)}, Invalid, "which is to come"),
        (LONGER, {"approved_by": " "}, Invalid, "body that approved it is empty"),
        (LONGER, {"reason": ""}, Invalid, "reason is empty"),
        (
            LONGER.replace('nation = "england"', 'nation = "wales"'), {}, Invalid,
            "is of Wales in larkshire.toml, and of England",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_adopted(
    any_engine: Engine, text: str, more: dict[str, Any], error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as refused:
        adopt(any_engine, text, **more)
    assert said in str(refused.value)
    assert any_engine.constitutions.editions(LARKSHIRE) == ()


def test_another_program_sees_it_at_once(
    sqlite_engine: Engine, sqlite_address: str, open_register: Any
) -> None:
    """What a host holds open does not go by what it read before."""
    other = open_register(sqlite_address)
    assert days(other.constitutions.in_use(LARKSHIRE)) == 5
    adopt(sqlite_engine)
    assert days(other.constitutions.in_use(LARKSHIRE)) == 9
    assert last_day(other) == date(2018, 10, 31)


def test_a_prefix_is_kept_and_is_nobody_elses(any_engine: Engine) -> None:
    """What is on the register is known by it."""
    with pytest.raises(Invalid, match="References begin with LRK, and with XYZ in"):
        adopt(any_engine, LONGER.replace("LRK", "XYZ"))
    with pytest.raises(Invalid, match="References of herefordshire begin with HFD already"):
        adopt(any_engine, FIRST.replace("BOR", "HFD"))
    assert any_engine.constitutions.editions("borsetshire") == ()


def test_withdrawing_never_goes_to_another_prefix(any_engine: Engine) -> None:
    """The file in sight on the day of withdrawal is somebody's; references stay as they are."""
    adopt(any_engine, FIRST)
    other = parse(FIRST.replace("BOR", "ZZZ"), "borsetshire.toml")[0]
    assert other is not None
    of_files = any_engine.councils.under({"borsetshire": lambda: other})
    any_engine = Engine(any_engine.transactions, of_files, any_engine.clock)
    with pytest.raises(Invalid, match="References begin with BOR, and with ZZZ"):
        any_engine.constitutions.withdraw(
            "borsetshire", reason="x", by=MONITORING, approved_by="M", approved_on=date(2018, 10, 1)
        )


def test_nobody_else_adopts_where_the_council_has_been(any_engine: Engine) -> None:
    """Its only edition withdrawn, or its file out of sight: it is no new council."""
    adopt(any_engine, FIRST)
    any_engine.constitutions.withdraw(
        "borsetshire", reason="x", by=MONITORING, approved_by="MO", approved_on=date(2018, 10, 1)
    )
    refused = adopt(any_engine, FIRST, by=AUTHOR)
    assert isinstance(refused, Refused)
    assert isinstance(adopt(any_engine, FIRST), EditionAdopted)


def test_what_decisions_go_by_is_not_withdrawn_with_nothing_in_its_place(
    any_engine: Engine,
) -> None:
    adopt(any_engine, FIRST)
    published(any_engine, "borsetshire")
    with pytest.raises(Invalid, match="nothing would be on file for them to go by"):
        any_engine.constitutions.withdraw(
            "borsetshire",
            reason="x",
            by=MONITORING,
            approved_by="MO",
            approved_on=date(2018, 10, 1),
        )
    assert any_engine.constitutions.in_use("borsetshire")


def test_an_edition_that_can_be_read_no_more_can_be_replaced_or_withdrawn(
    any_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by a later version, which reads other keys: and no other council's rules fail with it."""
    adopt(any_engine)

    def reads_no_nines(text: str, file: str) -> Any:
        found, complaints = parse(text, file)
        if "days = 9" in text:
            return None, (Problem(file, "days", "Nine is no more.", "Give another."),)
        return found, complaints

    monkeypatch.setattr(reading, "parse", reads_no_nines)
    editions.parsed.cache_clear()
    with pytest.raises(BadConstitution):
        any_engine.constitutions.in_use(LARKSHIRE)
    assert any_engine.constitutions.in_use(HEREFORDSHIRE)
    assert any_engine.constitutions.all_in_use().named(HEREFORDSHIRE)
    assert LARKSHIRE in any_engine.constitutions.all_in_use().names()
    done = adopt(any_engine, TEXT)
    assert isinstance(done, EditionAdopted)
    assert (done.before, days(any_engine.constitutions.in_use(LARKSHIRE))) == (None, 5)
    monkeypatch.undo()
    editions.parsed.cache_clear()


def test_the_same_text_with_another_approval_is_another_edition(any_engine: Engine) -> None:
    adopt(any_engine)
    adopt(any_engine, approved_by="Cabinet")
    assert [each.adopted.approved_by for each in any_engine.constitutions.editions(LARKSHIRE)] == [
        "Full council", "Cabinet",
    ]  # fmt: skip


def test_the_last_sheet_of_a_stream_and_the_streams_under_a_name(any_engine: Engine) -> None:
    with any_engine.transactions.reading() as work:
        assert work.journal.latest("constitution/none") is None
        assert work.journal.streams("constitution/") == []
    adopt(any_engine)
    adopt(any_engine, TEXT)
    with any_engine.transactions.reading() as work:
        latest = work.journal.latest(f"constitution/{LARKSHIRE}")
        assert latest == work.journal.stream(f"constitution/{LARKSHIRE}")[-1]
        assert work.journal.streams("constitution/") == [f"constitution/{LARKSHIRE}"]
        assert work.journal.streams("constitution_") == [], "a mark of a pattern is no pattern"
        assert f"constitution/{LARKSHIRE}" in work.journal.streams()
