"""How a decision is set out in lines: where it stands, and its dates."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from cli.shown.fitting import wrapped
from cli.shown.names_on_record import NO_NAMES, NamesOnRecord
from cli.shown.proceedings import proceedings_lines
from workflow.clock import london_day, received, spoken, spoken_day, stamped
from workflow.model.decision import Decision
from workflow.model.state import GIVEN_UP, State
from workflow.text import in_line
from workflow.wording.short_dates import until
from workflow.wording.standing import standing_words

if TYPE_CHECKING:
    from workflow.register.journal import ReadEntry

_BY_RULE = ", by rule: taking effect counts as implementation"


def decision_lines(
    decision: Decision,
    as_of: datetime,
    record: NamesOnRecord = NO_NAMES,
    draft_made_on: date | None = None,
) -> list[str]:
    """Give a decision in lines, with the names that its record has where it was read, and the day
    on which its draft says that it is made."""
    lines = [
        f"{decision.ref}  {in_line(decision.title)}",
        f"  Stands:      {standing_words(decision, as_of)}",
        f"  Kind:        {decision.kind.value}, {decision.council}",
    ]
    where = "" if record.where is None else f", {in_line(record.where)}"
    for label, words in (
        ("Made", _made(decision, as_of, draft_made_on)),
        ("Made by", ", ".join(map(in_line, record.made_by))),
        ("Signed", _when(decision.signed_at)),
        ("Published", _when(decision.published_at, where)),
        *(("Voided", _voided(each)) for each in record.voided),
        ("Called in", _called_in(decision.called_in_at)),
        ("Disputed", _found_late(decision.disputed_at)),
        ("Effective", _when(decision.effective_at)),
        ("Implemented", _when(decision.implemented_at, _BY_RULE if record.by_rule else "")),
        ("Withdrawn", _ended(decision.withdrawn_at, record.ended)),
        ("Superseded", _ended(decision.superseded_at, record.ended)),
        ("Held", _when(decision.held_at)),
    ):
        if words:
            lines.append(wrapped(f"{label + ':':<13}{words}", "  ", " " * 15))
    if decision.window is not None:
        window = decision.window
        when = f"until {until(window)}"
        if decision.state in GIVEN_UP:
            when = f"was {when}; the decision is {decision.state.label}"
        lines.append(f"  Call-in:     {when}")
        if decision.state is State.CALL_IN_OPEN and not decision.is_held:
            from_then = decision.due_effect or window.effective_from
            when = f"from {spoken(from_then)}, if not called in"
            if decision.proceedings.pending() and from_then <= as_of:
                when = "once the request is ruled on, if it is not called in"
            lines.append(f"  In effect:   {when}")
    lines += proceedings_lines(decision, record)
    text = decision.statement_version
    since = "" if text == decision.version else f", with the text of version {text}"
    lines.append(f"  Version:     {decision.version}{since}")
    return lines


def _made(decision: Decision, as_of: datetime, draft_made_on: date | None) -> str:
    """Say on which day it was made; of a draft, what that says, and that the day is to come."""
    if decision.made_on is not None:
        return spoken_day(decision.made_on)
    if draft_made_on is None:
        return ""
    to_come = "; that day is to come" if draft_made_on > london_day(as_of) else ""
    return f"{spoken_day(draft_made_on)}, by its draft{to_come}"


def _when(instant: datetime | None, more: str = "") -> str:
    return "" if instant is None else f"{stamped(instant)}{more}"


def _ended(instant: datetime | None, entry: "ReadEntry | None") -> str:
    """Say when it was given up, and where the record was read by whom and why."""
    if instant is None or entry is None:
        return _when(instant)
    who = f"by {in_line(entry.by)}, {entry.role.label}"
    return _when(instant, f", {who}: {in_line(getattr(entry.event, 'reason', ''))}")


def _voided(entry: "ReadEntry") -> str:
    reason = getattr(entry.event, "reason", "")
    return f"{stamped(entry.event.at)}, the publication before: {in_line(reason)}"


def _called_in(instant: datetime | None) -> str:
    return "" if instant is None else f"by a request received {received(instant)}"


def _found_late(instant: datetime | None) -> str:
    """Say when what was found late was received or done, which may be known by its day alone."""
    return "" if instant is None else received(instant)
