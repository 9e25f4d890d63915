"""An actor may be bound to one council, and then acts at no other; one that is bound to none says
so on the record."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cached_property
from inspect import isfunction, signature
from pathlib import Path
from typing import Any

import pytest

from workflow import Actor, Kind, ManualClock, Role, Statement, open_engine
from workflow.calendars.council import DayKind
from workflow.constitution.shipped import shipped
from workflow.engine import Engine
from workflow.errors import Invalid
from workflow.model.people import Person
from workflow.procedures.attempt import Refused, Taken

NOW = datetime(2018, 10, 18, 9, tzinfo=UTC)
EVERYTHING = frozenset(Role)
HERE, THERE = "herefordshire", "salford"
PAPER = Statement(title="Road resurfacing", body="Cabinet", kind=Kind.KEY)
TEXT = shipped()[THERE].read_text(encoding="utf-8")
UNREAD: Any = None
"""What an act is given, and does not come to read."""

ACTS: dict[str, Callable[[Engine, Actor], object]] = {
    "draft": lambda e, by: e.draft(council=THERE, statement=PAPER, by=by),
    "take": lambda e, by: e.take("T-1", "withdraw", by=by, reason="r"),
    "amend": lambda e, by: e.take("T-1", "amend", by=by, statement=PAPER),
    "close one": lambda e, by: e.take("T-1", "close", by=by),
    "appoint": lambda e, by: e.appointments.appoint(THERE, "x", Role.MEMBER, by=by),
    "end an appointment": lambda e, by: e.appointments.end(THERE, 1, reason="r", by=by),
    "enter a day": lambda e, by: e.calendars.enter_day(
        THERE, date(2018, 12, 27), DayKind.CLOSURE, title="t", reason="r", source="s", by=by,
    ),
    "adopt days": lambda e, by: e.calendars.adopt(
        THERE, UNREAD, reason="r", source="s", by=by
    ),
    "erase": lambda e, by: e.journal.erase("T-1", 1, "statement", "r", by=by),
    "adopt a constitution": lambda e, by: e.constitutions.adopt(
        TEXT, file="s.toml", approved_by="a", approved_on=date(2018, 1, 1), reason="r", by=by
    ),
    "withdraw a constitution": lambda e, by: e.constitutions.withdraw(
        THERE, approved_by="a", approved_on=date(2018, 1, 1), reason="r", by=by
    ),
    "record a report": lambda e, by: e.reports.record(
        "call-ins", THERE, date(2018, 1, 1), date(2018, 6, 30), made_on=date(2018, 7, 1), by=by
    ),
    "import": lambda e, by: e.imports.write(THERE, (UNREAD,), by=by),
}  # fmt: skip
"""Every act of the engine that somebody does; what each is given is refused before it is read."""


PARTS = {
    "": Engine,
    **{
        name: type(getattr(Engine(UNREAD, UNREAD, UNREAD), name))
        for name, part in vars(Engine).items()
        if isinstance(part, cached_property)
    },
}
"""The engine, and each part of it by its name."""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    made = open_engine(str(tmp_path / "register.db"), clock=ManualClock(NOW))
    keeper = Actor(person="k", roles=EVERYTHING, established="a test", council=THERE)
    assert made.draft(council=THERE, statement=PAPER, by=keeper, ref="T-1")
    assert made.appointments.appoint(THERE, "mo", Role.MONITORING_OFFICER, by="k")
    assert made.appointments.appoint(HERE, "mo", Role.MONITORING_OFFICER, by="k")
    return made


@pytest.mark.parametrize("act", ACTS)
def test_an_actor_of_one_council_does_nothing_at_another(engine: Engine, act: str) -> None:
    bound = Actor(person="mo", roles=EVERYTHING, established="sso", council=HERE)
    for by in (bound, engine.appointments.actor(HERE, "mo", "sso")):
        refused = ACTS[act](engine, by)
        assert isinstance(refused, Refused), refused
        (refusal,) = refused.refusals
        assert refusal.code == "of-another-council"
        assert HERE in refusal.because
        assert THERE in refusal.because
    assert engine.get("T-1").version == 1


def test_an_act_that_is_added_is_walked_too() -> None:
    """Every method of the engine that takes `by` is among the acts above."""
    takes_by = {
        f"{part}.{name}".lstrip(".")
        for part, kind in PARTS.items()
        for name, method in vars(kind).items()
        if not name.startswith("_") and isfunction(method) and "by" in signature(method).parameters
    }
    assert takes_by == {
        "draft", "take", "appointments.appoint", "appointments.end", "calendars.enter_day",
        "calendars.adopt", "journal.erase", "constitutions.adopt", "constitutions.withdraw",
        "imports.write", "next", "reports.record", "today",
    }  # fmt: skip


def test_nothing_is_open_to_an_actor_of_another_council(engine: Engine) -> None:
    bound = Actor(person="mo", roles=EVERYTHING, established="sso", council=HERE)
    assert not any(step.open for step in engine.next("T-1", by=bound))
    at_home = Actor(person="mo", roles=EVERYTHING, established="sso", council=THERE)
    assert any(step.open for step in engine.next("T-1", by=at_home))


def test_an_actor_is_bound_when_the_engine_makes_it(engine: Engine) -> None:
    assert engine.appointments.actor(HERE, "mo", "sso").council == HERE


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (Actor(person="x", roles=EVERYTHING, established="sso"), "sso; bound to no council"),
        (Actor(person="x", roles=EVERYTHING, established="sso", council=THERE), "sso"),
    ],
)
def test_the_record_says_where_an_actor_is_bound_to_no_council(
    engine: Engine, by: Actor, told: str
) -> None:
    assert isinstance(engine.take("T-1", "withdraw", by=by, reason="r"), Taken)
    assert [entry.established for entry in engine.history("T-1")][-1] == told


def test_an_actor_whose_council_a_host_does_not_know_is_not_bound_to_none() -> None:
    """A column that is null would have been an actor of every council."""
    for unknown in (None, 0, False):
        with pytest.raises(Invalid, match="council"):
            Actor(person="x", roles=EVERYTHING, established="sso", council=unknown)  # type: ignore[arg-type]


def test_a_person_acts_in_the_roles_that_they_hold_as_the_act_is_written(engine: Engine) -> None:
    engine.appointments.appoint(THERE, "po", Role.PROPER_OFFICER, by="mo")
    known = Person(person="po", established="single sign-on")
    assert isinstance(engine.take("T-1", "withdraw", by=known, reason="r"), Taken)
    assert [entry.established for entry in engine.history("T-1")][-1] == (
        "single sign-on; appointment 3"
    )
    stranger = engine.take("T-1", "withdraw", by=Person(person="no", established="sso"), reason="r")
    assert isinstance(stranger, Refused)
    assert "not-authorised" in [each.code for each in stranger.refusals]


def test_rules_of_a_file_of_ones_own_are_named_on_the_record(tmp_path: Path) -> None:
    own = tmp_path / "rules"
    own.mkdir()
    words = TEXT.replace("Salford", "Salford (ours)", 1)
    (own / "salford.toml").write_text(words, encoding="utf-8")
    made = open_engine(str(tmp_path / "r.db"), clock=ManualClock(NOW), constitutions=[own])
    by = Actor(person="k", roles=EVERYTHING, established="sso", council=THERE)
    assert made.draft(council=THERE, statement=PAPER, by=by, ref="T-1")
    (entry,) = made.history("T-1")
    assert entry.established.startswith(f"sso; rules from {own / 'salford.toml'} (SHA-256 ")
    shipped_ones = Actor(person="k", roles=EVERYTHING, established="sso", council=HERE)
    assert made.draft(council=HERE, statement=PAPER, by=shipped_ones, ref="H-1")
    assert [each.established for each in made.history("H-1")] == ["sso"]
