"""The one writer of Markdown: an explanation for a letter or a web page, a report for an agenda."""

from workflow.explanation.deadline import Deadline
from workflow.explanation.documents import document_of
from workflow.explanation.explain import Explanation
from workflow.explanation.renderers import markdown
from workflow.reports.contents import Report
from workflow.reports.renderers import markdown as report


def as_markdown(answer: Explanation | Deadline | Report) -> str:
    """Give an explanation, a deadline or a report in Markdown. Text that others typed is escaped:
    it is shown as they typed it, and has no effect."""
    if isinstance(answer, Report):
        return report.markdown(answer)
    return markdown.markdown(document_of(answer))
