"""Reading another register page by page, each decision assessed as it is read."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from workflow.calendars.days import Calendar
from workflow.listings import Read, read_pages
from workflow.policy.constitution import Constitution
from workflow.service.taken_in.assessing import Assessed, assess


@dataclass(frozen=True, slots=True)
class Page:
    """One page of another register: what was read of it, and what each decision comes to here."""

    read: Read
    assessed: tuple[Assessed, ...]


def pages_of(
    path: str | os.PathLike[str], constitution: Constitution, calendar: Calendar, now: datetime
) -> Iterator[Page]:
    """Read saved pages of a register, one by one, so that a folder of any size may be read.

    Raises Invalid or NotFound where there is no page of a register.
    """
    for read in read_pages(path):
        found = (assess(each, constitution, calendar, now) for each in read.listed)
        yield Page(read, tuple(found))
