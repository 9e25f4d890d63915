"""The one writer of web pages: the notice of a decision, and a page for the public."""

from pathlib import Path
from typing import TYPE_CHECKING

from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.html import notice_html

if TYPE_CHECKING:
    from workflow.publishing.forward_plan import ForwardPlan
    from workflow.publishing.open_decisions import OpenForCallIn


def as_html(
    answer: "DecisionNotice | OpenForCallIn | ForwardPlan", templates: Path | None = None
) -> str:
    """Give a notice or a page as a web page: one file, in English, without scripts. Text that
    others typed is escaped: it is shown as they typed it, and has no effect.

    `templates` is a folder of a council's own templates. Raises Invalid for one that is wrong.
    """
    if isinstance(answer, DecisionNotice):
        return notice_html(answer, templates)
    from workflow.publishing.pages.html import html  # pages are not loaded for one notice
    from workflow.publishing.pages.of_answer import page_of

    return html(page_of(answer), templates)
