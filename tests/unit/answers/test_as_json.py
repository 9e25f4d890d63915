"""What the one writer of JSON makes of answers."""

import ast
from dataclasses import dataclass, field, is_dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

import pytest

from workflow.answer_fields import (
    INLINE,
    NOT_GIVEN,
    NULL_IF_EMPTY,
    LawfulInstant,
    given_after,
    given_as,
)
from workflow.answers import as_json as module
from workflow.answers.as_json import as_json
from workflow.answers.record import both
from workflow.errors import NotFound

ROOM = Path(module.__file__).parent


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True)
class Inner:
    second: int
    third: date


@dataclass(frozen=True)
class Outer:
    from_: str
    nothing: None
    inner: Inner | None = field(metadata=INLINE)
    last: bool = True


@dataclass(frozen=True)
class Marked:
    day: date = field(metadata=given_as("date"))
    ends_at: LawfulInstant
    kept: LawfulInstant | None
    note: str = field(metadata=NULL_IF_EMPTY)
    who: str = field(metadata=NOT_GIVEN)
    last: bool = True

    @property
    @given_after("day")
    def weekday(self) -> str:
        return f"{self.day:%A}"

    @property
    def in_full(self) -> str:
        return "not given"


def test_every_kind_of_value_is_written() -> None:
    assert as_json(date(2018, 10, 24)) == "2018-10-24"
    assert as_json(time(16)) == "16:00:00"
    assert as_json(datetime(2018, 10, 24, 15, tzinfo=UTC)) == "2018-10-24T15:00:00.000000Z"
    assert as_json((Colour.RED, [1, None])) == ["red", [1, None]]
    assert as_json(MappingProxyType({Colour.RED: True})) == {"red": True}


def test_an_instant_that_is_law_is_given_in_utc_and_as_london_has_it() -> None:
    assert as_json(both(datetime(2018, 6, 1, 15, tzinfo=UTC))) == {
        "utc": "2018-06-01T15:00:00.000000Z",
        "london": "2018-06-01T16:00:00+01:00",
    }


def test_names_are_always_there_and_those_of_an_inline_record_stand_among_the_others() -> None:
    whole = as_json(Outer("a", None, Inner(2, date(2018, 1, 1))))
    assert whole == {"from": "a", "nothing": None, "second": 2, "third": "2018-01-01", "last": True}
    assert list(whole) == ["from", "nothing", "second", "third", "last"]  # type: ignore[arg-type]
    assert as_json(Outer("a", None, None)) == {"from": "a", "nothing": None, "last": True}


def test_a_record_is_given_as_its_fields_are_marked() -> None:
    """Under another name, in both times, as null where empty, after a field, or not at all."""
    noon = datetime(2018, 6, 1, 12, tzinfo=UTC)
    found = as_json(Marked(date(2018, 6, 1), noon, None, "", "A. Clerk"))
    assert isinstance(found, dict)
    assert list(found.items()) == [
        ("date", "2018-06-01"),
        ("weekday", "Friday"),
        ("ends_at", as_json(both(noon))),
        ("kept", None),
        ("note", None),
        ("last", True),
    ]


@pytest.mark.parametrize("value", [1.5, object(), {1, 2}, b"x"])
def test_what_no_answer_holds_is_an_error(value: Any) -> None:
    with pytest.raises(TypeError, match="is no answer"):
        as_json(value)


def test_a_fault_is_an_answer() -> None:
    found = as_json(NotFound("There is none."))
    assert found == {
        "error": {
            "code": "not-found",
            "because": "There is none.",
            "authority": None,
            "remedy": "See what there is: decisions list",
        }
    }


@pytest.mark.parametrize(("name", "place"), module.ANSWERS.items())
def test_each_answer_is_made_of_the_class_it_is_listed_under(name: str, place: str) -> None:
    file, _, function = place.partition(".")
    made = getattr(import_module(f"workflow.answers.{file}"), function)
    of = next(iter(made.__annotations__.values()))
    assert (of if isinstance(of, str) else of.__name__) == name
    given = made.__annotations__["return"]
    assert all(is_dataclass(each) for each in get_args(given)[:1] or (given,))


def _fields_without_a_sentence(path: Path) -> list[str]:
    silent = []
    for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(each, ast.ClassDef):
            after = dict(zip(each.body, each.body[1:], strict=False))
            silent += [
                f"{each.name}.{ast.unparse(node.target)}"
                for node in each.body
                if isinstance(node, ast.AnnAssign)
                and not (
                    isinstance(after.get(node), ast.Expr)
                    and isinstance(after[node].value, ast.Constant)  # type: ignore[attr-defined]
                )
            ]
    return silent


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.name)
def test_every_name_of_an_answer_is_explained(path: Path) -> None:
    assert _fields_without_a_sentence(path) == []
