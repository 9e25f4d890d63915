"""What was read from a written statement, field by field, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from workflow.answer_fields import NOT_GIVEN
from workflow.importing.statements.labels import FIELDS, OF_WALES
from workflow.importing.statements.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One value, and where it stands."""

    value: Value
    line: int
    """The line of the text, from 1, on which the value begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementReading:
    """What a written statement says, field by field; nothing in it is guessed."""

    found: Mapping[str, Found]
    """What was found, each with the line on which it begins."""
    missing: tuple[str, ...]
    """What was not found."""
    remarks: tuple[str, ...]
    """What a person should look at."""

    unused: tuple[tuple[str, str], ...] = ()
    """Printed text that belongs to no field, by its label; under an empty label if it has none."""
    of_the_kind: tuple[str, ...] = field(default=(), metadata=NOT_GIVEN)
    """Those of the remarks that are on the kind of decision alone."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=NOT_GIVEN)
    """The items of a field that is a list, where each is known for certain to be one."""
    disagreeing: Mapping[str, tuple[int, int]] = field(default_factory=dict, metadata=NOT_GIVEN)
    """The first two lines that disagree on a field, by the field."""

    def text(self, field: str) -> str | None:
        """Give a field's text, or None where it is missing."""
        value = self._value(field)
        return value if isinstance(value, str) else None

    def day(self, field: str) -> date | None:
        """Give a field's day, or None where it is missing."""
        value = self._value(field)
        return value if isinstance(value, date) else None

    @property
    def exempt_when_urgent(self) -> bool:
        """Say whether the call-in label says that special urgency exempts a decision."""
        return self._value("exempt_when_urgent") is True

    def line(self, field: str) -> int | None:
        """Give the line a field was found on, or None where it is missing."""
        _known(field)
        found = self.found.get(field)
        return found.line if found is not None else None

    def remarking(self, remark: str) -> "StatementReading":
        """Give the same reading with one more remark, before the others."""
        return replace(self, remarks=(remark, *self.remarks))

    def without_doubt_of_its_kind(self) -> "StatementReading":
        """Give the same reading, once a person has said what kind of decision it is."""
        rest = tuple(each for each in self.remarks if each not in self.of_the_kind)
        return replace(self, remarks=rest, of_the_kind=())

    def _value(self, field: str) -> Value | None:
        _known(field)
        found = self.found.get(field)
        return found.value if found is not None else None


def _known(field: str) -> None:
    if field not in (*FIELDS, *OF_WALES):
        raise KeyError(f"A written statement is not read for {field!r}.")
