"""The register in the how-to pages: five decisions of June 2024, each in another state."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from workflow import (
    Actor,
    ConflictOfInterest,
    Engine,
    Kind,
    ManualClock,
    Role,
    Statement,
    open_engine,
)

COUNCIL = "herefordshire"
PEOPLE = (
    ("p.officer", "P Officer", Role.PROPER_OFFICER),
    ("the.leader", "The Leader", Role.DECISION_MAKER),
    ("d.author", "D Author", Role.AUTHOR),
    ("m.officer", "M Officer", Role.MONITORING_OFFICER),
)
FOUNDER = Actor(person="founder", roles=frozenset(), established="set up for a test")


def at(day: int, hour: int) -> datetime:
    """Give an instant of June 2024, by London's clocks, which are an hour ahead of UTC then."""
    return datetime(2024, 6, day, hour - 1, 30, tzinfo=UTC)


def statement(title: str, **more: Any) -> Statement:
    """Give a statement that can be signed, but for what is given as None."""
    said: dict[str, Any] = {
        "body": "Cabinet",
        "kind": Kind.NON_KEY,
        "made_on": date(2024, 6, 3),
        "decision": "That the programme be approved.",
        "reasons": "The roads are in the worst condition.",
        "alternatives": (),
        "conflicts": tuple[ConflictOfInterest, ...](),
        **more,
    }
    return Statement(title=title, **said)


def build(address: Path) -> None:
    """Make the register in a new file."""
    clock = ManualClock(at(3, 9))
    engine = open_engine(str(address), clock=clock)
    for person, name, role in PEOPLE:
        assert engine.appointments.appoint(COUNCIL, person, role, name=name, by=FOUNDER)
    _drafts(engine)
    for ref in ("HFD-041", "HFD-051", "HFD-052", "HFD-053"):
        assert engine.take(ref, "sign", by="the.leader", signatory="Leader of the Council")
    clock.move_to(at(3, 16))
    _publish(engine, "HFD-041")
    clock.move_to(at(10, 8))
    assert engine.close_due().closed == ["HFD-041"]
    clock.move_to(at(10, 16))
    _publish(engine, "HFD-051")
    _publish(engine, "HFD-053")
    clock.move_to(at(12, 10))
    assert engine.take(
        "HFD-053",
        "call-in",
        by="p.officer",
        requested_by=("Cllr A Member", "Cllr B Member"),
        grounds="The residents were not consulted.",
        received_at=at(12, 9),
    )
    assert engine.take("HFD-053", "request-accept", by="m.officer", reason="In time, with a ground")
    clock.move_to(at(12, 11))
    assert engine.take(
        "HFD-054",
        "amend",
        by="d.author",
        statement=statement("Street lights", reasons=None, alternatives=None),
    )


def _drafts(engine: Engine) -> None:
    for ref, title in (
        ("HFD-041", "Road resurfacing programme"),
        ("HFD-051", "Library opening hours"),
        ("HFD-052", "Car park charges"),
        ("HFD-053", "Bus routes"),
    ):
        said = statement(title)
        assert engine.draft(council=COUNCIL, statement=said, by="d.author", ref=ref)
    bare = statement("Street lights", reasons=None, alternatives=None, conflicts=None)
    assert engine.draft(council=COUNCIL, statement=bare, by="d.author", ref="HFD-054")


def _publish(engine: Engine, ref: str) -> None:
    assert engine.take(ref, "publish", by="p.officer", where="the council website")
