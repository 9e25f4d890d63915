"""A rule that is not on file, and days that cannot be counted, as refusals."""

from workflow.errors import BeyondCalendar, NotOnFile, Refusal

UPGRADE = "Upgrade council-decisions once the government has published that year's bank holidays."
"""What helps where the calendar does not reach."""


def from_fault(fault: NotOnFile | BeyondCalendar) -> Refusal:
    """Give the refusal for a rule that is not on file, or days that cannot be counted."""
    assert fault.authority is not None
    remedy = fault.cure if isinstance(fault, NotOnFile) else UPGRADE
    return Refusal(code=fault.code, because=str(fault), authority=fault.authority, remedy=remedy)
