"""The written statement: what the record of a decision must say (SI 2012/2089, regs 12–13)."""

from dataclasses import dataclass, field, fields
from datetime import date
from typing import Final, TypeVar

from workflow.errors import Invalid
from workflow.model.json_data import OMITTED_IF_UNSET
from workflow.model.kind import Access, Kind
from workflow.model.labelled_enum import member_named
from workflow.text import clean, day, line

T = TypeVar("T")

ERASED: Final = "[erased]"
"""What stands in place of text that was erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictOfInterest:
    """A conflict of interest declared, with the note of dispensation for it."""

    member: str
    """The member with the conflict."""
    interest: str
    """The interest declared."""
    dispensation: str
    """The note of dispensation granted by the head of paid service, or that none was granted;
    empty while nothing has been noted."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "member", line(self.member, "member with the conflict"))
        object.__setattr__(self, "interest", line(self.interest, "interest declared"))
        object.__setattr__(self, "dispensation", clean(self.dispensation, "dispensation note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Urgency:
    """A claim to special urgency, with who agreed and why (regulation 11)."""

    reason: str | None = None
    """Why it cannot wait."""
    agreed_by: str | None = None
    """Who agreed that it is urgent and cannot reasonably be deferred."""
    capacity: str | None = None
    """The office in which they agreed, such as chair of the relevant scrutiny committee."""
    agreed_on: date | None = None
    """The day on which they agreed."""

    def __post_init__(self) -> None:
        for name, what in (
            ("reason", "reason for urgency"),
            ("agreed_by", "name of who agreed the urgency"),
            ("capacity", "capacity of who agreed the urgency"),
        ):
            text = getattr(self, name)
            if text is not None:
                object.__setattr__(self, name, clean(text, what) or None)
        if self.agreed_on is not None:
            day(self.agreed_on, "day of agreement")


_LINES = {"issue_reference": "issue reference", "body": "body", "title": "title"}
_DAYS = {"made_on": "day it was made", "printed_expiry": "printed expiry"}
_TEXTS = ("purpose", "decision", "reasons", "consultation", "withheld")


def _many(values: object, kind: type[T], what: str) -> tuple[T, ...]:
    if not isinstance(values, tuple | list) or not all(isinstance(each, kind) for each in values):
        raise Invalid(f"The {what}s must be a list, each of them {kind.__name__}.")
    return tuple(values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is to be, or has been, put on record. None means "not said"; () means "none".

    Text is trimmed and in Unicode's normal form (NFC). Raises Invalid for a blank title or body, a
    hidden character, text that is too long, and a value that is not of its field's kind.
    """

    title: str
    """What it is about, in one line."""
    body: str
    """Who decides: the cabinet, a committee, or an individual by office."""
    kind: Kind
    """What kind of decision it is."""
    made_on: date | None = None
    """The civil day on which the decision was made."""
    decision: str | None = None
    """What was decided."""
    reasons: str | None = None
    """Why."""
    alternatives: tuple[str, ...] | None = None
    """Alternatives considered and rejected; an empty tuple says expressly that there were none."""
    conflicts: tuple[ConflictOfInterest, ...] | None = None
    """Conflicts declared; an empty tuple says expressly that none was declared."""
    purpose: str | None = None
    """What it is for."""
    access: Access | None = None
    """Whether the public may see it."""
    urgency: Urgency | None = None
    """The claim to special urgency."""
    withheld: str | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """The part that is kept from the public: exempt or confidential. No notice ever prints it.
    Where it is given, the rest is open."""
    issue_reference: str | None = None
    """The council's own number for the matter."""
    wards: tuple[str, ...] = ()
    """The wards that it affects most, where that decides who may ask for it to be called in."""
    education: bool = False
    """Whether it is about education, on which co-opted members of scrutiny may ask too."""
    private_meeting: bool = False
    """Whether it was made at a meeting, or part of one, held in private."""
    consultation: str | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """What consultation there was, or why there was none."""
    attended: tuple[str, ...] = field(default=(), metadata=OMITTED_IF_UNSET)
    """The members who attended the meeting at which it was made, or the one who decided alone."""
    apologies: tuple[str, ...] | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """Who sent apologies; an empty tuple says expressly that nobody did."""
    printed_expiry: date | None = None
    """The call-in expiry day printed on the council's own paper, for comparison only."""

    @property
    def is_erased(self) -> bool:
        """Say whether its text was erased. A field is then None because nobody knows what it
        said."""
        return self.title == self.body == ERASED

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", member_named(Kind, self.kind, "kind of decision"))
        if self.access is not None:
            object.__setattr__(self, "access", member_named(Access, self.access, "kind of access"))
        for name, what in _DAYS.items():
            if getattr(self, name) is not None:
                day(getattr(self, name), what)
        for name, what in _LINES.items():
            text = getattr(self, name)
            if text is not None or name != "issue_reference":
                object.__setattr__(self, name, line(text, what))
        for name in _TEXTS:
            text = getattr(self, name)
            if text is not None:
                object.__setattr__(self, name, clean(text, name) or None)
        object.__setattr__(self, "wards", _many(self.wards, str, "ward"))
        object.__setattr__(self, "wards", tuple(line(ward, "ward") for ward in self.wards))
        for name, what in (("attended", "member who attended"), ("apologies", "apology")):
            people = getattr(self, name)
            if people is not None:
                people = _many(people, str, what)
                object.__setattr__(self, name, tuple(line(each, what) for each in people))
        if type(self.education) is not bool or type(self.private_meeting) is not bool:
            raise Invalid(
                "Whether it is about education, or was made in private, is true or false."
            )
        if self.conflicts is not None:
            object.__setattr__(
                self, "conflicts", _many(self.conflicts, ConflictOfInterest, "conflict")
            )
        if self.alternatives is not None:
            object.__setattr__(self, "alternatives", _many(self.alternatives, str, "alternative"))
            alternatives = tuple(clean(text, "alternative") for text in self.alternatives)
            object.__setattr__(self, "alternatives", tuple(text for text in alternatives if text))
            if self.alternatives == () and alternatives:
                raise Invalid(
                    "An alternative is empty.",
                    remedy="Describe it, or say expressly that there were none.",
                )


STATEMENT_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Statement))
