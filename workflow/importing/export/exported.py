"""What `decisions export` wrote, read back: each decision with its instants, and nothing more."""

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

from workflow.clock import london_day
from workflow.errors import Invalid
from workflow.files.csv_rows import opened
from workflow.files.encodings import UTF_8
from workflow.files.lines import lines_of
from workflow.files.opening import shown
from workflow.importing.records import (
    HeadingStanding,
    Instants,
    ListedDecision,
    PageKind,
    Register,
    SourceRead,
)
from workflow.importing.spreadsheet.sheet import ROWS
from workflow.model.state import IN_EFFECT, State
from workflow.register.facts import COLUMNS, DecisionFacts, from_cells, from_row, to_cells
from workflow.text import line

T = TypeVar("T")

_EXPORTED: Final = "Give a file that decisions export wrote."
_Row = tuple[int, str, DecisionFacts | Invalid]
"""A line's number, the reference on it, and the facts, or why there are none."""
_REF: Final = re.compile(r'"ref": ?"([A-Za-z0-9._-]{1,40})"')
_SHEETS: Final = (".csv",)
_LINES: Final = (".jsonl", ".json", ".ndjson")


@dataclass(frozen=True, slots=True)
class Exported:
    """A sheet, or lines of JSON, that `decisions export` wrote; of one council's decisions."""

    path: str | os.PathLike[str]
    council: str
    another: bool = False
    """Whether it was said that another register exported it, whatever references are here."""
    encoding: str = UTF_8
    """The encoding it was saved in, as a person says."""

    def reads(self) -> Iterator[SourceRead]:
        """Read it, some decisions at a time; Invalid or NotFound where it is no such file."""
        name = shown(Path(self.path).name)
        dropped: list[str] = []
        rows = _rows(Path(self.path), name, self.encoding, dropped)
        while some := list(islice(rows, ROWS)):
            listed: list[ListedDecision] = []
            unread: list[str] = []
            unsettled: list[ListedDecision] = []
            for number, ref, facts in some:
                where = f"{name}, line {number}"
                wrong = "" if isinstance(facts, Invalid) else _contradiction(facts)
                if isinstance(facts, Invalid):
                    unread.append(f"{where}: {facts} {facts.cure}")
                    unsettled.append(_unsettled(ref, where))
                elif wrong:
                    unread.append(f"{where}: {facts.ref}: {wrong}. {_EXPORTED}")
                    unsettled.append(_unsettled(ref, where))
                elif facts.council != self.council:
                    unread.append(
                        f"{where}: {facts.ref} is of {facts.council}. To import its decisions: "
                        f"--council {facts.council}"
                    )
                else:
                    listed.append(_listed(facts, where, self.another))
            yield SourceRead(
                source=name,
                kind=PageKind.LIST,
                listed=tuple(listed),
                unread=tuple(unread),
                unsettled=tuple(unsettled),
            )
        if dropped:
            yield SourceRead(source=name, kind=PageKind.LIST, remarks=(f"{name}: {dropped[0]}",))


def _unsettled(ref: str, where: str) -> ListedDecision:
    """Give a decision that could not be read, as far as what it is known by goes."""
    return ListedDecision(source=where, title="", register=Register.EXPORT, identity=ref)


def _rows(path: Path, name: str, encoding: str, dropped: list[str]) -> Iterator[_Row]:
    ending = path.suffix.lower()
    if ending in _SHEETS:
        return _of_sheet(path, encoding, dropped)
    if ending in _LINES:
        return _of_lines(path, encoding)
    raise Invalid(f"The name of {name} ends neither in .csv nor in .jsonl.", remedy=_EXPORTED)


def _of_sheet(path: Path, encoding: str, dropped: list[str]) -> Iterator[_Row]:
    with opened(path, encoding=encoding) as sheet:
        lacking = [column for column in COLUMNS if column not in sheet.columns]
        if lacking:
            raise Invalid(
                f"{shown(path.name)} was not exported here: it has no column called {lacking[0]}.",
                remedy=_EXPORTED,
            )
        for row in sheet.rows:
            wrong = row.fault or ("It breaks off before its last cell." if row.short else "")
            fault = Invalid(wrong, remedy=_EXPORTED) if wrong else None
            yield row.line, row.cells.get("ref", ""), fault or _tried(from_row, row.cells)
        if sheet.dropped:
            dropped.append(sheet.dropped)


def _of_lines(path: Path, encoding: str) -> Iterator[_Row]:
    with lines_of(path, encoding) as lines:
        for number, written in lines:
            yield number, _ref_in(written), _tried(_from_json, written)


def _tried(read: Callable[[T], DecisionFacts], what: T) -> DecisionFacts | Invalid:
    try:
        return read(what)
    except Invalid as fault:
        return fault


def _ref_in(written: str) -> str:
    """Give the reference in a line of JSON, as far as there is one."""
    found = _REF.search(written)
    return found[1] if found else ""


def _from_json(line: str) -> DecisionFacts:
    try:
        cells = json.loads(line)
    except (ValueError, RecursionError):
        cells = None
    if not isinstance(cells, dict):
        raise Invalid("It is no object of JSON.", remedy=_EXPORTED)
    return from_cells(cells)


def _contradiction(facts: DecisionFacts) -> str:
    """Say in what the facts do not agree with each other; empty where they do."""
    try:
        line(facts.title, "title")
    except Invalid as fault:
        return str(fault).rstrip(".")
    state = facts.state
    is_open = state is State.CALL_IN_OPEN
    wanted = {
        "effective_at": state in IN_EFFECT,
        "implemented_at": state is State.IMPLEMENTED,
        "last_day": is_open,
    }
    for name, needed in wanted.items():
        if needed and getattr(facts, name) is None:
            return f"it is {state.label}, and {name} is empty"
    unwanted = {
        "effective_at": is_open,
        "withdrawn_at": is_open or state in IN_EFFECT,
        "superseded_at": is_open or state in IN_EFFECT,
    }
    for name, barred in unwanted.items():
        if barred and getattr(facts, name) is not None:
            return f"it is {state.label}, and {name} is not empty"
    if (facts.last_day is None) is not (facts.effective_from is None):
        return "give both last_day and effective_from, or neither"
    return ""


def _listed(facts: DecisionFacts, where: str, another: bool) -> ListedDecision:
    is_open = facts.state is State.CALL_IN_OPEN
    stands = is_open or facts.state in IN_EFFECT
    status = "" if stands else facts.state.label
    return ListedDecision(
        source=where,
        title=facts.title,
        register=Register.EXPORT,
        elsewhere=another,
        identity=facts.ref,
        reference=facts.ref,
        made_on=facts.made_on,
        published_on=None if facts.published_at is None else london_day(facts.published_at),
        last_day=facts.last_day,
        instants=Instants(
            published_at=facts.published_at,
            period_ends=facts.effective_from,
            request_deadline=facts.request_deadline,
            effective_at=facts.effective_at,
            implemented_at=facts.implemented_at,
        ),
        kind=facts.kind,
        is_key=facts.kind.is_key,
        is_subject_to_call_in=facts.last_day is not None,
        standing=HeadingStanding.SUBJECT_TO_CALL_IN if is_open else None,
        call_ins=facts.requests_pending or (1 if is_open and facts.called_in_at else None),
        status=f"{status or facts.state.label}, and held" if facts.held else status,
        raw=tuple((name, str(value)) for name, value in to_cells(facts).items() if value),
    )
