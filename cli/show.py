"""How a decision, and what was done to it, is put into words and into JSON."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from cli.output import Manner, end_refused, note, refusal_plain, say, say_json, wrapped
from cli.proceedings import clock_words, proceedings_lines, proceedings_plain
from workflow.clock import spoken, spoken_day, stamped
from workflow.lifecycle.attempt import Refused, Taken
from workflow.model.consent import Answer, Purpose
from workflow.model.decision import Decision
from workflow.model.limit import Limit
from workflow.model.plain import instant_text, to_plain
from workflow.model.state import State
from workflow.policy.limits import by_when
from workflow.policy.standing import until
from workflow.service.ask import NextStep
from workflow.service.deadline import both_times
from workflow.service.journal import Read


def decision_plain(decision: Decision, as_of: datetime) -> dict[str, Any]:
    """Give a decision as plain data, with both instants of its period in both times."""
    found: dict[str, Any] = {
        "ref": decision.ref,
        "council": decision.council,
        "kind": decision.kind.value,
        "title": decision.title,
        "state": decision.state.value,
        "version": decision.version,
        "held": decision.is_held,
        "made_on": to_plain(decision.made_on),
        "edition": decision.edition,
    }
    for name in (
        "drafted_at",
        "signed_at",
        "published_at",
        "called_in_at",
        "disputed_at",
        "effective_at",
        "implemented_at",
        "withdrawn_at",
        "superseded_at",
    ):
        instant = getattr(decision, name)
        found[name] = None if instant is None else instant_text(instant)
    window = decision.window
    found["call_in"] = None
    if window is not None:
        found["call_in"] = {
            "counted_from": window.counted_from.isoformat(),
            "last_day": window.last_day.isoformat(),
            "request_deadline": both_times(window.request_deadline),
            "deadline_included": window.deadline_included,
            "effective_from": both_times(window.effective_from),
            "calendar_hash": window.calendar_hash,
            "open": decision.state is State.CALL_IN_OPEN and window.in_time(as_of),
            "authority": to_plain(window.authority),
        }
    return found | proceedings_plain(decision, as_of)


def standing_words(decision: Decision, as_of: datetime) -> str:
    """Say in a few words where a decision stands at an instant."""
    held = ", held" if decision.is_held else ""
    window = decision.window
    if decision.state is State.CALL_IN_OPEN and window is not None:
        if decision.proceedings.pending():
            return f"call-in until {until(window)}, and a request awaits a ruling{held}"
        if window.has_run_out(as_of):
            return f"call-in ended at {until(window)}, not recorded yet{held}"
        return f"call-in open until {until(window)}{held}"
    disputed = ", a request in time found since" if decision.disputed_at is not None else ""
    return f"{decision.state.label}{clock_words(decision, as_of)}{disputed}{held}"


def decision_lines(
    decision: Decision, as_of: datetime, names: Mapping[int, tuple[str, ...]] | None = None
) -> list[str]:
    """Give a decision in lines, with the names of who asked for a call-in where they are given."""
    lines = [
        f"{decision.ref}  {decision.title}",
        f"  Stands:      {standing_words(decision, as_of)}",
        f"  Kind:        {decision.kind.value}, {decision.council}",
    ]
    if decision.made_on is not None:
        lines.append(f"  Made:        {spoken_day(decision.made_on)}")
    for label, instant in (
        ("Signed", decision.signed_at),
        ("Published", decision.published_at),
        ("Called in", decision.called_in_at),
        ("Disputed", decision.disputed_at),
        ("Effective", decision.effective_at),
        ("Implemented", decision.implemented_at),
        ("Withdrawn", decision.withdrawn_at),
        ("Superseded", decision.superseded_at),
        ("Held", decision.held_at),
    ):
        if instant is not None:
            lines.append(f"  {label + ':':<13}{stamped(instant)}")
    if decision.window is not None:
        window = decision.window
        lines.append(f"  Call-in:     until {until(window)}")
        if decision.state is State.CALL_IN_OPEN and not decision.is_held:
            lines.append(f"  In effect:   from {spoken(window.effective_from)}, if not called in")
    lines += proceedings_lines(decision, names or {})
    lines.append(f"  Version:     {decision.version}")
    return lines


def finish(outcome: Taken | Refused, what: str, as_of: datetime, *, dry_run: bool) -> None:
    """Say what a step did, or end with every reason why it was refused."""
    if isinstance(outcome, Refused):
        raise end_refused(what, outcome.refusals)
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
            f"{part.ref}: severed from it, {part.title}", f"  Stands: {standing_words(part, as_of)}"
        )


def next_plain(steps: Sequence[NextStep]) -> list[dict[str, Any]]:
    """Give the steps as plain data."""
    return [
        {
            "step": each.step.verb,
            "command": each.step.on_terminal,
            "says": each.step.says,
            "open": each.open,
            "by": [role.value for role in each.step.by],
            "reasons": [refusal_plain(refusal) for refusal in each.refusals],
        }
        for each in steps
    ]


_TOLD = {
    "purpose": "for",
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
    "evidence": "what was done",
    "because": "because",
    "stated": "stated",
    "reason": "reason",
}


def event_lines(entry: Read) -> list[str]:
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
        if isinstance(value, Limit):
            value = f"{value.awaits}, until {by_when(value)}; then: {value.rule.default}"
        if isinstance(value, datetime):
            value = stamped(value)
        elif isinstance(value, date):
            value = spoken_day(value)
        elif isinstance(value, tuple):
            value = "; ".join(value)
        lines.append(wrapped(f"{label}: {value}", "     ", "       "))
    return lines


def entry_plain(entry: Read) -> dict[str, Any]:
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
        "erased": list(entry.erased),
        "data": to_plain(entry.event),
    }
