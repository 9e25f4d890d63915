"""The one writer of Markdown: an explanation for a letter or a web page, a report for an
agenda, what needs a person today for a message, a page for the public."""

from workflow.explanation.deadline import Deadline
from workflow.explanation.documents import document_of
from workflow.explanation.explain import Explanation
from workflow.explanation.renderers import markdown
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.notice import markdown as notice
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages import markdown as page
from workflow.publishing.pages.of_answer import page_of
from workflow.reports.contents import Report
from workflow.reports.renderers import markdown as report
from workflow.today import markdown as today
from workflow.today.matter import Today


def as_markdown(
    answer: Explanation | Deadline | Report | Today | DecisionNotice | OpenForCallIn | ForwardPlan,
) -> str:
    """Give an explanation, a deadline, a report, what needs a person today, the notice of a
    decision, or a page for the public, in Markdown. Text that others typed is escaped: it is shown
    as they typed it, and has no effect."""
    if isinstance(answer, Today):
        return today.markdown(answer)
    if isinstance(answer, Report):
        return report.markdown(answer)
    if isinstance(answer, DecisionNotice):
        return notice.notice_markdown(answer)
    if isinstance(answer, OpenForCallIn | ForwardPlan):
        return page.markdown(page_of(answer))
    return markdown.markdown(document_of(answer))
