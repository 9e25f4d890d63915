"""What is asked for when a statement of several decisions is severed."""

from dataclasses import dataclass

from workflow.model.inputs import Inputs, input_field
from workflow.text import line, reference, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Sever(Inputs):
    """What stays, what is severed to a life of its own, and the ruling that it can be."""

    stays: str = input_field("What was decided, without the part that is severed.", long=True)
    part: str = input_field("What was decided in the part that is severed.", long=True)
    title: str = input_field("What the part is called.")
    ruling: str = input_field(
        "The monitoring officer's ruling that the part can stand without the rest.", long=True
    )
    part_ref: str | None = input_field(
        "The reference of the part; the next free one if left out.", default=None
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "stays", words(self.stays, "decision that stays"))
        object.__setattr__(self, "part", words(self.part, "decision that is severed"))
        object.__setattr__(self, "title", line(self.title, "title of the part"))
        object.__setattr__(self, "ruling", words(self.ruling, "ruling"))
        if self.part_ref is not None:
            object.__setattr__(self, "part_ref", reference(self.part_ref))
