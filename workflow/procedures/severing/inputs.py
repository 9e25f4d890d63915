"""What is asked for when a statement of several decisions is severed."""

from dataclasses import dataclass

from workflow.model.inputs import Inputs, Line, Reference, Words, input_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Sever(Inputs):
    """What stays, what is severed to a life of its own, and the ruling that it can be."""

    stays: Words = input_field(
        "What was decided, without the part that is severed.", called="decision that stays"
    )
    part: Words = input_field(
        "What was decided in the part that is severed.", called="decision that is severed"
    )
    title: Line = input_field("What the part is called.", called="title of the part")
    ruling: Words = input_field(
        "The monitoring officer's ruling that the part can stand without the rest."
    )
    part_ref: Reference | None = input_field(
        "The reference of the part; the next free one if left out.", default=None
    )
