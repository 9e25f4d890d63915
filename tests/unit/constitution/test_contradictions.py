"""Provisions that are each sound and contradict each other, or the law of their nation: refused."""

import re
from pathlib import Path

import pytest

from support.councils import complaints, made_up
from workflow.constitution.reading import parse

GULLSHIRE = Path(made_up().source).read_text(encoding="utf-8")
WEALDSHIRE = Path(made_up("wealdshire").source).read_text(encoding="utf-8")
ASK, OUTCOMES = "call-in-request[1]", "scrutiny-outcomes[1]"


LADDER = '["scrutiny-chair", "chair-of-council", "vice-chair-of-council"]'
NOTICE = """
[[{table}]]
from = 2015-01-01
{value}
basis = "constitution"
rule = "Part 9"
words = "As the council has it."
"""


def _without(table: str, text: str = GULLSHIRE) -> str:
    start = text.index(f"[[{table}]]")
    end = text.find("\n[[", start)
    return text[:start] + text[end + 1 :]


def test_a_direction_that_scrutiny_may_give_has_a_length() -> None:
    (said,) = complaints(_without("direction"))[f"{OUTCOMES}.may"]
    assert "how long a direction lasts is not said" in said
    assert "Write a [[direction]] table" in said
    later = GULLSHIRE.replace(
        "[[direction]]\nfrom = 2010-01-01", "[[direction]]\nfrom = 2010-01-02"
    )
    assert f"{OUTCOMES}.may" in complaints(later)


def test_once_for_each_ground_wants_a_list_of_grounds() -> None:
    (said,) = complaints(_without("call-in-grounds"))[f"{ASK}.once"]
    assert "no list of grounds is given" in said
    assert "Write a [[call-in-grounds]] table" in said
    repealed = NOTICE.format(table="call-in-grounds", value="repealed = true")
    struck = _without("call-in-grounds") + repealed.replace("2015", "2010")
    assert f"{ASK}.once" in complaints(struck)


def test_a_part_of_the_members_wants_their_number() -> None:
    assert "percent-of-members" in WEALDSHIRE
    assert parse(WEALDSHIRE, "own.toml")[1] == ()
    (said,) = complaints(_without("membership", WEALDSHIRE))[f"{ASK}.may-ask"]
    assert "how many there are is not said" in said
    assert "Write a [[membership]] table" in said


def test_where_those_who_decided_hear_it_there_is_no_clock_for_scrutiny() -> None:
    asking = "[[call-in-request]]\nfrom = 2010-01-01\n"
    text = GULLSHIRE.replace(asking, f'{asking}goes-to = "those who decided"\n')
    assert text != GULLSHIRE
    (said,) = complaints(text)["scrutiny-meets[1].days"]
    assert "this time limit would never start" in said


@pytest.mark.parametrize("table", ["reconsidered-by", "council-meets"])
def test_only_a_meeting_of_scrutiny_ends_a_clock_before_its_time(table: str) -> None:
    start = GULLSHIRE.index(f"[[{table}]]")
    before, after = GULLSHIRE[:start], GULLSHIRE[start:]
    meeting = 'default = "takes effect at the meeting or the end, whichever is earlier"'
    changed = before + re.sub(r"default = .*", meeting, after, count=1)
    (said,) = complaints(changed)[f"{table}[1].default"]
    assert "Only a meeting of scrutiny" in said


def test_what_the_law_of_the_nation_binds_no_council_says_otherwise() -> None:
    """In England a record is made at once; no constitution signs it when it has taken effect."""
    otherwise = """
[[written-statement]]
from = 2015-01-01
signed-after-effect = true
basis = "constitution"
rule = "Part 9"
words = "Minutes are signed at the next meeting."
"""
    (said,) = complaints(GULLSHIRE + otherwise)["written-statement[1].from"]
    assert "binds every council: SI 2012/2089" in said
    same = otherwise.replace("signed-after-effect = true", "signed-after-effect = false")
    assert parse(GULLSHIRE + same, "own.toml")[1] == ()
    older = otherwise.replace("2015-01-01", "2011-01-01")
    (said,) = complaints(GULLSHIRE + older)["written-statement[1].from"]
    assert said.startswith("From 2012-09-10 it falls short of the law")
    ended = (
        older
        + """
[[written-statement]]
from = 2012-09-10
repealed = true
basis = "constitution"
rule = "Part 9"
words = "Done away with by the regulations."
"""
    )
    assert parse(GULLSHIRE + ended, "own.toml")[1] == ()


@pytest.mark.parametrize(
    ("table", "value", "is_enough"),
    [
        ("key-decision-notice", 'days = 28\nunit = "working"', True),
        ("key-decision-notice", 'days = 20\nunit = "working"', True),
        ("key-decision-notice", 'days = 30\nunit = "calendar"', True),
        ("key-decision-notice", 'days = 19\nunit = "working"', False),
        ("key-decision-notice", 'days = 7\nunit = "calendar"', False),
        ("general-exception-notice", 'days = 5\nunit = "calendar"', True),
        ("general-exception-notice", 'days = 4\nunit = "working"', False),
        ("special-urgency-report", "every-months = 3", True),
        ("special-urgency-report", "every-months = 24", False),
        (
            "special-urgency-consent",
            f'ground = "g"\nconsents = [{LADDER}, ["head-of-paid-service"]]',
            True,
        ),
        ("special-urgency-consent", 'ground = "g"\nconsents = [["scrutiny-chair"]]', False),
        (
            "special-urgency-consent",
            f'ground = "g"\nnot-contactable-hours = 6\nconsents = [{LADDER}]',
            False,
        ),
    ],
)
def test_a_council_may_go_beyond_the_law_and_not_fall_short_of_it(
    table: str, value: str, is_enough: bool
) -> None:
    """Whether its clear days are of the calendar or of work is its own reading."""
    text = GULLSHIRE + NOTICE.format(table=table, value=value)
    if is_enough:
        assert parse(text, "own.toml")[1] == ()
    else:
        (said,) = complaints(text)[f"{table}[1].from"]
        assert said.startswith("It falls short of the law, which binds every council")


@pytest.mark.parametrize(
    ("table", "was", "now", "said"),
    [
        ("scrutiny-meets", "acceptance of the request", "the referral", "cannot be counted from"),
        ("reconsidered-by", "the referral", "acceptance of the request", "cannot be counted from"),
        ("council-meets", "the referral", "issue of the direction", "cannot be counted from"),
    ],
)
def test_a_clock_is_counted_from_what_has_happened_when_it_starts(
    table: str, was: str, now: str, said: str
) -> None:
    start = GULLSHIRE.index(f"[[{table}]]")
    before, after = GULLSHIRE[:start], GULLSHIRE[start:]
    assert was in after
    (told,) = complaints(before + after.replace(was, now, 1))[f"{table}[1].counted-from"]
    assert said in told


def test_a_clock_of_a_body_that_never_has_it_is_refused() -> None:
    told = '\nto-council = "only when contrary to the budget or policy framework"'
    never = GULLSHIRE.replace('"refer to council", ', "").replace(told, "")
    (said,) = complaints(never)["council-meets[1].days"]
    assert "this time limit would never start" in said
    (said,) = complaints(re.sub(r"\nmay = .*", "\nmay = []", GULLSHIRE))[f"{OUTCOMES}.may"]
    assert "It is empty" in said


def test_too_few_is_less_than_some_number() -> None:
    start = GULLSHIRE.index("may-ask = [")
    end = GULLSHIRE.index("\n]", start) + 3
    (said,) = complaints(GULLSHIRE[:start] + GULLSHIRE[end:])[f"{ASK}.withdrawal"]
    assert "how many are enough is not said" in said


def test_only_a_nation_binds_its_councils() -> None:
    bound = GULLSHIRE.replace(
        "[[direction]]\nfrom = 2010-01-01", "[[direction]]\nfrom = 2010-01-01\nbinding = true"
    )
    (said,) = complaints(bound)["direction[1].binding"]
    assert "Only the law of a nation" in said
