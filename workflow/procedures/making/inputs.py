"""What is asked for while a decision is drafted and signed."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, Line, Names, input_field
from workflow.model.statement import Statement


def _must_be_a_statement(value: object) -> None:
    if not isinstance(value, Statement):
        raise Invalid(f"A statement is wanted, not {value!r}.", remedy="Give a workflow.Statement.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Inputs):
    """A first statement, complete or not."""

    council: str = input_field("The council, by its short name (decisions constitution list).")
    statement: Statement = input_field("What is to be put on record.")

    def check(self) -> None:
        _must_be_a_statement(self.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(Inputs):
    """The statement as it is now to read."""

    statement: Statement = input_field("What is to be put on record.")

    def check(self) -> None:
        _must_be_a_statement(self.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Inputs):
    """Who authenticated the written statement."""

    signatory: Line = input_field("Who signed, as the paper shows it.")
    made_by: Names = input_field(
        "Who made the decision, by the names they are appointed under; once for each. They may "
        "not ask for it to be called in, nor rule on that.",
        default=(),
        called="name of who made it",
    )
