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
    from workflow.answers.as_ics import as_ics
    from workflow.answers.as_json import as_json
    from workflow.answers.as_markdown import as_markdown
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
    from workflow.explanation.calendar_entries import DecisionDates, DecisionDay
    from workflow.explanation.deadline import Deadline
    from workflow.explanation.explain import Explanation
    from workflow.explanation.printed_notice import PrintedNotice
    from workflow.impact.date_change import DateChange
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
    from workflow.model.statement import ConflictOfInterest, Statement, Urgency
    from workflow.planning.planned import Plan
    from workflow.planning.saved_plan import SavedPlan
    from workflow.procedures.attempt import Refused, Taken
    from workflow.register.calendar_acts import DaysAdopted
    from workflow.register.close_run import CloseRun, NotClosed
    from workflow.register.constitution_acts import EditionAdopted
    from workflow.register.councils import Councils
    from workflow.register.editions import Edition
    from workflow.register.extent import NewestEntry, RegisterExtent
    from workflow.register.facts import DecisionFacts
    from workflow.register.journal import ReadEntry
    from workflow.register.journal_entry import JournalEntry
    from workflow.register.own_streams import RegisterStream
    from workflow.register.query import DecisionQuery
    from workflow.register.questions import NextStep, Permission
    from workflow.register.register_acts import Erased
    from workflow.register.verify import JournalBreak, Verification
    from workflow.register.versions import StatementVersion
    from workflow.reports.contents import Report, ReportSubject
    from workflow.store.schema import not_the_engines
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
    "Busy": "workflow.errors",
    "Calendar": "workflow.calendars.days",
    "CallInPeriod": "workflow.model.call_in_period",
    "Clock": "workflow.clock",
    "CloseRun": "workflow.register.close_run",
    "ComparedDays": "workflow.calendars.lists.compare",
    "ConflictOfInterest": "workflow.model.statement",
    "Constitution": "workflow.constitution.constitution",
    "CouncilDay": "workflow.calendars.council",
    "Councils": "workflow.register.councils",
    "Damaged": "workflow.errors",
    "DateChange": "workflow.impact.date_change",
    "DayKind": "workflow.calendars.council",
    "DayList": "workflow.calendars.lists.day_list",
    "DaysAdopted": "workflow.register.calendar_acts",
    "Deadline": "workflow.explanation.deadline",
    "Decision": "workflow.model.decision",
    "DecisionDates": "workflow.explanation.calendar_entries",
    "DecisionDay": "workflow.explanation.calendar_entries",
    "DecisionFacts": "workflow.register.facts",
    "DecisionQuery": "workflow.register.query",
    "Edition": "workflow.register.editions",
    "EditionAdopted": "workflow.register.constitution_acts",
    "Engine": "workflow.engine",
    "Erased": "workflow.register.register_acts",
    "Explanation": "workflow.explanation.explain",
    "ImportAssessment": "workflow.importing.assess",
    "ImportResult": "workflow.importing.write",
    "Inputs": "workflow.model.inputs",
    "Invalid": "workflow.errors",
    "JournalBreak": "workflow.register.verify",
    "JournalBroken": "workflow.errors",
    "JournalEntry": "workflow.register.journal_entry",
    "Kind": "workflow.model.kind",
    "METADATA": "workflow.store.tables",
    "ManualClock": "workflow.clock",
    "Nation": "workflow.calendars.nations",
    "NewestEntry": "workflow.register.extent",
    "NextStep": "workflow.register.questions",
    "NoTimeZones": "workflow.errors",
    "NotClosed": "workflow.register.close_run",
    "NotFound": "workflow.errors",
    "NotOnFile": "workflow.errors",
    "NotSetUp": "workflow.errors",
    "NotYours": "workflow.errors",
    "Permission": "workflow.register.questions",
    "Person": "workflow.model.people",
    "Plan": "workflow.planning.planned",
    "PlanImpact": "workflow.impact.plans",
    "PrintedNotice": "workflow.explanation.printed_notice",
    "ReadEntry": "workflow.register.journal",
    "ReadThrough": "workflow.importing.read",
    "Refusal": "workflow.errors",
    "Refused": "workflow.procedures.attempt",
    "RegisterExtent": "workflow.register.extent",
    "RegisterStream": "workflow.register.own_streams",
    "Report": "workflow.reports.contents",
    "ReportSubject": "workflow.reports.contents",
    "Role": "workflow.model.people",
    "SavedPlan": "workflow.planning.saved_plan",
    "Source": "workflow.importing.sources",
    "Stale": "workflow.errors",
    "State": "workflow.model.state",
    "Statement": "workflow.model.statement",
    "StatementVersion": "workflow.register.versions",
    "SystemClock": "workflow.clock",
    "Taken": "workflow.procedures.attempt",
    "Unit": "workflow.model.call_in_period",
    "UnsafeEngine": "workflow.errors",
    "Urgency": "workflow.model.statement",
    "Verification": "workflow.register.verify",
    "WorkflowError": "workflow.errors",
    "as_ics": "workflow.answers.as_ics",
    "as_json": "workflow.answers.as_json",
    "as_markdown": "workflow.answers.as_markdown",
    "make_sqlite_safe": "workflow.store.sqlite",
    "not_the_engines": "workflow.store.schema",
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
    "Busy",
    "Calendar",
    "CallInPeriod",
    "Clock",
    "CloseRun",
    "ComparedDays",
    "ConflictOfInterest",
    "Constitution",
    "CouncilDay",
    "Councils",
    "Damaged",
    "DateChange",
    "DayKind",
    "DayList",
    "DaysAdopted",
    "Deadline",
    "Decision",
    "DecisionDates",
    "DecisionDay",
    "DecisionFacts",
    "DecisionQuery",
    "Edition",
    "EditionAdopted",
    "Engine",
    "Erased",
    "Explanation",
    "ImportAssessment",
    "ImportResult",
    "Inputs",
    "Invalid",
    "JournalBreak",
    "JournalBroken",
    "JournalEntry",
    "Kind",
    "ManualClock",
    "Nation",
    "NewestEntry",
    "NextStep",
    "NoTimeZones",
    "NotClosed",
    "NotFound",
    "NotOnFile",
    "NotSetUp",
    "NotYours",
    "Permission",
    "Person",
    "Plan",
    "PlanImpact",
    "PrintedNotice",
    "ReadEntry",
    "ReadThrough",
    "Refusal",
    "Refused",
    "RegisterExtent",
    "RegisterStream",
    "Report",
    "ReportSubject",
    "Role",
    "SavedPlan",
    "Source",
    "Stale",
    "State",
    "Statement",
    "StatementVersion",
    "SystemClock",
    "Taken",
    "Unit",
    "UnsafeEngine",
    "Urgency",
    "Verification",
    "WorkflowError",
    "as_ics",
    "as_json",
    "as_markdown",
    "make_sqlite_safe",
    "not_the_engines",
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
