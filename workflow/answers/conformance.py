"""What came of comparing published notices with the engine's own count. Other programs rely on its
shape: no name is taken away, and none changes its meaning."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workflow.answer_fields import INLINE
from workflow.conformance.findings import Finding, RuleSource, Tally, Verdict, tallies


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
    rows: tuple[Finding, ...]
    """Each row of the file."""
    summary: SummaryAnswer
    """How many rows had each result."""


def conformance_answer(by: RuleSource, findings: Sequence[Finding]) -> ConformanceAnswer:
    """Give what came of every row of a file."""
    return ConformanceAnswer(
        by=by,
        rows=tuple(findings),
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
