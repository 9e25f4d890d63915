"""What one register exported is imported to another as the same facts, or is left for a person."""

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from support.councils import COUNCILS
from support.fakes.register import MemoryRegister
from support.lives.every_state import LIVES
from support.people import AUTHOR, OFFICER
from support.statements import a_statement
from support.steps import must
from workflow import Engine, ManualClock
from workflow.engine import load_councils
from workflow.importing.assess import ImportOutcome
from workflow.importing.export.exported import Exported
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.register.facts import COLUMNS, DecisionFacts, to_cells, to_row

Opener = Callable[..., Engine]
SAME = ("council", "kind", "title", "state", "made_on", "published_at", "effective_at",
        "implemented_at", "last_day", "effective_from")  # fmt: skip

MOVED = datetime(2018, 10, 18, 9, tzinfo=UTC)


def exported(engine: Engine, path: Path) -> list[DecisionFacts]:
    facts = list(engine.reports.facts())
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *map(to_row, facts)])
    return facts


@pytest.mark.parametrize("life", LIVES)
def test_every_life_comes_in_as_the_same_facts_or_is_left(
    sqlite_engine: Engine, clock: ManualClock, open_register: Opener, tmp_path: Path, life: str
) -> None:
    LIVES[life](sqlite_engine, clock)
    other = open_register(str(tmp_path / "other.db"))
    for was in exported(sqlite_engine, tmp_path / "out.csv"):
        source = Exported(tmp_path / "out.csv", was.council)
        with other.imports.read(was.council, source) as pages:
            (page,) = pages
            (found,) = [each for each in page.assessed if each.listed.identity == was.ref]
            done = other.imports.write(was.council, (found,), by=OFFICER)
        stands = was.state in (State.EFFECTIVE, State.IMPLEMENTED, State.CALL_IN_OPEN)
        over = was.effective_from is not None and was.effective_from <= clock.now()
        awaits = was.held or was.requests_pending or (was.state is State.CALL_IN_OPEN and over)
        if not stands or awaits:
            assert found.outcome is ImportOutcome.NEEDS_PERSON, found
            assert found.why
            assert not done.written
            continue
        assert found.outcome is not ImportOutcome.NEEDS_PERSON, found.why
        (ref,) = done.written
        now = next(each for each in other.reports.facts() if each.ref == ref)
        assert [getattr(now, each) for each in SAME] == [getattr(was, each) for each in SAME]
        assert other.imports.write(was.council, (found,), by=OFFICER).odd == (), (
            "read again, the same"
        )
        assert other.journal.verify().breaks == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": Kind.KEY}, ["key: no, and now yes."]),
        ({"kind": Kind.OFFICER_NON_KEY}, ["kind: non-key, and now officer-non-key."]),
        ({"title": "Other"}, ["title: Ofsted action plan, and now Other."]),
        ({"published_at": MOVED}, ["published at: 2018-10-18T"]),
        ({"called_in_at": MOVED}, ["called in at: nothing, and now 2018-10-18T09:00:00.000000Z."]),
        ({"held": True}, ["held: nothing, and now True."]),
        ({"source": "Another page"}, ["source: Larkshire Council, constitution, Part 4"]),
    ],
)
def test_what_is_exported_again_otherwise_is_named(
    sqlite_engine: Engine,
    clock: ManualClock,
    tmp_path: Path,
    changed: dict[str, Any],
    said: list[str],
) -> None:
    LIVES["implemented"](sqlite_engine, clock)
    (was,) = sqlite_engine.reports.facts()
    other = Engine(MemoryRegister(), load_councils([COUNCILS]), clock)
    for facts in (was, replace(was, **changed)):
        with (tmp_path / "out.csv").open("w", newline="") as file:
            csv.writer(file).writerows([COLUMNS, to_row(facts)])
        source = Exported(tmp_path / "out.csv", was.council)
        (page,) = other.imports.pages(was.council, source)
        done = other.imports.write(was.council, page.assessed, by=OFFICER)
    found = [each.split(" with another ")[-1] for each in done.odd]
    assert [each[: len(begins)] for each, begins in zip(found, said, strict=True)] == said


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("published_at", "2018-10-18T14:10:00.000000"),
        ("effective_at", "0001-01-01T00:00:00+05:00"),
        ("effective_at", "9999-12-31T23:59:59-05:00"),
        ("made_on", "0001-01-01"),
        ("last_day", "9999-12-31"),
        ("made_on", "2018-02-30"),
    ],
)
def test_a_day_or_an_instant_that_none_has_is_named_and_the_rest_go_on(
    sqlite_engine: Engine,
    clock: ManualClock,
    tmp_path: Path,
    ending: str,
    column: str,
    value: str,
) -> None:
    LIVES["implemented"](sqlite_engine, clock)
    (was,) = sqlite_engine.reports.facts()
    whole: dict[str, Any] = {**to_cells(was)}
    if ending == "csv":
        whole = dict(zip(COLUMNS, to_row(was), strict=True))
    broken = {**whole, "ref": "LAR-2018-900", column: value}
    path = tmp_path / f"out.{ending}"
    with path.open("w", newline="") as file:
        if ending == "csv":
            sheet = csv.DictWriter(file, COLUMNS)
            sheet.writeheader()
            sheet.writerows([broken, whole])
        else:
            file.writelines(f"{json.dumps(each)}\n" for each in (broken, whole))
    (read,) = Exported(path, was.council).reads()
    assert [each.split(":")[1].strip() for each in read.unread] == [column]
    assert [each.identity for each in read.listed] == [was.ref]


def test_a_decision_made_before_the_calendar_begins_stops_nothing(
    sqlite_engine: Engine, clock: ManualClock, tmp_path: Path
) -> None:
    """Its dates differ from the rule's: the likely cause is looked for, and never beyond it."""
    LIVES["implemented"](sqlite_engine, clock)
    (was,) = sqlite_engine.reports.facts()
    assert was.last_day is not None
    odd = replace(was, made_on=date(2009, 1, 2), last_day=was.last_day - timedelta(days=1))
    with (tmp_path / "out.csv").open("w", newline="") as file:
        csv.writer(file).writerows([COLUMNS, to_row(odd)])
    other = Engine(MemoryRegister(), load_councils([COUNCILS]), clock)
    (page,) = other.imports.pages(was.council, Exported(tmp_path / "out.csv", was.council))
    assert "is printed as the last day for call-in" in page.assessed[0].irregular[0]


def test_what_this_register_exported_itself_is_only_compared(
    sqlite_engine: Engine, clock: ManualClock, tmp_path: Path
) -> None:
    LIVES["call-in open to the end of a day"](sqlite_engine, clock)
    LIVES["draft"](sqlite_engine, clock)
    facts = exported(sqlite_engine, tmp_path / "out.csv")
    source = Exported(tmp_path / "out.csv", facts[0].council)
    (page,) = sqlite_engine.imports.pages(facts[0].council, source)
    done = sqlite_engine.imports.write(facts[0].council, page.assessed, by=OFFICER)
    assert (done.written, done.odd) == ((), ())
    assert done.there == tuple(sorted(each.ref for each in facts))
    draft = next(each.ref for each in facts if each.state is State.DRAFT)
    changed = a_statement(title="Another title")
    must(sqlite_engine.take(draft, "amend", by=AUTHOR, statement=changed))
    (page,) = sqlite_engine.imports.pages(facts[0].council, source)
    comes = {each.listed.identity: (each.outcome, each.why) for each in page.assessed}
    stands, why = comes.pop(draft)
    assert stands is ImportOutcome.NEEDS_PERSON
    assert why == (
        "it is on this register, and is not as it was exported: title was Ofsted action plan, and "
        "is Another title"
    )
    assert set(comes.values()) == {(ImportOutcome.OWN, "")}
    assert sqlite_engine.imports.write(facts[0].council, page.assessed, by=OFFICER).written == ()


def test_an_instant_without_its_time_zone_is_named_and_stops_nothing(
    sqlite_engine: Engine, clock: ManualClock, tmp_path: Path
) -> None:
    LIVES["call-in open to the end of a day"](sqlite_engine, clock)
    path = tmp_path / "out.csv"
    exported(sqlite_engine, path)
    with path.open(newline="") as file:
        (row,) = csv.DictReader(file)
    row["published_at"] = row["published_at"].removesuffix("Z").removesuffix("+00:00")
    with path.open("w", newline="") as file:
        sheet = csv.DictWriter(file, row)
        sheet.writeheader()
        sheet.writerow(row)
    (read,) = Exported(path, "herefordshire").reads()
    assert not read.listed
    assert "published_at" in read.unread[0]
