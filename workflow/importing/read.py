"""Reading another register, with each decision assessed as it is read."""

import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from tempfile import TemporaryFile
from types import TracebackType
from typing import Self

from workflow.calendars.days import Calendar
from workflow.constitution.constitution import Constitution
from workflow.importing import ListedDecision, Register, Source, SourceRead
from workflow.importing.assess import ImportAssessment, ImportOutcome, assess
from workflow.importing.certainty import kind_of
from workflow.importing.references import FactsRead, fuller, reading_of, reference_of, unlike

_Seen = tuple[ImportOutcome, FactsRead]
Compare = Callable[[Sequence[ListedDecision]], Mapping[str, str]]
"""Compares decisions that were exported from a register with it: by identity, gives how each
differs."""


@dataclass(frozen=True, slots=True)
class AssessedPage:
    """One page of another register, or some rows of it: what was read, and the assessment of each
    decision."""

    read: SourceRead
    """What was read, and what could not be."""
    assessed: tuple[ImportAssessment, ...]
    """The assessment of each decision, in the order read."""


def pages_of(
    source: Source,
    constitution: Constitution,
    calendar: Calendar,
    now: datetime,
    compare: Compare | None = None,
) -> Iterator[AssessedPage]:
    """Read another register page by page, so that it may be of any length.

    `compare` is left out where there is no register of one's own yet. Raises NotFound where there
    is nothing to read, and Invalid where it is not a register.
    """
    for read in source.reads():
        exported = [each for each in read.listed if _may_be_ours(each)]
        here = compare(exported) if compare is not None and exported else {}
        yield AssessedPage(
            read,
            tuple(
                _own(each, here[each.identity])
                if _may_be_ours(each) and each.identity in here
                else assess(each, constitution, calendar, now)
                for each in read.listed
            ),
        )


def _may_be_ours(listed: ListedDecision) -> bool:
    """Say whether this very register may have exported it."""
    return listed.register is Register.EXPORT and not listed.elsewhere


def _own(listed: ListedDecision, differs: str) -> ImportAssessment:
    outcome = ImportOutcome.NEEDS_PERSON if differs else ImportOutcome.OWN
    return ImportAssessment(listed=listed, kind=kind_of(listed), outcome=outcome, why=differs)


class ReadThrough:
    """Another register, read to its end. Its pages can then be given as often as they are wanted.

    Only at the end is it known which decisions need a person on some page, or are shown twice with
    different facts: of these, every reading needs a person. The pages are kept in a temporary
    file, so the register may be of any length. Use it in a `with` statement, which removes the
    file.
    """

    def __init__(self, pages: Iterable[AssessedPage], prefix: str) -> None:
        self._prefix = prefix
        self._left: dict[str, str] = {}
        """The references of which no reading is imported, each with why."""
        self.unread = 0
        """How many things could not be read."""
        self._file = TemporaryFile()  # noqa: SIM115  # open as long as this is
        seen: dict[str, _Seen] = {}
        try:
            for page in pages:
                pickle.dump(page, self._file, pickle.HIGHEST_PROTOCOL)
                self._note_unread(page.read)
                for each in page.assessed:
                    if each.listed.identity:
                        self._see(reference_of(prefix, each.listed), each, seen)
        except BaseException:
            self._file.close()
            raise

    def _note_unread(self, read: SourceRead) -> None:
        self.unread += len(read.unread)
        for each in read.unsettled:
            if each.identity:
                ref = reference_of(self._prefix, each)
                self._left.setdefault(ref, f"another reading of it, {each.source}, was not read")

    def _see(self, ref: str, each: ImportAssessment, seen: dict[str, _Seen]) -> None:
        if each.outcome is ImportOutcome.NEEDS_PERSON:
            self._left.setdefault(ref, f"another reading of it is left: {each.why}")
        now = reading_of(each.listed)
        shown, first = seen.setdefault(ref, (each.outcome, now))
        if shown is not each.outcome:
            self._left.setdefault(ref, f"it is shown twice, as {shown} and as {each.outcome}")
        for how in unlike(first, now):
            self._left.setdefault(ref, f"it is shown twice, with {how}")
        if first != now and each.listed.register is Register.SHEET:
            self._left.setdefault(ref, "two rows of it do not say the same")
        seen[ref] = shown, fuller(first, now)

    def __iter__(self) -> Iterator[AssessedPage]:
        """Give the pages, in the order in which they were read."""
        self._file.seek(0)
        while self._file.peek(1):
            page = pickle.load(self._file)  # noqa: S301  # nobody but this object wrote the file
            assert isinstance(page, AssessedPage)
            yield AssessedPage(page.read, tuple(map(self._settled, page.assessed)))

    def _settled(self, each: ImportAssessment) -> ImportAssessment:
        """Give an assessment as it is in the light of all the others."""
        why = self._left.get(reference_of(self._prefix, each.listed), "") if self._left else ""
        if not why or each.outcome is ImportOutcome.NEEDS_PERSON:
            return each
        return replace(
            each,
            outcome=ImportOutcome.NEEDS_PERSON,
            why=why,
            window=None,
            effective_at=None,
            assumed=(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._file.close()
