"""On what day a council ends, and which councils take its place."""

from dataclasses import dataclass

from workflow.clock import spoken_day
from workflow.constitution.provisions.provision import Provision
from workflow.files.toml_table import TableReader
from workflow.wording.short_dates import together


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


def when_ended(end: Provision[CouncilEnds]) -> str:
    """Say when a council ended and what takes its place: "on Thu 1 Apr 2027, and …"."""
    replaced_by = "" if end.value is None else end.value.replaced_by
    return f"on {spoken_day(end.since)}{f', and {replaced_by}' if replaced_by else ''}"


def read_council_ends(entry: TableReader) -> CouncilEnds:
    """Read which councils take the place of one that ends."""
    return CouncilEnds(successors=entry.names("successors", "a list of the councils by name"))
