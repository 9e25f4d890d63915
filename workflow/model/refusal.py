"""A refusal in a catalogue: its code, its sentence, its rule and its remedy, told once.

Each folder keeps its own in `refusals.py`. A guard gives the values that the sentence names, and
has the refusal; the page of refusals, and words in another language, are made from the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from string import Formatter
from typing import Any, Final

from workflow.authority import Authority
from workflow.clock import received_at, spoken, spoken_day
from workflow.errors import Refusal
from workflow.model.labelled_enum import LabelledEnum
from workflow.text import joined

COUNCILS_RULE: Final = "the council's own rule"
STEPS_RULE: Final = "the rule the step is taken under"


class _Words(Formatter):
    """Values as a sentence has them: days and instants in full, lists with commas."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Give one value in words; `{names:or}` joins a list with "or", `{names:and}`
        likewise; `{at:received}` says when something was received."""
        if isinstance(value, datetime):
            return received_at(value) if format_spec == "received" else spoken(value)
        if isinstance(value, date):
            return spoken_day(value)
        if isinstance(value, LabelledEnum):
            return value.label
        if format_spec in ("and", "or") and isinstance(value, Sequence):
            return joined([self.format_field(one, "") for one in value], format_spec)
        return str(value)


_WORDS: Final = _Words()
_PLAIN: Final = (str, int, float, date, tuple, type(None))


def _as_kept(value: object) -> object:
    """Give a value as it is kept in a refusal: what is no plain value, in words."""
    return value if isinstance(value, _PLAIN) else str(value)


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
        """Give the refusal; the rule is given where it is not the one of this kind."""
        rule = self.rule if authority is None else authority
        assert isinstance(rule, Authority), f"{self.code} is given no rule"
        return Refusal(
            code=self.code,
            because=_WORDS.vformat(self.because, (), values),
            authority=rule,
            remedy=_WORDS.vformat(self.remedy, (), values),
            values={name: _as_kept(value) for name, value in values.items()},
        )
