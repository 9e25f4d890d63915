"""An answer takes what it holds from the engine's records, by name."""

from dataclasses import dataclass

import pytest

from workflow.answers.record import drawn


@dataclass(frozen=True, slots=True)
class Found:
    """What the engine gives."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What it gives beside that."""

    title: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What is answered."""

    ref: str
    title: str
    state: str
    stands: str


def test_a_part_is_of_the_first_record_that_has_it() -> None:
    """What is given stands; all else is found by its name, in the first record that has it."""
    found = drawn(Answered, Found("A-1", "Roads"), Beside("Streets", "draft"), stands="a draft")
    assert found == Answered(ref="A-1", title="Roads", state="draft", stands="a draft")


def test_a_part_that_no_record_has_is_an_error() -> None:
    """An answer is never made in part."""
    with pytest.raises(TypeError, match="state"):
        drawn(Answered, Found("A-1", "Roads"), stands="a draft")
