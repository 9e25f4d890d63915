"""The tables on call-in of a constitution file: each bad value is refused, with key and cure."""

from datetime import date, time
from pathlib import Path

import pytest

from support.councils import complaints, made_up
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.grounds import CALL_IN_GROUNDS, Certificate
from workflow.constitution.provisions.request import (
    CALL_IN_REQUEST,
    Alternative,
    GoesTo,
    Need,
    Once,
    Who,
    Withdrawal,
)
from workflow.constitution.provisions.scrutiny import (
    COUNCIL_MEETS,
    RECONSIDERED,
    RECONSIDERED_BY,
    SCRUTINY_MEETS,
    SCRUTINY_OUTCOMES,
    ChangedIs,
    MayDo,
    ToCouncil,
)
from workflow.model.call_in_period import Unit
from workflow.model.people import Role
from workflow.model.time_limit import Default, LimitRule, StartsFrom

GULLSHIRE = Path(made_up().source).read_text(encoding="utf-8")
WEALDSHIRE = Path(made_up("wealdshire").source).read_text(encoding="utf-8")
DAY = date(2018, 10, 18)

ASK, GROUNDS, MEETS = "call-in-request[1]", "call-in-grounds[1]", "scrutiny-meets[1]"
OUTCOMES, BACK = "scrutiny-outcomes[1]", "reconsidered-by[1]"
WAY, G, WARD = f"{ASK}.may-ask[3]", f"{GROUNDS}.grounds", "{ ward-members = 1 }"
MO, CHIEF = '["monitoring-officer"]', '["head-of-paid-service"]'
YEAR = 'year-begins = "05-21"'

# What the file says, what is put in its place, the key complained of, and the words of it.
BAD: list[tuple[str, str, str, str]] = [
    (WARD, "{ ward-members = 0 }", f"{WAY}.ward-members", "0 is out of"),
    (WARD, '{ ward-members = "1" }', f"{WAY}.ward-members", "'1' does"),
    (WARD, "{ wardmembers = 1 }", WAY, "It counts nobody."),
    (WARD, "{ wardmembers = 1 }", f"{WAY}.wardmembers", 'Did you mean "ward-members"'),
    (WARD, "3", WAY, "3 does not fit."),
    (WARD, "{ percent-of-members = 101 }", f"{WAY}.percent-of-members", "101 is out"),
    (
        WARD,
        "{ members = 3, percent-of-members = 15 }",
        f"{WAY}.percent-of-members",
        "It stands beside a number.",
    ),
    (
        "education-only = true",
        'education-only = "yes"',
        f"{ASK}.may-ask[5].education-only",
        "'yes' does not fit.",
    ),
    (f"ruled-by = {MO}", 'ruled-by = ["monitor"]', f"{ASK}.ruled-by", "'monitor' is not known"),
    (
        f"ruled-by = {MO}",
        'ruled-by = "monitoring-officer"',
        f"{ASK}.ruled-by",
        "does not fit. Give a list of",
    ),
    ('once = "per ground"', 'once = "twice"', f"{ASK}.once", "'twice' is not known"),
    ("each-a-year = 5", "each-a-year = 0", f"{ASK}.each-a-year", "0 is out of"),
    ("each-a-year = 5", "", f"{ASK}.year-begins", "No number for a year is given."),
    (YEAR, "", f"{ASK}.year-begins", "It is missing."),
    (YEAR, 'year-begins = "21-05"', f"{ASK}.year-begins", "'21-05' does not fit."),
    (YEAR, 'year-begins = "02-29"', f"{ASK}.year-begins", "'02-29' does not fit."),
    ("same-issue-months = 6", "same-issue-months = 121", f"{ASK}.same-issue-months", "121 is out"),
    (
        'withdrawal = "ends it when too few remain"',
        'withdrawal = "ends it"',
        f"{ASK}.withdrawal",
        "'ends it' is not known",
    ),
    ("closed = true", "", f"{GROUNDS}.closed", "It is missing. Give true or false."),
    ('name = "policy"', 'name = "policy: ours"', f"{G}[1].name", "It holds a colon."),
    ('name = "policy"', 'name = "Consultation"', f"{GROUNDS}.grounds", "Two have the same name."),
    ('name = "policy"', 'name = ""', f"{G}[1].name", "It is empty."),
    ("particulars = true", 'particulars = "true"', f"{G}[1].particulars", "does not fit."),
    ("when it is the only ground", "sometimes", f"{G}[3].certificate", "'sometimes' is"),
    (', certified-by = ["head-of-paid-service"]', "", f"{G}[3].certified-by", "Nobody is named."),
    ('certificate = "when it is the only ground", ', "", f"{G}[3].certificate", "It is missing."),
    (CHIEF, "[]", f"{G}[3].certified-by", "Nobody is named. Name who"),
    ("majority-percent = 80", "majority-percent = 0", f"{G}[4].majority-percent", "0 is out of"),
    ("opinion = true", "opinions = true", f"{G}[4].opinions", 'Did you mean "opinion"?'),
    ("days = 10", "days = 367", f"{MEETS}.days", "367 is out of bounds."),
    (
        "acceptance of the request",
        "acceptance",
        f"{MEETS}.counted-from",
        "'acceptance' is not known",
    ),
    ('by = "end of day"', "by = 00:00:00", f"{MEETS}.by", "datetime.time(0, 0) does not fit."),
    ('by = "end of day"', "", f"{MEETS}.by", "It is missing."),
    (
        'default = "takes effect at the end"',
        'default = "lapses"',
        f"{MEETS}.default",
        "'lapses' is",
    ),
    ('"refer to council", ', "", f"{OUTCOMES}.to-council", "Referral to council is not among what"),
    (
        'to-council = "only when',
        'to_council = "only when',
        f"{OUTCOMES}.to-council",
        "It is missing.",
    ),
    ('"refer back", ', '"send back", ', f"{OUTCOMES}.may", "'send back' is not known"),
    ('"refer back", ', '"refer back", "refer back", ', f"{OUTCOMES}.may", "A word is there twice."),
    ("most-days = 14", "most-days = 0", "direction[1].most-days", "0 is out of"),
    ('"a new decision"', '"new"', "reconsidered[1].changed-is", "'new' is not known"),
]


@pytest.mark.parametrize(("was", "now", "key", "words"), BAD)
def test_a_bad_value_is_refused_with_its_key_and_the_cure(
    was: str, now: str, key: str, words: str
) -> None:
    assert was in GULLSHIRE
    said = complaints(GULLSHIRE.replace(was, now, 1))
    assert key in said, said
    assert any(words in each for each in said[key]), said


@pytest.mark.parametrize(
    ("was", "now", "key", "words"),
    [
        ('goes-to = "those who decided"', 'goes-to = "cabinet"', f"{ASK}.goes-to", "'cabinet' is"),
        ("members = 40", "members = 0", "membership[1].members", "0 is out of"),
        ("members = 40", "members = 40.5", "membership[1].members", "40.5 does not fit."),
        ("members = 40", "member = 40", "membership[1].members", "It is missing."),
        ("may-ask = [{", "may-ask = []\nx = [{", f"{ASK}.may-ask", "It is empty. Give a list of"),
    ],
)
def test_a_bad_value_of_the_other_councils_tables_is_refused_too(
    was: str, now: str, key: str, words: str
) -> None:
    assert was in WEALDSHIRE
    said = complaints(WEALDSHIRE.replace(was, now, 1))
    assert any(words in each for each in said.get(key, ())), said


def test_clear_days_of_a_clock_count_neither_end() -> None:
    was = 'unit = "working"\ncounted-from = "the referral"\nstart-day-counts = false'
    now = was.replace('"working"', '"clear-working"').replace("false", "true")
    text = GULLSHIRE.replace(was, now, 1)
    (said,) = complaints(text)[f"{BACK}.start-day-counts"]
    assert "Of clear days neither end is counted." in said


def test_a_table_that_is_no_list_is_refused() -> None:
    said = complaints(GULLSHIRE.replace("[[direction]]", "[direction]"))
    assert "Write [[direction]]." in said["direction"][0]


# -- what is read -------------------------------------------------------------------------------


def test_the_council_that_says_everything_is_read_as_it_says() -> None:
    rules = made_up().in_force_on(DAY)
    asking = rules[CALL_IN_REQUEST]
    assert asking is not None
    assert asking.value is not None
    assert asking.value.may_ask[0] == Alternative(
        needs=(Need(who=Who.CHAIRS, number=1), Need(who=Who.COMMITTEE_MEMBERS, number=2))
    )
    assert [way.education_only for way in asking.value.may_ask] == [False] * 4 + [True]
    assert asking.value.ruled_by == (Role.MONITORING_OFFICER,)
    assert (asking.value.once, asking.value.goes_to) == (Once.PER_GROUND, GoesTo.SCRUTINY)
    assert (asking.value.each_a_year, asking.value.year_begins) == (5, "05-21")
    assert asking.value.withdrawal is Withdrawal.TOO_FEW
    grounds = rules[CALL_IN_GROUNDS]
    assert grounds is not None
    assert grounds.value is not None
    assert [each.name for each in grounds.value.grounds] == [
        "policy",
        "consultation",
        "relevant matters",
        "adverse effect",
    ]
    assert grounds.value.grounds[2].certificate is Certificate.ALONE
    assert (grounds.value.grounds[3].opinion, grounds.value.grounds[3].majority_percent) == (
        True,
        80,
    )


def test_each_clock_is_read_with_what_follows_at_its_end() -> None:
    rules = made_up().in_force_on(DAY)
    told = [rules[SCRUTINY_MEETS], rules[RECONSIDERED_BY], rules[COUNCIL_MEETS]]
    assert [None if each is None else each.value for each in told] == [
        LimitRule(
            days=days,
            unit=Unit.WORKING,
            counted_from=counted_from,
            start_day_counts=False,
            by=None,
            default=default,
        )
        for days, counted_from, default in (
            (10, StartsFrom.ACCEPTANCE, Default.AT_THE_END),
            (5, StartsFrom.REFERRAL, Default.AT_THE_END),
            (20, StartsFrom.REFERRAL, Default.HELD),
        )
    ]
    fen = made_up("fenshire").in_force_on(DAY)[SCRUTINY_MEETS]
    assert fen is not None
    assert fen.value is not None
    assert (fen.value.by, fen.value.default) == (time(17), Default.AT_THE_MEETING)


def test_what_scrutiny_may_do_and_what_a_change_makes_are_read() -> None:
    rules = made_up().in_force_on(DAY)
    assert rules[SCRUTINY_OUTCOMES] is not None
    assert rules[SCRUTINY_OUTCOMES].value is not None
    assert set(rules[SCRUTINY_OUTCOMES].value.may) == set(MayDo)
    assert rules[SCRUTINY_OUTCOMES].value.to_council is ToCouncil.CONTRARY
    made = [made_up(name).in_force_on(DAY)[RECONSIDERED] for name in ("gullshire", "wealdshire")]
    assert [each and each.value and each.value.changed_is for each in made] == [
        ChangedIs.NEW,
        ChangedIs.FINAL,
    ]


def test_what_a_council_does_not_say_is_not_on_file() -> None:
    """No default stands in for it."""
    rules = made_up("larkshire").in_force_on(DAY)
    unsaid = ("call_in_request", "call_in_grounds", "membership", "scrutiny_meets", "direction")
    for name in (*unsaid, "scrutiny_outcomes", "reconsidered_by", "reconsidered", "council_meets"):
        assert name not in rules.provisions
        assert name.replace("_", "-") in TABLES
