"""Who signed a written statement, and on which day."""

from collections.abc import Iterable
from datetime import date

from workflow.clock import london_day
from workflow.model.event import Event
from workflow.model.statement import ERASED
from workflow.procedures.making.events import Signed
from workflow.procedures.publication.events import MinutesSigned


def signature(events: Iterable[Event]) -> tuple[str, date | None]:
    """Give who signed last, as they gave their office, and the day; "" and None where nobody has,
    and "" where it was erased."""
    signed = [each for each in events if isinstance(each, Signed | MinutesSigned)]
    if not signed:
        return "", None
    last = signed[-1]
    return "" if last.signatory == ERASED else last.signatory, london_day(last.at)
