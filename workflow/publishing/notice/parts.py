"""The notice of a decision, part by part, each under its label: what every form of it is made from.

The labels are those that `statement read` knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from workflow.clock import london_day
from workflow.constitution.provisions.statement import Matter
from workflow.model.kind import Kind
from workflow.model.statement import ConflictOfInterest
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.pages.page import seen
from workflow.wording import long_dates

NOT_SAID: Final = "Not stated."
NONE: Final = "None."
NONE_NOTED: Final = "none noted"
DECLARED_BY: Final = "Declared by"
INTEREST: Final = "Interest"
DISPENSATION: Final = "Dispensation"
KINDS: Final = {
    Kind.KEY: "Key decision",
    Kind.NON_KEY: "Non-key decision",
    Kind.OFFICER_KEY: "Officer key decision",
    Kind.OFFICER_NON_KEY: "Officer non-key decision",
}


@dataclass(frozen=True, slots=True)
class NoticePart:
    """One part of a notice: a label, and its text paragraph by paragraph."""

    label: str
    paragraphs: tuple[str, ...]
    short: bool = False
    """Whether it is a short answer, to stand beside its label."""
    items: bool = False
    """Whether its paragraphs are the items of a list."""


def parts(notice: DecisionNotice) -> Iterator[NoticePart]:
    """Give the parts of a notice in order, without marks that a reader does not see. What it does
    not say is left out, or said to be not stated where the law asks for it."""
    for part in _parts(notice):
        yield replace(part, paragraphs=tuple(map(seen, part.paragraphs)))


def _parts(notice: DecisionNotice) -> Iterator[NoticePart]:
    yield NoticePart("Title", (notice.title,), short=True)
    yield NoticePart("Decision reference", (notice.ref,), short=True)
    if notice.issue_reference:
        yield NoticePart("Issue number", (notice.issue_reference,), short=True)
    yield NoticePart("Decision type", (KINDS[notice.kind],), short=True)
    yield NoticePart("Decision maker", (notice.maker,), short=True)
    made_on = NOT_SAID if notice.made_on is None else long_dates.day(notice.made_on)
    yield NoticePart("Date of decision", (made_on,), short=True)
    if notice.signed_by:
        yield NoticePart("Signed by", (notice.signed_by,), short=True)
    if notice.signed_on is not None:
        yield NoticePart("Date signed", (long_dates.day(notice.signed_on),), short=True)
    if notice.access is not None:
        yield NoticePart("Open or exempt", (notice.access.value.capitalize(),), short=True)
    published = long_dates.day(london_day(notice.published_at))
    yield NoticePart("Date of publication", (published,), short=True)
    if notice.last_day is not None:
        yield NoticePart("Last day for call-in", (long_dates.day(notice.last_day),), short=True)
    yield from _text(notice)
    for each in notice.consents:
        by = tuple(f"Agreed by {who}." for who in each.agreed_by)
        yield NoticePart(each.heading, (*paragraphs(each.reason), *by) or (NOT_SAID,))
    yield NoticePart("Call-in", notice.call_in)
    if notice.how_to_ask is not None:
        yield NoticePart("How to ask for a call-in", (notice.how_to_ask.words,))
    if notice.copies:
        yield NoticePart("Documents", (notice.copies,))
    if notice.standing_words:
        yield NoticePart("Further information", (notice.standing_words,))


def _text(notice: DecisionNotice) -> Iterator[NoticePart]:
    """Give the text of the statement; or only that it is withheld."""
    if notice.withheld:
        yield NoticePart("Withheld from the public", (notice.withheld,))
        if notice.decision is None:
            return
    if notice.purpose:
        yield NoticePart("Purpose", paragraphs(notice.purpose))
    yield _said("Decision", notice.decision)
    yield _said("Reasons for the decision", notice.reasons)
    if notice.alternatives is not None or Matter.ALTERNATIVES in notice.must_say:
        yield _listed("Alternative options considered and rejected", notice.alternatives)
    conflicts = notice.conflicts
    declared = None if conflicts is None else tuple(map(conflict_words, conflicts))
    yield _listed("Conflicts of interest declared", declared)
    if notice.consultation or Matter.CONSULTATION in notice.must_say:
        yield _said("Consultation", notice.consultation)
    if notice.attended or Matter.NAMES in notice.must_say:
        yield _listed("Members who attended", notice.attended or None)
    if notice.apologies is not None:
        yield _listed("Apologies", notice.apologies)


def _listed(label: str, items: tuple[str, ...] | None) -> NoticePart:
    if not items:
        return NoticePart(label, (NOT_SAID if items is None else NONE,), short=True)
    return NoticePart(label, items, items=True)


def _said(label: str, text: str | None) -> NoticePart:
    lines = paragraphs(text or "")
    return NoticePart(label, lines or (NOT_SAID,), short=not lines)


def paragraphs(text: str) -> tuple[str, ...]:
    """Give the lines of a text that hold something, the white space in each folded."""
    folded = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in folded if line)


def conflict_words(conflict: ConflictOfInterest) -> str:
    """Say who declared which interest, and what dispensation was noted, a line for each."""
    said = [f"{DECLARED_BY}: {conflict.member}", f"{INTEREST}: {conflict.interest}"]
    return "\n".join([*said, f"{DISPENSATION}: {conflict.dispensation or NONE_NOTED}"])
