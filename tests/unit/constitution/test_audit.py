"""The audit: what each rule on file rests on, how sure it is and how old, the worst first."""

from datetime import date

import pytest

from support.one_period_council import (
    FILE,
    FIVE,
    NO_OTHER,
    OTHER,
    SAME_DAY,
    TELLING,
    UNSURE,
    read,
    windows,
)
from workflow.constitution.audit.findings import Audited, Holds, audit, worst_first
from workflow.constitution.constitution import Constitution
from workflow.constitution.provisions import PROVISIONS, TABLES
from workflow.constitution.provisions.harm import Harm
from workflow.constitution.reading import parse
from workflow.constitution.shipped import shipped

TODAY = date(2026, 11, 30)
LATER = FILE[FILE.index("[[call-in-period]]") :].replace("2021-01-01", "2024-01-01")
SUBJECT = """
[[subject-to-call-in]]
from = 2021-01-01
subject = ["key"]
not-subject = []
basis = "{basis}"
rule = "a page"
read = 2026-11-29
{keys}
words = "Key decisions."
"""
MEETS = """
[[scrutiny-meets]]
from = 2021-01-01
days = 10
unit = "working"
counted-from = "acceptance of the request"
start-day-counts = false
by = "end of day"
default = "takes effect at the end"
basis = "council page"
rule = "a page"
confidence = "unsure"
words = "Ten days."
"""
TARGET = """
[[publication-target]]
from = 2021-01-01
days = 2
basis = "council page"
rule = "a page"
words = "Two days."
"""
PAGE = SUBJECT.format(basis="council page", keys="")


def rows(found: Constitution, on: date = TODAY) -> list[Audited]:
    return worst_first(audit(found, on, TODAY))


def period(*keys: str, on: date = TODAY) -> Audited:
    return next(each for each in rows(read(*keys, PAGE), on) if each.name == "call_in_period")


def test_it_tells_what_a_period_rests_on() -> None:
    odd = SAME_DAY.replace("05-17", "05-18").replace(" }", ', why = "odd" }')
    told = period(UNSURE, NO_OTHER, windows(TELLING, SAME_DAY), windows(odd, key="irregular"))
    assert told.sureness == "inferred from notices, unsure"
    assert (told.unsure, told.inferred, told.holds) == (True, True, Holds.IN_FORCE)
    assert (len(told.evidence.windows), len(told.evidence.irregular)) == (2, 1)
    assert told.newest_day == date(2024, 5, 14)
    assert (told.newest_age, told.read_age) == (930, 6)


def test_an_inferred_rule_says_so_though_it_is_sure() -> None:
    assert period(windows(SAME_DAY, TELLING, OTHER)).sureness == "inferred from notices"
    assert [each.sureness for each in rows(read(PAGE))] == ["inferred from notices", "sure"]


def test_entries_to_come_are_left_out_and_earlier_ones_are_told() -> None:
    both = read(UNSURE, NO_OTHER, LATER.format(keys=""))
    on_day = {
        each.provision.since.year: each.holds
        for each in rows(both)
        if each.provision is not None and each.name == "call_in_period"
    }
    assert on_day == {2021: Holds.EARLIER, 2024: Holds.IN_FORCE}
    before = [each.holds for each in rows(both, date(2023, 12, 31))]
    assert before == [Holds.IN_FORCE, Holds.NOT_ON_FILE]


def test_a_rule_that_is_only_assumed_on_the_day_says_so_and_is_not_sure() -> None:
    told = period('before = "assumed"', on=date(2020, 1, 1))
    assert told.holds is Holds.ASSUMED
    assert told.unsure
    assert told.sureness == "inferred from notices, unsure, assumed to hold"


@pytest.mark.parametrize("on", [date(2020, 12, 31), date(2026, 11, 30)])
def test_a_council_without_a_period_is_listed(on: date) -> None:
    text = FILE[: FILE.index("[[call-in-period]]")] + PAGE
    found, complaints = parse(text, "a.toml")
    assert found is not None, complaints
    told = rows(found, on)[0]
    assert (told.name, told.sureness) == ("call_in_period", "not on file")
    assert (told.harm, told.unsure) == (Harm.NO_WORK, True)


def test_one_that_was_repealed_is_told_as_that() -> None:
    repeal = """
[[call-in-period]]
from = 2025-01-01
repealed = true
basis = "council page"
rule = "a page"
words = "It was done away with."
"""
    periods = [each for each in rows(read(UNSURE, NO_OTHER, repeal)) if each.name == PROVISIONS[0]]
    assert {each.holds for each in periods} == {Holds.EARLIER, Holds.IN_FORCE}
    assert None not in [each.provision for each in periods]


def test_the_worst_comes_first() -> None:
    """A period; who may be called in; a clock; the rest; what is not there; what is sure."""
    inferred = SUBJECT.format(basis="inferred from notices", keys="")
    other = TARGET.replace("[[publication-target]]", "[[implementation]]").replace(
        "days = 2", "recorded = true"
    )
    unsure = other.replace("basis", 'confidence = "unsure"\nbasis', 1)
    given = rows(read(UNSURE, NO_OTHER, inferred, MEETS, unsure, TARGET))
    assert [(each.name, each.harm) for each in given] == [
        ("call_in_period", Harm.TOO_EARLY),
        ("subject_to_call_in", Harm.WHO),
        ("scrutiny_meets", Harm.TIME_LIMIT),
        ("implementation", Harm.OTHER),
        ("publication_target", Harm.LITTLE),
    ]
    assert [each.harm for each in rows(read(UNSURE, NO_OTHER, TARGET))] == [
        Harm.TOO_EARLY, Harm.NO_WORK, Harm.LITTLE,
    ]  # fmt: skip


def test_of_periods_the_one_with_most_against_it_comes_first_and_then_the_oldest() -> None:
    reading = f"could-be = [{{ days = 5, {windows(*FIVE)} }}]"
    newer = TELLING.replace("2024", "2025").replace("13", "12").replace("14", "13")
    newer = newer.replace("05-18", "05-17")
    inferred = [
        read(UNSURE, NO_OTHER),
        read(UNSURE, reading),
        read(UNSURE, NO_OTHER, windows(SAME_DAY, TELLING, OTHER)),
        read(windows(SAME_DAY, TELLING, OTHER)),
        read(UNSURE, NO_OTHER, windows(SAME_DAY, TELLING, newer)),
    ]
    order = [0, 2, 4, 1, 3]
    found = [next(audit(each, TODAY, TODAY)) for each in inferred]
    assert [found.index(each) for each in worst_first(found)] == order


def test_what_was_never_noted_as_read_counts_as_the_oldest() -> None:
    unread = FILE.replace("read = 2026-11-24\n", "")
    found, _ = parse(unread.format(keys=f"{UNSURE}\n{NO_OTHER}"), "a.toml")
    assert found is not None
    noted = read(UNSURE, NO_OTHER)
    both = [next(audit(each, TODAY, TODAY)) for each in (noted, found)]
    assert [each.read_age for each in worst_first(both)] == [None, 6]


def test_every_table_has_a_place_on_the_scale() -> None:
    assert {table.harm for table in TABLES.values()} == {
        Harm.TOO_EARLY, Harm.WHO, Harm.TIME_LIMIT, Harm.OTHER,
    }  # fmt: skip
    assert [key for key, each in TABLES.items() if each.harm is Harm.TOO_EARLY] == [
        "call-in-period"
    ]
    assert all(harm.words for harm in Harm)


@pytest.mark.parametrize("council", shipped())
def test_no_shipped_rule_that_was_inferred_fails_to_say_so(council: str) -> None:
    found, _ = parse(shipped()[council].read_text(encoding="utf-8"), council)
    assert found is not None
    for each in rows(found):
        assert each.inferred is ("inferred from notices" in each.sureness)
        assert ("unsure" in each.sureness) is (each.unsure and each.provision is not None)


def test_what_holds_comes_before_what_held_however_little_speaks_against_it() -> None:
    both = read(UNSURE, NO_OTHER, LATER.format(keys=windows(SAME_DAY, TELLING, OTHER)))
    periods = [each for each in rows(both) if each.name == "call_in_period"]
    assert [each.holds for each in periods] == [Holds.IN_FORCE, Holds.EARLIER]
    assert periods[0].marks < periods[1].marks


def test_once_a_council_has_ended_its_rules_are_earlier_ones_and_none_is_wanting() -> None:
    ends = """
[[council-ends]]
from = 2026-04-01
successors = ["Ambridge Council"]
basis = "national law"
title = "An order"
rule = "article 3"
words = "It is abolished."
"""
    found = read(UNSURE, NO_OTHER, ends)
    holds = {(each.name, each.holds) for each in rows(found)}
    assert holds == {("call_in_period", Holds.EARLIER), ("council_ends", Holds.IN_FORCE)}
    before = {(each.name, each.holds) for each in rows(found, date(2026, 3, 31))}
    assert ("call_in_period", Holds.IN_FORCE) in before
    assert ("subject_to_call_in", Holds.NOT_ON_FILE) in before
