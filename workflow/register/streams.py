"""Writing to the register's own streams: those of no decision."""

from collections.abc import Sequence
from datetime import datetime

from workflow.model.event import Event
from workflow.model.people import Actor, Role
from workflow.procedures.attempt import Refused
from workflow.register import refusals
from workflow.register.journal import GENESIS, write
from workflow.register.ports import UnitOfWork
from workflow.text import joined


def append(
    work: UnitOfWork, stream: str, event: Event, by: Actor, role: Role, recorded_at: datetime
) -> None:
    """Write an event on one of the register's own streams, after what stands there."""
    entries = work.journal.stream(stream)
    work.journal.append(
        write(
            stream=stream,
            seq=len(entries) + 1,
            before=entries[-1].hash if entries else GENESIS,
            event=event,
            actor=by,
            role=role,
            recorded_at=recorded_at,
        )
    )


def not_authorised(act: str, who: str, roles: Sequence[Role], council: str) -> Refused:
    """Give the refusal for someone who does not hold one of these roles at a council today."""
    may = joined([role.label for role in roles])
    refusal = refusals.NOT_AUTHORISED(who=who, may=may, council=council)
    return Refused(act, "", (refusal,))
