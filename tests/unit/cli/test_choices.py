"""One of a fixed list is understood however it is written; what may be two is never guessed."""

from collections.abc import Iterator
from enum import Enum
from itertools import combinations
from typing import Any

import pytest

from cli.application import _loaded
from cli.command_list import COMMANDS
from cli.typed.choices import chosen, typed_form, words_of
from cli.typed.officers_words import ALSO_CALLED, TWO_MEANINGS
from support.terminal import Terminal
from workflow.errors import Invalid
from workflow.model.consent import Purpose
from workflow.model.kind import Kind
from workflow.model.people import Role
from workflow.model.state import State


def _lists() -> Iterator[type[Enum]]:
    """Every list of which a command takes one word."""
    for name in COMMANDS:
        for each in _loaded(name).params:
            if each.type_descriptor.choices:
                yield each.type_descriptor.annotation


LISTS = sorted(set(_lists()), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_a_list_takes_its_words_and_what_is_printed_for_them_however_they_are_written(
    kind: Any,
) -> None:
    for member in kind:
        for word in (member.value, getattr(member, "label", member.value), typed_form(member)):
            for typed in (word, word.upper(), word.replace("-", " "), word.replace(" ", "_")):
                assert chosen(kind, typed, "--it") is member


def test_what_officers_call_a_word_is_known_of_lists_that_there_are() -> None:
    known = {kind.__name__: kind for kind in LISTS}
    for name, words in ALSO_CALLED.items():
        for word, value in words.items():
            assert chosen(known[name], word.upper(), "--it") is known[name](value)
    for name, two in TWO_MEANINGS.items():
        assert not set(two) & set(ALSO_CALLED.get(name, {}))
        for word, said in two.items():
            with pytest.raises(Invalid) as refused:
                chosen(known[name], word, "--it")
            assert refused.value.cure == said
            assert any(each in said for each in words_of(known[name]))


@pytest.mark.parametrize(
    ("kind", "typed", "meant"),
    [
        (Role, "chair of scrutny", "scrutiny-chair"),
        (Role, "proper oficer", "proper-officer"),
        (Kind, "oficer non key", "officer-non-key"),
        (State, "referd back", "referred-back"),
    ],
)
def test_a_slip_names_the_nearest(kind: Any, typed: str, meant: str) -> None:
    with pytest.raises(Invalid) as refused:
        chosen(kind, typed, "--it")
    assert refused.value.cure.startswith(f"Did you mean {meant}? --it takes ")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Role, "chair of overview"),
        (Role, "vice"),
        (Kind, "officer"),
        (Kind, "officer decision"),
        (Purpose, "urgency"),
        (Purpose, "meeting"),
    ],
)
def test_what_is_like_two_names_neither_as_meant(kind: Any, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        chosen(kind, typed, "--it")
    assert "Did you mean" not in refused.value.cure


def test_only_what_can_be_given_is_shown_and_as_it_is_typed() -> None:
    assert {"keeper", "system"}.isdisjoint(words_of(Role))
    assert "call-in-open" in words_of(State)
    assert "call_in_open" not in words_of(State)


def test_no_two_words_of_a_list_differ_only_by_how_they_are_written() -> None:
    for kind in LISTS:
        for one, other in combinations(words_of(kind), 2):
            assert one.replace("-", "") != other.replace("-", "")


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("people", "add", "x", "--role", "Chair of Scrutiny"), 0, "chair of scrutiny"),
        (("people", "add", "x", "--role", "chief executive"), 0, "head of paid service"),
        (("people", "add", "x", "--role", "deputy mayor"), 2, "is decision-maker"),
        (("new", "--kind", "officer"), 2, "officer-non-key where it is not"),
        (("list", "--state", "open"), 0, ""),
        (("list", "--state", "Call-in open", "--council", "Herefordshire"), 0, ""),
        (("list", "--council", "EAST SUSSEX COUNTY COUNCIL"), 0, ""),
        (("constitution", "gaps", "East_Sussex"), 0, ""),
        (("list", "--state", "nonsense"), 2, "call-in-open"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_at_the_terminal_too(
    tmp_path: Any,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    monkeypatch.setenv("DECISIONS_COUNCIL", "herefordshire")
    monkeypatch.setenv("DECISIONS_DB", f"{tmp_path}/register.db")
    said = Terminal(tmp_path / "register.db").staffed()(*command)
    assert (said.code, words in " ".join((said.out + said.err).split())) == (code, True), said
