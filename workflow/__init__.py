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
    from workflow.answers.as_atom import as_atom as as_atom
    from workflow.answers.as_csv import as_csv as as_csv
    from workflow.answers.as_html import as_html as as_html
    from workflow.answers.as_ics import as_ics as as_ics
    from workflow.answers.as_json import as_json as as_json
    from workflow.answers.as_markdown import as_markdown as as_markdown
    from workflow.answers.as_pdf import as_pdf as as_pdf
    from workflow.authority import Authority as Authority
    from workflow.calendars.council import CouncilDay as CouncilDay, DayKind as DayKind
    from workflow.calendars.days import Calendar as Calendar
    from workflow.calendars.lists.compare import ComparedDays as ComparedDays
    from workflow.calendars.lists.day_list import DayList as DayList
    from workflow.calendars.nations import Nation as Nation
    from workflow.clock import (
        Clock as Clock,
        ManualClock as ManualClock,
        SystemClock as SystemClock,
    )
    from workflow.constitution.constitution import Constitution as Constitution
    from workflow.engine import Engine as Engine, open_engine as open_engine
    from workflow.errors import (
        BadConstitution as BadConstitution,
        BeyondCalendar as BeyondCalendar,
        Busy as Busy,
        Damaged as Damaged,
        Invalid as Invalid,
        JournalBroken as JournalBroken,
        NoTimeZones as NoTimeZones,
        NotFound as NotFound,
        NotOnFile as NotOnFile,
        NotSetUp as NotSetUp,
        NotYours as NotYours,
        Refusal as Refusal,
        Stale as Stale,
        UnsafeEngine as UnsafeEngine,
        WorkflowError as WorkflowError,
    )
    from workflow.explanation.calendar_entries import (
        DecisionDates as DecisionDates,
        DecisionDay as DecisionDay,
    )
    from workflow.explanation.deadline import Deadline as Deadline
    from workflow.explanation.explain import Explanation as Explanation
    from workflow.explanation.printed_notice import PrintedNotice as PrintedNotice
    from workflow.impact.date_change import DateChange as DateChange
    from workflow.impact.plans import PlanImpact as PlanImpact
    from workflow.importing.assess import ImportAssessment as ImportAssessment
    from workflow.importing.read import AssessedPage as AssessedPage, ReadThrough as ReadThrough
    from workflow.importing.sources import Source as Source
    from workflow.importing.write import ImportResult as ImportResult
    from workflow.model.call_in_period import CallInPeriod as CallInPeriod, Unit as Unit
    from workflow.model.decision import Decision as Decision
    from workflow.model.inputs import Inputs as Inputs
    from workflow.model.kind import Access as Access, Kind as Kind
    from workflow.model.people import (
        Actor as Actor,
        Appointment as Appointment,
        Person as Person,
        Role as Role,
    )
    from workflow.model.state import State as State
    from workflow.model.statement import (
        ConflictOfInterest as ConflictOfInterest,
        Statement as Statement,
        Urgency as Urgency,
    )
    from workflow.planning.planned import Plan as Plan
    from workflow.planning.saved_plan import SavedPlan as SavedPlan
    from workflow.procedures.attempt import Refused as Refused, Taken as Taken
    from workflow.procedures.permission import Permission as Permission
    from workflow.publishing.forward_plan import ForwardPlan as ForwardPlan
    from workflow.publishing.notice.contents import DecisionNotice as DecisionNotice
    from workflow.publishing.open_decisions import OpenForCallIn as OpenForCallIn
    from workflow.publishing.published_days import PublishedDays as PublishedDays
    from workflow.register.calendar_acts import DaysAdopted as DaysAdopted
    from workflow.register.close_run import CloseRun as CloseRun, NotClosed as NotClosed
    from workflow.register.constitution_acts import EditionAdopted as EditionAdopted
    from workflow.register.councils import Councils as Councils
    from workflow.register.editions import Edition as Edition
    from workflow.register.erasure import Erased as Erased
    from workflow.register.extent import (
        NewestEntry as NewestEntry,
        RegisterExtent as RegisterExtent,
    )
    from workflow.register.facts import DecisionFacts as DecisionFacts
    from workflow.register.journal import ReadEntry as ReadEntry
    from workflow.register.journal_breaks import JournalBreak as JournalBreak
    from workflow.register.journal_entry import JournalEntry as JournalEntry
    from workflow.register.own_streams import RegisterStream as RegisterStream
    from workflow.register.query import DecisionQuery as DecisionQuery
    from workflow.register.questions import NextStep as NextStep
    from workflow.register.report_acts import RecordedReport as RecordedReport
    from workflow.register.verify import Verification as Verification
    from workflow.register.versions import StatementVersion as StatementVersion
    from workflow.reports.contents import Report as Report, ReportSubject as ReportSubject
    from workflow.store.schema import not_the_engines as not_the_engines
    from workflow.store.sqlite import make_sqlite_safe as make_sqlite_safe
    from workflow.store.tables import METADATA as METADATA
    from workflow.today.matter import (
        MatterKind as MatterKind,
        Today as Today,
        TodayMatter as TodayMatter,
    )

_NAMES = {
    "workflow.answers.as_atom": ("as_atom",),
    "workflow.answers.as_csv": ("as_csv",),
    "workflow.answers.as_html": ("as_html",),
    "workflow.answers.as_ics": ("as_ics",),
    "workflow.answers.as_json": ("as_json",),
    "workflow.answers.as_markdown": ("as_markdown",),
    "workflow.answers.as_pdf": ("as_pdf",),
    "workflow.authority": ("Authority",),
    "workflow.calendars.council": ("CouncilDay", "DayKind"),
    "workflow.calendars.days": ("Calendar",),
    "workflow.calendars.lists.compare": ("ComparedDays",),
    "workflow.calendars.lists.day_list": ("DayList",),
    "workflow.calendars.nations": ("Nation",),
    "workflow.clock": ("Clock", "ManualClock", "SystemClock"),
    "workflow.constitution.constitution": ("Constitution",),
    "workflow.engine": ("Engine", "open_engine"),
    "workflow.errors": (
        "BadConstitution", "BeyondCalendar", "Busy", "Damaged", "Invalid", "JournalBroken",
        "NoTimeZones", "NotFound", "NotOnFile", "NotSetUp", "NotYours", "Refusal", "Stale",
        "UnsafeEngine", "WorkflowError",
    ),
    "workflow.explanation.calendar_entries": ("DecisionDates", "DecisionDay"),
    "workflow.explanation.deadline": ("Deadline",),
    "workflow.explanation.explain": ("Explanation",),
    "workflow.explanation.printed_notice": ("PrintedNotice",),
    "workflow.impact.date_change": ("DateChange",),
    "workflow.impact.plans": ("PlanImpact",),
    "workflow.importing.assess": ("ImportAssessment",),
    "workflow.importing.read": ("AssessedPage", "ReadThrough"),
    "workflow.importing.sources": ("Source",),
    "workflow.importing.write": ("ImportResult",),
    "workflow.model.call_in_period": ("CallInPeriod", "Unit"),
    "workflow.model.decision": ("Decision",),
    "workflow.model.inputs": ("Inputs",),
    "workflow.model.kind": ("Access", "Kind"),
    "workflow.model.people": ("Actor", "Appointment", "Person", "Role"),
    "workflow.model.state": ("State",),
    "workflow.model.statement": ("ConflictOfInterest", "Statement", "Urgency"),
    "workflow.planning.planned": ("Plan",),
    "workflow.planning.saved_plan": ("SavedPlan",),
    "workflow.procedures.attempt": ("Refused", "Taken"),
    "workflow.procedures.permission": ("Permission",),
    "workflow.publishing.forward_plan": ("ForwardPlan",),
    "workflow.publishing.notice.contents": ("DecisionNotice",),
    "workflow.publishing.open_decisions": ("OpenForCallIn",),
    "workflow.publishing.published_days": ("PublishedDays",),
    "workflow.register.calendar_acts": ("DaysAdopted",),
    "workflow.register.close_run": ("CloseRun", "NotClosed"),
    "workflow.register.constitution_acts": ("EditionAdopted",),
    "workflow.register.councils": ("Councils",),
    "workflow.register.editions": ("Edition",),
    "workflow.register.erasure": ("Erased",),
    "workflow.register.extent": ("NewestEntry", "RegisterExtent"),
    "workflow.register.facts": ("DecisionFacts",),
    "workflow.register.journal": ("ReadEntry",),
    "workflow.register.journal_breaks": ("JournalBreak",),
    "workflow.register.journal_entry": ("JournalEntry",),
    "workflow.register.own_streams": ("RegisterStream",),
    "workflow.register.query": ("DecisionQuery",),
    "workflow.register.questions": ("NextStep",),
    "workflow.register.report_acts": ("RecordedReport",),
    "workflow.register.verify": ("Verification",),
    "workflow.register.versions": ("StatementVersion",),
    "workflow.reports.contents": ("Report", "ReportSubject"),
    "workflow.store.schema": ("not_the_engines",),
    "workflow.store.sqlite": ("make_sqlite_safe",),
    "workflow.store.tables": ("METADATA",),
    "workflow.today.matter": ("MatterKind", "Today", "TodayMatter"),
}  # fmt: skip
"""The public names, by the module that has them."""
_FOUND_IN = {name: module for module, names in _NAMES.items() for name in names}
__all__ = sorted(_FOUND_IN)


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
