"""What needs a person by a day, as entries of a calendar."""

from collections.abc import Iterator
from typing import Final

from workflow.explanation.calendar_entries import DecisionDay, Stands
from workflow.today.matter import MatterKind, Today, TodayMatter
from workflow.today.wording import hour, named, whom

_MAY_MOVE: Final = frozenset({MatterKind.QUESTION, MatterKind.PAST_COUNCIL})


def days_of(today: Today) -> Iterator[DecisionDay]:
    """Give the days by which something must be seen to; what has no day has no entry.

    An entry keeps its identity for as long as the matter is to be seen to, whatever its day.
    """
    for each in today.matters:
        if each.day is not None:
            at = hour(each)
            yield DecisionDay(
                uid=f"today-{each.id.replace('/', '-')}@{today.council}.council-decisions",
                day=each.day,
                stands=Stands.TENTATIVE if each.kind in _MAY_MOVE else Stands.CONFIRMED,
                revision=each.version,
                set_at=today.as_of,
                title=f"{named(each)}{f' ({at})' if at else ''}",
                category="Today",
                words=_words(each),
            )


def _words(each: TodayMatter) -> tuple[str, ...]:
    return (each.says, f"For: {whom(each)}", *(f"Do: {command}" for command in each.commands))
