"""Whatever the engine gives can be written as JSON: each method of it, and of its nouns."""

import inspect
import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

from support.councils import COUNCILS, HEREFORDSHIRE
from support.people import AUTHOR, MONITORING, OFFICER
from support.statements import a_statement
from support.steps import called_in, opened, published, signed
from workflow import Engine, Kind, ManualClock, Nation, Refusal, Refused, Role, as_json
from workflow.calendars.council import DayKind
from workflow.calendars.lists.reading import read_published
from workflow.constitution.reading import parse
from workflow.importing import Pages
from workflow.model.call_in_period import Unit
from workflow.planning.saved_plan import read_plan

FILE = COUNCILS / "larkshire.toml"
PAGE = Path(__file__).parents[2] / "data" / "listings" / "list-plain.html"
SINCE, UNTIL, DAY = date(2018, 4, 1), date(2019, 3, 31), date(2018, 10, 23)
NO_ANSWER = {"within", "on_commit", "dispose", "imports.read"}
"""What gives an engine, nothing, or what is read page by page."""


def asked(engine: Engine, folder: Path) -> Iterator[tuple[str, Any]]:
    """Ask the engine everything once, under the name of what is asked."""
    ref, at, by = published(engine), HEREFORDSHIRE, MONITORING
    called = called_in(engine, published(engine))
    text = FILE.read_text(encoding="utf-8")
    rules, _ = parse(text, FILE.name)
    assert rules is not None
    why: dict[str, Any] = {"reason": "R", "source": "S"}
    approved: dict[str, Any] = {"approved_by": "Council", "approved_on": SINCE, "reason": "R"}
    plan = engine.plans.make(at, Kind.KEY, decide_on=date(2019, 1, 16))
    saved = folder / "plan.json"
    saved.write_text(json.dumps(as_json(plan)), encoding="utf-8")
    yield "draft", engine.draft(council=at, statement=a_statement(), by=AUTHOR)
    yield "take", engine.take(ref, "implement", by=OFFICER, evidence="E")
    yield "take", engine.take(ref, "call-in", by=OFFICER, requested_by=("A", "B", "C"), grounds="G",
                              received_at=engine.clock.now())  # fmt: skip
    yield "get", engine.get(called)
    yield "list", engine.list()
    yield "statement", engine.statement(ref)
    yield "standing", engine.standing(ref)
    yield "next", engine.next(called)
    yield "may_implement", engine.may_implement(ref)
    yield "explain", engine.explain(called)
    yield "history", engine.history(called)
    yield "appointments.appoint", engine.appointments.appoint(at, "p", Role.AUTHOR, by=by)
    yield "appointments.list", engine.appointments.list(at)
    yield "appointments.councils", engine.appointments.councils("p")
    yield "appointments.actor", engine.appointments.actor(at, "p", "test")
    yield "appointments.end", engine.appointments.end(at, 1, reason="R", by=by)
    yield (
        "calendars.enter_day",
        engine.calendars.enter_day(at, DAY, DayKind.CLOSURE, title="T", by=OFFICER, **why),
    )
    days = engine.calendars.days(at)
    yield "calendars.days", days
    yield "calendars.of", engine.calendars.of(at)
    yield "calendars.in_question", engine.calendars.in_question(at)
    yield "calendars.dates", engine.calendars.dates(ref)
    published_days = read_published(Nation.ENGLAND)
    yield "calendars.compare", engine.calendars.compare(at, published_days)
    yield "calendars.adopt", engine.calendars.adopt(at, published_days, by=OFFICER, **why)
    yield "calendars.adoptions", engine.calendars.adoptions(at)
    yield "calendars.impact", engine.calendars.impact(at, days)
    yield (
        "calendars.deadline",
        engine.calendars.deadline(start=DAY, days=4, nation=Nation.ENGLAND, unit=Unit.WORKING),
    )
    yield "constitutions.impact", engine.constitutions.impact(rules)
    yield (
        "constitutions.adopt",
        engine.constitutions.adopt(text, file=FILE.name, by=by, **approved),
    )
    yield "constitutions.in_use", engine.constitutions.in_use(at)
    yield "constitutions.all_in_use", engine.constitutions.all_in_use()
    yield "constitutions.editions", engine.constitutions.editions("larkshire")
    yield "constitutions.own_files", engine.constitutions.own_files(engine.get(ref))
    yield "constitutions.on_register", engine.constitutions.on_register(Nation.ENGLAND)
    yield "constitutions.past_the_end", engine.constitutions.past_the_end(at)
    yield "constitutions.withdraw", engine.constitutions.withdraw("larkshire", by=by, **approved)
    entries = engine.journal.entries(called)
    part = entries[0][0].texts[0].part
    yield "journal.entries", entries
    yield "journal.streams", engine.journal.streams()
    yield "journal.versions", engine.journal.versions(ref)
    yield "journal.clock_in_doubt", engine.journal.clock_in_doubt()
    yield "journal.verify", engine.journal.verify()
    yield "journal.erase", engine.journal.erase(called, 1, part, "R", by=by)
    yield "plans.make", plan
    yield "plans.impact", engine.plans.impact(read_plan(saved), days)
    yield "today", engine.today(at)
    yield "publishing.open_for_call_in", engine.publishing.open_for_call_in(at)
    yield "publishing.forward_plan", engine.publishing.forward_plan(at)
    yield "publishing.open_days", engine.publishing.open_days(at)
    yield "publishing.plan_days", engine.publishing.plan_days(at)
    yield "reports.make", engine.reports.make("call-ins", at, SINCE, UNTIL)
    yield "publishing.call_in_words", engine.publishing.call_in_words(ref)
    yield "publishing.notice", engine.publishing.notice(ref)
    now = engine.clock.now()
    yield "publishing.notice_if_published", engine.publishing.notice_if_published(ref, now)
    made_now = engine.publishing.notice_if_published(signed(engine), now)
    yield "publishing.notice_if_published", made_now
    made: dict[str, Any] = {"made_on": SINCE, "by": OFFICER}
    yield "reports.record", engine.reports.record("call-ins", at, SINCE, SINCE, **made)
    yield "reports.recorded", engine.reports.recorded(at)
    pages = list(engine.imports.pages(at, Pages(PAGE)))
    yield "imports.pages", pages
    listed = tuple(each for page in pages for each in page.assessed)
    yield "imports.compare", engine.imports.compare(at, listed)
    yield "imports.write", engine.imports.write(at, listed, by=by)
    yield "close_due", engine.close_due()
    yield "reports.runs", engine.reports.runs()
    yield "reports.facts", list(engine.reports.facts())


def answering(face: type, before: str = "") -> Iterator[str]:
    """Give every public method of the engine and of its nouns, as in "calendars.of"."""
    for name, value in vars(face).items():
        if name[:1] == "_":
            continue
        if isinstance(value, cached_property):
            made = value.func.__annotations__["return"]
            noun = getattr(import_module(f"workflow.engine.{name}"), made.strip("'"))
            yield from answering(noun, f"{name}.")
        elif callable(value):
            yield f"{before}{name}"


def test_whatever_the_engine_gives_can_be_written(
    sqlite_address: str, clock: ManualClock, tmp_path: Path
) -> None:
    """A method that is new is asked here too."""
    found = set()
    for name, answer in asked(opened(sqlite_address, clock), tmp_path):
        found.add(name)
        assert json.loads(json.dumps(as_json(answer))) == as_json(answer), name
    assert found == set(answering(Engine)) - NO_ANSWER


def given_with_a_refusal() -> Iterator[tuple[str, type]]:
    """Give each record that a method gives where it does not refuse, by the method's name."""
    for name in answering(Engine):
        noun, _, method = name.rpartition(".")
        kind = Engine
        if noun:
            kind = getattr(import_module(f"workflow.engine.{noun}"), noun.capitalize())
        arms = set(get_args(inspect.signature(getattr(kind, method)).return_annotation))
        if arms & {Refusal, Refused}:
            yield from ((name, each) for each in arms - {Refusal, Refused})


def test_truth_tells_every_answer_from_a_refusal() -> None:
    """A refusal is falsy, so nothing that stands beside one may be: not even an empty list."""
    found = dict(given_with_a_refusal())
    assert {"take", "explain", "calendars.dates", "imports.write"} <= found.keys()
    for name, kind in found.items():
        truth = getattr(kind, "__bool__", None)
        always = get_type_hints(truth)["return"] == Literal[True] if truth else True
        sealed = truth is not None or getattr(kind, "__final__", False)
        assert (always, sealed, hasattr(kind, "__len__")) == (True, True, False), name


def test_a_journal_that_does_not_verify_is_an_answer_that_says_no(
    sqlite_address: str, clock: ManualClock
) -> None:
    engine = opened(sqlite_address, clock)
    assert not engine.journal.verify()
    published(engine)
    assert engine.journal.verify()
