"""The report on an import, page by page and at the end."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final

from cli.exits import DONE, NEEDS_A_PERSON
from cli.shown.answer import Answer
from cli.shown.fitting import wrapped
from cli.shown.output import Invocation, note, say
from workflow.answers.imported import AssessedAnswer, ImportAnswer, assessed_answer
from workflow.clock import spoken_day
from workflow.constitution.wording.readings import NOT_KNOWN
from workflow.files.formulas import no_formula
from workflow.importing.assess import ImportAssessment, ImportOutcome
from workflow.importing.read import AssessedPage
from workflow.importing.references import reference_of
from workflow.importing.write import ImportResult
from workflow.wording.short_dates import until

_ALIKE: Final = 3
"""How many of one sort are told each on its own."""
_FIRST: Final = 5
"""How many of more than that are named."""
_OWN: Final = re.compile(r'"[^"]*"|[0-9]+')
"""What two sentences on the same fault differ in: the numbers, and what is quoted."""
_LINE: Final = re.compile(r"\bline ([0-9]+)")
_LEFT: Final = (
    "Do: for what is left for a person, put it right in the source and import it again; or enter "
    "it by hand, each step with its own time: decisions new … --at WHEN --late-reason TEXT"
)
"""How a decision that is left gets on to the register."""
_COMES_IN: Final = (ImportOutcome.ENDED, ImportOutcome.OPEN)


class ImportReport:
    """Reports on each page as it comes, and at the end on all."""

    def __init__(self, prefix: str, *, whole: bool, problems: bool) -> None:
        self.prefix = prefix
        self.whole = whole
        """Whether what cannot be read keeps out the rest."""
        self.problems = problems
        """Whether only what needs looking at is shown."""
        self.rows: list[AssessedAnswer] = []
        self.unread: list[str] = []
        self.remarks: list[str] = []
        self.assumed: dict[str, list[str]] = {}
        """What is assumed, with the decisions that it is assumed of."""
        self.counted: dict[str, int] = {}
        self.irregular = 0
        self.repeated: list[str] = []
        """Where each row stands that says again what another said of the same decision."""
        self.seen: set[str] = set()
        self.new = 0
        """How many decisions would be imported, and are not on the register yet."""
        self.written: set[str] = set()
        self.there: set[str] = set()
        self.odd: list[str] = []
        self.kept_out = 0
        """How many could not be read, where that keeps out the rest."""

    @property
    def _needs_a_person(self) -> bool:
        """Say whether anything is left for a person, could not be read, or does not agree."""
        return bool(self.counted.get(ImportOutcome.NEEDS_PERSON.value) or self.unread or self.odd)

    def tell(self, page: AssessedPage, known: ImportResult) -> None:
        """Tell a page's decisions, and what became of them or is on the register of them."""
        self.written.update(known.written)
        there = set(known.there) - self.written
        self.there |= there
        for each in page.assessed:
            self._tell(each, there)
        self.unread += page.read.unread
        self.remarks += page.read.remarks
        self.odd += known.odd
        if not Invocation.as_json:
            note(*[wrapped(f"Note: {each}", "", "      ") for each in page.read.remarks])
            note(*[wrapped(f"Mind: {each}", "", "  ") for each in known.odd])
            note(
                *[wrapped(f"To correct it so: {each}", "  ", "    ") for each in known.corrections]
            )

    def _tell(self, each: ImportAssessment, there: Collection[str]) -> None:
        ref = self._ref(each)
        is_there = ref in there and each.outcome in _COMES_IN
        self.irregular += bool(each.irregular)
        if each.outcome is not ImportOutcome.NEEDS_PERSON and ref in self.seen:
            self.repeated.append(f"{ref} ({each.listed.source})")
        else:
            self.counted[each.outcome.value] = self.counted.get(each.outcome.value, 0) + 1
            self.new += each.outcome in _COMES_IN and not is_there
        on_record = self.problems and is_there
        for said in () if ref in self.seen or on_record else each.assumed:
            self.assumed.setdefault(said, []).append(ref)
        self.seen.add(ref)
        if on_record or (self.problems and not _needs_looking_at(each)):
            return
        if Invocation.as_json:
            self.rows.append(assessed_answer(ref, each))
        else:
            say(*_lines(ref, each, is_there=is_there))

    def _ref(self, each: ImportAssessment) -> str:
        """Give the reference it has here; its own, where this register exported it."""
        if each.outcome is ImportOutcome.OWN:
            return each.listed.identity
        return reference_of(self.prefix, each.listed)

    def answer(self, *, adopt: bool) -> Answer:
        """Answer what came of the whole, when every page was told."""
        counted = {
            "read": sum(self.counted.values()) + len(self.repeated),
            **self.counted,
            **({"repeated": len(self.repeated)} if self.repeated else {}),
            "irregular": self.irregular,
            "unread": len(self.unread),
        }
        if not Invocation.as_json:
            note(*[wrapped(each, "", "  ") for each in _assumed(self.assumed)])
            note(*[wrapped(f"Not read: {each}", "", "  ") for each in _grouped(self.unread)])
        text = ["", "; ".join(f"{number} {what}" for what, number in counted.items()) + "."]
        notes = []
        if self.repeated:
            notes.append(f"Repeated: {_first(self.repeated)}.")
        if self.counted.get(ImportOutcome.NEEDS_PERSON.value):
            notes.append(wrapped(_LEFT, "", "  "))
        if self.kept_out:
            notes.append(
                f"Nothing is imported: {self.kept_out} could not be read. Mend them; or import "
                "the rest without them: --skip-unread"
            )
        elif adopt:
            text.append(
                f"Imported: {len(self.written)}. On the register already: {len(self.there)}."
            )
        elif not self.new:
            notes.append("Nothing that was read is new and can be imported.")
        elif self.whole and self.unread:
            notes.append(
                f"Nothing is imported. To import {self.new} without what could not be read: "
                "--adopt --skip-unread"
            )
        else:
            notes.append(f"Nothing is imported. To import {self.new}: --adopt")
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


def _needs_looking_at(each: ImportAssessment) -> bool:
    return bool(
        each.outcome is ImportOutcome.NEEDS_PERSON
        or each.irregular
        or each.listed.doubts
        or any(_doubtful(each))
    )


def _assumed(found: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give what is assumed, once for all the decisions that it is assumed of."""
    for said, refs in found.items():
        yield f"Assumed of {_first(refs)}: {said}"


def _grouped(unread: Iterable[str]) -> Iterator[str]:
    """Give what could not be read: of many alike the first, and where the others stand."""
    alike: dict[str, list[str]] = {}
    for each in unread:
        alike.setdefault(_OWN.sub("", each), []).append(each)
    for same in alike.values():
        lines = [found[1] for said in same if (found := _LINE.search(said))]
        if len(same) <= _ALIKE or len(lines) < len(same):
            yield from same
        else:
            yield f"{len(same)} rows alike, lines {_first(lines)}. The first: {same[0]}"


def _first(names: Sequence[str]) -> str:
    """Give the first names, and how many more there are."""
    more = len(names) - _FIRST
    return ", ".join(names[:_FIRST]) + (f" and {more} more" if more > 0 else "")


def _lines(ref: str, each: ImportAssessment, *, is_there: bool) -> Sequence[str]:
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
    if is_there:
        stands = f"{stands}, on the register already"
    lines = [
        f"{ref or listed.source}  {stands}: {no_formula(listed.title)}",
        f"    {', '.join(days) or 'no dates'}",
    ]
    for what, sentences in (
        ("Left", (each.why,) if each.why else ()),
        ("Mind", tuple(_doubtful(each))),
        ("Irregular", each.irregular),
        ("Doubt", listed.doubts),
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
