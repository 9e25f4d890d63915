"""What is remarked of a constitution that reads well: what its rules do, and no key says."""

from collections.abc import Iterator

from workflow.model.limit import LimitRule
from workflow.model.period import PeriodRule, Unit
from workflow.policy.constitution import Constitution


def may_end_closed(constitution: Constitution) -> Iterator[str]:
    """Remark each period counted in calendar days: its last day may be no working day."""
    for name, rows in constitution.provisions.items():
        for number, provision in enumerate(rows, start=1):
            rule = provision.value
            if isinstance(rule, PeriodRule | LimitRule) and rule.unit is Unit.CALENDAR:
                days = f"{rule.days} calendar day{'' if rule.days == 1 else 's'}"
                yield (
                    f"{name.replace('_', '-')}[{number}].unit: {days} may end on a weekend, a bank "
                    "holiday or a day on which the council is closed, and that day is then the "
                    "last. Where the council's words move it to the next working day, no key says "
                    "so yet: look at each date that falls so."
                )
