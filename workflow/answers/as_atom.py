"""The one writer of feeds: what a council publishes, for whoever follows it."""

from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.atom import atom
from workflow.publishing.pages.of_answer import page_of


def as_atom(page: OpenForCallIn | ForwardPlan) -> str:
    """Give a page as an Atom feed (RFC 4287): an entry a decision, each with its identity for
    good."""
    return atom(page_of(page))
