"""What an earlier commit stored is read, verifies, and is written again in the same bytes."""

import json
from collections.abc import Iterator
from enum import Enum
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import sqlite

from support.golden.acts import SALT
from support.golden.registers import FILES, FOLDER, golden, kinds_in, records_in
from support.registers import Postgres, database, let_go
from workflow import METADATA, Actor, Engine, open_engine
from workflow.calendars.council import CouncilDay
from workflow.model.decision import Decision
from workflow.model.evolve import replay
from workflow.model.json_data import field_names, stored_fields
from workflow.model.people import SYSTEM, Appointment
from workflow.model.proceedings import Proceedings
from workflow.register import journal
from workflow.register.events import EVERY_NAME
from workflow.register.journal_entry import JournalEntry
from workflow.store import mapping
from workflow.store.outbox import cloud_event
from workflow.store.runs import row_to_run, run_to_row

TO_DO = "No golden register holds this: see tests/data/golden/README.md, which says how one is made"
CAME_LATER = {"request-found": ("how",)}
"""Fields that an event has since, and that are written whether they are set or not."""


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each golden register, brought up to date."""
    folder = tmp_path_factory.mktemp("golden")
    return {file.stem: golden(file, folder) for file in FILES}


@pytest.fixture(params=[file.stem for file in FILES])
def old(request: pytest.FixtureRequest, addresses: dict[str, str]) -> Iterator[Engine]:
    """An engine on each golden register."""
    opened = open_engine(addresses[request.param])
    yield opened
    let_go(opened)


def _rows(engine: Engine, table: str) -> list[Any]:
    with database(engine).connect() as connection:
        return list(connection.execute(select(METADATA.tables[table])).mappings())


def _as_stored(engine: Engine, table: str) -> list[dict[str, Any]]:
    """Give the rows as the driver has them, in the order of `_rows`."""
    with database(engine).connect() as connection:
        found = connection.exec_driver_sql(f"SELECT * FROM {table}").mappings()
        return [dict(row) for row in found]


def _bound(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Give a row as SQLite's driver would be given it."""
    dialect, found = sqlite.dialect(), {}
    for name, value in row.items():
        kind = METADATA.tables[table].c[name].type.dialect_impl(dialect)
        put = kind.bind_processor(dialect)
        found[name] = value if put is None else put(value)
    return found


def _sheets(engine: Engine) -> list[JournalEntry]:
    with engine.transactions.reading() as work:
        return [sheet for name in work.journal.streams() for sheet in work.journal.stream(name)]


def test_it_verifies_and_its_rows_are_what_its_journal_adds_up_to(old: Engine) -> None:
    verified = old.journal.verify()
    checked, breaks = verified.checked, verified.breaks
    assert breaks == ()
    assert checked > 40


def test_it_verifies_on_the_other_database(old: Engine, postgres: Postgres) -> None:
    """The same rows, in PostgreSQL."""
    name = postgres.lend()
    there = open_engine(postgres.address(name))
    with database(there).execution_options(cd_write=True).begin() as connection:
        for table in METADATA.sorted_tables:
            if table.name != "cd_register" and (rows := _rows(old, table.name)):
                connection.execute(table.insert(), [dict(row) for row in rows])
    found, here = there.journal.verify(), old.journal.verify()
    assert (found.checked, found.breaks) == (here.checked, ())
    let_go(there)
    postgres.give_back(name)


def test_the_constitutions_it_holds_are_in_use(old: Engine) -> None:
    """What was adopted is read today, as it was written then."""
    with old.transactions.reading() as work:
        latest = [work.journal.latest(name) for name in work.journal.streams("constitution/")]
    assert latest
    for sheet in latest:
        if sheet is not None and sheet.name == "constitution-adopted":
            council = sheet.stream.partition("/")[2]
            assert old.constitutions.in_use(council).council == council


def test_each_entry_is_written_again_in_the_same_bytes(
    old: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "token_hex", lambda _: SALT)
    for sheet in _sheets(old):
        again = _written_again(sheet)
        then, now = json.loads(sheet.body), json.loads(again.body)
        later = [name for name in CAME_LATER.get(sheet.name, ()) if name not in then["data"]]
        for name in later:
            assert now["data"].pop(name) == {"sealed": journal.digest(SALT, "null")}
        gone = set(journal.sealed_parts(sheet)) - {text.part for text in sheet.texts}
        for part in gone:
            for place in (now, now["data"], then, then["data"]):
                place.pop(part, None)
        assert now == then, sheet.body
        if not gone and not later:
            assert (again.body, again.hash) == (sheet.body, sheet.hash)
        texts = [text for text in again.texts if text.part not in (*gone, *later)]
        assert sorted(map(repr, texts)) == sorted(map(repr, sheet.texts))


def _written_again(sheet: JournalEntry) -> JournalEntry:
    read = journal.read(sheet)
    kept = {text.part: json.loads(text.text) for text in sheet.texts}
    actor = SYSTEM
    if "by" in json.loads(sheet.body):
        who = kept.get("by") or {"person": "?", "name": "", "established": "?"}
        actor = Actor(**who, roles=frozenset({read.role}))
    rules: Any = SimpleNamespace(rests_on=read.rules, is_own=read.own_rules)
    return journal.write(
        stream=sheet.stream,
        seq=sheet.seq,
        before=sheet.before,
        event=read.event,
        actor=actor,
        role=read.role,
        recorded_at=read.recorded_at,
        late_reason=read.late_reason,
        rules=rules,
    )


def test_each_row_is_written_again_with_the_same_values(old: Engine) -> None:
    """Its JSON columns byte for byte."""
    rows = _rows(old, "cd_decisions")
    for row, as_stored in zip(rows, _as_stored(old, "cd_decisions"), strict=True):
        stored = mapping.row_to_stored(row)
        again = mapping.decision_to_row(stored.decision, stored.head)
        assert _bound("cd_decisions", again) == as_stored
    assert any(row["proceedings"].requests for row in rows)
    runs = _rows(old, "cd_runs")
    for row, as_stored in zip(runs, _as_stored(old, "cd_runs"), strict=True):
        again = run_to_row(row_to_run(row))
        again["passed_over"] = again["passed_over"] or row["passed_over"]
        assert {"number": row["number"], **_bound("cd_runs", again)} == as_stored
    assert runs


def test_each_event_for_others_is_written_again_in_the_same_bytes(old: Engine) -> None:
    sent = {(row["stream"], row["seq"]): row["cloud_event"] for row in _rows(old, "cd_outbox")}
    for each in old.list():
        entries = old.journal.entries(each.ref)
        events = [read.event for _, read in entries]
        for sheet, read in entries:
            by_the_end_of_its_step = {
                cloud_event(sheet, replay(each.ref, events[:end]))
                for end in range(read.seq, len(events) + 1)
            }
            assert sent.pop((sheet.stream, sheet.seq)) in by_the_end_of_its_step
    assert not sent


@pytest.fixture(scope="module")
def found(addresses: dict[str, str]) -> list[Any]:
    """Every record that stands in any of the golden registers."""
    found: list[Any] = []
    for address in addresses.values():
        engine = open_engine(address)
        for sheet in _sheets(engine):
            found += records_in(journal.read(sheet).event)
        for decision in engine.list():
            found += records_in(decision.proceedings)
        let_go(engine)
    return found


def test_every_event_stands_in_one(found: list[Any]) -> None:
    """As the journal names it."""
    assert EVERY_NAME.keys() - {getattr(each, "name", "") for each in found} == set(), TO_DO


def test_every_record_stands_in_one_with_each_field_that_it_may_say(found: list[Any]) -> None:
    every = {kind for each in (*EVERY_NAME.values(), Proceedings) for kind in kinds_in(each)}
    said: dict[type, set[str]] = {}
    for each in found:
        said.setdefault(type(each), set()).update(name for name, _ in stored_fields(each))
    lacking = {
        f"{kind.__name__}.{name}"
        for kind in every
        if kind in said or not hasattr(kind, "__members__")
        for name in field_names(kind)
        if name not in said.get(kind, ())
    }
    assert lacking == set(), TO_DO


def test_every_word_that_may_be_stored_is_known_still() -> None:
    """The value of each member, whatever the member and its enumeration are called."""
    records = (*EVERY_NAME.values(), Decision, Appointment, CouncilDay)
    kinds = {kind for each in records for kind in kinds_in(each) if issubclass(kind, Enum)}
    known = [{member.value for member in kind} for kind in kinds]
    for line in (FOLDER / "words.txt").read_text(encoding="utf-8").splitlines():
        assert any(set(line.split(" | ")) <= words for words in known), line
