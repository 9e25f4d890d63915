"""Whose law a rule is, and what stands in another nation in its place. The law of a nation is data:
here, and in its file under `nations/`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from workflow import authority as law
from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.errors import Refusal

HOME: Final[Mapping[Authority, Nation]] = {
    **dict.fromkeys(
        (
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
        ),
        Nation.ENGLAND,
    ),
    law.WALES_REG_7: Nation.WALES,
}
"""The nation that a rule is the law of, for the rules that steps and refusals rest on. One that is
not here holds in every nation."""

ELSEWHERE: Final[Mapping[Authority, Mapping[Nation, Authority]]] = {
    law.REG_12: {Nation.WALES: law.WALES_REGS_6_7},
    law.REG_13: {Nation.WALES: law.WALES_REGS_6_7},
    law.REGS_12_13: {Nation.WALES: law.WALES_REGS_6_7},
    law.REG_14: {Nation.WALES: law.WALES_REG_8},
    law.MADE_NOT_IMPLEMENTED: {
        Nation.WALES: law.WALES_SECTION_21,
        Nation.NORTHERN_IRELAND: law.NI_SECTION_41,
    },
}
"""What the law of another nation has in the place of a rule, where it has anything."""

STANDING_ORDERS: Final = Authority(
    title="The council's own standing orders",
    rule="",
    words="No law of this nation says so for every council: the council's own rules do.",
)
"""What a step is taken under where the law of a nation has nothing of the kind."""


def nation_of(rule: Authority) -> Nation | None:
    """Give the nation that a rule is the law of, by itself or in the place of another's; None where
    it holds in all."""
    instead = (named for others in ELSEWHERE.values() for named in others.items())
    return HOME.get(rule) or next((nation for nation, each in instead if each == rule), None)


def law_of(nation: Nation, rule: Authority) -> Authority:
    """Give a rule as it stands in a nation: the rule itself, unless it is another's alone."""
    if HOME.get(rule, nation) is nation:
        return rule
    return ELSEWHERE.get(rule, {}).get(nation, STANDING_ORDERS)


def cite_for(nation: Nation, refusals: Iterable[Refusal]) -> tuple[Refusal, ...]:
    """Give refusals with the rule that each rests on as it stands in a nation."""
    return tuple(
        replace(refusal, authority=law_of(nation, refusal.authority)) for refusal in refusals
    )
