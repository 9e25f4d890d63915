"""The answers that the page on JSON shows: of which record each is, and the commands that give it.

The examples beside them (docs/made/json) are what the commands really answered, cut short. They are
written by `python tests/docs/write_json_examples.py`, and held to the commands by a test.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.answers.audit import LawsAudited, RulesAudited
from workflow.answers.conformance import ConformanceAnswer
from workflow.answers.constitution import GapsAnswer, RulesAnswer, RulesCompared
from workflow.answers.council_calendar import CalendarShown, HorizonAnswer
from workflow.answers.deadline import DeadlineAnswer, DeadlineExplained
from workflow.answers.decision import DecisionAnswer, ShownDecision
from workflow.answers.entry import EntryAnswer, StoredEntryAnswer
from workflow.answers.explanation import ExplanationAnswer
from workflow.answers.irregularity import IrregularityAnswer, IrregularityShown
from workflow.answers.moved import CalendarImpactAnswer
from workflow.answers.outcome import OutcomeAnswer
from workflow.answers.permission import PermissionAnswer
from workflow.answers.refusal import FaultAnswer, RefusedAnswer
from workflow.answers.register import VerifiedAnswer
from workflow.answers.run import RunAnswer
from workflow.answers.steps import StepsAnswer
from workflow.answers.versions import VersionsCompared
from workflow.model.people import Appointment
from workflow.planning.planned import Plan
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.register.own_streams import RegisterStream
from workflow.reports.contents import Report
from workflow.today.matter import Today

MADE = Path(__file__).parent / "made" / "json"
GAP = "…"
_VOLATILE = frozenset(
    """
    address authority before begun_at body by calendar_hash digest duty edition established
    finished_at hash identity link newest_window newest_window_age not_found read read_age
    register_begins settled_by source started_at statement windows words
    """.split()  # noqa: SIM905
)
"""Names whose values turn on the machine, the hour or what is on file, or stand on every answer:
shown as a gap."""
_BY_NAME = ("rules", "councils")
"""Names under which there is one entry for each table or council: the first of them is shown."""
_MOST = 2
"""How many of a list are shown."""
_LONGEST = 90
"""Characters of a text that is shown whole."""
_WIDTH = 96


@dataclass(frozen=True)
class Example:
    """One command, and the file that holds what it answered."""

    name: str
    command: str
    only: tuple[str, ...] = ()
    """The names that are shown; all of them if left out."""

    def cut(self, answer: Any) -> Any:
        """Give what it answered as the page shows it."""
        if isinstance(answer, list):
            more = [GAP] if len(answer) > _MOST else []
            return [self.cut(each) for each in answer[:_MOST]] + more
        if not self.only:
            return abridged(answer)
        return {**{name: abridged(answer[name], name) for name in self.only}, GAP: GAP}

    @property
    def answer(self) -> Any:
        """Give what it answered, cut short."""
        return json.loads((MADE / f"{self.name}.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Shown:
    """One answer, under its heading on the page."""

    heading: str
    kind: type | None
    """The record; None of an answer that is the terminal's own."""
    examples: tuple[Example, ...]
    says: str = ""
    """What there is to say beside what the record says of itself."""
    many: bool = False
    """Whether the command gives a list of such records."""


def _one(
    heading: str, kind: type | None, command: str, says: str = "", *, many: bool = False
) -> Shown:
    return Shown(heading, kind, (Example(heading.replace(" ", "-"), command),), says, many)


SHOWN: tuple[Shown, ...] = (
    Shown(
        "deadline",
        DeadlineAnswer,
        (
            Example("deadline", "deadline --from 2018-10-18 --days 4 --nation england"),
            Example("deadline-by-rule", "deadline --council salford --published 2024-06-03T10:00"),
        ),
        "By a council's own rule there is more: both instants, and the rule that gave them. Other "
        "programs rely on this shape: no name is removed, and none changes its meaning.",
    ),
    Shown(
        "explain",
        ExplanationAnswer,
        (
            Example("explain", "explain HFD-041"),
            Example("explain-called-in", "explain HAC-061", ("ref", "time_limits", "told")),
        ),
    ),
    _one(
        "explain a deadline",
        DeadlineExplained,
        "explain --from 2018-10-18 --days 4 --nation england",
    ),
    _one(
        "may-implement",
        PermissionAnswer,
        "may-implement HFD-051 --as-of 2024-06-12T09:00",
        "The command ends with 0 if the decision may be implemented, and 3 if not.",
    ),
    _one(
        "today",
        Today,
        "today --council herefordshire",
        "With `--all` it is a list of these, one for each council.",
    ),
    _one("next", StepsAnswer, "next HFD-054 --as d.author"),
    _one(
        "a step that was taken",
        OutcomeAnswer,
        "amend HFD-054 --no-alternatives --as d.author",
    ),
    Shown(
        "show",
        ShownDecision,
        (
            Example("show", "show HAC-061"),
            Example("show-consents", "show GLO-074", ("ref", "consents")),
        ),
        "`list` gives the same of many, without their statements.",
    ),
    Shown(
        "list",
        DecisionAnswer,
        (Example("list", "list --council hackney", ("ref", "title", "state", "stands")),),
        many=True,
    ),
    _one("history", EntryAnswer, "history HFD-051", many=True),
    _one("diff", VersionsCompared, "diff HFD-054 --from 1 --to 3"),
    _one(
        "plan",
        Plan,
        "plan --council gloucestershire --kind key --decide-on 2024-07-24",
    ),
    _one(
        "notice of a decision",
        DecisionNotice,
        "notice HAC-061",
        "Nothing is in it but what may be published. Of a decision that is signed, with "
        "`--if-published`, `is_published` is false.",
    ),
    _one(
        "notice of what is open for call-in",
        OpenForCallIn,
        "notice --open --council gloucestershire",
        "Nothing is in it but what may be published.",
    ),
    _one(
        "notice --plan",
        ForwardPlan,
        "notice --plan --council gloucestershire",
        "Nothing is in it but what may be published.",
    ),
    _one("calendar show", CalendarShown, "calendar show --council gloucestershire"),
    _one("calendar horizon", HorizonAnswer, "calendar horizon --council gloucestershire"),
    _one(
        "calendar impact",
        CalendarImpactAnswer,
        "calendar impact --council gloucestershire --add 2024-06-19 --add 2024-07-25 "
        "--plan plan.json",
        "This example uses the plan above, saved in `plan.json`.",
    ),
    _one(
        "report",
        Report,
        "report exemptions --council gloucestershire --since 2024-04-01 --until 2024-06-30",
    ),
    _one("irregular list", IrregularityAnswer, "irregular list --all", many=True),
    _one("irregular show", IrregularityShown, "irregular show HFD-041", many=True),
    _one("people list", Appointment, "people list", many=True),
    _one("constitution show", RulesAnswer, "constitution show salford --on 2024-06-17"),
    _one("constitution gaps", GapsAnswer, "constitution gaps woking --on 2024-06-17"),
    _one(
        "constitution compare",
        RulesCompared,
        "constitution compare salford hackney --on 2024-06-17",
    ),
    _one("constitution audit", RulesAudited, "constitution audit herefordshire --on 2024-06-17"),
    _one("constitution audit of the law", LawsAudited, "constitution audit --law"),
    _one(
        "conformance",
        ConformanceAnswer,
        "conformance notices.csv --by constitution",
        "`notices.csv` has two of the [notices that were compared](../explanation/how-we-know.md). "
        "In the `summary`, `agree` includes those that agree `by_another_reading`, and `differ` "
        "includes the `irregular`. Other programs rely on this shape: no name is removed, and none "
        "changes its meaning.",
    ),
    _one(
        "example run",
        None,
        "example run too-late.toml",
        "A list, with an entry for each file. `wrong` says what did not come out as the example "
        "says it must. `holds` is true if nothing is wrong: then the command ends with 0, and "
        "otherwise with 7. The example is the one in [write an "
        "example](../how-to/write-an-example.md).",
    ),
    _one(
        "a step that was refused",
        RefusedAnswer,
        "sign HFD-054 --signatory 'Leader of the Council' --as the.leader",
        "On standard error. The command ends with 3 or 4.",
    ),
    _one("a fault", FaultAnswer, "show HFD-999", "On standard error."),
    _one(
        "journal show",
        StoredEntryAnswer,
        "journal show people/herefordshire",
        "A decision's journal and the register's own journals have the same shape.",
        many=True,
    ),
    _one("journal streams", RegisterStream, "journal streams", many=True),
    _one(
        "journal verify",
        VerifiedAnswer,
        "journal verify HFD-051",
        "`db check` gives the same `register`, with `revision`, `whole` and `problems`.",
    ),
    _one("close", RunAnswer, "close"),
    _one("runs", RunAnswer, "runs", many=True),
)


def examples() -> Iterator[Example]:
    """Give every example, in the order in which the commands are run."""
    for shown in SHOWN:
        yield from shown.examples


def abridged(value: Any, name: str = "") -> Any:
    """Give an answer cut short: what turns on the machine, or is long, is a gap."""
    if name in _VOLATILE and value is not None:
        return GAP
    if isinstance(value, dict):
        shown = {each: abridged(inside, each) for each, inside in value.items()}
        if name in _BY_NAME and len(shown) > 1:
            first = next(iter(shown))
            return {first: shown[first], GAP: GAP}
        return shown
    if isinstance(value, list):
        more = [GAP] if len(value) > _MOST else []
        return [abridged(each) for each in value[:_MOST]] + more
    if isinstance(value, str) and len(value) > _LONGEST:
        return GAP
    return value


def written(value: Any, indent: int = 0) -> str:
    """Write JSON so that it is read easily: what fits a line stands in one."""
    short = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(short) + indent <= _WIDTH:
        return short
    within = indent + 2
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(name, ensure_ascii=False)}: {written(each, within)}"
            for name, each in value.items()
        ]
    else:
        parts = [written(each, within) for each in value]
    open_, close = ("{", "}") if isinstance(value, dict) else ("[", "]")
    inside = ",\n".join(f"{' ' * within}{part}" for part in parts)
    return f"{open_}\n{inside}\n{' ' * indent}{close}"
