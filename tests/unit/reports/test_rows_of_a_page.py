"""The columns of a report on a page: no day stands in two of them under one heading."""

from dataclasses import dataclass
from datetime import date
from typing import cast

import pytest

from workflow.reports.contents import Report, ReportLine, ReportSubject
from workflow.reports.renderers.rows import page_rows

MADE, DAY = date(2026, 11, 2), date(2026, 11, 9)
LINE = ReportLine(ref="R", title="T", made_on=MADE, day=DAY, reason="Y", by_whom="W", outcome="O")


@dataclass
class Found:
    """What a page takes of a report: what it is about, and its lines."""

    subject: ReportSubject
    lines: tuple[ReportLine, ...] = (LINE,)


@pytest.mark.parametrize(
    ("subject", "days", "cells"),
    [
        (ReportSubject.SPECIAL_URGENCY, ("MADE",), ("2026-11-09",)),
        (ReportSubject.LATE, ("PUBLISHED", "MADE"), ("2026-11-09", "2026-11-02")),
        (ReportSubject.CALL_INS, ("RECEIVED", "MADE"), ("2026-11-09", "2026-11-02")),
    ],
)
def test_the_day_it_was_made_stands_once(
    subject: ReportSubject, days: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    headings, (row,) = page_rows(cast(Report, Found(subject)))
    assert headings == ("REF", *days, "TITLE", "REASON", "WHO", "OUTCOME")
    assert row == ("R", *cells, "T", "Y", "W", "O")
