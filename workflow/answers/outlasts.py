"""That a decision would take effect after the end of its council, as every face gives it."""

from dataclasses import dataclass
from datetime import date

from workflow.answers.record import BothTimes, both
from workflow.authority import Authority
from workflow.constitution.outlasts import Outlasts


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlastsAnswer:
    """A decision that would take effect by time after the council ends."""

    ends_on: date
    """The first day on which the council no longer exists."""
    successors: tuple[str, ...]
    """The councils that take its place."""
    effect: BothTimes
    """When it would take effect."""
    kept: bool
    """Whether a person has kept that date."""
    says: str
    """The same in words."""
    authority: Authority
    """The law that ends the council."""


def outlasts_answer(outlasts: Outlasts | None) -> OutlastsAnswer | None:
    """Give that an effect would come after the end of the council; None where it would not."""
    if outlasts is None:
        return None
    value = outlasts.end.value
    return OutlastsAnswer(
        ends_on=outlasts.end.since,
        successors=() if value is None else tuple(value.successors),
        effect=both(outlasts.effect),
        kept=outlasts.kept,
        says=outlasts.words,
        authority=outlasts.end.authority,
    )
