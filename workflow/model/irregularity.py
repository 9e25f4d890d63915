"""Irregularities: rules that were broken. Each is recorded as it happened, and is outstanding until
someone who answers for it accepts it. Recording one never allows a step."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.model.labelled_enum import LabelledEnum


class Irregular(LabelledEnum):
    """What sort of rule was broken."""

    PUBLISHED_LATE = (
        "published-late",
        "published late",
        "It was published after the council's own target.",
    )
    IMPLEMENTED_EARLY = (
        "implemented-early",
        "implemented early",
        "It was acted on before it had taken effect.",
    )
    CONSENT_LATE = ("consent-late", "consent late", "Consent was given after the event.")
    STATEMENT_INCOMPLETE = (
        "statement-incomplete",
        "statement incomplete",
        "Its written statement lacks something that the law wants.",
    )
    NOTICE_SHORT = ("notice-short", "notice short", "Notice before it was too short, or wanting.")
    NOTICE_WRONG = (
        "notice-wrong",
        "printed notice wrong",
        "Its printed notice gives a date that no longer holds, as its deadline was revised.",
    )
    RULED_LATE = ("ruled-late", "ruled or met late", "A body acted after its time.")
    OTHER = ("other", "irregular otherwise", "Some other rule was broken.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregularity:
    """An irregularity: a rule that was broken on one decision."""

    number: int
    """1 for the first on this decision."""
    kind: Irregular
    """What sort of rule was broken."""
    happened_on: date
    """The day on which it happened."""
    noted_at: datetime
    """When it was noted."""
    resolved_at: datetime | None = None
    """When someone who answers for it accepted it; None while it is outstanding."""
