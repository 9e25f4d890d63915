"""A council that ends: from that day no rule of its own is in force, and its file says so once."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from support.councils import complaints, made_up
from support.ending_council import END, ITS_END, ending, ending_text
from workflow.constitution.checks.future_dates import to_come
from workflow.constitution.constitution import on_file
from workflow.constitution.gaps import gaps
from workflow.constitution.provisions.council_ends import COUNCIL_ENDS, CouncilEnds
from workflow.constitution.provisions.notice import KEY_DECISION_NOTICE
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.constitution.reading import national, parse
from workflow.constitution.shipped import shipped
from workflow.constitution.wording import in_words
from workflow.errors import NotOnFile

THE_DAY_BEFORE = ITS_END - timedelta(days=1)


def test_the_day_before_every_rule_is_in_force_as_if_nothing_came() -> None:
    """Not even the edition is another: nothing that is in force differs."""
    without, _ = parse(ending_text().replace(END.format(day=ITS_END), ""), "endshire.toml")
    assert without is not None
    before = ending().in_force_on(THE_DAY_BEFORE)
    assert before[COUNCIL_ENDS] is None
    assert before.edition == without.in_force_on(THE_DAY_BEFORE).edition


@pytest.mark.parametrize("later", [0, 1, 5000])
def test_from_that_day_only_the_law_of_the_nation_stands(later: int) -> None:
    found = ending()
    law = national(found.nation)
    assert law is not None
    after = found.in_force_on(ITS_END + timedelta(days=later))
    held = set(after.provisions)
    assert held == {*law.provisions, "council_ends"}
    assert after[KEY_DECISION_NOTICE] == law.in_force_on(ITS_END)[KEY_DECISION_NOTICE]


def test_what_is_not_on_file_then_names_the_end_and_who_came_after() -> None:
    rules = ending().in_force_on(date(2018, 11, 2))
    with pytest.raises(NotOnFile) as fault:
        on_file(rules[CALL_IN_PERIOD], "the call-in period", rules)
    assert str(fault.value) == (
        "Endshire Council's rule on the call-in period is not on file for Fri 2 Nov 2018: the "
        "council ended on Thu 25 Oct 2018, and East Endshire Council and West Endshire Council "
        "take its place."
    )
    assert "decisions constitution list" in fault.value.cure


@pytest.mark.parametrize(
    ("successors", "words"),
    [
        (("A", "B", "C"), "the council is abolished; A, B and C take its place"),
        (("A",), "the council is abolished; A takes its place"),
        ((), "the council is abolished; what takes its place is not on file"),
    ],
)
def test_it_is_put_in_words(successors: tuple[str, ...], words: str) -> None:
    assert in_words(CouncilEnds(successors=successors)) == words


def test_that_a_council_does_not_end_is_no_gap() -> None:
    assert "council-ends" not in gaps(made_up(), THE_DAY_BEFORE).missing
    assert "call-in-period" in gaps(ending(), ITS_END).missing


def test_an_end_to_come_is_minded_in_its_own_words() -> None:
    (said,) = to_come(ending(), THE_DAY_BEFORE)
    assert said == (
        "council-ends[1].from: Thu 25 Oct 2018 is to come. Until that day the council's rules "
        "hold; from it, none of its own does."
    )
    assert list(to_come(ending(), ITS_END)) == []


# -- what contradicts it ------------------------------------------------------------------------


def _with(was: str, now: str) -> dict[str, list[str]]:
    text = ending_text()
    assert was in text
    return complaints(text.replace(was, now, 1))


def test_a_council_that_ends_before_it_begins_is_refused_with_its_key_and_cure() -> None:
    """On the very day its first rule begins is too early: it would have had none for a day."""
    for day in ("2009-12-31", "2010-01-01"):
        found = _with("from = 2018-10-25", f"from = {day}")
        assert list(found) == ["council-ends[1].from"]
        (said,) = found["council-ends[1].from"]
        assert "ends before it begins" in said
        assert "Fri 1 Jan 2010" in said
        assert "Give the day on which it is abolished" in said
    assert parse(ending_text(date(2010, 1, 2)), "own.toml")[1] == ()


LATER = """
[[membership]]
from = {day}
{value}
basis = "constitution"
rule = "Part 1"
words = "The council has forty members."
"""


@pytest.mark.parametrize("value", ["members = 40", "repealed = true"])
def test_nothing_begins_on_or_after_the_end(value: str) -> None:
    """Nor is anything done away with then: it all is."""
    for day in ("2018-10-25", "2019-01-01"):
        found = complaints(ending_text() + LATER.format(day="2012-01-01", value="members = 41")
                           + LATER.format(day=day, value=value))  # fmt: skip
        assert list(found) == ["membership[2].from"]
        (said,) = found["membership[2].from"]
        assert "The council ends on Thu 25 Oct 2018" in said
        assert "Leave this entry out" in said
    good = ending_text() + LATER.format(day="2018-10-24", value="members = 40")
    assert parse(good, "own.toml")[1] == ()


def test_a_council_ends_once_and_for_good() -> None:
    twice = complaints(ending_text() + END.format(day="2019-04-01"))
    assert list(twice) == ["council-ends[2].from"]
    assert "a second end" in twice["council-ends[2].from"][0]
    undone = END.format(day="2019-04-01").replace(
        'successors = ["East Endshire Council", "West Endshire Council"]', "repealed = true"
    )
    assert "council-ends[2].from" in complaints(ending_text() + undone)
    alone = _with(
        'successors = ["East Endshire Council", "West Endshire Council"]', "repealed = true"
    )
    (said,) = alone["council-ends[1].repealed"]
    assert "leave the table out" in said


@pytest.mark.parametrize("key", ['before = "assumed"', "known-to = 2020-01-01"])
def test_an_end_is_of_one_day_and_is_assumed_for_no_other(key: str) -> None:
    found = _with("from = 2018-10-25", f"from = 2018-10-25\n{key}")
    assert list(found) == [f"council-ends[1].{key.split(' ')[0]}"]


@pytest.mark.parametrize(
    ("given", "key", "says"),
    [
        ("", "successors", "It is missing."),
        ('successors = "East"', "successors", "does not fit"),
        ("successors = [1]", "successors[1]", "does not fit"),
        ('successors = ["East", " "]', "successors[2]", "It is empty."),
        ('successors = ["East", "East"]', "successors", "there twice"),
        ('successor = ["East"]', "successor", 'Did you mean "successors"?'),
    ],
)
def test_who_comes_after_is_a_list_of_names(given: str, key: str, says: str) -> None:
    found = _with('successors = ["East Endshire Council", "West Endshire Council"]', given)
    assert any(says in said for said in found[f"council-ends[1].{key}"])


def test_who_comes_after_may_not_be_known() -> None:
    text = ending_text().replace('["East Endshire Council", "West Endshire Council"]', "[]")
    found, told = parse(text, "own.toml")
    assert found is not None, told
    rules = found.in_force_on(ITS_END)
    with pytest.raises(NotOnFile, match=r"ended on Thu 25 Oct 2018\."):
        on_file(rules[CALL_IN_PERIOD], "the call-in period", rules)


# -- those that are shipped ---------------------------------------------------------------------


def _ends() -> Iterator[tuple[str, date, tuple[str, ...]]]:
    for council in shipped():
        found, told = parse(shipped()[council].read_text(encoding="utf-8"), council)
        assert found is not None, told
        for each in found.on("council_ends"):
            assert isinstance(each.value, CouncilEnds)
            yield council, each.since, each.value.successors


def test_the_shipped_councils_that_end() -> None:
    """Surrey and Woking on 1 April 2027; West Somerset ended on 1 April 2019."""
    assert list(_ends()) == [
        ("surrey", date(2027, 4, 1), ("East Surrey Council", "West Surrey Council")),
        ("west-somerset", date(2019, 4, 1), ("Somerset West and Taunton Council",)),
        ("woking", date(2027, 4, 1), ("West Surrey Council",)),
    ]
