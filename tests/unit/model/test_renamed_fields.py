"""A field that is renamed is written, and read, under the name that it is stored under."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import ClassVar

import pytest

from workflow import Actor, Role
from workflow.model.event import Event, sealed
from workflow.model.json_data import OMITTED_IF_UNSET, from_plain, stored_as, to_json_data
from workflow.register import journal
from workflow.register.events import EVERY_NAME

NOON = datetime(2018, 10, 18, 12, tzinfo=UTC)
BY = Actor(person="x", roles=frozenset({Role.AUTHOR}), established="test")


class Ended(StrEnum):
    OF_ITSELF = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hire:
    """A record whose every field but one was called something else once."""

    hall: str
    until: date = field(metadata=stored_as("last_day"))
    ended: Ended | None = field(default=None, metadata=stored_as("outcome"))
    keys: int = field(default=0, metadata=OMITTED_IF_UNSET | stored_as("keys_given"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HallWasHired(Event):
    """An event whose class and fields were renamed, and whose stored name was not."""

    name: ClassVar[str] = "hired"
    hire: Hire = field(metadata=stored_as("booking"))
    purpose: str = sealed(metadata=stored_as("use"))


HIRE = Hire(hall="Town Hall", until=date(2018, 10, 18), ended=Ended.OF_ITSELF)
HIRED = HallWasHired(at=NOON, hire=HIRE, purpose="A wedding")


def test_it_is_written_and_read_under_its_stored_name() -> None:
    plain = {"hall": "Town Hall", "last_day": "2018-10-18", "outcome": "lapsed"}
    assert to_json_data(HIRE) == plain
    assert from_plain(Hire, plain) == HIRE


def test_one_that_came_later_is_written_only_if_it_is_set() -> None:
    with_keys = replace(HIRE, keys=2)
    plain = to_json_data(with_keys)
    assert isinstance(plain, dict)
    assert plain["keys_given"] == 2
    assert from_plain(Hire, plain) == with_keys


def test_its_name_in_the_code_is_not_read() -> None:
    with pytest.raises(KeyError, match="Hire has no until"):
        from_plain(Hire, {"hall": "Town Hall", "until": "2018-10-18"})


def test_a_journal_entry_has_its_stored_names_and_so_has_its_sealed_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(EVERY_NAME, "hired", HallWasHired)
    sheet = journal.write(
        stream="halls", seq=1, before=journal.GENESIS, event=HIRED, actor=BY,
        role=Role.AUTHOR, recorded_at=NOON,
    )  # fmt: skip
    assert {text.part: text.text for text in sheet.texts}["use"] == '"A wedding"'
    assert '"booking":{"hall":"Town Hall","last_day"' in sheet.body
    assert '"name":"hired"' in sheet.body
    assert journal.sealed_parts(sheet) == ("use", "by")
    assert journal.read(sheet).event == HIRED


def test_two_fields_are_not_stored_under_one_name() -> None:
    @dataclass(frozen=True)
    class Twice:
        first: int
        second: int = field(metadata=stored_as("first"))

    with pytest.raises(TypeError, match="Two fields of Twice are stored under one name"):
        to_json_data(Twice(1, 2))
