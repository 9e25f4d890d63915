"""Sealed text can be erased for good; and it never was in the journal's words or in the outbox."""

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.event import listens_for

from support.councils import COUNCILS
from support.lives.canaries import CANARY, canary, lives_full_of_canaries
from support.lives.every_state import LIVES
from support.people import AUTHOR, MAKER, MONITORING, OFFICER, someone
from support.registers import database, let_go
from support.statements import a_statement
from support.steps import drafted, must, published, signed
from workflow import Engine, Erased, ManualClock, Role, make_sqlite_safe
from workflow.errors import NotFound
from workflow.model.evolve import replay
from workflow.model.json_data import sealed_names
from workflow.procedures.attempt import Refused
from workflow.procedures.events import EVENTS
from workflow.store import sqlite


def _outbox(engine: Engine) -> list[str]:
    with engine.transactions.reading() as work:
        return list(work.outbox.all())


def test_erased_text_is_gone_and_the_chain_still_verifies(any_engine: Engine) -> None:
    """The text reads as erased, the row still equals the replay, and the act is on record."""
    ref = published(any_engine)
    before = any_engine.get(ref)
    assert any_engine.journal.erase(ref, 2, "signatory", "Asked for.", by=MONITORING)
    signature = any_engine.history(ref)[1]
    assert getattr(signature.event, "signatory", "") == "[erased]"
    assert signature.erased == ("signatory",)
    assert any_engine.get(ref) == before
    assert replay(ref, (each.event for each in any_engine.history(ref))) == before
    verified = any_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (5, ())
    with any_engine.transactions.reading() as work:
        (record,) = work.journal.stream("erasures/herefordshire")
    assert record.name == "text-erased"


def test_what_is_erased_cannot_be_erased_again(any_engine: Engine) -> None:
    """Nor can a part that never was; neither leaves a record."""
    ref = published(any_engine)
    assert any_engine.journal.erase(ref, 1, "by", "Asked for.", by=MONITORING)
    for entry, part in ((1, "by"), (1, "signatory"), (9, "by"), (0, "by")):
        with pytest.raises(NotFound, match="no text called"):
            any_engine.journal.erase(ref, entry, part, "Asked for.", by=MONITORING)
    with any_engine.transactions.reading() as work:
        assert len(work.journal.stream("erasures/herefordshire")) == 1


def test_only_the_monitoring_officer_erases(any_engine: Engine) -> None:
    """Anyone else is refused, and the text stays."""
    ref = published(any_engine)
    assert isinstance(any_engine.journal.erase(ref, 1, "by", "Asked for.", by=OFFICER), Refused)
    assert any_engine.history(ref)[0].by == "an.author"


def test_every_part_of_every_life_can_be_erased(any_engine: Engine, clock: ManualClock) -> None:
    """Whatever is sealed can go once a life has ended, and everything still verifies."""
    ended = ("implemented", "withdrawn", "implemented, then a request found", "lapsed, implemented")
    for name in (*ended, "rescinded", "superseded"):
        ref = LIVES[name](any_engine, clock)
        with any_engine.transactions.reading() as work:
            sheets = work.journal.stream(f"decision/{ref}")
        for sheet in sheets:
            for sealed in sheet.texts:
                assert any_engine.journal.erase(ref, sheet.seq, sealed.part, "Old.", by=MONITORING)
        history = any_engine.history(ref)
        assert sum(len(read.erased) for read in history) == sum(len(s.texts) for s in sheets)
        assert replay(ref, (read.event for read in history)) == any_engine.get(ref)
    assert any_engine.journal.verify().breaks == ()
    assert any_engine.statement(ref).decision is None


def test_erased_text_is_nowhere_left_in_the_file(sqlite_engine: Engine, tmp_path: Path) -> None:
    """Erased for good: not one byte of it is left in the file, in free pages or beside it."""
    secret = f"{CANARY}signatory"
    long = f"{CANARY}reasons " + "and so on " * 2_000
    ref = drafted(sqlite_engine, reasons=long)
    must(sqlite_engine.take(ref, "sign", by=MAKER, signatory=secret))
    file = tmp_path / "register.db"
    must(sqlite_engine.take(ref, "withdraw", by=MAKER, reason="Overtaken."))
    let_go(sqlite_engine)
    assert secret.encode() in file.read_bytes()
    for entry, part in ((2, "signatory"), (1, "statement")):
        assert sqlite_engine.journal.erase(ref, entry, part, "Asked for.", by=MONITORING)
    let_go(sqlite_engine)
    left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert CANARY.encode() not in left
    assert b"and so on and so on" not in left
    verified = sqlite_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (5, ())


def _left_in(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.iterdir())


def test_erased_text_leaves_the_log_too_while_others_have_the_register_open(
    sqlite_engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, unless somebody is reading just then: that is said, and the next erasure sees to
    it."""
    monkeypatch.setattr(sqlite, "_LET_GO_MS", 1)
    ref = drafted(sqlite_engine)
    must(sqlite_engine.take(ref, "sign", by=MAKER, signatory=f"{CANARY}one"))
    must(sqlite_engine.take(ref, "withdraw", by=MAKER, reason=f"{CANARY}two"))
    with closing(sqlite3.connect(tmp_path / "register.db", isolation_level=None)) as host:
        host.execute("SELECT count(*) FROM cd_texts").fetchall()
        assert f"{CANARY}one".encode() in _left_in(tmp_path)
        gone = sqlite_engine.journal.erase(ref, 2, "signatory", "Asked for.", by=MONITORING)
        assert isinstance(gone, Erased)
        assert gone.lingers == ""
        assert f"{CANARY}one".encode() not in _left_in(tmp_path)
        host.execute("BEGIN")
        host.execute("SELECT count(*) FROM cd_texts").fetchall()
        not_yet = sqlite_engine.journal.erase(ref, 3, "reason", "Asked for.", by=MONITORING)
        assert isinstance(not_yet, Erased)
        assert "It goes when that has finished, at the next erasure" in not_yet.lingers
        host.execute("COMMIT")
        assert sqlite_engine.journal.erase(ref, 3, "by", "Asked for.", by=MONITORING)
        assert CANARY.encode() not in _left_in(tmp_path)
    assert sqlite_engine.journal.verify().breaks == ()


def test_it_is_said_where_erased_text_may_be_still(postgres_engine: Engine) -> None:
    """PostgreSQL keeps an old row until it vacuums; and of a host's, nothing is kept before its
    commit."""
    ref = drafted(postgres_engine)
    gone = postgres_engine.journal.erase(ref, 1, "by", "Asked for.", by=MONITORING)
    assert isinstance(gone, Erased)
    assert "VACUUM cd_texts" in gone.lingers


def test_a_rehearsal_says_nothing_of_where_the_text_is(sqlite_engine: Engine) -> None:
    ref = drafted(sqlite_engine)
    tried = sqlite_engine.journal.erase(ref, 1, "by", "Asked for.", by=MONITORING, dry_run=True)
    assert isinstance(tried, Erased)
    assert tried.lingers == ""


def test_on_a_hosts_connection_the_text_leaves_the_file_too(
    sqlite_address: str, sqlite_engine: Engine, tmp_path: Path
) -> None:
    """Though the host's own engine overwrites nothing of what it deletes."""
    long = f"{CANARY}reasons " + "and so on " * 2_000
    ref = drafted(sqlite_engine, reasons=long)
    must(sqlite_engine.take(ref, "withdraw", by=MAKER, reason="No."))
    let_go(sqlite_engine)
    host = make_sqlite_safe(create_engine(f"sqlite:///{sqlite_address}"))

    @listens_for(host, "connect")
    def _as_the_host_likes(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA secure_delete=OFF").close()

    with host.connect() as lent, lent.begin():
        gone = sqlite_engine.within(lent).journal.erase(ref, 1, "statement", "Old.", by=MONITORING)
        assert isinstance(gone, Erased)
        assert gone.lingers.startswith("The text goes with your commit.")
    host.dispose()
    assert CANARY.encode() not in _left_in(tmp_path)
    assert b"and so on and so on" not in _left_in(tmp_path)


def test_no_sealed_text_is_in_the_outbox_or_in_the_words_of_the_journal(
    engine: Engine, clock: ManualClock
) -> None:
    """A canary in every sealed field is found in the side table and nowhere else."""
    lives_full_of_canaries(engine, clock)
    assert engine.appointments.appoint(
        "larkshire",
        canary("appointed"),
        Role.MONITORING_OFFICER,
        by=someone(canary("host"), Role.AUTHOR),
        name=canary("shown"),
    )
    with database(engine).connect() as connection:
        sealed = connection.execute(text("SELECT text FROM cd_texts")).scalars().all()
        words = connection.execute(text("SELECT body FROM cd_journal")).scalars().all()
        names = set(connection.execute(text("SELECT name FROM cd_journal")).scalars())
    # What is sealed is in the engine's own words where it says that early action was agreed, and
    # when; by which file of a host's own a step was judged; and why a request was refused.
    of_a_refusal = ('["It was received at ', '["The time for a call-in ended at ')
    own = ('"the chair of scrutiny consented on ', f'"{COUNCILS}', *of_a_refusal)
    assert all(CANARY in each or each == "null" or each.startswith(own) for each in sealed)
    assert len(sealed) > 50
    assert not [each for each in words if CANARY in each]
    assert not [each for each in _outbox(engine) if CANARY in each]
    having = {kind.name for kind in EVENTS if sealed_names(kind)}
    having -= {"deadline-reviewed", "limit-reviewed", "called-in"}  # the last is written no more
    assert having <= names


def test_the_outbox_has_one_cloud_event_for_each_entry_of_a_decision(
    any_engine: Engine, clock: ManualClock
) -> None:
    """In the same transaction, in the same order, with the same names and times; and none for
    the streams of people and days."""
    assert any_engine.appointments.appoint(
        "herefordshire", "m", Role.MONITORING_OFFICER, by=MONITORING
    )
    ref = LIVES["implemented by rule"](any_engine, clock)
    sheets = [sheet for sheet, _ in any_engine.journal.entries(ref)]
    events = [json.loads(each) for each in _outbox(any_engine)]
    assert [each["id"] for each in events] == [f"decision/{ref}/{s.seq}" for s in sheets]
    assert [each["type"] for each in events] == [
        f"council-decisions.decision.{sheet.name}" for sheet in sheets
    ]
    assert [datetime.fromisoformat(each["time"]) for each in events] == [s.at for s in sheets]
    assert [each["data"]["version"] for each in events] == [1, 2, 3, 4, 5, 6]
    for event in events:
        assert event["specversion"] == "1.0"
        assert event["subject"] == event["data"]["ref"] == ref
        assert event["source"] == "/council-decisions/herefordshire"
        assert event["datacontenttype"] == "application/json"
        assert event.keys() == {
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "data",
        }


def test_a_refused_or_rehearsed_step_puts_nothing_in_the_outbox(any_engine: Engine) -> None:
    """Nobody is told of what did not happen."""
    ref = signed(any_engine)
    before = _outbox(any_engine)
    assert not any_engine.take(ref, "publish", by=AUTHOR, where="offices")
    assert any_engine.take(ref, "publish", by=OFFICER, where="offices", dry_run=True)
    assert _outbox(any_engine) == before


def test_the_statement_that_a_live_decision_rests_on_is_not_erased(any_engine: Engine) -> None:
    """It is refused with the cure, and the text stays; one that was amended since may go."""
    ref = drafted(any_engine)
    must(any_engine.take(ref, "amend", by=AUTHOR, statement=a_statement(title="Another")))
    assert any_engine.journal.erase(ref, 1, "statement", "Asked for.", by=MONITORING)
    refused = any_engine.journal.erase(ref, 2, "statement", "Asked for.", by=MONITORING)
    assert isinstance(refused, Refused)
    assert [each.code for each in refused.refusals] == ["text-still-needed"]
    assert any_engine.statement(ref).title == "Another"
    verified = any_engine.journal.verify()
    assert (verified.checked, verified.breaks) == (3, ())
