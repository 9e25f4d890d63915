"""What the labels of registers stand for, and the other words that they print."""

from itertools import chain
from typing import Final

from workflow.importing.label_words import GIVING_WAY, OTHER, PRINTED, REGISTER, labels
from workflow.importing.records import HeadingStanding
from workflow.importing.statements.labels import key_of
from workflow.importing.statements.telling import told_in

LONG: Final = frozenset({"purpose", "decision", "documents", OTHER})
"""The fields whose value may run over several paragraphs."""
DAYS: Final = frozenset({"made_on", "published_on", "effective_from", "last_day", "dated"})
FLAGS: Final = frozenset({"is_key", "is_subject_to_call_in"})

TELLING: Final = DAYS | FLAGS | {"decided_by", "meeting", "call_ins", "status"}
"""The fields of which one at least shows that a list is one of decisions."""

LABELS: Final = dict(
    chain.from_iterable(labels(words, REGISTER) for words in (PRINTED, GIVING_WAY))
)
"""The words of every label, and the field that it stands for."""

NAMES: Final = {
    "title": "Title",
    "decided_by": "Decision maker",
    "meeting": "Decided at meeting",
    "made_on": "Date of decision",
    "published_on": "Publication date",
    "effective_from": "Effective from",
    "last_day": "Last day for call-in",
    "dated": "Date",
    "is_key": "Is key decision?",
    "is_subject_to_call_in": "Is subject to call in?",
    "call_ins": "Call-ins",
    "status": "Decision status",
    "purpose": "Purpose",
    "decision": "Decision",
}
"""What a doubt calls a field, where two pages may have called it differently."""

YES: Final = frozenset({
    "yes", "y", "true", "ydw", "ydy", "oes", "ie", "for call in", "subject to call in",
    "open to call in",
})  # fmt: skip
NO: Final = frozenset({
    "no", "n", "false", "nac ydw", "nac ydy", "nac oes", "nage", "not for call in",
    "not subject to call in", "not open to call in", "exempt from call in", "no call in",
    "not subject", "exempt", "waived", "call in waived", "not eligible for call in",
})  # fmt: skip
KEY: Final = frozenset({"key", "key decision"})
NOT_KEY: Final = frozenset({"non key", "non key decision", "not key", "not a key decision"})

PAGE_TITLES: Final = frozenset({
    "decision details", "decision", "decisions", "issue details", "details",
    "manylion y penderfyniad",
})  # fmt: skip
"""Headings that name the page, and not the decision."""
NONE_LISTED: Final = (
    "no matching decisions", "no decisions", "there are no decisions", "there are no matching",
    "there are currently no decisions", "no forthcoming decisions",
)  # fmt: skip
"""How a list says that it is empty."""


def field_of(label: str) -> str:
    """Give the field a label stands for, whatever its case and marks; empty where it is unknown."""
    return LABELS.get(key_of(label), "")


def standing_of(heading: str) -> HeadingStanding | None:
    """Give what a list's heading says of the decisions under it, or None."""
    telling = told_in(heading[:2_000])
    if telling.fate or telling.not_subject:
        return None
    if telling.subject:
        return HeadingStanding.SUBJECT_TO_CALL_IN
    if telling.unmade:
        return HeadingStanding.FORTHCOMING
    return HeadingStanding.PUBLISHED if "published" in key_of(heading).split() else None


def subject_by(heading: str) -> bool | None:
    """Give what a list's heading says of call-in for the decisions under it, or None."""
    told = told_in(heading[:2_000])
    if told.fate or told.unclear or (told.subject and told.not_subject):
        return None
    return False if told.not_subject else True if told.subject else None


def answer_of(text: str, *, on_key: bool = False) -> bool | None:
    """Give the yes or the no that a text is, on whether a decision may be called in, or is key; or
    None."""
    words = key_of(text.removesuffix("."))
    if words in YES or (on_key and words in KEY):
        return True
    return False if words in NO or (on_key and words in NOT_KEY) else None


def heads_a_list(heading: str) -> bool:
    """Say whether a heading speaks of decisions at all."""
    return any(word in heading.casefold() for word in ("decision", "penderfyniad"))


def says_list_is_empty(text: str) -> bool:
    """Say whether a line says that there is nothing to list."""
    return text.casefold().startswith(NONE_LISTED)
