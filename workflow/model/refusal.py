"""A refusal in a catalogue: its code, its sentence, its rule and its remedy, told once.

Each folder keeps its own in `refusals.py`. A guard gives the values that the sentence names, and
has the refusal; the page of refusals, and words in another language, are made from the same.
"""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from string import Formatter
from typing import Any, Final, TypeVar

from workflow.authority import Authority
from workflow.clock import received_at, spoken, spoken_day
from workflow.errors import Refusal
from workflow.model.labelled_enum import LabelledEnum
from workflow.text import joined

COUNCILS_RULE: Final = "the council's own rule"
STEPS_RULE: Final = "the rule the step is taken under"
Way = TypeVar("Way")


class _Words(Formatter):
    """Values as a sentence has them: days and instants in full, lists with commas."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Give one value in words; `{names:or}` joins a list, with "or" before the last;
        `{at:received}` says when something was received."""
        if isinstance(value, datetime):
            return received_at(value) if format_spec == "received" else spoken(value)
        if isinstance(value, date):
            return spoken_day(value)
        if isinstance(value, LabelledEnum):
            return value.label
        if isinstance(value, tuple | list):
            said = [self.format_field(one, "") for one in value]
            if format_spec and not format_spec.startswith(";"):
                return joined(said, format_spec)
            return f"{format_spec or ','} ".join(said)
        return str(value)

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        """Give a value as a shell takes it where `{ground!q}` asks for that."""
        return shlex.quote(value) if conversion == "q" else super().convert_field(value, conversion)


_WORDS: Final = _Words()


def say(sentence: str, values: Mapping[str, object]) -> str:
    """Say a sentence, in any language, with the values that it names in braces.

    `{names}` is a list with commas; `{names:or}` has that word before the last, and `{names:; or}`
    has it between every two. Days, instants, labels and numbers of people are said in English: for
    another language, put its own words for those in `values`.
    """
    return _WORDS.vformat(sentence, (), values) if "{" in sentence else sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalKind:
    """One way of saying no. Called with what is so of the case, it gives the refusal."""

    code: str
    """A stable name that programs may rely on; several kinds may share it."""
    because: str
    """The reason, as a sentence; a value's name in braces stands where the value is said."""
    rule: Authority | str | tuple[Authority | str, ...]
    """The rule that says so; or, in words, which rule it is where each case has its own."""
    remedy: str
    """What to do about it, as a sentence or a command."""

    @property
    def rules(self) -> tuple[Authority | str, ...]:
        """Give every rule that it may rest on."""
        return self.rule if isinstance(self.rule, tuple) else (self.rule,)

    @property
    def names(self) -> frozenset[str]:
        """Give the names of the values that it says."""
        return frozenset(
            name.split(".")[0]
            for text in (self.because, self.remedy)
            for _, name, _, _ in _WORDS.parse(text)
            if name
        )

    def __call__(self, authority: Authority | None = None, /, **values: Any) -> Refusal:
        """Give the refusal; the rule is given where it is not the one of this kind.

        The values are facts: names, numbers, days, instants, members of enumerations, what the
        council's own file says, and tuples of those.
        """
        rule = self.rule if authority is None else authority
        assert isinstance(rule, Authority), f"{self.code} is given no rule"
        return Refusal(
            code=self.code,
            because=say(self.because, values),
            authority=rule,
            remedy=say(self.remedy, values),
            values=values,
            sentences=(self.because,),
            remedies=(self.remedy,),
        )


def each_way(kind: RefusalKind, part: str, ways: Mapping[Way, str]) -> dict[Way, RefusalKind]:
    """Give a kind once for each way of saying a part of it, so that each sentence is whole."""
    assert part in kind.because + kind.remedy, f"{kind.code} does not have {part}"
    return {
        way: replace(
            kind,
            because=kind.because.replace(part, said),
            remedy=kind.remedy.replace(part, said),
        )
        for way, said in ways.items()
    }


def after(first: Refusal, refusal: Refusal) -> Refusal:
    """Give a refusal that first says what another says, as where a decision stands."""
    return replace(
        refusal,
        because=f"{first.because} {refusal.because}",
        values={**first.values, **refusal.values},
        sentences=(*first.sentences, *refusal.sentences),
    )


def saying(refusal: Refusal, *sentences: str, **more: Any) -> Refusal:
    """Give a refusal said in other sentences of the catalogue, with more values."""
    values = {**refusal.values, **more}
    because = " ".join(say(each, values) for each in sentences)
    return replace(refusal, because=because, values=values, sentences=sentences)


def advising(refusal: Refusal, *remedies: str, **more: Any) -> Refusal:
    """Give a refusal with other sentences of the catalogue for what to do, and more values."""
    values = {**refusal.values, **more}
    remedy = " ".join(say(each, values) for each in remedies)
    return replace(refusal, remedy=remedy, values=values, remedies=remedies)
