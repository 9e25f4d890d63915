"""The schema says what the readers say, as another program reads it; and the skeleton fits both."""

import json
import re
import tomllib
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from workflow.calendars.nations import Nation
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.period import CALL_IN_PERIOD
from workflow.constitution.reading import parse
from workflow.constitution.schema import schema
from workflow.constitution.shipped import shipped
from workflow.constitution.skeleton import Answers, skeleton

VALID = Draft202012Validator(schema())
REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "constitution-file.md"
HEREFORDSHIRE = shipped()["herefordshire"].read_text(encoding="utf-8")


def as_json(text: str) -> object:
    """Give a TOML file as an editor's checker sees it: dates and hours as text."""

    def plain(value: object) -> str:
        assert isinstance(value, date | datetime | time)
        return value.isoformat()

    return json.loads(json.dumps(tomllib.loads(text), default=plain))


def errors_of(text: str) -> list[str]:
    return [error.message for error in VALID.iter_errors(as_json(text))]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    json.dumps(schema())
    assert set(schema()["properties"]) == {"council", *TABLES}  # type: ignore[arg-type,call-overload]


@pytest.mark.parametrize("council", shipped())
def test_every_shipped_file_fits_it(council: str) -> None:
    assert errors_of(shipped()[council].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("days = 4", "days = 0"),
        ("days = 4", 'days = "4"'),
        ("days = 4", "dayz = 4"),
        ('unit = "working"', 'unit = "workdays"'),
        ('"end of day"', "true"),
        ('basis = "inferred from notices"', 'basis = "hearsay"'),
        ('nation = "england"', 'nation = "englnd"'),
        ('prefix = "HFD"', 'prefix = "H F D"'),
        ("not-subject = []", 'not-subject = ["keys"]'),
        ("recorded = false", 'recorded = "no"'),
        ("[[implementation]]", "[[implementaton]]"),
        ("from = 2017-07-21 # the first p", "# the first p"),
    ],
)
def test_a_fault_of_one_entry_fits_neither(was: str, now: str) -> None:
    """What the reader complains of, the schema refuses; but what contradicts another table."""
    changed = HEREFORDSHIRE.replace(was, now, 1)
    assert changed != HEREFORDSHIRE
    assert parse(changed, "a.toml")[0] is None
    assert errors_of(changed) != []


@pytest.mark.parametrize(
    ("key", "fits"),
    [('not-found = "The minute."', True), ("known-to = 2026-01-01", False), ("", True)],
)
def test_a_repeal_has_the_same_keys_by_either(key: str, fits: bool) -> None:
    text = (
        f"{HEREFORDSHIRE}\n[[publication-target]]\nfrom = 2019-01-01\nrepealed = true\n"
        f'basis = "council page"\nrule = "a page"\nwords = "There is none."\n{key}\n'
    )
    assert (parse(text, "a.toml")[0] is not None) is (errors_of(text) == []) is fits


def test_each_key_of_the_reference_is_in_it_and_no_other() -> None:
    """The examples of the reference page hold every key that a table, or one like it, may have."""
    page = REFERENCE.read_text(encoding="utf-8")
    examples: dict[str, set[str]] = {}
    for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL):
        for name, entries in tomllib.loads(block).items():
            if name in TABLES:
                examples.setdefault(name, set()).update(key for each in entries for key in each)
    shared = {"from", "basis", "title", "rule", "link", "read", "confidence", "words", "repealed"}
    shared |= {"known-to", "before", "not-found", "settled-by"}
    for name in TABLES:
        entry = schema()["properties"][name]["items"]["anyOf"][0]  # type: ignore[index,call-overload]
        record = TABLES[name].record
        alike = [each for each, other in TABLES.items() if other.record is record]
        shown = set[str]().union(*(examples[each] for each in alike))
        assert set(entry["properties"]) - shared == shown - shared, name


def unsaid(part: Any) -> list[str]:
    """Give every key of a part of the schema of which nothing is said, however deep."""
    if isinstance(part, list):
        return [key for each in part for key in unsaid(each)]
    if not isinstance(part, dict):
        return []
    own = part.get("properties", {}).items()
    missing = [key for key, each in own if not each.get("description") and "$ref" not in each]
    return [*missing, *(key for each in part.values() for key in unsaid(each))]


def test_something_is_said_of_every_key() -> None:
    assert unsaid(schema()) == []


ANSWERS = Answers(
    council="borsetshire",
    name="Borsetshire Council",
    nation=Nation.ENGLAND,
    prefix="BOR",
    since=date(2024, 5, 21),
    entries={},
)
PERIOD = {
    "days": 5,
    "unit": "working",
    "counted-from": "publication",
    "start-day-counts": False,
    "request-by": time(17),
    "takes-effect": "next working day",
    "rule": 'rule "15"',
    "words": "Five working days.",
}


def test_a_skeleton_reads_well_as_it_is() -> None:
    found, complaints = parse(skeleton(ANSWERS), "a.toml")
    assert found is not None, complaints
    assert found.provisions == {}
    assert errors_of(skeleton(ANSWERS)) == []


def test_what_was_answered_is_there_and_no_more_is_wanted() -> None:
    text = skeleton(replace(ANSWERS, entries={"call-in-period": PERIOD}))
    found, complaints = parse(text, "a.toml")
    assert found is not None, complaints
    rule = found.in_force_on(date(2024, 5, 21))[CALL_IN_PERIOD]
    assert rule is not None
    assert rule.value is not None
    assert (rule.value.days, rule.value.request_by) == (5, time(17))
    assert rule.authority.rule == 'rule "15"'


def test_what_a_skeleton_shows_of_evidence_can_be_filled_in() -> None:
    """With both marks taken away, and its texts filled in, a period has windows and says that it
    has no other reading."""
    text = skeleton(ANSWERS)
    start = text.index("# [[call-in-period]]")
    table = text[start : text.index("\n\n", start)].replace('""', '"told"')
    bare = "\n".join(re.sub("^(# ){1,2}", "", line) for line in table.splitlines())
    found, complaints = parse(text[: text.index("#: Call-in period")] + bare, "a.toml")
    assert found is not None, complaints
    (period,) = found.on("call_in_period")
    assert len(period.evidence.windows) == len(period.evidence.irregular) == 1
    assert (period.evidence.could_be, period.evidence.not_found) == ((), "told")
    assert period.authority.unsure


@pytest.mark.parametrize("name", TABLES)
def test_each_table_of_a_skeleton_wants_only_its_source(name: str) -> None:
    """With its marks taken away, a table lacks only its source and its words: never a key."""
    text = skeleton(ANSWERS)
    start = text.index(f"# [[{name}]]")
    end = text.find("\n\n", start)
    table = "\n".join(
        line.removeprefix("# ") for line in text[start : end if end > 0 else None].splitlines()
    )
    head = text[: text.index("#: Call-in period")]
    _, complaints = parse(head + table, "a.toml")
    assert {c.key for c in complaints} >= {f"{name}[1].rule", f"{name}[1].words"}
    own = [c for c in complaints if c.key.startswith(f"{name}[1]")]
    assert {c.problem for c in own} == {"It is empty."}
