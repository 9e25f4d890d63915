"""Why a date cannot be explained: with its sentence, its rule and what to do."""

from workflow.model.refusal import RefusalKind

NO_CALL_IN_PERIOD = RefusalKind(
    code="no-call-in-period",
    because="{ref} took effect at once, at {at}. {why}",
    rule="the rule by which it took effect at once",
    remedy="See it on the record: decisions history {ref}",
)
