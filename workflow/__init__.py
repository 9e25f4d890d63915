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
    from workflow.calendars.council import CouncilDay, DayKind
    from workflow.calendars.days import Calendar
    from workflow.calendars.lists.compare import ComparedDays
    from workflow.calendars.lists.day_list import DayList
    from workflow.calendars.nations import Nation
    from workflow.clock import Clock, ManualClock, SystemClock
    from workflow.constitution.constitution import Constitution
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
    from workflow.explanation.deadline import Deadline
    from workflow.explanation.explain import Explanation
    from workflow.explanation.printed_notice import PrintedNotice
    from workflow.explanation.renderers.calendar_days import DecisionDay
    from workflow.impact.moved import Moved
    from workflow.impact.plans import PlanImpact
    from workflow.importing.assess import ImportAssessment
    from workflow.importing.read import AssessedPage, ReadThrough
    from workflow.importing.sources import Source
    from workflow.importing.write import ImportResult
    from workflow.model.call_in_period import CallInPeriod, Unit
    from workflow.model.decision import Decision
    from workflow.model.inputs import Inputs
    from workflow.model.kind import Access, Kind
    from workflow.model.people import Actor, Appointment, Person, Role
    from workflow.model.state import State
    from workflow.model.statement import Conflict, Statement, Urgency
    from workflow.planning.planned import Plan
    from workflow.planning.saved_plan import KeptPlan
    from workflow.procedures.attempt import Refused, Taken
    from workflow.register.calendar_acts import DaysAdopted
    from workflow.register.close_run import CloseRun, Left
    from workflow.register.constitution_acts import EditionAdopted
    from workflow.register.councils import Councils
    from workflow.register.editions import Edition
    from workflow.register.extent import Extent, Newest
    from workflow.register.facts import Facts
    from workflow.register.journal import ReadEntry
    from workflow.register.journal_entry import JournalEntry
    from workflow.register.own_streams import OwnStream
    from workflow.register.query import DecisionQuery
    from workflow.register.questions import NextStep, Permission
    from workflow.register.register_acts import Erased
    from workflow.register.verify import Break, Verified
    from workflow.register.versions import Version
    from workflow.reports.contents import Report, ReportSubject
    from workflow.store.schema import not_ours
    from workflow.store.sqlite import make_sqlite_safe
    from workflow.store.tables import METADATA

_FOUND_IN = {
    "Access": "workflow.model.kind",
    "Actor": "workflow.model.people",
    "Appointment": "workflow.model.people",
    "AssessedPage": "workflow.importing.read",
    "Authority": "workflow.authority",
    "BadConstitution": "workflow.errors",
    "BeyondCalendar": "workflow.errors",
    "Break": "workflow.register.verify",
    "Busy": "workflow.errors",
    "Calendar": "workflow.calendars.days",
    "CallInPeriod": "workflow.model.call_in_period",
    "Clock": "workflow.clock",
    "CloseRun": "workflow.register.close_run",
    "ComparedDays": "workflow.calendars.lists.compare",
    "Conflict": "workflow.model.statement",
    "Constitution": "workflow.constitution.constitution",
    "CouncilDay": "workflow.calendars.council",
    "Councils": "workflow.register.councils",
    "Damaged": "workflow.errors",
    "DayKind": "workflow.calendars.council",
    "DayList": "workflow.calendars.lists.day_list",
    "DaysAdopted": "workflow.register.calendar_acts",
    "Deadline": "workflow.explanation.deadline",
    "Decision": "workflow.model.decision",
    "DecisionDay": "workflow.explanation.renderers.calendar_days",
    "DecisionQuery": "workflow.register.query",
    "Edition": "workflow.register.editions",
    "EditionAdopted": "workflow.register.constitution_acts",
    "Engine": "workflow.engine",
    "Erased": "workflow.register.register_acts",
    "Explanation": "workflow.explanation.explain",
    "Extent": "workflow.register.extent",
    "Facts": "workflow.register.facts",
    "ImportAssessment": "workflow.importing.assess",
    "ImportResult": "workflow.importing.write",
    "Inputs": "workflow.model.inputs",
    "Invalid": "workflow.errors",
    "JournalBroken": "workflow.errors",
    "JournalEntry": "workflow.register.journal_entry",
    "KeptPlan": "workflow.planning.saved_plan",
    "Kind": "workflow.model.kind",
    "Left": "workflow.register.close_run",
    "METADATA": "workflow.store.tables",
    "ManualClock": "workflow.clock",
    "Moved": "workflow.impact.moved",
    "Nation": "workflow.calendars.nations",
    "Newest": "workflow.register.extent",
    "NextStep": "workflow.register.questions",
    "NoTimeZones": "workflow.errors",
    "NotFound": "workflow.errors",
    "NotOnFile": "workflow.errors",
    "NotSetUp": "workflow.errors",
    "NotYours": "workflow.errors",
    "OwnStream": "workflow.register.own_streams",
    "Permission": "workflow.register.questions",
    "Person": "workflow.model.people",
    "Plan": "workflow.planning.planned",
    "PlanImpact": "workflow.impact.plans",
    "PrintedNotice": "workflow.explanation.printed_notice",
    "ReadEntry": "workflow.register.journal",
    "ReadThrough": "workflow.importing.read",
    "Refusal": "workflow.errors",
    "Refused": "workflow.procedures.attempt",
    "Report": "workflow.reports.contents",
    "ReportSubject": "workflow.reports.contents",
    "Role": "workflow.model.people",
    "Source": "workflow.importing.sources",
    "Stale": "workflow.errors",
    "State": "workflow.model.state",
    "Statement": "workflow.model.statement",
    "SystemClock": "workflow.clock",
    "Taken": "workflow.procedures.attempt",
    "Unit": "workflow.model.call_in_period",
    "UnsafeEngine": "workflow.errors",
    "Urgency": "workflow.model.statement",
    "Verified": "workflow.register.verify",
    "Version": "workflow.register.versions",
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
    "Appointment",
    "AssessedPage",
    "Authority",
    "BadConstitution",
    "BeyondCalendar",
    "Break",
    "Busy",
    "Calendar",
    "CallInPeriod",
    "Clock",
    "CloseRun",
    "ComparedDays",
    "Conflict",
    "Constitution",
    "CouncilDay",
    "Councils",
    "Damaged",
    "DayKind",
    "DayList",
    "DaysAdopted",
    "Deadline",
    "Decision",
    "DecisionDay",
    "DecisionQuery",
    "Edition",
    "EditionAdopted",
    "Engine",
    "Erased",
    "Explanation",
    "Extent",
    "Facts",
    "ImportAssessment",
    "ImportResult",
    "Inputs",
    "Invalid",
    "JournalBroken",
    "JournalEntry",
    "KeptPlan",
    "Kind",
    "Left",
    "ManualClock",
    "Moved",
    "Nation",
    "Newest",
    "NextStep",
    "NoTimeZones",
    "NotFound",
    "NotOnFile",
    "NotSetUp",
    "NotYours",
    "OwnStream",
    "Permission",
    "Person",
    "Plan",
    "PlanImpact",
    "PrintedNotice",
    "ReadEntry",
    "ReadThrough",
    "Refusal",
    "Refused",
    "Report",
    "ReportSubject",
    "Role",
    "Source",
    "Stale",
    "State",
    "Statement",
    "SystemClock",
    "Taken",
    "Unit",
    "UnsafeEngine",
    "Urgency",
    "Verified",
    "Version",
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
