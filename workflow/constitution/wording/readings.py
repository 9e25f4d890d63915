"""A call-in period that ends at one time by one reading of the rule, and at another by another."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from workflow.authority import engine_rule
from workflow.clock import spoken
from workflow.constitution.wording.time_limits import period
from workflow.model.call_in_period import CallInPeriod, OtherEnd
from workflow.wording.short_dates import until

BETWEEN: Final = engine_rule(
    "a rule that can be read in more than one way",
    "A request that is in time by one reading of the council's rule and late by another is "
    "recorded, and the monitoring officer rules on it. Nothing takes effect before the latest end.",
)


NOT_KNOWN: Final = (
    "The council's rule is not known to have held on that day. It is assumed to have."
)


def other_readings(window: CallInPeriod) -> Iterator[str]:
    """Say how else the rule can be read, and what follows where the ends differ."""
    if not window.other_ends:
        return
    sooner = window.sooner
    if not sooner:
        yield "The council's rule can be read in other ways, which give the same end on these days."
        return
    yield (
        "The council's rule can be read in more than one way. This end is by the reading that "
        f"gives the most time: {period(window.rule)}."
    )
    for each in sooner:
        yield f"By another reading: {_end(each)} ({period(each.rule)})."
    yield (
        "A request received between the two is recorded, and left for the monitoring officer. "
        "The decision takes no effect before the later."
    )


ENDED: Final = {
    False: "{ended}",
    True: "{ended}, by the reading of the council's rule that gives the most time",
}
"""Until when a request may be made, and by which reading, by whether another one ends sooner."""

RECEIVED_IN_TIME: Final = {False: "in time", True: "in time by one reading of the council's rule"}
"""That requests are in time, by whether all of them are so by one reading alone."""


def by_one_reading(window: CallInPeriod | None, received: Iterable[datetime]) -> bool:
    """Say whether requests are all in time by one reading of the council's rule alone."""
    instants = list(received)
    if window is None or not instants:
        return False
    return all(window.is_between(each) for each in instants)


def _end(end: OtherEnd) -> str:
    return f"requests until {until(end)}, and effect at {spoken(end.effective_from)}"
