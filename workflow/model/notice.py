"""Notices published before a decision, or with its reasons after it: each a record of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from workflow.model.labelled_enum import LabelledEnum


class NoticeKind(LabelledEnum):
    """What a notice is for."""

    KEY_DECISION = (
        "key-decision",
        "notice of a key decision",
        "That a key decision is to be made, 28 clear days before (regulation 9).",
    )
    GENERAL_EXCEPTION = (
        "general-exception",
        "general exception notice",
        "That a key decision is to be made at shorter notice (regulation 10).",
    )
    PRIVATE_MEETING = (
        "private-meeting",
        "notice of a private meeting",
        "That a meeting is to be held in private, 28 clear days before (regulation 5).",
    )
    PRIVATE_FURTHER = (
        "private-meeting-further",
        "further notice of a private meeting",
        "The same 5 clear days before, with what was said against it, and the answer.",
    )
    REASONS = (
        "reasons",
        "notice of reasons",
        "Why ordinary notice was impracticable, published as soon as practicable.",
    )


BEFORE: Final = frozenset(kind for kind in NoticeKind if kind is not NoticeKind.REASONS)
"""The kinds that come before a decision is made."""


class NoticeRoute(LabelledEnum):
    """How a key decision met the rules on notice."""

    NOTICE = ("notice", "28 days' notice", "It was in a notice published in time (regulation 9).")
    GENERAL_EXCEPTION = (
        "general-exception",
        "general exception",
        "Scrutiny was told, and five clear days passed (regulation 10).",
    )
    SPECIAL_URGENCY = (
        "special-urgency",
        "special urgency",
        "It was agreed beforehand to be urgent (regulation 11).",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice that was published: when, and for when."""

    kind: NoticeKind
    """What it is for."""
    published_at: datetime
    """When it was published."""
    decide_from: date | None = None
    """The first day on which it says the decision may be made."""
    decide_until: date | None = None
    """The last such day."""
