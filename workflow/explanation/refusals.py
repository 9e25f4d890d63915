"""Why a date cannot be explained, or a notice printed: each with its sentence."""

from workflow.model.refusal import RefusalKind

NO_CALL_IN_PERIOD = RefusalKind(
    code="no-call-in-period",
    because="{ref} took effect at once, at {at}. {why}",
    rule="the rule by which it took effect at once",
    remedy="See it on the record: decisions history {ref}",
)

SETTLED_ON_PUBLICATION = (
    "A notice says by when it may be called in, which is settled on publication."
)
NO_LONGER_CALLED_IN = "It can no longer be called in, and does not take effect."
"""Why there is no notice to print, said after where the decision stands."""
