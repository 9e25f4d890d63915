"""What is remarked of a constitution that reads well: what its rules do and no key says, and what
it leaves open."""

from collections.abc import Iterator

from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions.provision import Basis
from workflow.model.call_in_period import PeriodRule, Unit
from workflow.model.time_limit import LimitRule


def may_end_closed(constitution: Constitution) -> Iterator[str]:
    """Remark each period counted in calendar days: its last day may be no working day."""
    for place, provision in constitution.entries():
        rule = provision.value
        if isinstance(rule, PeriodRule | LimitRule) and rule.unit is Unit.CALENDAR:
            days = f"{rule.days} calendar day{'' if rule.days == 1 else 's'}"
            yield (
                f"{place}.unit: {days} may end on a weekend, a bank "
                "holiday or a day on which the council is closed, and that day is then the "
                "last. Where the council's words move it to the next working day, no key says "
                "so yet: look at each date that falls so."
            )


def unsettled(constitution: Constitution) -> Iterator[str]:
    """Remark each rule that is inferred or unsure, and does not say what was not found, or what
    would settle it."""
    for place, provision in constitution.entries():
        open_ = provision.authority.unsure or provision.basis is Basis.INFERRED
        if provision.value is None or not open_:
            continue
        evidence = provision.evidence
        keys = {"not-found": evidence.not_found, "settled-by": evidence.settled_by}
        unsaid = " and ".join(key for key, text in keys.items() if not text)
        if unsaid:
            how = "unsure" if provision.authority.unsure else Basis.INFERRED.value
            yield (
                f"{place}: It is {how}, and {unsaid} "
                f"{'are' if ' and ' in unsaid else 'is'} not given: say what was looked for, "
                "and what would settle it."
            )
