"""The page that is made of an answer."""

from dataclasses import replace

from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.open_page import open_page
from workflow.publishing.pages.page import PageEntry, PublicPage, seen
from workflow.publishing.pages.plan_page import plan_page


def page_of(answer: OpenForCallIn | ForwardPlan) -> PublicPage:
    """Give the page of the decisions open for call-in, or of the forward plan."""
    page = open_page(answer) if isinstance(answer, OpenForCallIn) else plan_page(answer)
    return replace(page, entries=tuple(map(_seen, page.entries)))


def _seen(entry: PageEntry) -> PageEntry:
    return replace(entry, title=seen(entry.title), cells=tuple(map(seen, entry.cells)))
