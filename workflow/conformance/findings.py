"""What came of comparing each notice with the engine's own count."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from workflow.answer_fields import NULL_IF_EMPTY, given_after
from workflow.conformance.causes import likely
from workflow.conformance.computed import ComparedAs, Computed, by_file
from workflow.conformance.on_file import Judged, ReadingOnFile, judged
from workflow.conformance.printed import PublishedNotice, UnreadableNotice, read
from workflow.constitution.constitution import Constitution
from workflow.constitution.wording import in_words
from workflow.errors import BadConstitution, BeyondCalendar
from workflow.files.csv_rows import Row


class Verdict(StrEnum):
    """What a comparison came to."""

    AGREE = "agree"
    DIFFER = "differ"
    NOT_ON_FILE = "not-on-file"
    UNREADABLE = "unreadable"


class RuleSource(StrEnum):
    """By whose rule a notice's date is reckoned."""

    FILE = "file"
    """The rule in the row's own columns: a test of the calendar and of the counting."""
    CONSTITUTION = "constitution"
    """The council's rule on file for that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One row of the file, and what came of it."""

    id: str
    """The row's own name."""
    line: int
    """The line of the file."""
    council: str
    """The council, as the row has it."""
    nation: str = field(metadata=NULL_IF_EMPTY)
    """Its nation; None where the row cannot be read."""
    explained: bool
    """Whether the row is marked as explained: then a difference fails the run."""
    printed: date | None = None
    """The date that the notice prints."""
    computed: date | None = None
    """The date counted here: of the reading that agrees, or of the rule if none does."""
    verdict: Verdict
    """`agree`, `differ`, `not-on-file` or `unreadable`."""
    column: str = field(default="", metadata=NULL_IF_EMPTY)
    """The column at fault, where the row cannot be read."""
    cause: str = field(default="", metadata=NULL_IF_EMPTY)
    """If it differs, the likely cause, or the reason in the council's file. If it is not on file or
    unreadable, why."""
    assumed: str = field(default="", metadata=NULL_IF_EMPTY)
    """What the notice does not print and had to be assumed."""
    rule: str = field(default="", metadata=NULL_IF_EMPTY)
    """The council's rule by which it was counted."""
    unsure: bool = False
    """Whether that rule is an unsure reading."""
    reading: ReadingOnFile | None = None
    """The reading by which the row agrees: `rule`, or `could-be` for another. None if it does not
    agree, and with `--by file`."""
    reading_in_words: str = field(default="", metadata=NULL_IF_EMPTY)
    """If it agrees only by another reading, what that reading says, and the date that the rule
    gives."""
    irregular: bool = False
    """Whether it differs, and the council's file lists it and says why. It does not make the
    command fail."""
    rule_assumed: bool = False
    """Whether the rule is only assumed to have been in force on that day."""
    compared_as: ComparedAs | None = None
    """The day with which the printed date was compared: `the last day`, `the day after the last` or
    `the next working day`."""

    @property
    def by_another(self) -> bool:
        """Say whether it agrees only by another reading than the rule on file."""
        return self.reading is ReadingOnFile.COULD_BE

    @property
    @given_after("computed")
    def days(self) -> int | None:
        """How many calendar days later the printed date is than the one computed."""
        if self.printed is None or self.computed is None:
            return None
        return (self.printed - self.computed).days


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows came to each verdict."""

    of: str
    counted: Counter[Verdict]
    by_another: int = 0
    """How many of those that agree do so only by another reading on file."""
    irregular: int = 0
    """How many of those that differ are explained in the council's file."""

    @property
    def rows(self) -> int:
        """Give how many rows there were."""
        return sum(self.counted.values())


def compare(
    rows: Iterable[Row], by: RuleSource, called: Callable[[str], Constitution | None]
) -> Iterator[Finding]:
    """Compare each row in turn; `called` gives a council's constitution by the name in the row."""
    for row in rows:
        notice = read(row)
        if isinstance(notice, UnreadableNotice):
            yield _unreadable(notice)
        elif by is RuleSource.FILE:
            yield _by_file(notice)
        else:
            yield _by_constitution(notice, called)


def _by_file(notice: PublishedNotice) -> Finding:
    try:
        judgement = by_file(notice)
    except BeyondCalendar as beyond:
        return _not_computed(notice, "", str(beyond), beyond.cure)
    agrees = judgement.end == notice.end
    cause = "" if agrees else _likely(notice, judgement)
    return _finding(notice, Verdict.AGREE if agrees else Verdict.DIFFER, judgement, cause)


def _by_constitution(
    notice: PublishedNotice, called: Callable[[str], Constitution | None]
) -> Finding:
    try:
        constitution = called(notice.council)
    except BadConstitution as bad:
        return _finding(notice, Verdict.NOT_ON_FILE, cause=f"its file cannot be read: {bad}")
    if constitution is None:
        return _finding(notice, Verdict.NOT_ON_FILE, cause="no constitution is on file")
    if constitution.nation is not notice.nation:
        return _not_computed(
            notice,
            "nation",
            f"The row says {notice.nation.label}, and {constitution.name} is in "
            f"{constitution.nation.label}.",
            "Mend the nation, or the council's name.",
        )
    try:
        judgement = judged(notice, constitution)
    except BeyondCalendar as beyond:
        return _not_computed(notice, "", str(beyond), beyond.cure)
    if judgement is None:
        why = "its call-in period is not on file for that day"
        return _finding(notice, Verdict.NOT_ON_FILE, cause=why)
    return _as_judged(notice, judgement)


def _as_judged(notice: PublishedNotice, judged: Judged) -> Finding:
    if judged.reading is ReadingOnFile.RULE:
        return _finding(notice, Verdict.AGREE, judged.shown, reading=judged.reading)
    if judged.reading is not None:
        words = f"{in_words(judged.rule)}; by the rule on file it is {judged.by_rule.end}"
        return _finding(
            notice, Verdict.AGREE, judged.shown, reading=judged.reading, reading_in_words=words
        )
    if judged.listed is not None:
        why = judged.listed.why
        return _finding(notice, Verdict.DIFFER, judged.shown, why, irregular=True)
    cause = _likely(notice, judged.shown)
    if judged.others:
        cause += f"; by another reading on file it is {' or '.join(map(str, judged.others))}"
    return _finding(notice, Verdict.DIFFER, judged.shown, cause)


def _not_computed(notice: PublishedNotice, column: str, problem: str, cure: str) -> Finding:
    """Say of a row that reads well why it cannot be reckoned all the same."""
    return _unreadable(
        UnreadableNotice(
            line=notice.line,
            column=column,
            id=notice.id,
            council=notice.council,
            explained=notice.explained,
            problem=problem,
            cure=cure,
        )
    )


def _likely(notice: PublishedNotice, computed: Computed) -> str:
    try:
        return likely(notice.printed_end, computed)
    except BeyondCalendar:
        return "the calendar ends before a slip could be looked for"


def _finding(
    notice: PublishedNotice,
    verdict: Verdict,
    computed: Computed | None = None,
    cause: str = "",
    *,
    reading: ReadingOnFile | None = None,
    reading_in_words: str = "",
    irregular: bool = False,
) -> Finding:
    provision = None if computed is None else computed.provision
    return Finding(
        line=notice.line,
        id=notice.id,
        council=notice.council,
        nation=notice.nation.value,
        explained=notice.explained,
        verdict=verdict,
        printed=notice.end,
        computed=None if computed is None else computed.end,
        cause=cause,
        assumed="" if computed is None else computed.assumed,
        unsure=provision is not None and provision.authority.unsure,
        rule="" if provision is None else str(provision.authority),
        rule_assumed=provision is not None and provision.assumed,
        reading=reading,
        reading_in_words=reading_in_words,
        irregular=irregular,
        compared_as=None if computed is None else computed.compared_as,
    )


def _unreadable(notice: UnreadableNotice) -> Finding:
    return Finding(
        line=notice.line,
        id=notice.id,
        council=notice.council,
        nation="",
        explained=notice.explained,
        verdict=Verdict.UNREADABLE,
        column=notice.column,
        cause=f"{notice.problem} {notice.cure}",
    )


def tallies(findings: Iterable[Finding], of: Callable[[Finding], str]) -> list[Tally]:
    """Count the verdicts by council, by nation, or by anything else, in order of name."""
    by_council: dict[str, list[Finding]] = {}
    for each in findings:
        by_council.setdefault(of(each), []).append(each)
    return [
        Tally(
            name,
            Counter(each.verdict for each in findings_there),
            by_another=sum(each.by_another for each in findings_there),
            irregular=sum(each.irregular for each in findings_there),
        )
        for name, findings_there in sorted(by_council.items())
    ]


def is_sound(findings: Iterable[Finding]) -> bool:
    """Say whether every row that is explained, and could be compared, agrees, or differs for a
    reason that the council's own file gives."""
    return not any(
        each.explained and each.verdict is Verdict.DIFFER and not each.irregular
        for each in findings
    )
