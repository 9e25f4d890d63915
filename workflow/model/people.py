"""Who acts: roles, dated appointments to them, and the actor of one step."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from workflow.model.named import Worded
from workflow.model.text import line


class Role(Worded):
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
    """Who takes a step, in which roles, and how that was established."""

    person: str
    """A stable name for the person, such as a login."""
    roles: frozenset[Role]
    """The roles in which the person may act today."""
    established: str
    """How that was established, for the record: "appointment 3", "single sign-on"."""
    name: str = ""
    """The name to show; the person's stable name where empty."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "roles", frozenset(Role.named(role) for role in self.roles))
        object.__setattr__(self, "person", line(self.person, "person"))
        object.__setattr__(self, "established", line(self.established, "way of establishing"))
        if self.name:
            object.__setattr__(self, "name", line(self.name, "name"))

    def __str__(self) -> str:
        return self.name or self.person


SYSTEM: Final = Actor(
    person="system", roles=frozenset({Role.SYSTEM}), established="the engine itself"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """That a person holds a role at a council, from a day until another (both included)."""

    number: int
    council: str
    person: str
    name: str
    role: Role
    since: date
    until: date | None = None
    entered_by: str = field(default="", compare=False)
    entered_at: datetime | None = field(default=None, compare=False)

    def in_force_on(self, day: date) -> bool:
        """Say whether the appointment holds on this civil day in London."""
        return self.since <= day and (self.until is None or day <= self.until)
