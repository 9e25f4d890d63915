"""Every JSON example in the reference is what the command really answers."""

from pathlib import Path
from typing import Any

import pytest

from json_examples import GAP, MADE, SHOWN, abridged, examples
from json_page import json_page
from support.pages.json_examples import really
from support.pages.shell import DOCS


def test_the_json_shown_is_the_json_given(tmp_path: Path) -> None:
    """No name or value is another; else run tests/docs/write_json_examples.py, and look at it."""
    for each, answer in really(tmp_path):
        assert each.answer == each.cut(answer), each.name


def test_every_example_that_is_kept_is_shown() -> None:
    assert {each.name for each in examples()} == {path.stem for path in MADE.glob("*.json")}


def test_the_names_in_an_example_are_those_that_are_explained() -> None:
    """The table under each answer explains every name of its examples, in order."""
    page = json_page()
    for shown in SHOWN:
        section = page.partition(f"\n## {shown.heading}\n")[2].partition("\n## ")[0]
        for example in shown.examples if shown.kind is not None else ():
            answer = example.answer[0] if shown.many else example.answer
            places = [section.find(f"| `{name}` |") for name in answer if name != GAP]
            assert -1 not in places, (shown.heading, list(answer), places)
            assert places == sorted(places), shown.heading


def test_no_heading_is_there_twice() -> None:
    """A link leads to the first of that name alone."""
    found = [line for line in json_page().splitlines() if line[:1] == "#"]
    assert sorted(set(found)) == sorted(found)


def test_every_link_within_the_page_leads_somewhere() -> None:
    page = json_page()
    there = {
        line.lstrip("# ").lower().replace(" ", "-") for line in page.splitlines() if line[:1] == "#"
    }
    wanted = {part.partition(")")[0] for part in page.split("](#")[1:]}
    assert wanted <= there


@pytest.mark.parametrize(
    ("answer", "cut"),
    [
        ({"hash": "ab", "a": None}, {"hash": GAP, "a": None}),
        ({"hash": None}, {"hash": None}),
        ([1, 2, 3], [1, 2, GAP]),
        ([1, 2], [1, 2]),
        ("x" * 91, GAP),
        (0, 0),
    ],
)
def test_what_is_long_or_turns_on_the_machine_is_cut(answer: Any, cut: Any) -> None:
    assert abridged(answer) == cut


def test_the_reference_is_the_page_that_is_made() -> None:
    assert (DOCS / "reference" / "json.md").read_text(encoding="utf-8").endswith(json_page())


def test_every_name_of_an_answer_is_explained() -> None:
    """Also where the answer is a record of another room, and its fields say what they hold."""
    rows = [line for line in json_page().splitlines() if line.startswith("| `")]
    assert len(rows) > 500
    assert [row for row in rows if not row.split("|")[-2].strip()] == []
