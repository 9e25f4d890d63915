"""What needs somebody at a council, by its kind, however far ahead."""

from datetime import timedelta

from support.councils import HEREFORDSHIRE
from workflow import Engine, MatterKind, TodayMatter


def of(engine: Engine, kind: MatterKind, council: str = HEREFORDSHIRE) -> list[TodayMatter]:
    """Give the matters of one kind within a year."""
    last = engine.clock.now().date() + timedelta(days=365)
    return [each for each in engine.today(council, until=last).matters if each.kind is kind]


def one(engine: Engine, kind: MatterKind, council: str = HEREFORDSHIRE) -> TodayMatter:
    """Give the only matter of one kind."""
    (found,) = of(engine, kind, council)
    return found
