"""What came of comparing published notices with the engine's own count. Other programs rely on its
shape: no name is taken away, and none changes its meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workflow.answer_fields import INLINE
from workflow.conformance.computed import ComparedAs
from workflow.conformance.findings import Finding, RuleSource, Tally, Verdict, tallies
from workflow.conformance.on_file import ReadingOnFile


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAnswer:
    """One row of the file, and the result."""

    id: str
    """The row's own name."""
    line: int
    """The line of the file."""
    council: str
    """The council, as the row has it."""
    nation: str | None
    """Its nation; null where the row cannot be read."""
    explained: bool
    """Whether the row is marked as explained: then a difference fails the run."""
    printed: date | None
    """The date that the notice prints."""
    computed: date | None
    """The date counted here: of the reading that agrees, or of the rule if none does."""
    days: int | None
    """How many calendar days later the printed date is than the one computed."""
    verdict: Verdict
    """`agree`, `differ`, `not-on-file` or `unreadable`."""
    column: str | None
    """The column at fault, where the row cannot be read."""
    cause: str | None
    """If it differs, the likely cause, or the reason in the council's file. If it is not on file or
    unreadable, why."""
    assumed: str | None
    """What the notice does not print and had to be assumed."""
    rule: str | None
    """The council's rule by which it was counted."""
    unsure: bool
    """Whether that rule is an unsure reading."""
    reading: ReadingOnFile | None
    """The reading by which the row agrees: `rule`, or `could-be` for another. Null if it does not
    agree, and with `--by file`."""
    reading_in_words: str | None
    """If it agrees only by another reading, what that reading says, and the date that the rule
    gives."""
    irregular: bool
    """Whether it differs, and the council's file lists it and says why. It does not make the
    command fail."""
    rule_assumed: bool
    """Whether the rule is only assumed to have been in force on that day."""
    compared_as: ComparedAs | None
    """The day with which the printed date was compared: `the last day`, `the day after the last` or
    `the next working day`."""


def finding_answer(each: Finding) -> FindingAnswer:
    """Give what came of one row."""
    return FindingAnswer(
        id=each.id,
        line=each.line,
        council=each.council,
        nation=each.nation or None,
        explained=each.explained,
        printed=each.printed,
        computed=each.computed,
        days=each.days,
        verdict=each.verdict,
        column=each.column or None,
        cause=each.cause or None,
        assumed=each.assumed or None,
        rule=each.rule or None,
        unsure=each.unsure,
        reading=each.reading or None,
        reading_in_words=each.reading_in_words or None,
        irregular=each.irregular,
        rule_assumed=each.rule_assumed,
        compared_as=each.compared_as or None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyAnswer:
    """How many rows came to each verdict."""

    rows: int
    """How many rows there were."""
    counted: Mapping[Verdict, int] = field(metadata=INLINE)
    """How many came to each verdict, under its name: `agree`, `differ`, `not-on-file` and
    `unreadable`."""


def tally_answer(tally: Tally) -> TallyAnswer:
    """Give how many rows came to each verdict."""
    return TallyAnswer(rows=tally.rows, counted={each: tally.counted[each] for each in Verdict})


def _counted(findings: Sequence[Finding]) -> TallyAnswer:
    counted = {each: sum(one.verdict is each for one in findings) for each in Verdict}
    return TallyAnswer(rows=len(findings), counted=counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAnswer:
    """How many rows had each result."""

    all: TallyAnswer = field(metadata=INLINE)
    """For every row."""
    by_another_reading: int
    """How many of those that agree do so only by another reading on file."""
    irregular: int
    """How many of those that differ are explained in the council's file."""
    rule_assumed: int
    """How many were judged by a rule that is assumed to hold on their day."""
    explained: TallyAnswer
    """For the rows that are marked as explained."""
    councils: Mapping[str, TallyAnswer]
    """For each council, by its name in the file."""
    nations: Mapping[str, TallyAnswer]
    """For each nation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConformanceAnswer:
    """Every row, and how many had each result."""

    by: RuleSource
    """The rule by which the dates were counted: `file`, the row's own, or `constitution`, the
    council's on file."""
    rows: tuple[FindingAnswer, ...]
    """Each row of the file."""
    summary: SummaryAnswer
    """How many rows had each result."""


def conformance_answer(by: RuleSource, findings: Sequence[Finding]) -> ConformanceAnswer:
    """Give what came of every row of a file."""
    return ConformanceAnswer(
        by=by,
        rows=tuple(finding_answer(each) for each in findings),
        summary=SummaryAnswer(
            all=_counted(findings),
            by_another_reading=sum(each.by_another for each in findings),
            irregular=sum(each.irregular for each in findings),
            rule_assumed=sum(each.rule_assumed for each in findings),
            explained=_counted([each for each in findings if each.explained]),
            councils=_by(findings, lambda each: each.council),
            nations=_by(findings, lambda each: each.nation),
        ),
    )


def _by(findings: Iterable[Finding], of: Callable[[Finding], str]) -> Mapping[str, TallyAnswer]:
    return {tally.of: tally_answer(tally) for tally in tallies(findings, of)}
