"""How what was done to a decision, and what can be, is put into words and into JSON."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from cli.output import Manner, end_refused, kept, note, refusal_plain, say, say_json, wrapped
from cli.standing import decision_plain, standing_words
from workflow.clock import spoken_day, stamped
from workflow.model.call_in_period import CallInPeriod
from workflow.model.consent import Answer, Purpose
from workflow.model.json_data import instant_text, to_json_data
from workflow.model.time_limit import TimeLimit
from workflow.procedures.attempt import Refused, Taken
from workflow.register.journal import ReadEntry
from workflow.register.questions import NextStep
from workflow.text import in_line
from workflow.wording.short_dates import by_when, until


def finish(outcome: Taken | Refused, what: str, as_of: datetime, *, dry_run: bool) -> None:
    """Say what a step did, or end with every reason why it was refused."""
    if isinstance(outcome, Refused):
        raise end_refused(what, outcome.refusals)
    kept(dry_run)
    decision = outcome.decision
    if dry_run:
        note("This was a rehearsal: nothing was kept.")
    if Manner.as_json:
        say_json(
            {
                "ref": decision.ref,
                "step": outcome.verb,
                "dry_run": dry_run,
                "events": [entry.event.name for entry in outcome.entries],
                "decision": decision_plain(decision, as_of),
                "beside": None
                if outcome.beside is None
                else decision_plain(outcome.beside.decision, as_of),
            }
        )
        return
    events = ", ".join(entry.event.name.replace("-", " ") for entry in outcome.entries)
    say(f"{decision.ref}: {events}.")
    say(f"  Stands: {standing_words(decision, as_of)}")
    if outcome.beside is not None:
        part = outcome.beside.decision
        say(
            f"{part.ref}: severed from it, {in_line(part.title)}",
            f"  Stands: {standing_words(part, as_of)}",
        )


def next_plain(steps: Sequence[NextStep]) -> list[dict[str, Any]]:
    """Give the steps as plain data."""
    return [
        {
            "step": each.step.verb,
            "command": each.step.on_terminal,
            "says": each.step.says,
            "open": each.open,
            "wants": list(each.wants),
            "by": [role.value for role in each.step.by],
            "reasons": [refusal_plain(refusal) for refusal in each.refusals],
        }
        for each in steps
    ]


_TOLD = {
    "purpose": "for",
    "source": "from",
    "irregular": "irregular",
    "was": "was",
    "window": "the period",
    "answer": "answer",
    "given_by": "from",
    "by": "by",
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
    "stated": "stated",
    "reason": "reason",
}


def event_lines(entry: ReadEntry) -> list[str]:
    """Give what an entry tells beside its name, in lines."""
    lines = []
    for name, label in _TOLD.items():
        value = getattr(entry.event, name, None)
        if value is None or value == 0 or value == ():
            continue
        if name == "grounds" and hasattr(entry.event, "particulars"):
            continue  # they are told as they were given
        if isinstance(value, Answer):
            why = "" if value.why is None else f": {value.why.label}"
            value = f"the {value.capacity.label} {value.given.label}{why}"
        if isinstance(value, Purpose):
            value = value.label
        if isinstance(value, TimeLimit):
            value = f"{value.awaits}, until {by_when(value)}; then: {value.rule.default}"
        if isinstance(value, CallInPeriod):
            effect = stamped(value.effective_from)
            value = (
                f"until {until(value)}, in effect {effect}, by calendar {value.calendar_hash[:12]}"
            )
        if isinstance(value, datetime):
            value = stamped(value)
        elif isinstance(value, date):
            value = spoken_day(value)
        elif isinstance(value, tuple):
            value = "; ".join(value)
        lines.append(wrapped(f"{label}: {value}", "     ", "       "))
    return lines


def entry_plain(entry: ReadEntry) -> dict[str, Any]:
    """Give an entry of a journal as plain data."""
    return {
        "entry": entry.seq,
        "event": entry.event.name,
        "at": instant_text(entry.event.at),
        "recorded_at": instant_text(entry.recorded_at),
        "by": entry.by,
        "role": entry.role.value,
        "established": entry.established,
        "late_reason": entry.late_reason,
        "rules": entry.rules or None,
        "erased": list(entry.erased),
        "data": to_json_data(entry.event),
    }
