"""What needs a person at a council, for everybody or for one role or person: `engine.today`."""

from collections.abc import Collection, Sequence
from datetime import date

from workflow.engine.open_register import OpenRegister
from workflow.model.people import Actor, Person, Role
from workflow.procedures.attempt import Refused
from workflow.register.ports import UnitOfWork
from workflow.text import day
from workflow.today.matter import Today
from workflow.today.today import needs_a_person

Asker = Actor | Person | str | Role | Sequence[Role]
"""For whom it is asked: a person, a role, or several roles."""


def today(register: OpenRegister, council: str, until: date | None, by: Asker | None) -> Today:
    """Give everything that needs a person at a council, or ends by a day."""
    now = register.clock.now()
    last = None if until is None else day(until, "last day")
    with register.reading() as (work, councils):
        councils.must_hold(council)
        roles = _roles_of(register, work, council, by)
        return needs_a_person(work, councils, council, now, last, roles)


def _roles_of(
    register: OpenRegister, work: UnitOfWork, council: str, by: Asker | None
) -> Collection[Role] | None:
    """Give the roles for which it is asked; none for somebody who holds none, or is of another
    council; None for everybody's."""
    if by is None:
        return None
    if isinstance(by, Role):
        return (by,)
    if not isinstance(by, str | Person | Actor):
        return [Role.named(each) for each in by]
    actor = register.actor(work, council, by, register.clock.now())
    return () if isinstance(actor, Refused) else actor.roles
