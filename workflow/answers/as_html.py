"""The one writer of web pages: the notice of a decision, and a page for the public."""

from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.html import notice_html
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.html import html
from workflow.publishing.pages.of_answer import page_of


def as_html(answer: DecisionNotice | OpenForCallIn | ForwardPlan) -> str:
    """Give a notice or a page as a web page: one file, in English, without scripts. Text that
    others typed is escaped: it is shown as they typed it, and has no effect."""
    if isinstance(answer, DecisionNotice):
        return notice_html(answer)
    return html(page_of(answer))
