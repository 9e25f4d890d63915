"""The word said beside an answer whose date comes near the end of the calendar."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from cli.output import note, wrapped
from workflow.calendars.nations import PUBLISHED_THROUGH
from workflow.service.told.wording import NEAR_ITS_END, near_its_end

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.model.decision import Decision


def mind_the_end(engine: "Engine", decision: "Decision") -> None:
    """Say it of a decision, where its period or a clock of its ends within 180 days of the end."""
    last = max(_ends(decision), default=date.min)
    if last < PUBLISHED_THROUGH - NEAR_ITS_END:  # the calendar reaches that far in any case
        return
    said = near_its_end(last, engine.calendar(decision.council).complete_through)
    if said:
        note(wrapped(f"Mind: {said}", "", "      "))


def _ends(decision: "Decision") -> Iterator[date]:
    for each in (decision.window, decision.proceedings.limit, decision.proceedings.direction):
        if each is not None:
            yield each.last_day
