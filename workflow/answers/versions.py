"""What differs between two versions of a written statement, as every face gives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.register.versions import StatementVersion, TextDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionAnswer:
    """A version of a decision's written statement."""

    number: int
    """Its number, as in `show` and `history`: the entry from which the statement reads like
    this."""
    event: str
    """What was done."""
    at: datetime
    """When."""
    by: str
    """Who wrote it."""
    established: str
    """How it was established who they are."""


def _version(found: StatementVersion) -> VersionAnswer:
    return VersionAnswer(
        number=found.number,
        event=found.event,
        at=found.at,
        by=found.by,
        established=found.established,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsCompared:
    """What differs between two versions of a decision's written statement."""

    ref: str
    """The decision."""
    versions: tuple[VersionAnswer, ...]
    """Every version there is, oldest first."""
    from_: int
    """The earlier of the two that are compared."""
    to: int
    """The later."""
    differences: tuple[TextDifference, ...]
    """Each part that reads differently."""


def versions_compared(
    ref: str,
    found: Sequence[StatementVersion],
    pair: tuple[StatementVersion, StatementVersion],
    differences: Sequence[TextDifference],
) -> VersionsCompared:
    """Give what differs between two versions of a decision's written statement."""
    return VersionsCompared(
        ref=ref,
        versions=tuple(_version(each) for each in found),
        from_=pair[0].number,
        to=pair[1].number,
        differences=tuple(differences),
    )
