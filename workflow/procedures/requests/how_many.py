"""How many people ask for a call-in, and how many are needed, with the words for it."""

from dataclasses import dataclass
from typing import Final

from workflow.constitution.provisions.request import Who

_SORTS: Final = {
    None: ("person", "people"),
    Who.CHAIRS: ("chair of scrutiny", "chairs of scrutiny"),
    Who.CO_OPTEES: ("statutory co-optee", "statutory co-optees"),
    Who.WARD_MEMBERS: ("member for a ward affected", "members for a ward affected"),
    Who.COMMITTEE_MEMBERS: ("member of scrutiny", "members of scrutiny"),
    Who.NON_EXECUTIVE: ("member not on the executive", "members not on the executive"),
    Who.MEMBERS: ("member", "members"),
    Who.ELECTORS: ("registered elector", "registered electors"),
}


@dataclass(frozen=True, slots=True)
class HowMany:
    """So many people of one sort."""

    number: int
    """How many."""
    who: Who | None = None
    """Of what sort; None for anyone."""

    def __str__(self) -> str:
        return f"{self.number} {_SORTS[self.who][self.number != 1]}"


@dataclass(frozen=True, slots=True)
class Needed:
    """Who must ask, by one of the ways that the council's rule allows."""

    needs: tuple[HowMany, ...]
    """How many of each sort."""
    percent: int | None = None
    """How many per cent of the members, instead."""
    members: int | None = None
    """How many members that is; None where it is not on file."""

    def __str__(self) -> str:
        if self.percent is None:
            return " and ".join(map(str, self.needs))
        number = "" if self.members is None else f", which is {self.members}"
        return f"{self.percent} per cent of the members{number}"
