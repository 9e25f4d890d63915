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
    from workflow.answers.as_json import as_json
    from workflow.authority import Authority
    from workflow.calendars.nations import Nation
    from workflow.clock import Clock, ManualClock, SystemClock
    from workflow.engine import Engine, open_engine
    from workflow.errors import (
        BadConstitution,
        BeyondCalendar,
        Busy,
        Damaged,
        Invalid,
        JournalBroken,
        NotFound,
        NoTimeZones,
        NotOnFile,
        NotSetUp,
        NotYours,
        Refusal,
        Stale,
        UnsafeEngine,
        WorkflowError,
    )
    from workflow.explanation.explain import Explanation
    from workflow.model.call_in_period import CallInPeriod
    from workflow.model.decision import Decision
    from workflow.model.kind import Access, Kind
    from workflow.model.people import Actor, Person, Role
    from workflow.model.state import State
    from workflow.model.statement import Conflict, Statement, Urgency
    from workflow.procedures.attempt import Refused, Taken
    from workflow.register.extent import Extent, Newest
    from workflow.register.query import DecisionQuery
    from workflow.register.questions import NextStep, Permission
    from workflow.register.register_acts import Erased
    from workflow.register.verify import Break, Verified
    from workflow.store.schema import not_ours
    from workflow.store.sqlite import make_sqlite_safe
    from workflow.store.tables import METADATA

_FOUND_IN = {
    "Access": "workflow.model.kind",
    "Actor": "workflow.model.people",
    "Authority": "workflow.authority",
    "BadConstitution": "workflow.errors",
    "BeyondCalendar": "workflow.errors",
    "Break": "workflow.register.verify",
    "Busy": "workflow.errors",
    "Clock": "workflow.clock",
    "Conflict": "workflow.model.statement",
    "Damaged": "workflow.errors",
    "Decision": "workflow.model.decision",
    "Engine": "workflow.engine",
    "Erased": "workflow.register.register_acts",
    "Explanation": "workflow.explanation.explain",
    "Extent": "workflow.register.extent",
    "Invalid": "workflow.errors",
    "JournalBroken": "workflow.errors",
    "Kind": "workflow.model.kind",
    "METADATA": "workflow.store.tables",
    "ManualClock": "workflow.clock",
    "Nation": "workflow.calendars.nations",
    "Newest": "workflow.register.extent",
    "NextStep": "workflow.register.questions",
    "NoTimeZones": "workflow.errors",
    "NotFound": "workflow.errors",
    "NotOnFile": "workflow.errors",
    "NotSetUp": "workflow.errors",
    "NotYours": "workflow.errors",
    "Permission": "workflow.register.questions",
    "Person": "workflow.model.people",
    "Refusal": "workflow.errors",
    "Refused": "workflow.procedures.attempt",
    "Role": "workflow.model.people",
    "DecisionQuery": "workflow.register.ports",
    "Stale": "workflow.errors",
    "State": "workflow.model.state",
    "Statement": "workflow.model.statement",
    "SystemClock": "workflow.clock",
    "Taken": "workflow.procedures.attempt",
    "UnsafeEngine": "workflow.errors",
    "Urgency": "workflow.model.statement",
    "Verified": "workflow.register.verify",
    "CallInPeriod": "workflow.model.call_in_period",
    "WorkflowError": "workflow.errors",
    "as_json": "workflow.answers.as_json",
    "make_sqlite_safe": "workflow.store.sqlite",
    "not_ours": "workflow.store.schema",
    "open_engine": "workflow.engine",
}

__all__ = [
    "METADATA",
    "Access",
    "Actor",
    "Authority",
    "BadConstitution",
    "BeyondCalendar",
    "Break",
    "Busy",
    "CallInPeriod",
    "Clock",
    "Conflict",
    "Damaged",
    "Decision",
    "DecisionQuery",
    "Engine",
    "Erased",
    "Explanation",
    "Extent",
    "Invalid",
    "JournalBroken",
    "Kind",
    "ManualClock",
    "Nation",
    "Newest",
    "NextStep",
    "NoTimeZones",
    "NotFound",
    "NotOnFile",
    "NotSetUp",
    "NotYours",
    "Permission",
    "Person",
    "Refusal",
    "Refused",
    "Role",
    "Stale",
    "State",
    "Statement",
    "SystemClock",
    "Taken",
    "UnsafeEngine",
    "Urgency",
    "Verified",
    "WorkflowError",
    "as_json",
    "make_sqlite_safe",
    "not_ours",
    "open_engine",
]


if not TYPE_CHECKING:  # a checker would take any name at all for one of ours

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
