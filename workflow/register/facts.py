"""The facts of a decision as one flat record: for a row of a sheet or a line of JSON."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import lru_cache
from typing import Final, TypeVar

from workflow.clock import in_utc, london
from workflow.constitution.wording import in_words
from workflow.errors import Invalid
from workflow.files.formulas import no_formula
from workflow.model.decision import Decision
from workflow.model.json_data import instant_text
from workflow.model.kind import Kind
from workflow.model.state import State

Day = TypeVar("Day", date, datetime)
_FIRST_YEAR, _LAST_YEAR = 1800, 9998
_LONDON: Final = "_london"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """Where a decision stands, and its dates. Instants are in UTC; a sheet has each in London's
    time beside it."""

    ref: str
    council: str
    kind: Kind
    title: str
    state: State
    held: bool
    made_on: date | None
    signed_at: datetime | None
    published_at: datetime | None
    counted_from: date | None
    """The day its call-in period is counted from. This and the six below are None without one."""
    last_day: date | None
    request_deadline: datetime | None
    deadline_included: bool | None
    """Whether a request received at that instant is in time."""
    effective_from: datetime | None
    """When it takes effect by its period, or would have."""
    rule: str | None
    """The rule of its period in words."""
    source: str | None
    """Where that rule is written; "(an unsure reading)" where it is."""
    edition: str | None
    calendar_hash: str | None
    requests_pending: int
    """How many requests to call it in await a ruling."""
    called_in_at: datetime | None
    effective_at: datetime | None
    """When it took effect; None while it has not."""
    implemented_at: datetime | None
    withdrawn_at: datetime | None
    superseded_at: datetime | None


def facts_of(decision: Decision) -> DecisionFacts:
    """Give the facts of a decision as it stands."""
    window = decision.window
    return DecisionFacts(
        ref=decision.ref,
        council=decision.council,
        kind=decision.kind,
        title=decision.title,
        state=decision.state,
        held=decision.is_held,
        made_on=decision.made_on,
        signed_at=decision.signed_at,
        published_at=decision.published_at,
        counted_from=None if window is None else window.counted_from,
        last_day=None if window is None else window.last_day,
        request_deadline=None if window is None else window.request_deadline,
        deadline_included=None if window is None else window.deadline_included,
        effective_from=None if window is None else window.effective_from,
        rule=None if window is None else _words(window.rule),
        source=None if window is None else str(window.authority),
        edition=decision.edition,
        calendar_hash=None if window is None else window.calendar_hash,
        requests_pending=len(decision.proceedings.pending()),
        called_in_at=decision.called_in_at,
        effective_at=decision.effective_at,
        implemented_at=decision.implemented_at,
        withdrawn_at=decision.withdrawn_at,
        superseded_at=decision.superseded_at,
    )


@lru_cache(maxsize=1024)
def _words(rule: object) -> str:
    return in_words(rule)


_NAMES: Final = tuple(field.name for field in fields(DecisionFacts))
_INSTANTS: Final = frozenset(
    field.name for field in fields(DecisionFacts) if field.type == datetime | None
)
COLUMNS: Final = tuple(
    column
    for name in _NAMES
    for column in ((name, name + _LONDON) if name in _INSTANTS else (name,))
)
"""The columns of a sheet, in order: beside each instant in UTC the same by London's clocks."""


Plain = str | bool | int | None
"""What a cell holds before it is written."""


def to_cells(facts: DecisionFacts) -> dict[str, Plain]:
    """Give the facts by column, as plain values; None where there is nothing to say."""
    cells: dict[str, Plain] = {}
    for name in _NAMES:
        value = getattr(facts, name)
        if isinstance(value, datetime):
            cells[name] = instant_text(value)
            cells[name + _LONDON] = london(value).isoformat()
        elif name in _INSTANTS:
            cells[name] = cells[name + _LONDON] = None
        elif isinstance(value, date):
            cells[name] = value.isoformat()
        elif isinstance(value, bool | int) or value is None:
            cells[name] = value
        else:
            cells[name] = str(value)
    return cells


def to_row(facts: DecisionFacts) -> list[str]:
    """Give the facts as the cells of a sheet, written so that no cell is taken for a formula."""
    return [_cell(value) for value in to_cells(facts).values()]


def _cell(value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    return no_formula(value)


def from_row(row: Mapping[str, str]) -> DecisionFacts:
    """Give the facts of a row of an exported sheet. Raises Invalid where it is not such a row."""
    plain: dict[str, Plain] = {}
    for name in _NAMES:
        cell = row.get(name)
        if cell is None:
            raise Invalid(f"The row has no {name}.", remedy="Give a sheet that was exported here.")
        plain[name] = cell.removeprefix("'") or None
        if name in ("held", "deadline_included") and cell:
            plain[name] = {"yes": True, "no": False}.get(cell, cell)
        elif name == "requests_pending" and cell.isascii() and cell.isdigit():
            plain[name] = int(cell)
    return from_cells(plain)


def from_cells(cells: Mapping[str, Plain]) -> DecisionFacts:
    """Give the facts of an exported line of JSON. Raises Invalid where it is not such a line."""
    values = {}
    for field in fields(DecisionFacts):
        value = cells.get(field.name)
        try:
            values[field.name] = _READ[field.type](value)
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError, Invalid):
            raise Invalid(
                f"{field.name}: {value!a} does not fit.",
                remedy="Give a file that was exported here.",
            ) from None
    return DecisionFacts(**values)  # type: ignore[arg-type]


def _some(read: Callable[[str], object]) -> Callable[[object], object]:
    return lambda value: None if value is None else read(_text(value))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _sound(day: Day) -> Day:
    """Give a day or an instant back; ValueError for one that no register has."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise ValueError
    return day


_READ: Final[dict[object, Callable[[object], object]]] = {
    str: _text,
    str | None: _some(str),
    Kind: lambda value: Kind(_text(value)),
    State: lambda value: State.named(_text(value)),
    int: _number,
    bool: _flag,
    bool | None: lambda value: None if value is None else _flag(value),
    date | None: _some(lambda text: _sound(date.fromisoformat(text))),
    datetime | None: _some(lambda text: _sound(in_utc(datetime.fromisoformat(text)))),
}
