"""How a decision is set out in lines: where it stands, and its dates."""

from datetime import datetime

from cli.names_on_record import NO_NAMES, NamesOnRecord
from cli.proceedings import proceedings_lines
from workflow.clock import spoken, spoken_day, stamped
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.text import in_line
from workflow.wording.short_dates import until
from workflow.wording.standing import standing_words


def decision_lines(
    decision: Decision, as_of: datetime, record: NamesOnRecord = NO_NAMES
) -> list[str]:
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
            when = f"from {spoken(from_then)}, if not called in"
            if decision.proceedings.pending() and from_then <= as_of:
                when = "once the request is ruled on, if it is not called in"
            lines.append(f"  In effect:   {when}")
    lines += proceedings_lines(decision, record)
    text = decision.statement_version
    since = "" if text == decision.version else f", with the text of version {text}"
    lines.append(f"  Version:     {decision.version}{since}")
    return lines
