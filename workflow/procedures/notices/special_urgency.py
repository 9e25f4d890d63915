"""Who agrees to special urgency, and whether the written statement itself says that they did."""

import re
from dataclasses import dataclass

from workflow.model.consent import Purpose
from workflow.model.people import Role
from workflow.procedures.case import Case
from workflow.procedures.shared.signatories import appointments_of

_OF_SCRUTINY = {"scrutiny", "overview"}
_CHAIRS = {"chair", "chairman", "chairwoman", "chairperson"}
_NOT_THE_CHAIR = {"vice", "deputy", "former", "acting"}


def first_office_agreed(case: Case) -> bool:
    """Say whether the statement itself says that the first in the consent order agreed to it.

    Where the register knows a chair of scrutiny on that day, it is that person who must have.
    """
    urgency = case.statement.urgency
    if urgency is None or not (urgency.agreed_by and urgency.capacity and urgency.agreed_on):
        return False
    if case.subject.proceedings.application(Purpose.SPECIAL_URGENCY) is not None:
        return False  # what was asked and answered on the record is not overridden by the paper
    chairs = [
        seat
        for seat in case.rules.people()
        if seat.role is Role.SCRUTINY_CHAIR and seat.in_force_on(urgency.agreed_on)
    ]
    if chairs and not appointments_of(urgency.agreed_by, chairs):
        return False
    words = set(re.findall("[a-z]+", urgency.capacity.casefold()))
    return bool(words & _CHAIRS and words & _OF_SCRUTINY and not words & _NOT_THE_CHAIR)


@dataclass(frozen=True, slots=True)
class OfficesInOrder:
    """Whose consent is needed. In words: "the chair of scrutiny or, failing them, the …"."""

    orders: tuple[tuple[Role, ...], ...]
    """Of each order one consents: the first, or the next where one before it cannot be asked."""

    def __str__(self) -> str:
        each = (" or, failing them, the ".join(role.label for role in one) for one in self.orders)
        return "; and ".join(f"the {words}" for words in each)
