"""On what day a council ends, and which councils take its place."""

from dataclasses import dataclass

from workflow.model.entries import Entry
from workflow.model.worded import together


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilEnds:
    """That a council is abolished, from the start of a day."""

    successors: tuple[str, ...]
    """The councils that take its place, by name; empty where none was found."""

    @property
    def replaced_by(self) -> str:
        """Say what takes its place, to follow the day; empty where that is not on file."""
        if not self.successors:
            return ""
        verb = "takes" if len(self.successors) == 1 else "take"
        return f"{together(self.successors)} {verb} its place"


def read_council_ends(entry: Entry) -> CouncilEnds:
    """Read which councils take the place of one that ends."""
    return CouncilEnds(successors=entry.names("successors", "a list of the councils by name"))
