"""One act on the register: in which transaction, by whom and when. What is not about one decision
is recorded in one of the register's own streams."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.clock import london_day
from workflow.model.event import Event
from workflow.model.people import Actor, Role
from workflow.procedures.attempt import Refused
from workflow.register import refusals
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.journal import GENESIS, write
from workflow.register.ports import UnitOfWork
from workflow.wording.office_holders import NOBODY, OfficeHolders, office_holders


@dataclass(frozen=True, slots=True)
class Act:
    """One act on the register, within the transaction that writes it."""

    work: UnitOfWork
    councils: ConstitutionsOnFile
    """The constitutions as the register has them in that transaction."""
    by: Actor
    now: datetime

    def record(self, stream: str, event: Event, role: Role) -> None:
        """Write an event to one of the register's own streams, after its last entry."""
        last = self.work.journal.latest(stream)
        entry = write(
            stream=stream,
            seq=1 if last is None else last.seq + 1,
            before=GENESIS if last is None else last.hash,
            event=event,
            actor=self.by,
            role=role,
            recorded_at=self.now,
        )
        self.work.journal.append(entry)

    def not_authorised(self, command: str, roles: Sequence[Role], council: str) -> Refused:
        """Give the refusal for someone who does not hold one of these roles at a council today,
        with who does."""
        people = self.work.appointments.of(council)
        holders = office_holders(people, roles, london_day(self.now))
        return not_authorised(command, self.by, roles, council, holders)


def not_authorised(
    command: str,
    by: Actor,
    roles: Sequence[Role],
    council: str,
    holders: OfficeHolders = NOBODY,
) -> Refused:
    """Give the refusal for someone who does not hold one of these roles at a council today; with
    who does, where they are given by name."""
    refusal = refusals.NOT_AUTHORISED[bool(holders.named)](
        who=str(by), may=tuple(roles), council=council, holders=holders
    )
    return Refused(command, "", (refusal,))
