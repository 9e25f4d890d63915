"""What a register in memory holds."""

from dataclasses import dataclass, field

from workflow.calendars.council import CouncilDay
from workflow.model.people import Appointment
from workflow.register.close_run import CloseRun
from workflow.register.journal_entry import JournalEntry
from workflow.register.stored import StoredDecision


@dataclass
class Kept:
    """What a register holds."""

    decisions: dict[str, StoredDecision] = field(default_factory=dict)
    sheets: dict[str, list[JournalEntry]] = field(default_factory=dict)
    events: dict[tuple[str, int], str] = field(default_factory=dict)
    people: dict[int, Appointment] = field(default_factory=dict)
    days: dict[int, tuple[str, CouncilDay]] = field(default_factory=dict)
    ran: dict[int, CloseRun] = field(default_factory=dict)

    def entries(self) -> list[JournalEntry]:
        """Give every entry of the journal."""
        return [entry for each in self.sheets.values() for entry in each]

    def copy(self) -> "Kept":
        """Give a copy that can be changed without changing this one."""
        return Kept(
            dict(self.decisions),
            {name: list(each) for name, each in self.sheets.items()},
            dict(self.events),
            dict(self.people),
            dict(self.days),
            dict(self.ran),
        )
