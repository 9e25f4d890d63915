"""What is asked for when a decision is put before the public, and carried out."""

from dataclasses import dataclass

from workflow.model.details.asked import Details, asked
from workflow.model.text import line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Details):
    """Where the decision was put before the public."""

    where: str = asked("Where it was published: an address, or 'council offices'.")

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", line(self.where, "place of publication"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Implement(Details):
    """What was done to carry the decision out."""

    evidence: str = asked("What was done, or where that is recorded.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "evidence", words(self.evidence, "evidence"))
