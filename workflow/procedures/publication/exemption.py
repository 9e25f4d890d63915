"""What must be so where a decision is published as exempt from call-in by consent."""

from workflow.constitution.provisions.consent import EXEMPTION_CONSENT
from workflow.errors import Refusal
from workflow.model.consent import Purpose
from workflow.procedures.case import Case
from workflow.procedures.consents.consent_order import consented_exemption
from workflow.procedures.consents.refusals import CONSENT
from workflow.procedures.publication import refusals
from workflow.procedures.publication.inputs import Publish, PublishUnsigned


def exemption_states_its_reason(case: Case) -> Refusal | None:
    """A decision exempt from call-in is published with the reason on its notice."""
    inputs = case.inputs
    granted = case.subject.proceedings.granted(Purpose.EXEMPTION)
    if not isinstance(inputs, Publish | PublishUnsigned):
        return None
    if granted is None or inputs.exemption_reason is not None:
        return None
    provision = case.in_force[EXEMPTION_CONSENT]
    return refusals.EXEMPTION_REASON_MISSING(CONSENT if provision is None else provision.authority)


def exemption_was_agreed(case: Case) -> Refusal | None:
    """A reason for exemption is given only if consent exempts the decision from call-in."""
    inputs = case.inputs
    if not isinstance(inputs, Publish | PublishUnsigned) or inputs.exemption_reason is None:
        return None
    if consented_exemption(case) is not None:
        return None
    provision = case.in_force[EXEMPTION_CONSENT]
    return refusals.EXEMPTION_NOT_AGREED(
        CONSENT if provision is None else provision.authority, ref=case.subject.ref
    )


def wants_its_reason(case: Case) -> tuple[str, ...]:
    """Give that a decision exempt by consent is published with a reason on its notice."""
    granted = case.subject.proceedings.granted(Purpose.EXEMPTION)
    return () if granted is None else ("exemption_reason",)
