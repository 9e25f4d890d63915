"""What is asked for while a decision is drafted and signed."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.details.asked import Details, asked
from workflow.model.statement import Statement
from workflow.model.text import line


def _must_be_a_statement(given: object) -> None:
    if not isinstance(given, Statement):
        raise Invalid(f"A statement is wanted, not {given!r}.", remedy="Give a workflow.Statement.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft(Details):
    """A first statement, complete or not."""

    council: str = asked("The council, by its short name (decisions policy list).")
    statement: Statement = asked("What is to be put on record.")

    def __post_init__(self) -> None:
        _must_be_a_statement(self.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amend(Details):
    """The statement as it is now to read."""

    statement: Statement = asked("What is to be put on record.")

    def __post_init__(self) -> None:
        _must_be_a_statement(self.statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign(Details):
    """Who authenticated the written statement."""

    signatory: str = asked("Who signed, as the paper shows it.")
    made_by: tuple[str, ...] = asked(
        "Who made the decision, by the names they are appointed under; once for each. They may "
        "not ask for it to be called in, nor rule on that.",
        default=(),
    )

    def __post_init__(self) -> None:
        if isinstance(self.made_by, str) or not isinstance(self.made_by, tuple | list):
            raise Invalid("Who made the decision is given as a list of names.")
        makers = tuple(line(name, "name of who made it") for name in self.made_by)
        object.__setattr__(self, "made_by", makers)
        object.__setattr__(self, "signatory", line(self.signatory, "signatory"))
