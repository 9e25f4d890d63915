"""Who holds an office on a day, by name, so that somebody can be asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from workflow.model.people import Appointment, Role
from workflow.text import in_line, joined

_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Who holds an office. In words: "P Patel (p.patel), proper officer"."""

    name: str
    """The name they were appointed under."""
    person: str
    """Their login."""
    role: Role
    """The office."""

    def __str__(self) -> str:
        name = in_line(self.name)
        login = "" if name == self.person else f" ({in_line(self.person)})"
        return f"{name}{login}, {self.role.label}"


@dataclass(frozen=True, slots=True)
class OfficeHolders:
    """Who holds one of some offices, the first few by name."""

    named: tuple[OfficeHolder, ...] = ()
    """Those who are named; nobody where nobody holds one."""
    more: int = 0
    """How many besides."""

    def __str__(self) -> str:
        named = [*map(str, self.named), *([f"{self.more} more"] if self.more else [])]
        return joined(named, "or") if len(named) < 2 else f"{'; '.join(named[:-1])}; or {named[-1]}"


NOBODY: Final = OfficeHolders()


def office_holders(
    people: Iterable[Appointment], roles: Sequence[Role], day: date
) -> OfficeHolders:
    """Give who holds one of these offices on a day: each login once, by the first it holds."""
    held = [each for each in people if each.role in roles and each.in_force_on(day)]
    held.sort(key=lambda each: (roles.index(each.role), each.number))
    found: dict[str, OfficeHolder] = {}
    for each in held:
        first = found.setdefault(each.person, OfficeHolder(each.name, each.person, each.role))
        if first.name == first.person:  # they have another name by another appointment
            found[each.person] = replace(first, name=each.name)
    named = tuple(found.values())
    return OfficeHolders(named[:_MOST_NAMED], max(0, len(named) - _MOST_NAMED))
