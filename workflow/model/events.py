"""What has happened to a decision, in the past tense. A field marked sealed holds text that is
kept beside the journal, so that it can be erased while the journal still verifies."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from workflow.authority import Authority
from workflow.model.details import Holder, Outcome, Review
from workflow.model.kind import Kind
from workflow.model.period import Window
from workflow.model.statement import Statement


def _sealed() -> Any:
    """Make a field whose text is kept beside the journal, under a salted digest."""
    return field(metadata={"sealed": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, at an instant in UTC that the law goes by."""

    name: ClassVar[str]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted(Event):
    """The decision was first written down."""

    name: ClassVar[str] = "drafted"
    council: str
    kind: Kind
    title: str
    statement: Statement = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended(Event):
    """The draft was changed."""

    name: ClassVar[str] = "amended"
    kind: Kind
    title: str
    statement: Statement = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed(Event):
    """The decision had been made, and its written statement was authenticated."""

    name: ClassVar[str] = "signed"
    made_on: date
    """The civil day on which the decision was made."""
    signatory: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Event):
    """The signed decision was put before the public."""

    name: ClassVar[str] = "published"
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInOpened(Event):
    """The period began in which the decision may be called in."""

    name: ClassVar[str] = "call-in-opened"
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class TookEffect(Event):
    """The decision took effect at once, with no call-in period."""

    name: ClassVar[str] = "took-effect"
    because: str
    authority: Authority
    edition: str
    stated: str = _sealed()
    """What is stated on the record of it: for urgency the reason, and who agreed and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledIn(Event):
    """The decision was called in, by a request received in time."""

    name: ClassVar[str] = "called-in"
    received_at: datetime
    requested_by: tuple[str, ...] = _sealed()
    grounds: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFound(Event):
    """A request, received in time, was found after the decision counted as implemented."""

    name: ClassVar[str] = "request-found"
    received_at: datetime
    requested_by: tuple[str, ...] = _sealed()
    grounds: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInResolved(Event):
    """Scrutiny was done with the decision, and it took effect."""

    name: ClassVar[str] = "call-in-resolved"
    outcome: Outcome
    reason: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallInClosed(Event):
    """The call-in period ended unused, and the decision took effect."""

    name: ClassVar[str] = "call-in-closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineReviewed(Event):
    """The calendar had changed, and the deadline was kept or revised by a person."""

    name: ClassVar[str] = "deadline-reviewed"
    outcome: Review
    window: Window
    reason: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImplementedByRule(Event):
    """The decision counts as implemented on taking effect: the council records no later step."""

    name: ClassVar[str] = "implemented-by-rule"
    authority: Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class Implemented(Event):
    """The decision was carried out."""

    name: ClassVar[str] = "implemented"
    evidence: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(Event):
    """The decision was withdrawn."""

    name: ClassVar[str] = "withdrawn"
    reason: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(Event):
    """Nothing may move until the hold is released."""

    name: ClassVar[str] = "held"
    on_account_of: Holder
    under: str
    reason: str = _sealed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Released(Event):
    """The hold was released."""

    name: ClassVar[str] = "released"
    reason: str = _sealed()


EVENTS: tuple[type[Event], ...] = (
    Drafted,
    Amended,
    Signed,
    Published,
    CallInOpened,
    TookEffect,
    CalledIn,
    RequestFound,
    CallInResolved,
    CallInClosed,
    DeadlineReviewed,
    ImplementedByRule,
    Implemented,
    Withdrawn,
    Held,
    Released,
)
BY_NAME: dict[str, type[Event]] = {kind.name: kind for kind in EVENTS}
