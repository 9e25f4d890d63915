"""The published notices, held against what is on file for their councils: each that is explained
agrees, or the council's own file says why it does not; and how each of the others comes out."""

from pathlib import Path
from typing import Final

import pytest

from workflow.conformance.findings import Finding, RuleSource, Verdict, compare, is_sound
from workflow.conformance.printed import COLUMNS
from workflow.files.csv_rows import opened
from workflow.register.councils import load_councils

NOTICES: Final = Path(__file__).parents[2] / "data" / "notices.csv"


def compared() -> dict[str, Finding]:
    with opened(NOTICES, COLUMNS) as sheet:
        found = list(compare(sheet.rows, RuleSource.CONSTITUTION, load_councils().called))
    return {each.id: each for each in found}


FOUND: Final = compared()
IN_ITS_FILE: Final = {
    "N022": "Herefordshire: counted from the day of the meeting, not from publication",
    "N051": "Oxfordshire: the same",
}
"""Notices that are explained by another rule than their council's, which its file lists so."""
OTHERS: Final = {
    "N008": "irregular",
    "N017": "irregular",
    "N036": "irregular",
    "N038": "irregular",
    "N041": "irregular",
    "N042": "could-be",
    "N044": "irregular",
    "N046": "irregular",
    "N083": "not-on-file",
    "N093": "irregular",
    "N120": "could-be",
    "N141": "rule",
    "N143": "not-on-file",
    "N145": "not-on-file",  # of a joint committee, whose rules are not on file
    "N178": "irregular",
}
"""How each notice comes out that no rule read off its council's notices gives."""


def fate(found: Finding) -> str:
    """Give by which reading it agrees, or how else it came out."""
    if found.reading is not None:
        return found.reading.value
    return "irregular" if found.irregular else found.verdict.value


def test_each_explained_notice_agrees_but_for_two_that_its_file_explains() -> None:
    explained = [each for each in FOUND.values() if each.explained]
    assert len(explained) == 70
    assert {each.id for each in explained if each.verdict is not Verdict.AGREE} == set(IN_ITS_FILE)
    assert all(FOUND[each].irregular and FOUND[each].cause for each in IN_ITS_FILE)
    assert is_sound(FOUND.values())


def test_an_explained_notice_agrees_by_the_rule_itself_on_a_day_it_is_known_to_hold() -> None:
    """No reading but the rule is needed for one, and no assumption."""
    found = [each for each in FOUND.values() if each.explained and each.id not in IN_ITS_FILE]
    assert {each.id for each in found if fate(each) != "rule"} == set()
    assert {each.id for each in found if each.rule_assumed} == set()


@pytest.mark.parametrize("notice", OTHERS)
def test_every_other_notice_comes_out_as_it_did(notice: str) -> None:
    """To fit a rule to one of these would show here."""
    assert not FOUND[notice].explained
    assert fate(FOUND[notice]) == OTHERS[notice]


def test_the_two_lists_are_all_there_is() -> None:
    assert {each.id for each in FOUND.values() if not each.explained} == set(OTHERS)


def test_nothing_differs_from_a_sure_rule_unless_the_councils_file_says_why() -> None:
    """A rule that a published date speaks against is no sure one."""
    assert [
        each.id
        for each in FOUND.values()
        if each.verdict is Verdict.DIFFER and not (each.unsure or each.irregular)
    ] == []


def test_what_agrees_by_another_reading_alone_rests_on_an_unsure_rule() -> None:
    assert [each.id for each in FOUND.values() if each.by_another and not each.unsure] == []
