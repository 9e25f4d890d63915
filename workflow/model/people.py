"""Who acts: roles, dated appointments to them, and the actor of one step."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from hashlib import sha256
from typing import Final, final

from workflow.errors import Invalid
from workflow.model.labelled_enum import LabelledEnum
from workflow.text import line, words


class Role(LabelledEnum):
    """The capacity in which someone acts."""

    AUTHOR = ("author", "report author", "Writes the report and drafts the decision.")
    DECISION_MAKER = (
        "decision-maker",
        "decision maker",
        "The body or individual that makes the decision.",
    )
    PROPER_OFFICER = (
        "proper-officer",
        "proper officer",
        "Sees to notices, records and the register.",
    )
    MONITORING_OFFICER = ("monitoring-officer", "monitoring officer", "Answers for legality.")
    FINANCE_OFFICER = (
        "finance-officer",
        "chief finance officer",
        "Answers for the council's financial affairs.",
    )
    HEAD_OF_PAID_SERVICE = (
        "head-of-paid-service",
        "head of paid service",
        "The chief executive: answers for the council's officers.",
    )
    CHAIR_OF_COUNCIL = ("chair-of-council", "chair of council", "Presides over the council.")
    VICE_CHAIR_OF_COUNCIL = (
        "vice-chair-of-council",
        "vice-chair of council",
        "Presides when the chair cannot.",
    )
    SCRUTINY_CHAIR = (
        "scrutiny-chair",
        "chair of scrutiny",
        "Chairs an overview and scrutiny committee.",
    )
    SCRUTINY_VICE_CHAIR = (
        "scrutiny-vice-chair",
        "vice-chair of scrutiny",
        "Chairs scrutiny when its chair cannot.",
    )
    SCRUTINY_MEMBER = (
        "scrutiny-member",
        "member of scrutiny",
        "Sits on an overview and scrutiny committee.",
    )
    EXECUTIVE_MEMBER = (
        "executive-member",
        "member of the executive",
        "Sits on the cabinet or executive. It signs no decision by that seat alone.",
    )
    CO_OPTEE = (
        "co-optee",
        "statutory co-optee",
        "A church or parent governor representative on scrutiny, for education.",
    )
    MEMBER = ("member", "member of the council", "An elected councillor.")
    KEEPER = (
        "keeper",
        "keeper of the register",
        "Has the register, and records its first appointments.",
    )
    SYSTEM = ("system", "the engine itself", "Records what time alone has brought about.")


APPOINTABLE: Final = tuple(role for role in Role if role not in (Role.KEEPER, Role.SYSTEM))
"""The roles a person can be appointed to: not the keeper's, nor the engine's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who takes a step, in which roles, and how that was established.

    Raises Invalid for an unknown role, and for text that is blank or holds hidden characters.
    """

    person: str
    """A stable name for the person, such as a login."""
    roles: frozenset[Role]
    """The roles in which the person may act today."""
    established: str
    """How that was established, for the record: "appointment 3", "single sign-on"."""
    name: str = ""
    """The name to show; the person's stable name where empty."""
    council: str = ""
    """The council at which the roles are held: the actor is refused at any other. Empty for an
    actor that is bound to none, which the record then says."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "roles", frozenset(Role.named(role) for role in self.roles))
        object.__setattr__(self, "person", line(self.person, "person"))
        established = " ".join(words(self.established, "way of establishing").split())
        object.__setattr__(self, "established", established)
        if self.name:
            object.__setattr__(self, "name", line(self.name, "name"))
        if not isinstance(self.council, str):  # None would be bound to no council, unawares
            raise Invalid(
                "The council that an actor is bound to must be text.",
                remedy="Give its name; leave it out for an actor of every council.",
            )

    def __str__(self) -> str:
        return self.name or self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who is to act. Their roles are read from the appointments, in the transaction that
    records the act."""

    person: str
    """A stable name for the person, such as a login."""
    established: str
    """How it was established who they are, for the record."""


@lru_cache(maxsize=4096)
def pseudonym(council: str, person: str) -> str:
    """Give the short code that stands for a person in the journal of a council.

    It is the same each time, whatever the capitals and spacing, so that two signatures of one
    person are seen to be one person's. The name itself is kept beside the journal, where it can be
    erased.
    """
    words = f"{council}\0{' '.join(person.split()).casefold()}"
    return sha256(words.encode()).hexdigest()[:16]


SYSTEM: Final = Actor(
    person="system", roles=frozenset({Role.SYSTEM}), established="the engine itself"
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A person's role at a council, with its first day and its last (both included)."""

    number: int
    """Its number in the register."""
    council: str
    """The council, by its short name."""
    person: str
    """The person's login."""
    name: str
    """The name to show."""
    role: Role
    """The role."""
    of: str = ""
    """The ward or the committee, if the role belongs to one."""
    deputy: bool = False
    """Whether the person stands in for another who holds it."""
    since: date
    """The first day."""
    until: date | None = None
    """The last day; None where none is known."""
    entered_by: str = field(default="", compare=False)
    """The login of who recorded it."""
    entered_at: datetime | None = field(default=None, compare=False)
    """When it was recorded."""

    def in_force_on(self, day: date) -> bool:
        """Say whether the appointment holds on this civil day in London."""
        return self.since <= day and (self.until is None or day <= self.until)
