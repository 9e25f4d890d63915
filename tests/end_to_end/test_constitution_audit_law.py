"""The audit of the law that stands under every council's rules, with the age of each reading."""

import csv
from datetime import date
from io import StringIO

import pytest

from support.terminal import Terminal
from workflow.constitution.audit.law_read import Sort, law_read

TODAY = date(2026, 12, 7)
ROWS = law_read(TODAY)


@pytest.fixture
def desk(terminal: Terminal) -> Terminal:
    terminal.now = f"{TODAY} 09:00:00"
    return terminal


def test_every_provision_and_citation_is_told_with_the_age_of_its_reading(desk: Terminal) -> None:
    said = desk.did("constitution", "audit", "--law").out
    whole = " ".join(said.split())
    for each in ROWS:
        assert f"{each.of}: {each.what}. {each.title}, {each.rule}" in whole
        assert each.read is None or f"read {each.age} days ago." in whole
        assert not each.unknown or f"Not known: {each.unknown}" in whole
        assert not each.settled_by or f"Would settle it: {each.settled_by}" in whole
    assert f"{len(ROWS)} provisions and citations, of which " in whole


def test_what_nothing_rests_on_yet_comes_first_and_then_what_is_not_known(desk: Terminal) -> None:
    lines = desk.did("constitution", "audit", "--law").out.splitlines()
    heads = [line.rpartition(" (")[0] for line in lines if line[:1].strip() and line[-1] == ":"]
    assert heads == [
        "Known of, and not on file",
        "On file, and something of it is not known",
        "On file, and nothing of it is known to be wanting",
    ]


def test_in_json_and_in_csv_it_is_all_there(desk: Terminal) -> None:
    plain = desk.did("constitution", "audit", "--law", "--json").plain
    assert plain["today"] == str(TODAY)
    assert len(plain["law"]) == len(ROWS)
    wanted = {
        (each.of, each.sort.value, each.what, each.rule, each.age, each.unsure) for each in ROWS
    }
    keys = ("of", "sort", "what", "rule", "read_age", "unsure")
    assert {tuple(each[key] for key in keys) for each in plain["law"]} == wanted
    cells = list(csv.DictReader(StringIO(desk.did("constitution", "audit", "--law", "--csv").out)))
    assert [each["RULE"] for each in cells] == [each["rule"] for each in plain["law"]]
    assert {each["UNSURE"] for each in cells} == {"yes", "no"}


def test_only_what_is_not_sure(desk: Terminal) -> None:
    unsure = desk.did("constitution", "audit", "--law", "--unsure", "--json").plain["law"]
    assert 0 < len(unsure) < len(ROWS)
    assert all(each["unsure"] or each["not_found"] or not each["read"] for each in unsure)
    watched = [each for each in ROWS if each.sort is Sort.NOT_ON_FILE]
    assert sum(each["sort"] == "not on file" for each in unsure) == len(watched)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["kent"], "--law is about no one council, and 'kent' is given."),
        (["--on", "2024-06-03"], "--law lists all the law on file, whatever the day."),
    ],
)
def test_what_would_be_thrown_away_is_refused_with_a_remedy(
    desk: Terminal, more: list[str], said: str
) -> None:
    refused = desk("constitution", "audit", "--law", *more)
    assert refused.code == 2
    assert said in refused.err
    assert "decisions constitution audit --law" in refused.err
