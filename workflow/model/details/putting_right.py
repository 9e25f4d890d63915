"""What is asked for when something is put right: a text corrected, a publication void, a decision
superseded, an irregularity noted and accepted."""

from dataclasses import dataclass
from datetime import date

from workflow.errors import Invalid
from workflow.model.details.asked import Details, asked
from workflow.model.irregularity import Irregular
from workflow.model.statement import Statement
from workflow.model.text import day, line, reference, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Correct(Details):
    """The statement as corrected, and the monitoring officer's ruling on the sort of slip."""

    statement: Statement = asked("The statement as it is to read.")
    ruling: str = asked(
        "The monitoring officer's ruling, that it is clerical or material.", long=True
    )
    published_on: date | None = asked(
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
class Supersede(Details):
    """Which decision stands in its place, and why."""

    superseded_by: str = asked("The reference of the decision that stands in its place.")
    reason: str = asked("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "superseded_by", reference(self.superseded_by))
        object.__setattr__(self, "reason", words(self.reason, "reason"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RequireReport(Details):
    """Why scrutiny holds that it should have been treated as key, and by when the report is due."""

    opinion: str = asked("Scrutiny's opinion, and why.", long=True)
    report_by: date = asked(
        "The day by which the executive is to report: 14 December.", to_come=True
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "opinion", words(self.opinion, "opinion"))
        object.__setattr__(self, "report_by", day(self.report_by, "day of the report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportKey(Details):
    """What the executive reported to the council."""

    report: str = asked(
        "The decision and its reasons, who made it, and why it was not thought key.", long=True
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "report", words(self.report, "report"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteIrregularity(Details):
    """What happened out of rule, when, and which rule it broke."""

    kind: Irregular = asked("What sort of thing it is.")
    happened_on: date = asked("The day on which it happened.")
    rule: str = asked("The rule it broke: the Act, or the rule of the constitution.")
    what: str = asked("What happened.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", Irregular.named(self.kind))
        object.__setattr__(self, "happened_on", day(self.happened_on, "day it happened"))
        object.__setattr__(self, "rule", line(self.rule, "rule"))
        object.__setattr__(self, "what", words(self.what, "what happened"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveIrregularity(Details):
    """Which irregularity is settled, who accepted it, and why."""

    number: int = asked("Its number on this decision.")
    accepted_by: str = asked("Who accepts it, and as what.")
    reason: str = asked("Why, or what was done about it.", long=True)

    def __post_init__(self) -> None:
        if type(self.number) is not int or self.number < 1:
            raise Invalid(f"{self.number!r} is no number of an irregularity.")
        object.__setattr__(self, "accepted_by", line(self.accepted_by, "name of who accepts it"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
