"""What differs between two versions of a written statement, as every face gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.register.versions import StatementVersion, TextDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsCompared:
    """What differs between two versions of a decision's written statement."""

    ref: str
    """The decision."""
    versions: tuple[StatementVersion, ...]
    """Every version there is, oldest first."""
    from_: int
    """The earlier of the two that are compared."""
    to: int
    """The later."""
    differences: tuple[TextDifference, ...]
    """Each part that reads differently."""


def versions_compared(
    ref: str,
    versions: Sequence[StatementVersion],
    pair: tuple[StatementVersion, StatementVersion],
    differences: Sequence[TextDifference],
) -> VersionsCompared:
    """Give what differs between two versions of a decision's written statement."""
    return VersionsCompared(
        ref=ref,
        versions=tuple(versions),
        from_=pair[0].number,
        to=pair[1].number,
        differences=tuple(differences),
    )
