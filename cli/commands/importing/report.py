"""The report on an import, page by page and at the end."""

from collections.abc import Iterator, Mapping, Sequence

from cli.answer import Answer
from cli.exits import DONE, NEEDS_A_PERSON
from cli.output import Invocation, note, say, wrapped
from workflow.answers.imported import AssessedAnswer, ImportAnswer, assessed_answer
from workflow.clock import spoken_day
from workflow.constitution.wording.readings import NOT_KNOWN
from workflow.files.formulas import no_formula
from workflow.importing.assess import ImportAssessment, ImportOutcome
from workflow.importing.read import AssessedPage
from workflow.importing.references import reference_of
from workflow.importing.write import ImportResult
from workflow.wording.short_dates import until


class ImportReport:
    """Reports on each page as it comes, and at the end on all."""

    def __init__(self, prefix: str, *, whole: bool) -> None:
        self.prefix = prefix
        self.whole = whole
        """Whether what cannot be read keeps out the rest."""
        self.rows: list[AssessedAnswer] = []
        self.unread: list[str] = []
        self.remarks: list[str] = []
        self.counted: dict[str, int] = {}
        self.irregular = 0
        self.written: set[str] = set()
        self.there: set[str] = set()
        self.odd: list[str] = []
        self.kept_out = 0
        """How many could not be read, where that keeps out the rest."""

    @property
    def _needs_a_person(self) -> bool:
        """Say whether anything is left for a person, could not be read, or does not agree."""
        return bool(self.counted.get("left for a person") or self.unread or self.odd)

    def tell(self, page: AssessedPage) -> None:
        """Tell a page's decisions, and what could not be read of it."""
        for each in page.assessed:
            self.counted[each.outcome.value] = self.counted.get(each.outcome.value, 0) + 1
            self.irregular += bool(each.irregular)
            ref = self._ref(each)
            if Invocation.as_json:
                self.rows.append(assessed_answer(ref, each))
            else:
                say(*_lines(ref, each))
        self.unread += page.read.unread
        self.remarks += page.read.remarks
        if not Invocation.as_json:
            note(*[wrapped(f"Note: {each}", "", "      ") for each in page.read.remarks])
            note(*[wrapped(f"Not read: {each}", "", "  ") for each in page.read.unread])

    def _ref(self, each: ImportAssessment) -> str:
        """Give the reference it has here; its own, where this register exported it."""
        if each.outcome is ImportOutcome.OWN:
            return each.listed.identity
        return reference_of(self.prefix, each.listed)

    def count_written(self, outcome: ImportResult) -> None:
        """Count what was written, and tell what is on the register and is not as it was read."""
        self.written.update(outcome.written)
        self.there.update(set(outcome.there) - self.written)
        self.note_differences(outcome.odd)

    def note_differences(self, odd: Sequence[str]) -> None:
        """Tell what is on the register and is not as it was read."""
        self.odd += odd
        if not Invocation.as_json:
            note(*[wrapped(f"Mind: {each}", "", "  ") for each in odd])

    def answer(self, *, adopt: bool) -> Answer:
        """Answer what came of the whole, when every page was told."""
        counted = {
            "read": sum(self.counted.values()),
            **self.counted,
            "irregular": self.irregular,
            "unread": len(self.unread),
        }
        text = ["", "; ".join(f"{number} {what}" for what, number in counted.items()) + "."]
        notes = []
        if self.kept_out:
            notes.append(
                f"Nothing is imported: {self.kept_out} could not be read. Mend them; or import "
                "the rest without them: --skip-unread"
            )
        elif adopt:
            text.append(
                f"Imported: {len(self.written)}. On the register already: {len(self.there)}."
            )
        elif self.whole and self.unread:
            notes.append(
                "Nothing is imported. To import the rest without what could not be read: --adopt "
                "--skip-unread"
            )
        else:
            notes.append("Nothing is imported. To import it: --adopt")
        code = NEEDS_A_PERSON if self._needs_a_person else DONE
        return Answer(data=lambda: self._data(counted), text=text, notes=notes, code=code)

    def _data(self, counted: Mapping[str, int]) -> ImportAnswer:
        return ImportAnswer(
            decisions=tuple(self.rows),
            unread=tuple(self.unread),
            remarks=tuple(self.remarks),
            summary=counted,
            imported=len(self.written),
            there_already=len(self.there),
            odd=tuple(self.odd),
            kept_out_by_unread=self.kept_out > 0,
        )


def _lines(ref: str, each: ImportAssessment) -> Sequence[str]:
    listed = each.listed
    days = (
        f"{what} {spoken_day(day)}"
        for what, day in (
            ("made", listed.made_on),
            ("published", listed.published_on),
            ("effective from", listed.effective_from),
            ("last day for call-in", listed.last_day),
        )
        if day is not None
    )
    stands = each.outcome.value
    if each.window is not None and each.outcome.value == "open":
        stands = f"open until {spoken_day(each.window.last_day)}"
    lines = [
        f"{ref or listed.source}  {stands}: {no_formula(listed.title)}",
        f"    {', '.join(days) or 'no dates'}",
    ]
    for what, sentences in (
        ("Left", (each.why,) if each.why else ()),
        ("Mind", tuple(_doubtful(each))),
        ("Irregular", each.irregular),
        ("Doubt", listed.doubts),
        ("Assumed", each.assumed),
    ):
        lines += [wrapped(f"{what}: {one}", "    ", "      ") for one in sentences]
    return lines


def _doubtful(each: ImportAssessment) -> Iterator[str]:
    """Say what its period rests on that is not known, and how else it could end."""
    window = each.window
    if window is None:
        return
    if window.rule_assumed:
        yield NOT_KNOWN
    for end in window.sooner if each.outcome is ImportOutcome.OPEN else ():
        yield (
            f"By another reading of the council's rule it can be called in until {until(end)}; the "
            "later end stands."
        )
