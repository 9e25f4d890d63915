"""Why there is no notice to print: each with its sentence, its rule and its remedy."""

from workflow.authority import engine_rule
from workflow.model.refusal import RefusalKind

NOTICES = engine_rule(
    "notices", "A notice prints the statement that was signed and published, as it is on record."
)

STATEMENT_ERASED = RefusalKind(
    code="statement-erased",
    because="The written statement of {ref} was erased, so there is no text for a notice.",
    rule=NOTICES,
    remedy="See what is left on the record: decisions history {ref}",
)
