"""What is asked for when a decision is asked to be called in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, Instant, Line, Read, Words, input_field
from workflow.text import line, words

WHICH = "Which request, by its number; may be left out when there is only one it can be."


def _people(names: object, called: str) -> tuple[str, ...]:
    if isinstance(names, str) or not isinstance(names, tuple | list):
        raise Invalid(_NOBODY, remedy=_NAME_THEM)
    people = tuple(line(name, called) for name in names)
    if len({name.casefold() for name in people}) < len(people):
        raise Invalid("The same person is named twice.", remedy="Name each person once.")
    return people


def _grounds(grounds: object, called: str) -> tuple[str, ...]:
    given = (grounds,) if isinstance(grounds, str) else grounds
    if not isinstance(given, tuple | list) or not given:
        raise Invalid("A call-in needs a ground.", remedy="Give it with --grounds.")
    return tuple(words(each, called) for each in given)


def _number(number: object, called: str) -> int:
    if type(number) is not int or not 0 <= number <= 1_000_000:
        raise Invalid(f"{number!r} is no number of {called}.", remedy="Give a whole number.")
    return number


def _must_name_someone(people: tuple[str, ...], electors: int) -> None:
    if not people and not electors:
        raise Invalid(_NOBODY, remedy=_NAME_THEM)


_NOBODY = "A call-in needs the name of at least one person who asks for it."
_NAME_THEM = "Give each of them: --requested-by NAME, once for each; or, of electors, --electors."
People = Annotated[tuple[str, ...], Read(_people)]
Grounds = Annotated[tuple[str, ...], Read(_grounds)]
Number = Annotated[int, Read(_number)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn(Inputs):
    """Who asks for the decision to be called in, on what grounds, and when that was received."""

    requested_by: People = input_field(
        "Who asks for it; give it once for each.", shown=True, default=(), called="name of who asks"
    )
    grounds: Grounds = input_field(
        "A ground, in words; from a council's list as NAME: PARTICULARS. Give it once for each.",
        called="ground",
    )
    received_at: Instant = input_field(
        "When the request was received: 24 Oct 4.30pm.", called="time of receipt"
    )
    how: Line | None = input_field(
        "How it was received: by email, by hand.", default=None, called="way it was received"
    )
    alternative: Words | None = input_field(
        "The alternative that it proposes, if it does.", default=None
    )
    electors: Number = input_field("How many registered electors signed, once checked.", default=0)

    @property
    def call_in_received_at(self) -> datetime | None:
        """Give when the request was received."""
        return self.received_at

    @property
    def done_at(self) -> datetime:
        return self.received_at

    def check(self) -> None:
        _must_name_someone(self.requested_by, self.electors)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLateRequest(CallIn):
    """A request that was in time, and was found only after implementation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportRequest(Inputs):
    """Who joins those who ask, and when that was received."""

    request: int | None = input_field(WHICH, default=None)
    requested_by: People = input_field(
        "Who supports it; give it once for each.", shown=True, default=(), called="name of who asks"
    )
    received_at: Instant = input_field(
        "When that was received: 24 Oct 4.30pm.", called="time of receipt"
    )
    electors: Number = input_field(
        "How many more registered electors signed, once checked.", default=0
    )

    @property
    def done_at(self) -> datetime:
        return self.received_at

    def check(self) -> None:
        _must_name_someone(self.requested_by, self.electors)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOnRequest(Inputs):
    """Which request is ruled on, and why it is so ruled."""

    request: int | None = input_field(WHICH, default=None)
    reason: Words = input_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptRequest(RuleOnRequest):
    """Which request is accepted, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectRequest(RuleOnRequest):
    """Which request is rejected, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest(Inputs):
    """Who withdraws from a request, and why."""

    request: int | None = input_field(WHICH, default=None)
    requested_by: People = input_field(
        "Who withdraws, once for each; if left out, everyone who asked.",
        default=(),
        called="name of who asks",
    )
    reason: Words = input_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifyGround(Inputs):
    """Which ground is certified, and what the certificate says."""

    request: int | None = input_field(WHICH, default=None)
    ground: Line = input_field("The ground, by its name in the council's list.")
    certificate: Words = input_field("What the certificate says.")
