"""What stands in another nation in the place of a rule that is England's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from workflow import authority as law
from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.errors import Refusal

ENGLISH: Final = (
    law.REG_5,
    law.REG_9,
    law.REG_11,
    law.REG_12,
    law.REG_13,
    law.REGS_12_13,
    law.REG_14,
    law.REG_18,
    law.MADE_NOT_IMPLEMENTED,
    law.COMBINED_AUTHORITIES,
)
"""The rules of England's law that steps and refusals rest on."""

STANDING_ORDERS: Final = Authority(
    title="The council's own standing orders",
    rule="",
    words="No law of this nation says so for every council: the council's own rules do.",
)
"""What a step is taken under where the law of a nation has nothing of the kind."""

ELSEWHERE: Final[Mapping[Nation, Mapping[Authority, Authority]]] = {
    Nation.WALES: {
        law.REG_12: law.WALES_REGS_6_7,
        law.REG_13: law.WALES_REGS_6_7,
        law.REGS_12_13: law.WALES_REGS_6_7,
        law.REG_14: law.WALES_REG_8,
        law.MADE_NOT_IMPLEMENTED: law.WALES_SECTION_21,
    },
    Nation.NORTHERN_IRELAND: {law.MADE_NOT_IMPLEMENTED: law.NI_SECTION_41},
    Nation.SCOTLAND: {},
}
"""What each other nation's law has in the place of England's, where it has anything."""


WELSH: Final = (law.WALES_REG_7,)
"""The rules of Welsh law that steps rest on: no other nation has the like."""


def law_of(nation: Nation, rule: Authority) -> Authority:
    """Give a rule as it stands in a nation: the rule itself, unless it is another's alone."""
    if rule in WELSH:
        return rule if nation is Nation.WALES else STANDING_ORDERS
    if nation is Nation.ENGLAND or rule not in ENGLISH:
        return rule
    return ELSEWHERE[nation].get(rule, STANDING_ORDERS)


def told_in(nation: Nation, refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Give refusals with the rule that each rests on as it stands in a nation."""
    return tuple(
        replace(refusal, authority=law_of(nation, refusal.authority)) for refusal in refusals
    )
