"""Who holds an office on a day, by name, so that somebody can be asked."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from workflow.model.people import Appointment, Role
from workflow.text import in_line, joined

_MOST_NAMED: Final = 3


def office_holders(people: Iterable[Appointment], roles: Sequence[Role], day: date) -> str:
    """Name who holds one of these offices on a day, with the login where it is another name:
    "P Patel (p.patel), proper officer"; empty where nobody does."""
    held = [each for each in people if each.role in roles and each.in_force_on(day)]
    held.sort(key=lambda each: (roles.index(each.role), each.number))
    named = list(dict.fromkeys(f"{_person(each)}, {each.role.label}" for each in held))
    more = len(named) - _MOST_NAMED
    if more > 0:
        named[_MOST_NAMED:] = [f"{more} more"]
    return joined(named, "or") if len(named) < 2 else f"{'; '.join(named[:-1])}; or {named[-1]}"


def _person(each: Appointment) -> str:
    name = in_line(each.name)
    return name if name == each.person else f"{name} ({in_line(each.person)})"
