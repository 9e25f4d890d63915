"""The labels that registers print, as data: one table for lists and for details."""

from typing import Final

from workflow.importing.records import HeadingStanding
from workflow.importing.statements.labels import key_of
from workflow.importing.statements.telling import told_in

OTHER: Final = "other"
"""A label that is known, and read for no field: it ends the one before it."""

LONG: Final = frozenset({"purpose", "decision", "documents", OTHER})
"""The fields whose value may run over several paragraphs."""
DAYS: Final = frozenset({"made_on", "published_on", "effective_from", "last_day", "dated"})
FLAGS: Final = frozenset({"is_key", "is_subject_to_call_in"})

TELLING: Final = DAYS | FLAGS | {"decided_by", "meeting", "call_ins", "status"}
"""The fields of which one at least shows that a list is one of decisions."""

_TABLE: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "decision title", "issue", "issue title", "item", "subject", "teitl"),
    "reference": (
        "ref", "reference", "decision reference", "decision ref", "reference number",
        "decision number",
    ),
    "decided_by": (
        "decision maker", "decision makers", "decision taker", "decided by", "decision made by",
        "decision taken by", "made by", "y sawl syn gwneud penderfyniad",
    ),
    "meeting": (
        "decided at meeting", "made at meeting", "decision made at meeting", "taken at meeting",
        "decided at", "penderfynwyd yn y cyfarfod",
    ),
    "made_on": (
        "date of decision", "decision date", "date decision made", "date decision taken",
        "date made", "decision made", "decision made on", "dyddiad y penderfyniad",
    ),
    "published_on": (
        "publication date", "date of publication", "decision published", "published",
        "published on", "date published", "publish date", "dyddiad cyhoeddi", "publication",
        "date decision published", "date of publication of decision",
        "date of publication of record of decision",
    ),
    "effective_from": (
        "effective from", "effective date", "date effective", "decision effective from",
        "comes into effect", "in force from", "implementation date", "date of implementation",
    ),
    "last_day": (
        "last day for call in", "last date for call in", "last day of call in",
        "call in expiry", "call in expiry date", "call in expires", "call in deadline",
        "deadline for call in",
    ),
    "dated": ("date", "dyddiad"),
    "is_key": (
        "is key decision", "is this a key decision", "is it a key decision", "key decision", "key",
        "decision type", "type of decision", "is key penderfyniad", "is keypenderfyniad",
        "is allweddol penderfyniad", "is allweddolpenderfyniad",
    ),
    "is_subject_to_call_in": (
        "is subject to call in", "subject to call in", "is it subject to call in",
        "is this decision subject to call in", "is the decision subject to call in",
        "open to call in", "call in applies",
        "yn amodol ar gael ei alw i mewn",
    ),
    "call_ins": ("call ins", "callins", "number of call ins", "call in"),
    "status": ("decision status", "status", "outcome", "statws y penderfyniad"),
    "purpose": (
        "purpose", "purpose of decision", "purpose of report", "purpose of the report", "diben",
    ),
    "decision": (
        "decision", "decisions", "the decision", "decision text", "details of decision",
        "details of the decision", "penderfyniad", "penderfyniadau",
    ),
    "documents": (
        "accompanying documents", "accompanying document", "documents", "related documents",
        "supporting documents", "additional documents", "attachments", "background documents",
        "dogfennau atodol",
    ),
    OTHER: (
        "reason for the decision", "reasons for the decision", "reason for decision",
        "reasons for decision", "alternative options considered", "wards affected", "contact",
        "lead officer", "report author", "decision due", "due date", "declarations of interest",
        "divisions affected", "consultation", "background papers", "recommend to council",
        "other reasons organisations consulted", "awdur yr adroddiad", "consultees",
        "notice of proposed decision first published", "portfolio",
        "interests and nature of interests declared", "restriction", "agenda item",
    ),
}  # fmt: skip
"""Each field, and the words that stand for it, with no capitals, hyphens or marks.

The Welsh ones are those seen on Welsh registers, half-translated as they are printed."""

LABELS: Final = {phrase: field for field, phrases in _TABLE.items() for phrase in phrases}

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
    told = told_in(heading[:2_000])
    if told.fate or told.not_subject:
        return None
    if told.subject:
        return HeadingStanding.SUBJECT_TO_CALL_IN
    if told.unmade:
        return HeadingStanding.FORTHCOMING
    return HeadingStanding.PUBLISHED if "published" in key_of(heading).split() else None


def subject_by(heading: str) -> bool | None:
    """Give what a list's heading says of call-in for the decisions under it, or None."""
    told = told_in(heading[:2_000])
    if told.fate or told.unclear or (told.subject and told.not_subject):
        return None
    return False if told.not_subject else True if told.subject else None


def answer_of(text: str) -> bool | None:
    """Give the yes or the no that a text is, on whether a decision may be called in; or None."""
    words = key_of(text.removesuffix("."))
    return True if words in YES else False if words in NO else None


def heads_a_list(heading: str) -> bool:
    """Say whether a heading speaks of decisions at all."""
    return any(word in heading.casefold() for word in ("decision", "penderfyniad"))


def says_none(text: str) -> bool:
    """Say whether a line says that there is nothing to list."""
    return text.casefold().startswith(NONE_LISTED)
