"""All that is asked of a constitution that reads well before it is checked, or adopted."""

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from workflow.constitution.checks.future_dates import known_too_soon, to_come
from workflow.constitution.checks.remarks import may_end_closed, unsettled
from workflow.constitution.checks.sureness import claims_too_much
from workflow.constitution.constitution import Constitution
from workflow.files.toml_table import MOST_COMPLAINTS, Problem


def complaints_of(constitution: Constitution, today: date) -> tuple[Problem, ...]:
    """Give what keeps a constitution from being adopted, as of a day; no more than is of use."""
    found = chain(known_too_soon(constitution, today), claims_too_much(constitution, today))
    return tuple(islice(found, MOST_COMPLAINTS))


def warnings_of(constitution: Constitution, today: date) -> Iterator[str]:
    """Give what is to be minded of a constitution that may be adopted, in words."""
    return chain(to_come(constitution, today), remarks_of(constitution))


def remarks_of(constitution: Constitution) -> Iterator[str]:
    """Give what is remarked of a constitution, whatever the day."""
    return chain(may_end_closed(constitution), unsettled(constitution))
