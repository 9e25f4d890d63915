"""Decisions that were made: those to publish, and those of which the minutes are to be signed."""

from collections.abc import Iterator

from workflow.calendars.counting import count
from workflow.clock import spoken_day
from workflow.constitution.provisions.notice import PUBLICATION_TARGET
from workflow.model.call_in_period import Unit
from workflow.model.state import State
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter


def unpublished(asked: OfDecision) -> Iterator[TodayMatter]:
    """A decision that is signed and not published, by the council's target where one is on
    file."""
    decision = asked.decision
    if decision.state is not State.SIGNED:
        return
    day, made_on = None, decision.made_on
    target = asked.case.in_force[PUBLICATION_TARGET]
    signed = "" if made_on is None else f", and was made on {spoken_day(made_on)}"
    says = f"It is signed and not published{signed}."
    if target is not None and target.value is not None and made_on is not None:
        days = target.value.days
        calendar = asked.council.rules.calendar()
        day = count(calendar, made_on, days, unit=Unit.WORKING).last_day if days else made_on
        says += f" The council's target is {spoken_day(day)}."
    if not asked.is_open("publish"):
        says += " It cannot be published as it stands."
    yield asked.of_steps(MatterKind.UNPUBLISHED, says, "publish", day=day)


def minutes(asked: OfDecision) -> Iterator[TodayMatter]:
    """A record that was published before it was signed."""
    decision = asked.decision
    if decision.signed_at is not None or decision.published_at is None:
        return
    if asked.is_open("minutes-sign"):
        says = "Its record was published unsigned, and is to be signed at a later meeting."
        yield asked.of_steps(MatterKind.MINUTES, says, "minutes-sign")


EACH = (unpublished, minutes)
