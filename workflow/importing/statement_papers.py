"""Written statements, each one paper of one decision, read as those of a register are."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from workflow.errors import Invalid, NotFound
from workflow.files.opening import shown
from workflow.importing.labels import NAMES, answer_of, field_of
from workflow.importing.opening import files_of
from workflow.importing.records import ListedDecision, PageKind, Register, SourceRead
from workflow.importing.statements.dates import days_in, read_day
from workflow.importing.statements.drafting import to_statement
from workflow.importing.statements.files import read_file
from workflow.importing.statements.found import StatementReading
from workflow.importing.statements.labels import key_of
from workflow.importing.statements.telling import told_in
from workflow.model.kind import Kind
from workflow.model.statement import Statement

_ENDINGS: Final = (".txt",)
_DIGEST: Final = 12
_DAYS: Final = frozenset({"published_on", "effective_from", "last_day"})
_TO_THE_END_OF: Final = frozenset({
    "decision to take effect at end of", "takes effect at end of", "to take effect at the end of",
    "decision takes effect at the end of", "decision to take effect at the end of",
})  # fmt: skip

_PUBLISHED: Final = re.compile(r"\b(?:published|publication)\b|\bcyhoedd", re.IGNORECASE)
_ANOTHERS: Final = re.compile(
    r"forward plan|\bagenda\b|\bintention\b|first published|"
    r"notice of (?:the |a )?(?:key|proposed|intended|private)",
    re.IGNORECASE,
)
"""What is published before a decision is made."""


@dataclass(frozen=True, slots=True)
class Statements:
    """A written statement as text, or a folder of them."""

    path: str | os.PathLike[str]
    published_on: date | None = None
    """When it was published, where the paper does not print it; of one statement alone."""
    encoding: str | None = None
    """The encoding it was saved in, where a person says."""
    kind: Kind | None = None
    """Its kind, where the paper does not say and a person does; of one statement alone."""

    def reads(self) -> Iterator[SourceRead]:
        """Read each; a file alone that cannot be read raises Invalid or NotFound."""
        place = Path(self.path)
        if not place.is_dir():
            yield _one(place, self.published_on, self.encoding, self.kind)
            return
        from_person = (("day of publication", self.published_on), ("kind", self.kind))
        for what, value in from_person:
            if value is not None:
                raise Invalid(
                    f"One {what} is given, for a folder of statements.",
                    remedy=f"Give one statement at a time, each with its own {what.split()[0]}.",
                )
        papers, passed = files_of(place, _ENDINGS, "statement saved as text")
        for paper in papers:
            try:
                yield _one(paper, None, self.encoding, None)
            except (Invalid, NotFound) as fault:
                problem = f"{shown(paper.name)}: {fault} {fault.cure}"
                yield SourceRead(source=shown(paper.name), kind=PageKind.NOTHING, unread=(problem,))
        if passed:
            yield SourceRead(source="", kind=PageKind.NOTHING, unread=tuple(passed))


def _one(
    path: Path, published_on: date | None, encoding: str | None, kind: Kind | None
) -> SourceRead:
    reading = read_file(path, encoding)
    statement = to_statement(reading, kind)
    if kind is not None:
        reading = reading.without_doubt_of_its_kind()
    listed = _listed(reading, statement, shown(path.name), published_on)
    if kind is not None and reading.text("kind") is None:
        from_person = ("kind (given by whoever took it in)", kind.value)
        listed = replace(listed, raw=(*listed.raw, from_person))
    return SourceRead(source=listed.source, kind=PageKind.DETAILS, listed=(listed,))


def _listed(
    reading: StatementReading, statement: Statement, source: str, published_on: date | None
) -> ListedDecision:
    doubts = list(reading.remarks)
    if statement.printed_expiry is None and doubts:
        # Its label may stand there, and what is under it not be read.
        doubts[0] = f"{NAMES['last_day']}: none was read, and {doubts[0]}"
    raw = tuple((field.replace("_", " "), str(each.value)) for field, each in reading.found.items())
    raw += reading.unused
    if published_on is not None:
        raw += (("published on (given by whoever took it in)", published_on.isoformat()),)
    days, flags, status, used = _printed_beside(reading, doubts)
    printed = days.get("published_on")
    if printed is not None and published_on not in (None, printed):
        doubts.append(
            f"{NAMES['published_on']}: {printed:%d/%m/%Y} is printed, and {published_on:%d/%m/%Y} "
            "was given."
        )
    doubts += _published_otherwise(reading, published_on or printed)
    return ListedDecision(
        source=source,
        title=statement.title,
        register=Register.STATEMENT,
        identity=_identity(statement),
        reference=statement.issue_reference or "",
        decided_by=statement.body,
        made_on=statement.made_on,
        published_on=published_on or printed,
        effective_from=days.get("effective_from"),
        last_day=statement.printed_expiry or days.get("last_day"),
        is_subject_to_call_in=flags.get("is_subject_to_call_in"),
        unused=tuple(pair for pair in reading.unused if pair not in used),
        status=status,
        kind=statement.kind,
        is_key=statement.kind.is_key,
        purpose=statement.purpose or "",
        decision=statement.decision or "",
        statement=statement,
        raw=raw,
        doubts=tuple(doubts),
    )


def _printed_beside(
    reading: StatementReading, doubts: list[str]
) -> tuple[dict[str, date], dict[str, bool], str, set[tuple[str, str]]]:
    """Give the days, the answers and the status printed under labels that a draft is not made
    from; and what was so used."""
    status = ""
    days: dict[str, date] = {}
    flags: dict[str, bool] = {}
    used: set[tuple[str, str]] = set()
    for label, text in reading.unused:
        field = "last_day" if key_of(label) in _TO_THE_END_OF else field_of(label)
        if field in _DAYS:
            day, why = read_day(text)
            if day is not None and days.setdefault(field, day) == day:
                used.add((label, text))
            if why or days.get(field) != day:
                doubts.append(f"{NAMES[field]}: {why or 'two days are printed'} ({text[:80]}).")
        elif field == "status" and not told_in(text).fate:  # which says it in its own words
            status = status or text
            used.add((label, text))
        elif field == "is_subject_to_call_in":
            answer = answer_of(text)
            if answer is not None and flags.setdefault(field, answer) is answer:
                used.add((label, text))
    return days, flags, status, used


def _published_otherwise(reading: StatementReading, day_taken: date | None) -> Iterator[str]:
    """Say where a paper tells, under no label that is known, of another day of publication."""
    for label, text in reading.unused:
        whole = f"{label}: {text}" if label else text
        says_another = (
            _PUBLISHED.search(whole) and not field_of(label) and not _ANOTHERS.search(whole)
        )
        other = [day for day in days_in(whole) if day != day_taken] if says_another else []
        if other and day_taken is not None:
            yield (
                f"{NAMES['published_on']}: {day_taken:%d/%m/%Y} is taken, and “{whole[:80]}” is "
                "printed."
            )


def _identity(statement: Statement) -> str:
    """Give what a paper is known by: an issue may be decided more than once, so its reference and
    the day; or else who decided what, and when."""
    day = "" if statement.made_on is None else statement.made_on.isoformat()
    if statement.issue_reference:
        return f"{statement.issue_reference}-{day}".removesuffix("-")
    words = "\n".join((statement.body, statement.title, day)).casefold()
    return sha256(words.encode()).hexdigest()[:_DIGEST]
