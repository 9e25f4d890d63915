"""Every family of matters. A new matter is one function in one file, named in that file's list."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from workflow.model.decision import Decision
from workflow.today import (
    afterwards,
    calendar_end,
    consents,
    council_reports,
    drafts,
    periods,
    publication,
    requests,
    the_close,
    time_limits,
)
from workflow.today.asked import OfCouncil, OfDecision
from workflow.today.matter import TodayMatter

OF_A_DECISION: Final[tuple[Callable[[OfDecision], Iterator[TodayMatter]], ...]] = (
    *periods.EACH,
    *requests.EACH,
    *time_limits.EACH,
    *consents.EACH,
    *drafts.EACH,
    *publication.EACH,
    *afterwards.EACH,
)
"""What may need a person about one decision."""
OF_A_COUNCIL: Final[
    tuple[Callable[[OfCouncil, Sequence[Decision]], Iterator[TodayMatter]], ...]
] = (
    *the_close.OF_COUNCIL,
    *calendar_end.OF_COUNCIL,
    *council_reports.OF_COUNCIL,
    *requests.OF_COUNCIL,
)
"""What may need a person at a council, beside its decisions."""
