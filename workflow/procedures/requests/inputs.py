"""What is asked for when a decision is asked to be called in."""

from dataclasses import dataclass
from datetime import datetime

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, input_field
from workflow.text import instant, line, words

WHICH = "Which request, by its number; may be left out when there is only one it can be."


def _people(names: object, *, some: bool) -> tuple[str, ...]:
    if isinstance(names, str) or not isinstance(names, tuple | list) or (some and not names):
        raise Invalid("A call-in needs the name of at least one person who asks for it.")
    people = tuple(line(name, "name of who asks") for name in names)
    if len({name.casefold() for name in people}) < len(people):
        raise Invalid("The same person is named twice.", remedy="Name each person once.")
    return people


def _count(number: object, what: str) -> None:
    if type(number) is not int or not 0 <= number <= 1_000_000:
        raise Invalid(f"{number!r} is no number of {what}.", remedy="Give a whole number.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn(Inputs):
    """Who asks for the decision to be called in, on what grounds, and when that was received."""

    requested_by: tuple[str, ...] = input_field(
        "Who asks for it; give it once for each.", shown=True, default=()
    )
    grounds: tuple[str, ...] = input_field(
        "A ground, in words; from a council's list as NAME: PARTICULARS. Give it once for each."
    )
    received_at: datetime = input_field("When the request was received: 24 Oct 4.30pm.")
    how: str | None = input_field("How it was received: by email, by hand.", default=None)
    alternative: str | None = input_field(
        "The other course that it proposes, where it does.", long=True, default=None
    )
    electors: int = input_field("How many registered electors signed, once checked.", default=0)

    @property
    def call_in_received_at(self) -> datetime | None:
        """Give when the request was received."""
        return self.received_at

    def __post_init__(self) -> None:
        _count(self.electors, "electors")
        people = _people(self.requested_by, some=not self.electors)
        object.__setattr__(self, "requested_by", people)
        given = (self.grounds,) if isinstance(self.grounds, str) else self.grounds
        if not isinstance(given, tuple | list) or not given:
            raise Invalid("A call-in needs a ground.", remedy="Give it with --grounds.")
        object.__setattr__(self, "grounds", tuple(words(each, "ground") for each in given))
        object.__setattr__(self, "received_at", instant(self.received_at, "time of receipt"))
        if self.how is not None:
            object.__setattr__(self, "how", line(self.how, "way it was received"))
        if self.alternative is not None:
            object.__setattr__(self, "alternative", words(self.alternative, "alternative"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLateRequest(CallIn):
    """A request that was in time, and was found only after implementation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportRequest(Inputs):
    """Who joins those who ask, and when that was received."""

    request: int | None = input_field(WHICH, default=None)
    requested_by: tuple[str, ...] = input_field(
        "Who joins it; give it once for each.", shown=True, default=()
    )
    received_at: datetime = input_field("When that was received: 24 Oct 4.30pm.")
    electors: int = input_field(
        "How many more registered electors signed, once checked.", default=0
    )

    def __post_init__(self) -> None:
        _count(self.electors, "electors")
        people = _people(self.requested_by, some=not self.electors)
        object.__setattr__(self, "requested_by", people)
        object.__setattr__(self, "received_at", instant(self.received_at, "time of receipt"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOnRequest(Inputs):
    """Which request is ruled on, and why it is so ruled."""

    request: int | None = input_field(WHICH, default=None)
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reason", words(self.reason, "reason"))


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
    requested_by: tuple[str, ...] = input_field(
        "Who withdraws, once for each; all who asked, where it is left out.", default=()
    )
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        people = _people(self.requested_by, some=False)
        object.__setattr__(self, "requested_by", people)
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifyGround(Inputs):
    """Which ground is certified, and what the certificate says."""

    request: int | None = input_field(WHICH, default=None)
    ground: str = input_field("The ground, by its name in the council's list.")
    certificate: str = input_field("What the certificate says.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ground", line(self.ground, "ground"))
        object.__setattr__(self, "certificate", words(self.certificate, "certificate"))
