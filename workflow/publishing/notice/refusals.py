"""Why there is no notice to print: each with its sentence, its rule and its remedy."""

from typing import Final

from workflow.authority import engine_rule
from workflow.model.refusal import RefusalKind
from workflow.model.state import State

NOTICES = engine_rule(
    "notices", "A notice prints the statement that was signed and published, as it is on record."
)

STATEMENT_ERASED = RefusalKind(
    code="statement-erased",
    because="The written statement of {ref} was erased, so there is no text for a notice.",
    rule=NOTICES,
    remedy="See what is left on the record: decisions history {ref}",
)

UNPUBLISHED: Final = {
    State.DRAFT: "Have it signed first. What it lacks: decisions next {ref}",
    State.SIGNED: "See it as it would be: decisions notice {ref} --if-published today",
}
"""What makes a notice of a decision that is not published yet, said in place of what else can be
done about it."""
