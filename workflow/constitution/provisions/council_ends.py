"""On what day a council ends, and which councils take its place."""

from dataclasses import dataclass
from typing import Annotated, Final

from workflow.clock import spoken_day
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.takes import names
from workflow.text import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilEnds:
    """That a council is abolished, from the start of a day."""

    successors: Annotated[tuple[str, ...], names("a list of the councils by name")]
    """The names of the councils that take its place. The list may be empty."""

    @property
    def replaced_by(self) -> str:
        """Say what takes its place, to follow the day; empty where that is not on file."""
        if not self.successors:
            return ""
        verb = "takes" if len(self.successors) == 1 else "take"
        return f"{joined(self.successors, 'and')} {verb} its place"


@in_words.register
def _(value: CouncilEnds) -> str:
    replaced_by = value.replaced_by or "what takes its place is not on file"
    return f"the council is abolished; {replaced_by}"


def when_ended(end: Provision[CouncilEnds]) -> str:
    """Say when a council ended and what takes its place: "on Thu 1 Apr 2027, and …"."""
    replaced_by = "" if end.value is None else end.value.replaced_by
    return f"on {spoken_day(end.since)}{f', and {replaced_by}' if replaced_by else ''}"


COUNCIL_ENDS: Final = Table(
    key="council-ends",
    record=CouncilEnds,
    title="End of the council",
    says="When the council is abolished, and which councils take its place.",
    without="Its rules do not end.",
)
