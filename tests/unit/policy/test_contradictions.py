"""Provisions that are each sound and contradict each other, or the law of their nation: refused."""

import re
from datetime import date
from pathlib import Path

import pytest
from cells import complaints, made_up

from workflow.policy.provisions.provision import Basis
from workflow.policy.reading import parse

GULLSHIRE = Path(made_up().source).read_text(encoding="utf-8")
WEALDSHIRE = Path(made_up("wealdshire").source).read_text(encoding="utf-8")
ASK, OUTCOMES = "call-in-request[1]", "scrutiny-outcomes[1]"


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
    table = "[[call-in-grounds]]\nfrom = 2010-01-01"
    repealed = GULLSHIRE.replace(table, f"{table}\nrepealed = true")
    assert f"{ASK}.once" in complaints(repealed)


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
    assert "this clock would never start" in said


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
    older, told = parse(GULLSHIRE + otherwise.replace("2015-01-01", "2011-01-01"), "own.toml")
    assert older is not None, told
    before, since = (
        older.in_force_on(day).written_statement for day in (date(2012, 9, 9), date(2012, 9, 10))
    )
    assert before is not None
    assert since is not None
    assert (before.basis, since.basis) == (Basis.CONSTITUTION, Basis.NATIONAL_LAW)


def test_only_a_nation_binds_its_councils() -> None:
    bound = GULLSHIRE.replace(
        "[[direction]]\nfrom = 2010-01-01", "[[direction]]\nfrom = 2010-01-01\nbinding = true"
    )
    (said,) = complaints(bound)["direction[1].binding"]
    assert "Only the law of a nation" in said
