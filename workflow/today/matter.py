"""A matter that needs a person or ends soon: of which sort it is, when, who sees to it, and what to
type."""

from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.answer_fields import NOT_GIVEN, LawfulInstant
from workflow.clock import london_day
from workflow.model.labelled_enum import LabelledEnum
from workflow.model.people import Role
from workflow.wording.office_holders import NOBODY, OfficeHolders


class MatterKind(LabelledEnum):
    """What needs a person, or ends soon."""

    CALL_IN_ENDS = ("call-in-ends", "last day to call in", "A call-in period ends.")
    NOT_CLOSED = ("not-closed", "close not recorded", "Time has run, and no close recorded it.")
    RULING = ("ruling", "ruling awaited", "A request to call in awaits a ruling.")
    REFUSED_REQUEST = (
        "refused-request",
        "request refused",
        "A request was out of time or not valid, and was refused in the last seven days.",
    )
    TIME_LIMIT = ("time-limit", "time limit", "A body must act on a called-in decision.")
    NO_TIME_LIMIT = (
        "no-time-limit",
        "called in without a time limit",
        "A called-in decision waits, and no time limit runs.",
    )
    DIRECTION = ("direction", "direction ends", "A direction not to implement ends.")
    OUTCOME = (
        "outcome",
        "outcome to record",
        "A body acted in time, and what it did is not on record.",
    )
    CONSENT = ("consent", "consent awaited", "Consent was asked, and is not answered.")
    NOTICE_RUNS = (
        "notice-runs",
        "notice runs",
        "Clear days of notice end: from this day the decision may be made.",
    )
    NOTICE_LAPSES = (
        "notice-lapses",
        "last day of a notice",
        "The last day that a notice gives for the decision.",
    )
    NOTICE_WANTED = (
        "notice-wanted",
        "notice wanted",
        "A draft cannot be signed as planned without notice, or another lawful route.",
    )
    UNSIGNED = ("unsigned", "not signed", "A draft has a day on which it was to be made.")
    UNPUBLISHED = ("unpublished", "not published", "A signed decision is to be published.")
    MINUTES = ("minutes", "minutes not signed", "A record was published before it was signed.")
    QUESTION = ("question", "deadline in question", "A deadline counted again gives more time.")
    PAST_COUNCIL = ("past-council", "after the council ends", "A date is after the council ends.")
    HELD = ("held", "held", "A decision is held until somebody releases it.")
    DISPUTED = ("disputed", "found late", "Something done in time was found too late.")
    IRREGULAR = ("irregular", "irregularity", "An irregularity is not settled.")
    KEY_REPORT = ("key-report", "report on a decision", "Scrutiny required a report.")
    REVIEW = ("review", "review asked", "A review after implementation is not concluded.")
    COUNCIL_REPORT = ("council-report", "report to council", "A report to council is due.")
    CLOSE = ("close", "the close", "The close has not run, or left something.")
    CALENDAR = ("calendar", "end of the calendar", "The published bank holidays end.")
    UNREADABLE = ("unreadable", "cannot be judged", "Something needed to judge it is missing.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayMatter:
    """One thing that needs a person at a council, or ends soon."""

    id: str
    """Its identity, which stays the same for as long as it is to be seen to."""
    kind: MatterKind
    """What sort of thing it is."""
    ref: str = ""
    """The decision; empty for a matter of the council."""
    title: str = ""
    """The decision's title."""
    version: int = field(default=0, metadata=NOT_GIVEN)
    """How many entries the decision's record has."""
    day: date | None = None
    """The day it ends on, in London; None where no time runs."""
    at: LawfulInstant | None = None
    """The instant on that day, where there is an hour; None for the whole day."""
    overdue: bool = False
    """Whether that has passed."""
    by: tuple[Role, ...]
    """The roles that see to it: by the council's own rule where that names them."""
    holders: OfficeHolders = field(default=NOBODY)
    """Who holds those roles today, the first few by name."""
    says: str
    """What is to be seen to, in a sentence or two."""
    commands: tuple[str, ...]
    """What to type, the likeliest first. Words in capitals are to be filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What needs a person at a council, or ends soon, in the order in which to look at it."""

    council: str
    """The council, by its short name."""
    council_name: str
    """Its whole name."""
    as_of: datetime
    """When it was asked, in UTC."""
    since: date
    """The day it was asked, in London."""
    until: date
    """The last day that is looked at. What is overdue, or has no time, is there all the same."""
    roles: tuple[Role, ...] | None
    """The roles it was asked for; None for everybody's, and empty for a person who holds none."""
    matters: tuple[TodayMatter, ...]
    """What is overdue, then by when it ends, then what has no time."""


def is_past(day: date | None, at: datetime | None, now: datetime) -> bool:
    """Say whether a time has passed: its instant, or else its whole day."""
    if at is not None:
        return at < now
    return day is not None and day < london_day(now)
