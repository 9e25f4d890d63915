"""Provisions in plain words, a line or two each: what a page, a table or a notice says.

The words of a provision stand beside its record, and are found by the record's type.
"""

from functools import singledispatch

from workflow.constitution.wording.time_limits import limit, period
from workflow.model.call_in_period import PeriodRule
from workflow.model.time_limit import LimitRule


@singledispatch
def in_words(value: object) -> str:
    """Put the value of a provision in words, without a capital or a full stop; "repealed" for
    None. A test holds that every table of a file has its words."""
    raise TypeError(f"{type(value).__name__} has no words.")


@in_words.register
def _(_: None) -> str:
    return "repealed"


in_words.register(PeriodRule, period)
in_words.register(LimitRule, limit)
