"""The one writer of sheets of what a council publishes: a row a decision, safe from formulas."""

import csv
from io import StringIO

from workflow.files.formulas import no_formula
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages import rows


def as_csv(page: OpenForCallIn | ForwardPlan) -> str:
    """Give a page as CSV, with a row of headings. A cell that a spreadsheet would read as a formula
    begins with an apostrophe, which is not part of the value."""
    is_open = isinstance(page, OpenForCallIn)
    found = rows.open_rows(page) if isinstance(page, OpenForCallIn) else rows.plan_rows(page)
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(rows.OPEN_COLUMNS if is_open else rows.PLAN_COLUMNS)
    writer.writerows([no_formula(cell) for cell in row] for row in found)
    return file.getvalue()
