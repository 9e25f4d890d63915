"""How a decision is put into words and into JSON: where it stands, and its dates."""

from datetime import datetime
from typing import Any

from cli.on_record import NOTHING, OnRecord
from cli.proceedings import clock_words, proceedings_lines, proceedings_plain
from workflow.clock import GRACE, london, spoken, spoken_day, stamped
from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.json_data import both_times, instant_text, to_json_data
from workflow.model.state import State
from workflow.text import in_line
from workflow.wording.short_dates import until


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
        "made_on": to_json_data(decision.made_on),
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
        from workflow.explanation.deadline import (
            other_readings_plain,  # a list in words loads no rule
        )

        found["call_in"] = {
            "counted_from": window.counted_from.isoformat(),
            "last_day": window.last_day.isoformat(),
            "request_deadline": both_times(window.request_deadline),
            "deadline_included": window.deadline_included,
            "effective_from": both_times(window.effective_from),
            "calendar_hash": window.calendar_hash,
            "open": decision.state is State.CALL_IN_OPEN and window.in_time(as_of),
            "authority": to_json_data(window.authority),
            "rule_assumed": window.rule_assumed,
            "other_readings": other_readings_plain(window),
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
    effective_at, in_effect = decision.effective_at, (State.EFFECTIVE, State.IMPLEMENTED)
    if effective_at is not None and decision.state in in_effect and effective_at > as_of + GRACE:
        return f"to take effect at {spoken(effective_at)}{held}"
    disputed = ", something in time found since" if decision.is_disputed else ""
    return f"{decision.state.label}{clock_words(decision, as_of)}{disputed}{held}"


def last_day_words(window: CallInPeriod) -> str:
    """Give the last day for a request, with its hour where the rule has one: "2026-12-07 16:00"."""
    hour = f" {london(window.request_deadline):%H:%M}" if window.deadline_included else ""
    return f"{window.last_day.isoformat()}{hour}"


def decision_lines(decision: Decision, as_of: datetime, record: OnRecord = NOTHING) -> list[str]:
    """Give a decision in lines, with the names that its record has where it was read."""
    lines = [
        f"{decision.ref}  {in_line(decision.title)}",
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
            from_then = decision.due_effect or window.effective_from
            lines.append(f"  In effect:   from {spoken(from_then)}, if not called in")
    lines += proceedings_lines(decision, record)
    text = decision.statement_version
    since = "" if text == decision.version else f", with the text of version {text}"
    lines.append(f"  Version:     {decision.version}{since}")
    return lines
