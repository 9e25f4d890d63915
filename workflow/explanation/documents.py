"""All that is said of dates, before it is set out: the one road from what was found to its words.

Facts (`explain`, `deadline`) become blocks here, and the renderers set blocks out. A program wants
the facts, which `workflow.answers` gives, with the words beside them, section by section.
"""

from workflow.explanation import deadline_document, decision_document
from workflow.explanation.deadline import Deadline
from workflow.explanation.document import Document
from workflow.explanation.explain import Explanation


def document_of(found: Explanation | Deadline) -> Document:
    """Give the explanation of a decision's dates, or of a deadline that is in no register."""
    if isinstance(found, Deadline):
        return deadline_document.document(found)
    return decision_document.document(found)
