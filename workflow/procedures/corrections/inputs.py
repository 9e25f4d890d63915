"""What is asked for when something is put right: a text corrected, a publication void, a decision
superseded, an irregularity noted and accepted."""

from dataclasses import dataclass
from datetime import date

from workflow.errors import Invalid
from workflow.model.inputs import Because, Inputs, input_field
from workflow.model.irregularity import Irregular
from workflow.model.statement import Statement
from workflow.text import day, line, reference, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Inputs):
    """The statement as corrected, and the monitoring officer's ruling on the sort of slip."""

    statement: Statement = input_field("The statement as it is to read.")
    ruling: str = input_field(
        "The monitoring officer's ruling, that it is clerical or material.", long=True
    )
    published_on: date | None = input_field(
        "The day on which it was published, of a decision taken in from another register.",
        default=None,
    )

    def __post_init__(self) -> None:
        if self.published_on is not None:
            object.__setattr__(self, "published_on", day(self.published_on, "day of publication"))
        if not isinstance(self.statement, Statement):
            raise Invalid(f"A statement is wanted, not {self.statement!r}.")
        object.__setattr__(self, "ruling", words(self.ruling, "ruling"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectMaterially(Correct):
    """The statement as corrected in a material part, and the ruling that it is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supersede(Inputs):
    """Which decision stands in its place, and why."""

    superseded_by: str = input_field("The reference of the decision that stands in its place.")
    reason: str = input_field("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "superseded_by", reference(self.superseded_by))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireReport(Inputs):
    """Why scrutiny holds that it should have been treated as key, and by when the report is due."""

    opinion: str = input_field("Scrutiny's opinion, and why.", long=True)
    report_by: date = input_field(
        "The day by which the executive is to report: 14 December.", to_come=True
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "opinion", words(self.opinion, "opinion"))
        object.__setattr__(self, "report_by", day(self.report_by, "day of the report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKey(Inputs):
    """What the executive reported to the council."""

    report: str = input_field(
        "The decision and its reasons, who made it, and why it was not thought key.", long=True
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "report", words(self.report, "report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteIrregularity(Inputs):
    """What happened out of rule, when, and which rule it broke."""

    kind: Irregular = input_field("What sort of thing it is.")
    happened_on: date = input_field("The day on which it happened.")
    rule: str = input_field("The rule it broke: the Act, or the rule of the constitution.")
    what: str = input_field("What happened.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", Irregular.named(self.kind))
        object.__setattr__(self, "happened_on", day(self.happened_on, "day it happened"))
        object.__setattr__(self, "rule", line(self.rule, "rule"))
        object.__setattr__(self, "what", words(self.what, "what happened"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveIrregularity(Inputs):
    """Which irregularity is settled, who accepted it, and why."""

    number: int = input_field("Its number on this decision.")
    accepted_by: str = input_field("Who accepts it, and as what.")
    reason: str = input_field("Why, or what was done about it.", long=True)

    def __post_init__(self) -> None:
        if type(self.number) is not int or self.number < 1:
            raise Invalid(f"{self.number!r} is no number of an irregularity.")
        object.__setattr__(self, "accepted_by", line(self.accepted_by, "name of who accepts it"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidPublication(Because):
    """Why the publication did not count."""
