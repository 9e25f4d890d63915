"""Days on which a rule is not known to hold: answered by a marked assumption, or not at all."""

from datetime import date

import pytest

from workflow.constitution.constitution import Constitution, not_on_file
from workflow.constitution.provisions.notice import PUBLICATION_TARGET
from workflow.constitution.provisions.provision import Provision
from workflow.constitution.reading import parse

HEAD = """
[council]
id = "borsetshire"
name = "Borsetshire Council"
nation = "england"
prefix = "BOR"
"""
SUBJECT = """
[[publication-target]]
from = {begins}
{keys}
days = {days}
basis = "council page"
rule = "rule 20"
words = "Decisions are published soon."
"""


def entry(begins: str, days: int, *keys: str) -> str:
    return SUBJECT.format(begins=begins, days=days, keys="\n".join(keys))


def repealed(begins: str) -> str:
    lines = entry(begins, 0).splitlines()
    return "\n".join(line for line in lines if not line.startswith("days")) + "\nrepealed = true\n"


def read(*entries: str) -> Constitution:
    found, complaints = parse(HEAD + "".join(entries), "a.toml")
    assert found is not None, complaints
    return found


def target(found: Constitution, day: str) -> Provision[object] | None:
    given = found.in_force_on(date.fromisoformat(day))[PUBLICATION_TARGET]
    return given if given is None else Provision(**{n: getattr(given, n) for n in _FIELDS})


_FIELDS = ("since", "value", "basis", "authority", "assumed", "known_to", "before_assumed")


def complaints_of(*entries: str) -> list[str]:
    found, complaints = parse(HEAD + "".join(entries), "a.toml")
    assert found is None
    return [f"{each.key}: {each.problem} {each.cure}" for each in complaints]


def test_a_day_before_the_first_entry_is_not_on_file_if_the_file_says_nothing() -> None:
    assert target(read(entry("2020-01-01", 2)), "2019-12-31") is None


def test_a_day_before_the_first_entry_is_assumed_where_the_file_allows_it() -> None:
    found = read(entry("2020-01-01", 2, 'before = "assumed"'))
    before, after = target(found, "2019-12-31"), target(found, "2020-01-01")
    assert before is not None
    assert after is not None
    assert before.value == after.value
    assert (before.assumed, before.authority.unsure) == (True, True)
    assert (after.assumed, after.authority.unsure) == (False, False)
    assert before.authority.words == (
        "Decisions are published soon. The rule is known to hold from Wed 1 Jan 2020; on this day "
        "it is assumed to."
    )


def test_only_the_earliest_entry_answers_for_the_days_before_it() -> None:
    found = read(entry("2020-01-01", 2, 'before = "assumed"'), entry("2022-01-01", 3))
    given = target(found, "2012-05-01")
    assert given is not None
    assert given.since == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("day", "days", "assumed"),
    [("2020-06-30", 2, False), ("2020-07-01", 2, True), ("2022-01-01", 2, False)],
)
def test_a_gap_is_answered_where_both_sides_say_the_same(
    day: str, days: int, assumed: bool
) -> None:
    found = read(entry("2020-01-01", 2, "known-to = 2020-06-30"), entry("2022-01-01", 2))
    given = target(found, day)
    assert given is not None
    assert given.assumed is given.authority.unsure is assumed
    if assumed:
        assert "until Tue 30 Jun 2020 and from Sat 1 Jan 2022" in given.authority.words


def test_a_gap_between_two_rules_is_not_on_file() -> None:
    found = read(entry("2020-01-01", 2, "known-to = 2020-06-30"), entry("2022-01-01", 3))
    assert target(found, "2020-06-30") is not None
    assert target(found, "2020-07-01") is None
    assert target(found, "2021-12-31") is None


def test_an_entry_that_is_known_to_a_day_goes_on_where_no_other_follows() -> None:
    found = read(entry("2020-01-01", 2, "known-to = 2020-06-30"))
    given = target(found, "2026-11-30")
    assert given is not None
    assert not given.assumed


def test_a_rule_that_was_repealed_is_never_assumed() -> None:
    found = read(entry("2020-01-01", 2, 'before = "assumed"'), repealed("2021-01-01"))
    assert target(found, "2021-06-01") is None


def test_a_repeal_may_say_what_was_not_found_and_of_which_days_it_is_never_assumed() -> None:
    told = 'not-found = "The minute."\nsettled-by = "The minutes of May."\n'
    found = read(entry("2020-01-01", 2), repealed("2021-01-01") + told)
    assert found.on("publication_target")[1].evidence.not_found == "The minute."
    for key in ('before = "assumed"', "known-to = 2022-01-01"):
        (said,) = complaints_of(entry("2020-01-01", 2), repealed("2021-01-01") + key)
        assert said.startswith(f"publication-target[2].{key.split(' ')[0]}: This key is not known.")


def test_nothing_is_assumed_beside_an_earlier_repeal() -> None:
    given = complaints_of(
        entry("2019-01-01", 2), repealed("2020-01-01"), entry("2021-01-01", 2, 'before = "assumed"')
    )
    assert given == [
        (
            "publication-target[3].before: An entry from 2020-01-01 repealed the rule: nothing is "
            "assumed of the days before. Leave it out; say until when the entry before it is known "
            "to hold, with known-to."
        )
    ]


@pytest.mark.parametrize(
    ("entries", "begins"),
    [
        (
            [entry("2020-01-01", 2, 'before = "yes"')],
            "publication-target[1].before: 'yes' does not",
        ),
        ([entry("2020-01-01", 2, "known-to = 2019-12-31")], "publication-target[1].known-to: 2019"),
        (
            [entry("2020-01-01", 2, "known-to = 'yes'")],
            "publication-target[1].known-to: 'yes' does",
        ),
        (
            [entry("2020-01-01", 2, "known-to = 2022-01-01"), entry("2022-01-01", 2)],
            "publication-target[2].from: The entry before it is known to hold until 2022-01-01.",
        ),
        (
            [entry("2020-01-01", 2), entry("2022-01-01", 2, 'before = "assumed"')],
            "publication-target[2].before: An entry from 2020-01-01 is on file",
        ),
    ],
)
def test_what_two_entries_cannot_both_say_is_named(entries: list[str], begins: str) -> None:
    (given,) = complaints_of(*entries)
    assert given.startswith(begins)


def test_nothing_is_assumed_of_a_council_before_it_began() -> None:
    """Buckinghamshire Council began on 1 April 2020; its rule is assumed back to then."""
    began = HEAD.replace('prefix = "BOR"', 'prefix = "BOR"\nbegins = 2019-04-01')
    found, complaints = parse(began + entry("2020-01-01", 2, 'before = "assumed"'), "a.toml")
    assert found is not None, complaints
    assert target(found, "2019-03-31") is None
    assert target(found, "2019-04-01") is not None
    fault = not_on_file("when it is published", found.in_force_on(date(2019, 3, 31)))
    assert str(fault).endswith("for Sun 31 Mar 2019: the council began on Mon 1 Apr 2019.")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (
            entry("2019-03-31", 2),
            (
                "publication-target[1].from: The council has this rule before it begins: "
                "it began on Mon 1 Apr 2019, and this is Sun 31 Mar 2019. Mend one of the two days."
            ),
        ),
        (
            (
                '[[council-ends]]\nfrom = 2019-04-01\nsuccessors = []\nbasis = "council page"\n'
                'rule = "an order"\nwords = "It ends."\n'
            ),
            (
                "council-ends[1].from: The council ends before it begins: it began on "
                "Mon 1 Apr 2019, and this is Mon 1 Apr 2019. Mend one of the two days."
            ),
        ),
    ],
)
def test_a_council_has_no_rule_and_no_end_before_it_begins(table: str, says: str) -> None:
    began = HEAD.replace('prefix = "BOR"', 'prefix = "BOR"\nbegins = 2019-04-01')
    found, complaints = parse(began + table, "a.toml")
    assert found is None
    assert [f"{each.key}: {each.problem} {each.cure}" for each in complaints] == [says]


def test_an_edition_with_an_assumed_rule_is_another_edition() -> None:
    found = read(entry("2020-01-01", 2, 'before = "assumed"'))
    before = found.in_force_on(date(2019, 12, 31)).edition
    assert before != found.in_force_on(date(2020, 1, 1)).edition
