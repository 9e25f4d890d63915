"""What a step is given, as a record that a host's type checker knows."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest

import workflow
from support.inputs import DETAILS
from support.people import OFFICER
from support.steps import drafted, must
from workflow import Engine, Invalid, Refused, inputs
from workflow.procedures.table import FIRST, OFFERED

TAKEN = [step for step in OFFERED if step.name != FIRST]


def _kinds(hint: Any) -> Iterator[type]:
    if isinstance(hint, type):
        yield hint
    for arm in get_args(hint):
        yield from _kinds(arm)


def test_each_step_has_a_record_of_its_own_and_a_host_finds_them_in_one_place() -> None:
    """With the words that their fields take, where the package does not name those already."""
    records = {step.inputs for step in TAKEN}
    assert len(records) == len(TAKEN)
    kinds = {
        kind for each in records for hint in get_type_hints(each).values() for kind in _kinds(hint)
    }
    words = {kind for kind in kinds if issubclass(kind, Enum)}
    wanted = {each.__name__ for each in records | words} - set(workflow.__all__)
    assert set(inputs.__all__) == wanted
    assert all(getattr(inputs, name) in records | words for name in inputs.__all__)


@pytest.mark.parametrize("verb", ["sign", "withdraw", "hold"])
def test_a_record_says_which_step_it_is_and_gives_what_the_words_give(
    sqlite_engine: Engine, verb: str
) -> None:
    given = DETAILS[verb]
    fields = {name: getattr(given, name) for name in type(given).__dataclass_fields__}
    by_record = must(sqlite_engine.take(drafted(sqlite_engine), given, by=OFFICER, dry_run=True))
    by_words = must(
        sqlite_engine.take(drafted(sqlite_engine), verb, by=OFFICER, dry_run=True, **fields)
    )
    assert by_record.step == by_words.step == verb
    assert [each.event for each in by_record.entries] == [each.event for each in by_words.entries]


def test_the_record_of_one_step_is_never_taken_for_another(sqlite_engine: Engine) -> None:
    """Two steps may ask for the same: a release is refused where a withdrawal would do."""
    refused = sqlite_engine.take(drafted(sqlite_engine), inputs.Release(reason="R"), by=OFFICER)
    assert isinstance(refused, Refused)
    assert refused.step == "release"


def test_a_record_of_no_step_is_refused_in_words(sqlite_engine: Engine) -> None:
    from workflow.model.inputs import Because

    with pytest.raises(Invalid, match="No step asks for Because"):
        sqlite_engine.take(drafted(sqlite_engine), Because(reason="R"), by=OFFICER)
