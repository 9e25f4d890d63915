"""Records to rows and back, by hand, so that the records can stay frozen."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from json import loads
from operator import attrgetter
from typing import Any, Final

from sqlalchemy import RowMapping

from workflow.authority import Authority
from workflow.errors import JournalBroken
from workflow.model.call_in_period import CallInPeriod, OtherEnd, PeriodRule
from workflow.model.decision import Decision
from workflow.model.holder import Holder
from workflow.model.json_data import (
    UNREADABLE,
    canonical,
    from_plain,
    stored_names,
    to_json_data,
)
from workflow.model.kind import Kind
from workflow.model.proceedings import NONE_YET, Proceedings
from workflow.model.state import State
from workflow.register.stored import StoredDecision, StoredPeriod
from workflow.store.rows import Columns
from workflow.store.tables import DECISIONS
from workflow.store.types import Nonsense

Row = RowMapping

_STATES = {state.value: state for state in State}
_KINDS = {kind.value: kind for kind in Kind}
_AS_THEY_ARE = (
    "ref",
    "council",
    "title",
    "version",
    "statement_version",
    "drafted_at",
    "last_at",
    "made_on",
    "signed_at",
    "published_at",
    "edition",
    "signer",
    "asked_at",
    "called_in_at",
    "disputed_at",
    "held_under",
    "held_at",
    "freed_at",
    "effective_at",
    "implemented_at",
    "withdrawn_at",
    "superseded_at",
)
_values_as_they_are = attrgetter(*_AS_THEY_ARE)
_OF_THE_RULE: Final[dict[str, Any]] = {
    "rule": PeriodRule,
    "authority": Authority,
    "implemented_by_rule": Authority | None,
    "rule_assumed": bool,
    "other_ends": tuple[OtherEnd, ...],
}
"""What the column of a period's rule holds, each by the name it has in the window."""
_STORED: Final = stored_names(CallInPeriod)
_FROM_STORED: Final = {_STORED[name]: (name, kind) for name, kind in _OF_THE_RULE.items()}
_SAID_IF_SET: Final = ("rule_assumed", "other_ends")
_values_of_the_rule = attrgetter(*_OF_THE_RULE)
_NO_WINDOW = dict.fromkeys(
    (
        "period_rule",
        "period_edition",
        "counted_from",
        "last_day",
        "request_deadline",
        "deadline_included",
        "effective_from",
        "calendar_hash",
    )
)


@lru_cache(maxsize=1024)
def _rule_text(*said: object) -> str:
    plain = dict(zip(_OF_THE_RULE, map(to_json_data, said), strict=True))
    later = [name for name in _SAID_IF_SET if not plain[name]]
    return canonical({_STORED[name]: value for name, value in plain.items() if name not in later})


@lru_cache(maxsize=1024)
def _rule_of(text: str) -> dict[str, Any]:
    found = {}
    for stored, value in loads(text).items():
        name, kind = _FROM_STORED[stored]
        found[name] = from_plain(kind, value)
    return found


def decision_to_row(decision: Decision, head: str) -> dict[str, Any]:
    """Give the row of a decision whose journal ends in that hash."""
    row = dict(zip(_AS_THEY_ARE, _values_as_they_are(decision), strict=True))
    row |= {
        "makers": _makers_text(decision.makers),
        "due_at": decision.due_at,
        "proceedings": _proceedings_text(decision.proceedings),
        "irregular": len(decision.proceedings.irregularities) or None,
    }
    return row | _worded(decision, head) | _window_to_row(decision.window)


def change_to_row(before: StoredDecision, decision: Decision, head: str) -> dict[str, Any]:
    """Give the columns of a decision's row that are to differ, and a few that may not."""
    was = before.decision
    both = zip(_AS_THEY_ARE, _values_as_they_are(was), _values_as_they_are(decision), strict=True)
    row = {name: now for name, then, now in both if now is not then}
    row |= _worded(decision, head)
    if decision.window is not was.window:
        row |= _window_to_row(decision.window)
    if decision.makers is not was.makers:
        row["makers"] = _makers_text(decision.makers)
    if decision.proceedings is not was.proceedings:
        row["proceedings"] = _proceedings_text(decision.proceedings)
        row["irregular"] = len(decision.proceedings.irregularities) or None
    row["due_at"] = decision.due_at
    return row


def _makers_text(makers: tuple[str, ...]) -> str | None:
    return " ".join(makers) or None


def _proceedings_text(proceedings: Proceedings) -> str | None:
    return None if proceedings == NONE_YET else canonical(to_json_data(proceedings))


def _worded(decision: Decision, head: str) -> dict[str, Any]:
    return {
        "head": head,
        "kind": decision.kind.value,
        "state": decision.state.value,
        "held_for": None if decision.held_for is None else decision.held_for.value,
    }


def _window_to_row(window: CallInPeriod | None) -> dict[str, Any]:
    if window is None:
        return _NO_WINDOW
    return {
        "period_rule": _rule_text(*_values_of_the_rule(window)),
        "period_edition": window.edition,
        "counted_from": window.counted_from,
        "last_day": window.last_day,
        "request_deadline": window.request_deadline,
        "deadline_included": window.deadline_included,
        "effective_from": window.effective_from,
        "calendar_hash": window.calendar_hash,
    }


def row_to_stored(row: Row) -> StoredDecision:
    """Give the decision of a row, with the hash its journal ends in; JournalBroken if the row
    cannot be read."""
    amiss = _OF_DECISIONS.amiss(row)
    if amiss:
        raise _damaged(row, amiss)
    try:
        return _row_to_stored(row)
    except UNREADABLE:
        raise _damaged(row, [name for name in _WORDED if not _reads(name, row)]) from None


def _damaged(row: Row, columns: Sequence[str]) -> JournalBroken:
    """Say which columns of which row cannot be read, and nothing of what they hold."""
    ref = row["ref"] if type(row["ref"]) is str else "REF"
    called = f"of {ref}" if ref != "REF" else "of a decision whose reference is damaged"
    return JournalBroken(
        f"The register's row {called} cannot be read: {', '.join(columns) or 'it is damaged'}.",
        remedy="Check the journal: decisions journal verify" + f" {ref}" * (ref != "REF"),
    )


def _reads(name: str, row: Row) -> bool:
    try:
        _WORDED[name](row[name])
    except UNREADABLE:
        return False
    return True


def _held_for(value: str | None) -> Holder | None:
    return None if value is None else Holder(value)


def _proceedings_of(text: str | None) -> Proceedings:
    return NONE_YET if text is None else from_plain(Proceedings, loads(text))


def _rule_or_none(text: str | None) -> object:
    return None if text is None else _rule_of(text)


_OF_DECISIONS: Final = Columns(DECISIONS)
_WORDED: Final[dict[str, Callable[[Any], object]]] = {
    "kind": _KINDS.__getitem__,
    "state": _STATES.__getitem__,
    "held_for": _held_for,
    "proceedings": _proceedings_of,
    "period_rule": _rule_or_none,
}
"""How the columns are read in which words stand for something."""


def _row_to_stored(row: Row) -> StoredDecision:
    window = None if row["period_rule"] is None else row_to_window(row)
    decision = Decision(
        makers=tuple((row["makers"] or "").split()),
        proceedings=_proceedings_of(row["proceedings"]),
        kind=_KINDS[row["kind"]],
        state=_STATES[row["state"]],
        held_for=_held_for(row["held_for"]),
        window=window,
        **{name: row[name] for name in _AS_THEY_ARE},
    )
    return StoredDecision(decision, row["head"], row["due_at"], row["irregular"])


def row_to_window(row: Row) -> CallInPeriod:
    """Give the call-in period of a row that has one."""
    return CallInPeriod(
        edition=row["period_edition"],
        counted_from=row["counted_from"],
        last_day=row["last_day"],
        request_deadline=row["request_deadline"],
        deadline_included=row["deadline_included"],
        effective_from=row["effective_from"],
        calendar_hash=row["calendar_hash"],
        **_rule_of(row["period_rule"]),
    )


def row_to_period(row: Row) -> StoredPeriod:
    """Give the call-in period of a row, and no more; JournalBroken where it cannot be read."""
    try:
        window = row_to_window(row)
        if any(isinstance(each, Nonsense) for each in row.values()):
            raise ValueError
        return StoredPeriod(row["ref"], _STATES[row["state"]], window)
    except UNREADABLE:
        ref = row["ref"] if type(row["ref"]) is str else "a decision"
        raise JournalBroken(f"The call-in period of {ref} cannot be read.") from None
