"""A rule that is not on file, and days that cannot be counted, as refusals."""

from workflow.errors import BeyondCalendar, NotOnFile, Refusal
from workflow.model.refusal import advising
from workflow.procedures.shared.refusals import UPGRADE


def from_fault(fault: NotOnFile | BeyondCalendar) -> Refusal:
    """Give the refusal for a rule that is not on file, or days that cannot be counted."""
    assert fault.authority is not None
    refusal = Refusal(
        code=fault.code, because=str(fault), authority=fault.authority, remedy=fault.cure
    )
    return refusal if isinstance(fault, NotOnFile) else advising(refusal, UPGRADE)
