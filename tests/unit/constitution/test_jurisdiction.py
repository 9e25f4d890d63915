"""In another nation no refusal, plan or record rests on a rule that is England's alone."""

from datetime import date
from pathlib import Path

import pytest

from support.councils import complaints
from support.inputs import DETAILS
from support.requests import MONITORING, rules
from support.statements import ENDS_AT
from support.states import EVERY_STATE, EVERYONE, case, codes, refused, taken
from workflow import authority as law
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.constitution.jurisdiction import HOME, STANDING_ORDERS, law_of
from workflow.model.kind import Kind
from workflow.model.state import State
from workflow.planning.plan import plan
from workflow.procedures.attempt import judge
from workflow.procedures.table import TABLE

REQUIRED = """
[[required-report]]
from = 2010-01-01
scrutiny-may-require = true
basis = "constitution"
rule = "Part 9"
words = "Scrutiny may require a report."

[[implementation]]"""
ENGLISH = [rule for rule, home in HOME.items() if home is Nation.ENGLAND]
OTHERS = [nation for nation in Nation if nation is not Nation.ENGLAND]
NAMED = [
    value
    for value in vars(law).values()
    if isinstance(value, law.Authority) and "England" in value.title
]


def moved(nation: Nation) -> tuple[str, str]:
    """Give the change that puts a council's file in a nation."""
    return 'nation = "england"', f'nation = "{nation}"'


def test_every_rule_that_names_england_is_known_to_be_its_own() -> None:
    assert NAMED
    assert set(NAMED) <= set(ENGLISH)


@pytest.mark.parametrize("nation", Nation)
def test_a_rule_of_england_is_not_given_as_the_law_elsewhere(nation: Nation) -> None:
    for rule in ENGLISH:
        assert (law_of(nation, rule) == rule) == (nation is Nation.ENGLAND)
    assert law_of(nation, law.BANK_HOLIDAYS) == law.BANK_HOLIDAYS


def test_what_stands_in_its_place() -> None:
    """Wales has statements and review by other instruments, Scotland only standing orders."""
    assert law_of(Nation.WALES, law.REG_14).rule.startswith("regulation 8,")
    assert law_of(Nation.WALES, law.REG_18) == STANDING_ORDERS
    assert law_of(Nation.NORTHERN_IRELAND, law.MADE_NOT_IMPLEMENTED).rule == "section 41"
    assert {law_of(Nation.SCOTLAND, rule) for rule in HOME} == {STANDING_ORDERS}


@pytest.mark.parametrize("nation", OTHERS)
@pytest.mark.parametrize("state", [None, *EVERY_STATE])
def test_no_refusal_rests_on_it(state: State | None, nation: Nation) -> None:
    """Whatever step is asked about, from whatever state."""
    here = rules("larkshire", moved(nation))
    decision = None if state is None else EVERY_STATE[state]
    told = [
        refusal
        for step in TABLE
        for refusal in judge(step, case(decision, ENDS_AT, None, rules=here, actor=EVERYONE))
    ]
    assert told
    assert [each for each in told if each.authority in ENGLISH] == []


@pytest.mark.parametrize("nation", OTHERS)
def test_no_plan_rests_on_it(nation: Nation) -> None:
    found = plan(
        rules("larkshire", moved(nation)).constitution,
        calendar_for(nation),
        kind=Kind.NON_KEY,
        today=date(2018, 10, 1),
        decide_on=date(2018, 10, 18),
    )
    told = [milestone.authority for milestone in found.milestones]
    assert [each for each in told if each in ENGLISH] == []


def test_scrutiny_requires_a_report_only_where_a_rule_says_so() -> None:
    """By regulation 18 in England; elsewhere where the council's own rules have it."""
    opened, given = EVERY_STATE[State.CALL_IN_OPEN], DETAILS["key-report-require"]
    more = {"actor": MONITORING}
    assert taken("key-report-require", opened, opened.last_at, given, rules=rules(), **more)
    scottish = rules("larkshire", moved(Nation.SCOTLAND))
    outcome = refused("key-report-require", opened, opened.last_at, given, rules=scottish, **more)
    assert codes(outcome) == ["not-on-file"]
    own = rules("larkshire", moved(Nation.SCOTLAND), ("[[implementation]]", REQUIRED))
    assert taken("key-report-require", opened, opened.last_at, given, rules=own, **more)
    unsaid = own.constitution.source
    text = Path(unsaid).read_text(encoding="utf-8").replace("[[implementation]]", REQUIRED)
    bad = complaints(text.replace("may-require = true", "may-require = false"))
    assert bad["required-report[1].scrutiny-may-require"] == [
        "It says nothing. Give true, or leave the table out."
    ]
