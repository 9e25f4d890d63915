"""What must be so of an effect that comes after the end of the council: time alone does not bring
it about, and a person keeps it or gives it up."""

from workflow.constitution.outlasts import Outlasts, outlasting
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.expiry import refusals
from workflow.procedures.expiry.guards import days_have_changed
from workflow.procedures.expiry.inputs import Review, ReviewDeadline


def its_council_is_still_there(case: Case) -> Refusal | None:
    """A decision does not take effect by time alone after its council ends, unless a person kept
    its date."""
    late = outlasting_date(case)
    if late is None:
        return None
    kind, ref = refusals.ENDS_AFTER_COUNCIL[late.replaced_by_many], case.subject.ref
    return kind(late.end.authority, ref=ref, **late.values)


def outlasting_date(case: Case) -> Outlasts | None:
    """Give what a person has to keep or give up, since its council ends before."""
    found = outlasting(case.subject, case.rules)
    return None if found is None or found.kept else found


def a_review_is_called_for(case: Case) -> Refusal | None:
    """A deadline is reviewed only if its days, counted again, give more time, or its council ends
    before it."""
    changed = days_have_changed(case)
    return changed if outlasting_date(case) is None else None


def there_is_another_count(case: Case) -> Refusal | None:
    """A deadline after the end of the council can only be kept: there is no other count."""
    inputs, late = case.inputs, outlasting_date(case)
    kept = not isinstance(inputs, ReviewDeadline) or inputs.outcome is Review.KEEP
    if late is None or kept or days_have_changed(case) is None:
        return None
    return refusals.NO_OTHER_COUNT[late.replaced_by_many](ref=case.subject.ref, **late.values)
