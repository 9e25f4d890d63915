"""What is asked for when a decision is asked to be called in."""

from dataclasses import dataclass
from datetime import datetime

from workflow.errors import Invalid
from workflow.model.details.asked import Details, asked
from workflow.model.text import instant, line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class CallIn(Details):
    """Who asks for the decision to be called in, on what grounds, and when that was received."""

    requested_by: tuple[str, ...] = asked("Who asks for it; give it once for each.")
    grounds: str = asked("The grounds given.", long=True)
    received_at: datetime = asked("When the request was received: 2018-10-24T16:30, in London.")

    def __post_init__(self) -> None:
        if isinstance(self.requested_by, str) or not self.requested_by:
            raise Invalid("A call-in needs the name of at least one person who asks for it.")
        people = tuple(line(name, "name of who asks") for name in self.requested_by)
        if len({name.casefold() for name in people}) < len(people):
            raise Invalid("The same person is named twice.", remedy="Name each person once.")
        object.__setattr__(self, "requested_by", people)
        object.__setattr__(self, "grounds", words(self.grounds, "grounds"))
        object.__setattr__(self, "received_at", instant(self.received_at, "time of receipt"))
