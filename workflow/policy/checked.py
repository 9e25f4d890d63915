"""All that is asked of a constitution that reads well before it is checked, or adopted."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from workflow.model.entries import Complaint
from workflow.policy.ahead import cannot_be, to_come
from workflow.policy.constitution import Constitution
from workflow.policy.remarks import may_end_closed, unsettled
from workflow.policy.sureness import says_too_much


def complaints_of(constitution: Constitution, today: date) -> tuple[Complaint, ...]:
    """Give all that keeps a constitution from being adopted, as of a day."""
    return (*cannot_be(constitution, today), *says_too_much(constitution, today))


def minded_of(constitution: Constitution, today: date) -> Iterator[str]:
    """Give what is to be minded of a constitution that may be adopted, in words."""
    return chain(to_come(constitution, today), remarks_of(constitution))


def remarks_of(constitution: Constitution) -> Iterator[str]:
    """Give what is remarked of a constitution, whatever the day."""
    return chain(may_end_closed(constitution), unsettled(constitution))
