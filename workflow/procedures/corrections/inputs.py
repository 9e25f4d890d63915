"""What is asked for when something is put right: a text corrected, a publication void, a decision
superseded, an irregularity noted and accepted."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.inputs import Because, Day, Inputs, Line, Reference, Words, input_field
from workflow.model.irregularity import Irregular
from workflow.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Inputs):
    """The statement as corrected, and the monitoring officer's ruling on the sort of slip."""

    statement: Statement = input_field("The statement as it is to read.")
    ruling: Words = input_field(
        "What the monitoring officer ruled: that the error is clerical, and why."
    )
    published_on: Day | None = input_field(
        "The day on which it was published, of a decision imported from another register.",
        default=None,
        called="day of publication",
    )

    def check(self) -> None:
        if not isinstance(self.statement, Statement):
            raise Invalid(f"A statement is wanted, not {self.statement!r}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMaterially(Correct):
    """The statement as corrected in a material part, and the ruling that it is one."""

    ruling: Words = input_field(
        "What the monitoring officer ruled: that the error is material, and why."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Supersede(Inputs):
    """Which decision stands in its place, and why."""

    superseded_by: Reference = input_field(
        "The reference of the decision that stands in its place."
    )
    reason: Words = input_field("Why.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireReport(Inputs):
    """Why scrutiny holds that it should have been treated as key, and by when the report is due."""

    opinion: Words = input_field("Scrutiny's opinion, and why.")
    report_by: Day = input_field(
        "The day by which the executive is to report: 14 December.",
        to_come=True,
        called="day of the report",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKey(Inputs):
    """What the executive reported to the council."""

    report: Words = input_field(
        "The decision and its reasons, who made it, and why it was not thought key."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteIrregularity(Inputs):
    """An irregularity: what happened, when, and which rule it broke."""

    kind: Irregular = input_field("What sort of thing it is.")
    happened_on: Day = input_field("The day on which it happened.", called="day it happened")
    rule: Line = input_field("The rule it broke: the Act, or the rule of the constitution.")
    what: Words = input_field("What happened.", called="what happened")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveIrregularity(Inputs):
    """Which irregularity is settled, who accepted it, and why."""

    number: int | None = input_field(
        "Its number on this decision; may be left out when only one is outstanding.", default=None
    )
    accepted_by: Line | None = input_field(
        "Who accepts it, and as what; whoever records it if left out.",
        default=None,
        called="name of who accepts it",
    )
    reason: Words = input_field("Why, or what was done about it.")

    def check(self) -> None:
        if self.number is not None and (type(self.number) is not int or self.number < 1):
            raise Invalid(f"{self.number!r} is no number of an irregularity.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidPublication(Because):
    """Why the publication did not count."""
