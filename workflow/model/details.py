"""What each step asks for. Every field says what it is, so that commands and forms can ask."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from workflow.errors import Invalid
from workflow.model.named import named
from workflow.model.statement import Statement
from workflow.model.text import instant, line, words


def _asked(help: str, *, long: bool = False) -> Any:
    """Make a field that explains itself on a form or a command line, and says if it is long."""
    return field(metadata={"help": help, "long": long})


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """The step asks for nothing."""


def _must_be_a_statement(given: object) -> None:
    if not isinstance(given, Statement):
        raise Invalid(f"A statement is wanted, not {given!r}.", remedy="Give a workflow.Statement.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A first statement, complete or not."""

    council: str = _asked("The council, by its short name (decisions policy list).")
    statement: Statement = _asked("What is to be put on record.")

    def __post_init__(self) -> None:
        _must_be_a_statement(self.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend:
    """The statement as it is now to read."""

    statement: Statement = _asked("What is to be put on record.")

    def __post_init__(self) -> None:
        _must_be_a_statement(self.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Who authenticated the written statement."""

    signatory: str = _asked("Who signed, as the paper shows it.")

    def __post_init__(self) -> None:
        object.__setattr__(self, "signatory", line(self.signatory, "signatory"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Where the decision was put before the public."""

    where: str = _asked("Where it was published: an address, or 'council offices'.")

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", line(self.where, "place of publication"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn:
    """Who asks for the decision to be called in, on what grounds, and when that was received."""

    requested_by: tuple[str, ...] = _asked("Who asks for it; give it once for each.")
    grounds: str = _asked("The grounds given.", long=True)
    received_at: datetime = _asked("When the request was received: 2018-10-24T16:30, in London.")

    def __post_init__(self) -> None:
        if isinstance(self.requested_by, str) or not self.requested_by:
            raise Invalid("A call-in needs the name of at least one person who asks for it.")
        people = tuple(line(name, "name of who asks") for name in self.requested_by)
        if len({name.casefold() for name in people}) < len(people):
            raise Invalid("The same person is named twice.", remedy="Name each person once.")
        object.__setattr__(self, "requested_by", people)
        object.__setattr__(self, "grounds", words(self.grounds, "grounds"))
        object.__setattr__(self, "received_at", instant(self.received_at, "time of receipt"))


class Outcome(StrEnum):
    """How scrutiny left a decision that was called in."""

    UPHELD = "upheld"
    """Scrutiny considered it, and the decision stands."""
    NO_FURTHER_ACTION = "no-further-action"
    """Scrutiny takes it no further, and the decision stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve:
    """How the call-in ended."""

    outcome: Outcome = _asked("How scrutiny left it.")
    reason: str = _asked("What scrutiny said, or why it takes it no further.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", named(Outcome, self.outcome, "outcome"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


class Review(StrEnum):
    """What the proper officer does about a period whose days count differently now."""

    KEEP = "keep"
    """The deadline stands as it was published."""
    REVISE = "revise"
    """The deadline moves to where the days now put it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDeadline:
    """Whether a deadline is kept or revised after the calendar changed, and why."""

    outcome: Review = _asked("Keep the published deadline, or revise it.")
    reason: str = _asked("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "outcome", named(Review, self.outcome, "outcome"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Implement:
    """What was done to carry the decision out."""

    evidence: str = _asked("What was done, or where that is recorded.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "evidence", words(self.evidence, "evidence"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """The reason for the step."""

    reason: str = _asked("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", words(self.reason, "reason"))


class Holder(StrEnum):
    """On whose account a decision is held."""

    MONITORING_OFFICER = "monitoring-officer"
    FINANCE_OFFICER = "finance-officer"
    COURT = "court"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """On whose account nothing may move, under what authority, and why."""

    on_account_of: Holder = _asked("On whose account it is held.")
    under: str = _asked("The authority: an Act and section, or the court and its order.")
    reason: str = _asked("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "on_account_of", named(Holder, self.on_account_of, "holder"))
        object.__setattr__(self, "under", line(self.under, "authority for the hold"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


Details = (
    Nothing
    | Draft
    | Amend
    | Sign
    | Publish
    | CallIn
    | Resolve
    | ReviewDeadline
    | Implement
    | Because
    | Hold
)
