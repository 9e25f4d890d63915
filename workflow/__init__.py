"""The life of a council's executive decision, as an engine.

    from workflow import open_engine

    engine = open_engine("decisions.db")
    engine.may_implement("HFD-2018-001")

Importing this loads no database, no calendar, no state machine and no terminal: each is loaded
when it is first needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workflow.clock import Clock, ManualClock, SystemClock
    from workflow.engine import Engine, open_engine
    from workflow.errors import Refusal, WorkflowError
    from workflow.lifecycle.attempt import Refused, Taken
    from workflow.model.kind import Access, Kind
    from workflow.model.people import Actor, Person, Role
    from workflow.model.state import State
    from workflow.model.statement import Conflict, Statement, Urgency
    from workflow.store.schema import not_ours
    from workflow.store.sqlite import make_sqlite_safe
    from workflow.store.tables import METADATA

_FOUND_IN = {
    "Access": "workflow.model.kind",
    "Actor": "workflow.model.people",
    "Clock": "workflow.clock",
    "Conflict": "workflow.model.statement",
    "Engine": "workflow.engine",
    "Kind": "workflow.model.kind",
    "METADATA": "workflow.store.tables",
    "ManualClock": "workflow.clock",
    "Person": "workflow.model.people",
    "Refusal": "workflow.errors",
    "Refused": "workflow.lifecycle.attempt",
    "Role": "workflow.model.people",
    "State": "workflow.model.state",
    "Statement": "workflow.model.statement",
    "SystemClock": "workflow.clock",
    "Taken": "workflow.lifecycle.attempt",
    "Urgency": "workflow.model.statement",
    "WorkflowError": "workflow.errors",
    "make_sqlite_safe": "workflow.store.sqlite",
    "not_ours": "workflow.store.schema",
    "open_engine": "workflow.engine",
}

__all__ = [
    "METADATA",
    "Access",
    "Actor",
    "Clock",
    "Conflict",
    "Engine",
    "Kind",
    "ManualClock",
    "Person",
    "Refusal",
    "Refused",
    "Role",
    "State",
    "Statement",
    "SystemClock",
    "Taken",
    "Urgency",
    "WorkflowError",
    "make_sqlite_safe",
    "not_ours",
    "open_engine",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    try:
        place = _FOUND_IN[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
    return getattr(import_module(place), name)


def __dir__() -> list[str]:
    """Give the public names."""
    return __all__
