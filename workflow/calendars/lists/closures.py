"""Days on which a council is closed, from a CSV file: a date and a title in each row."""

import os
from datetime import date
from typing import Final

from workflow.errors import Invalid
from workflow.files.cells import BadCell, a_day
from workflow.files.csv_rows import opened
from workflow.files.encodings import UTF_8

FORM: Final = "closures, as CSV"


def read_closures(
    path: str | os.PathLike[str], name: str, encoding: str = UTF_8
) -> dict[date, str]:
    """Read the days, with their titles, in date order. Raises Invalid, naming the place, where one
    cannot be read or is there twice."""
    days: dict[date, str] = {}
    with opened(path, ("date", "title"), encoding) as sheet:
        for row in sheet.rows:
            if row.fault:
                raise Invalid(f"{name}, line {row.line}: {row.fault}")
            try:
                day = a_day(row.cells["date"])
            except BadCell as bad:
                place = f"{name}, line {row.line}, column date"
                raise Invalid(f"{place}: {bad.problem}", remedy=bad.cure) from None
            title = " ".join(row.cells["title"].split())
            if not title:
                raise Invalid(
                    f"{name}, line {row.line}: {day.isoformat()} has no title.",
                    remedy="Say what the day is, for example “Christmas closure”.",
                )
            if day in days:
                raise Invalid(f"{name}, line {row.line}: {day.isoformat()} is there twice.")
            days[day] = title[:200]
    if not days:
        raise Invalid(f"{name} has no days in it.", remedy="Give a date and a title in each row.")
    return dict(sorted(days.items()))
