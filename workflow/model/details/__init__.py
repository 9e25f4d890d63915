"""What each step asks for. Every field says what it is, so that commands and forms can ask."""

from workflow.model.details.asked import Because, Details, Nothing
from workflow.model.details.deadlines import Review, ReviewDeadline
from workflow.model.details.holds import Hold, Holder
from workflow.model.details.making import Amend, Draft, Sign
from workflow.model.details.publication import Implement, Publish
from workflow.model.details.requests import CallIn
from workflow.model.details.scrutiny import Outcome, Resolve

__all__ = [
    "Amend",
    "Because",
    "CallIn",
    "Details",
    "Draft",
    "Hold",
    "Holder",
    "Implement",
    "Nothing",
    "Outcome",
    "Publish",
    "Resolve",
    "Review",
    "ReviewDeadline",
    "Sign",
]
