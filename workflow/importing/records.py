"""What a register shows of its decisions, as it was read and as it was printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from workflow.model.kind import Kind
from workflow.model.statement import Statement


class PageKind(Enum):
    """What a page or a file turned out to be."""

    LIST = "list"
    """A list of decisions."""
    DETAILS = "details"
    """The page, or the paper, of one decision."""
    NOTHING = "nothing"
    """A file of a folder that could not be read: `SourceRead.unread` says why."""


class Register(Enum):
    """What kept decisions until they were imported."""

    MODERNGOV = "a ModernGov register"
    SHEET = "a sheet"
    STATEMENT = "a written statement"
    EXPORT = "another register of decisions kept here"


class HeadingStanding(Enum):
    """How far the decisions under one heading of a list have come."""

    FORTHCOMING = "forthcoming"
    """They are still to be made."""
    PUBLISHED = "published"
    """They have been made and published."""
    SUBJECT_TO_CALL_IN = "subject to call-in"
    """They have been made, and may still be called in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedDocument:
    """A document that a decision names."""

    name: str
    """Its name as printed, without the size of its file. It is text, and no path."""
    link: str = ""
    """Its address; empty where there is none that may be followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instants:
    """What a register has that keeps the instants of a decision, and not only its days."""

    published_at: datetime | None = None
    period_ends: datetime | None = None
    """When it takes, or would have taken, effect by its period."""
    request_deadline: datetime | None = None
    effective_at: datetime | None = None
    implemented_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDecision:
    """One decision, as a register shows it; nothing in it is guessed."""

    source: str
    """The name of the file it was read from; of both, where two pages were joined."""
    title: str
    register: Register = Register.MODERNGOV
    elsewhere: bool = False
    """Whether a person says that it is another register's, though it was exported by this engine:
    then it is not compared with what is here under the same reference."""
    identity: str = ""
    """What the register's own address calls it: 13567 for ID=13567, and AIId=26804 or IId=44405 for
    the addresses that count otherwise; its reference where there is no address; else empty."""
    site: str = ""
    """The register's site, as in https://democracy.example.gov.uk; empty where no page says."""
    reference: str = ""
    """The number printed after “ref:”."""
    heading: str = ""
    """The heading of the list it stands under, as printed."""
    around: tuple[str, ...] = ()
    """Other headings, banners and notes that stand around it and tell what became of it."""
    unused: tuple[tuple[str, str], ...] = ()
    """What is printed of it and is read for no field, by label; it is kept, and looked at."""
    standing: HeadingStanding | None = None
    """What that heading says; None where it says nothing of the kind."""
    decided_by: str = ""
    """Who decided, or else the meeting that did."""
    meeting: str = ""
    """The meeting it was decided at, as printed with its date."""
    made_on: date | None = None
    published_on: date | None = None
    effective_from: date | None = None
    last_day: date | None = None
    """The last day on which it may be called in."""
    instants: Instants | None = None
    """Its instants, where the register keeps them; its days above are theirs in London."""
    dated: date | None = None
    """A date headed only “Date”: the register does not say whether it is the day the decision was
    made, was published, or is due."""
    kind: Kind | None = None
    """Its kind, where the register says it in full, as of an officer's decision."""
    is_key: bool | None = None
    """None where the register does not say; so too below."""
    is_subject_to_call_in: bool | None = None
    call_ins: int | None = None
    """How many call-ins are printed."""
    status: str = ""
    """The status as printed."""
    purpose: str = ""
    decision: str = ""
    """The decision's own words; its paragraphs are parted by empty lines."""
    statement: Statement | None = None
    """The written statement itself, where it was read from that."""
    documents: tuple[LinkedDocument, ...] = ()
    link: str = ""
    """The address of its own page; empty where there is none that may be followed."""
    raw: tuple[tuple[str, str], ...] = ()
    """Every label, and what is printed under it, with no more than white space folded."""
    read_for: tuple[tuple[str, str], ...] = ()
    """The labels that a person's mapping names, each with the field it is read for."""
    doubts: tuple[str, ...] = ()
    """What could not be read for certain: each a sentence that names the label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead:
    """What one saved page, or another file, gave."""

    source: str
    """The file's name."""
    kind: PageKind
    council: str = ""
    """The council's name, where the page says it."""
    site: str = ""
    """The register's site, where the page says it."""
    period: tuple[date, date] | None = None
    """The first and the last day the list covers, where the page says them."""
    listed: tuple[ListedDecision, ...] = ()
    unread: tuple[str, ...] = ()
    """What could not be read, each a sentence that says where it stands."""
    remarks: tuple[str, ...] = ()
    """What was done to it so that it could be read, each a sentence that names the file."""
    unsettled: tuple[ListedDecision, ...] = ()
    """Decisions that could not be read, as far as what they are known by goes."""
    cut: bool = False
    """Whether the page breaks off before its end."""
