"""A record that is declared once is read, and has its schema, by what its fields say."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator

from workflow.files.declared import NO_KEY, Key, Problems, SelfChecking, closed, record_of, rows
from workflow.files.declared_schema import object_schema, properties
from workflow.files.takes import hour, only, some_of, text, whole
from workflow.files.toml_table import Problem, TableReader


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"
    PLUM = "plum"


@dataclass(frozen=True, kw_only=True)
class Tree:
    fruit: Fruit
    """What it bears."""
    height: Annotated[int | None, whole(1, 100)] = None


@dataclass(frozen=True, kw_only=True)
class Orchard(SelfChecking):
    name: Annotated[str, text("its name"), Key("called")]
    """What it is
    called."""
    trees: Annotated[tuple[Tree, ...], rows(Tree, "a list of trees", needed=("height",))] = ()
    sold: Annotated[tuple[Fruit, ...], some_of((Fruit.APPLE, Fruit.PEAR))] = ()
    planted: date | None = None
    shuts: Annotated[time | None, hour()] = time(17)
    walled: bool = False
    old: Annotated[bool, only(True)] = False
    notes: list[str] = field(default_factory=list, metadata=NO_KEY)

    def problems(self) -> Problems:
        if self.walled and not self.trees:
            yield "trees", "A wall round nothing.", "Plant some."


def read(**given: Any) -> tuple[Orchard, list[str]]:
    found: list[Problem] = []
    orchard = closed(Orchard, TableReader("a.toml", "orchard", given, found))
    return orchard, [f"{each.key}: {each.problem} {each.cure}" for each in found]


def test_what_is_given_is_read_and_what_is_left_out_is_as_declared() -> None:
    orchard, complaints = read(called="Home", trees=[{"fruit": "pear", "height": 3}], sold=["pear"])
    assert complaints == []
    assert orchard == Orchard(
        name="Home", trees=(Tree(fruit=Fruit.PEAR, height=3),), sold=(Fruit.PEAR,)
    )
    assert read(called="Home", shuts="end of day")[0].shuts is None
    assert read(called="Home")[0].notes is not read(called="Home")[0].notes


def test_every_problem_is_gathered_each_with_its_place_and_its_cure() -> None:
    trees = [{"fruit": "fig", "height": 101}, {"fruit": "pear"}]
    _, complaints = read(trees=trees, sold=["plum"], walled="yes", old=False, notes=["x"])
    fruits = '"apple", "pear", "plum"'
    assert complaints == [
        "orchard.called: It is missing. Give its name.",
        f"orchard.trees[1].fruit: 'fig' is not known here. Give one of: {fruits}.",
        "orchard.trees[1].height: 101 is out of bounds. Give a number from 1 to 100.",
        "orchard.trees[2].height: It is missing. Give a whole number from 1 to 100.",
        'orchard.sold: "plum" cannot do that. Give of: "apple", "pear".',
        "orchard.walled: 'yes' does not fit. Give true or false.",
        "orchard.old: False does not fit. Give true, or leave it out.",
        'orchard.notes: This key is not known. Did you mean "trees"?',
    ]


def test_keys_are_held_against_one_another_only_where_each_is_sound() -> None:
    assert read(called="Home", walled=True)[1] == [
        "orchard.trees: A wall round nothing. Plant some."
    ]
    assert read(called="Home", walled=True, trees=3)[1] == [
        "orchard.trees: 3 does not fit. Give a list of trees."
    ]


def test_what_is_left_out_may_be_as_another_record_has_it() -> None:
    table = TableReader("a.toml", "tree", {"height": 9}, [])
    assert record_of(Tree, table, otherwise=Tree(fruit=Fruit.PLUM, height=2)) == Tree(
        fruit=Fruit.PLUM, height=9
    )
    assert table.complaints == []


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({"called": "Home"}, True),
        ({}, False),
        ({"called": "Home", "trees": [{"fruit": "pear"}]}, False),
        ({"called": "Home", "trees": [{"fruit": "pear", "height": 3}]}, True),
        ({"called": "Home", "sold": ["plum"]}, False),
        ({"called": "Home", "old": False}, False),
        ({"called": "Home", "notes": []}, False),
    ],
)
def test_the_schema_takes_what_the_reader_takes(given: dict[str, Any], fits: bool) -> None:
    schema = object_schema(Orchard)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(given) is (not read(**given)[1]) is fits


def test_what_stands_under_a_field_is_what_is_said_of_its_key() -> None:
    assert properties(Orchard)["called"]["description"] == "What it is called."
