"""What the column `period_rule` holds."""

from dataclasses import dataclass, field

from workflow.authority import Authority
from workflow.model.call_in_period import OtherEnd, PeriodRule
from workflow.model.json_data import OMITTED_IF_UNSET


@dataclass(frozen=True, slots=True)
class PeriodTerms:
    """The part of a call-in period that is the same for most of a council's decisions. The fields
    are CallInPeriod's, and are stored under the same names."""

    rule: PeriodRule
    authority: Authority
    implemented_by_rule: Authority | None
    rule_assumed: bool = field(default=False, metadata=OMITTED_IF_UNSET)
    other_ends: tuple[OtherEnd, ...] = field(default=(), metadata=OMITTED_IF_UNSET)
