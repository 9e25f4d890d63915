"""What an event of a decision tells beside its name, in words."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from workflow.clock import london_day, received, spoken_day, stamped
from workflow.model.call_in_period import CallInPeriod
from workflow.model.consent import ConsentAnswer
from workflow.model.event import Event
from workflow.model.labelled_enum import LabelledEnum
from workflow.model.time_limit import TimeLimit
from workflow.wording.proceedings import people_words
from workflow.wording.short_dates import by_when, until

_LABELS: Final = {
    "purpose": "for",
    "source": "from",
    "irregular": "irregular",
    "doubts": "not certain",
    "was": "was",
    "window": "the period",
    "answer": "answer",
    "given_by": "from",
    "by": "by",
    "made_by": "made by",
    "part": "severed",
    "whole": "severed from",
    "ruling": "ruling",
    "findings": "findings",
    "report": "report",
    "report_by": "report due by",
    "consider_by": "to be considered by",
    "rule": "rule",
    "what": "what",
    "accepted_by": "accepted by",
    "acted_at": "acted",
    "happened_on": "happened",
    "grounds": "grounds",
    "signatory": "signed by",
    "where": "where",
    "number": "request",
    "received_at": "received",
    "how": "how",
    "requested_by": "by",
    "electors": "registered electors",
    "particulars": "grounds",
    "alternative": "other course proposed",
    "ground": "ground",
    "certificate": "certificate",
    "limit": "awaited",
    "meeting": "meeting",
    "note": "note",
    "consent": "consent",
    "concerns": "concerns",
    "advice": "advice",
    "views": "views",
    "counsel": "counsel",
    "opinion": "opinion",
    "votes_for": "votes for",
    "votes_against": "votes against",
    "decision": "decision",
    "outcome": "outcome",
    "on_account_of": "on account of",
    "under": "under",
    "past_end": "effect kept past the end of the council",
    "evidence": "what was done",
    "because": "because",
    "why": "why",
    "stated": "stated",
    "reason": "reason",
}
"""What each part that is told is called, in the order in which they are told."""
_OF_AN_EVENT: Final[Mapping[str, Mapping[str, str]]] = {
    "history-corrected": {"kind": "kind", "made_on": "made", "published_at": "published"},
    "irregularity-noted": {"number": "irregularity", "kind": "kind"},
    "irregularity-resolved": {"number": "irregularity"},
    "notice-given": {"kind": "notice", "particulars": "particulars"},
    "request-refused": {"number": "refused request"},
    "superseded": {"by": "replaced by"},
}
"""What a part is called in an event where it is something else, or is told there alone: those first
that are told there alone."""


def event_parts(event: Event) -> Iterator[tuple[str, str]]:
    """Give each part of an event that is to be told: what it is called, and its words."""
    own = _OF_AN_EVENT.get(event.name, {})
    for name, label in {**own, **_LABELS, **own}.items():  # in its own order, by its own labels
        value = getattr(event, name, None)
        if value is None or value == 0 or value == ():
            continue
        if name == "grounds" and hasattr(event, "particulars"):
            continue  # they are told as they were given
        if name == "received_at":
            yield label, received(value)
        elif name == "requested_by":
            yield label, people_words(value, len(getattr(event, "signatures", ())), "; ")
        elif name == "published_at":
            yield label, spoken_day(london_day(value))
        else:
            yield label, _words(value)


def _words(value: Any) -> str:
    match value:
        case ConsentAnswer():
            why = "" if value.why is None else f": {value.why.label}"
            return f"the {value.capacity.label} {value.reply.label}{why}"
        case LabelledEnum():
            return value.label
        case TimeLimit():
            return f"{value.awaits}, until {by_when(value)}; then: {value.rule.default}"
        case CallInPeriod():
            effect = stamped(value.effective_from)
            by = f"by calendar {value.calendar_hash[:12]}"
            return f"until {until(value)}, in effect {effect}, {by}"
        case datetime():
            return stamped(value)
        case date():
            return spoken_day(value)
        case tuple():
            return "; ".join(value)
        case _:
            return str(value)
