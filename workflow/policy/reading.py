"""Reading a council's constitution from its TOML file, with every complaint gathered."""

import tomllib
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any, Final, TypeVar

from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.model.files import MOST_BYTES, text_of
from workflow.model.kind import Kind
from workflow.model.period import CountedFrom, PeriodRule, TakesEffect, Unit
from workflow.model.text import clean
from workflow.policy.constitution import Constitution
from workflow.policy.entries import Complaint, Entry
from workflow.policy.provision import (
    Basis,
    Implementation,
    Provision,
    SpecialUrgency,
    SubjectToCallIn,
)

T = TypeVar("T")
END_OF_DAY: Final = "end of day"
_START: Final = time()
"""By 00:00 on the last day nobody could ask on that day at all; it is refused as a slip."""


def _period(entry: Entry) -> PeriodRule:
    def hour(value: Any) -> time | None:
        if value == END_OF_DAY:
            return None
        if (
            type(value) is time
            and value.tzinfo is None
            and not value.microsecond
            and value != _START
        ):
            return value
        entry.complain(
            "request-by",
            "It is missing." if value is None else f"{value!r} does not fit.",
            f'Give an hour, as in 17:00:00, or "{END_OF_DAY}".',
        )
        return None

    unit = entry.choice("unit", Unit) or Unit.WORKING
    starts = entry.flag("start-day-counts")
    if unit is Unit.CLEAR_WORKING and starts:
        entry.complain(
            "start-day-counts",
            "Of clear days neither end is counted.",
            'Give false, or count in "working" days.',
        )
    return PeriodRule(
        days=entry.whole("days", 1, 366),
        unit=unit,
        counted_from=entry.choice("counted-from", CountedFrom) or CountedFrom.PUBLICATION,
        start_day_counts=starts,
        request_by=entry.read("request-by", hour),
        takes_effect=entry.choice("takes-effect", TakesEffect) or TakesEffect.AT_THE_END,
    )


def _subject(entry: Entry) -> SubjectToCallIn:
    value = SubjectToCallIn(
        subject=entry.choices("subject", Kind), not_subject=entry.choices("not-subject", Kind)
    )
    for kind in set(value.subject) & set(value.not_subject):
        entry.complain(
            "not-subject",
            f'"{kind}" is in both lists.',
            "A kind either may be called in or may not: keep it in one list.",
        )
    return value


_TABLES: Final[dict[str, Callable[[Entry], Any]]] = {
    "call-in-period": _period,
    "subject-to-call-in": _subject,
    "special-urgency": lambda entry: SpecialUrgency(
        exempts_from_call_in=entry.flag("exempts-from-call-in")
    ),
    "implementation": lambda entry: Implementation(recorded=entry.flag("recorded")),
}


def _provision(entry: Entry, council: str, read: Callable[[Entry], T]) -> Provision[T]:
    since = entry.day("from")
    basis = entry.choice("basis", Basis) or Basis.INFERRED
    titles = {
        Basis.CONSTITUTION: f"{council}, constitution",
        Basis.COUNCIL_PAGE: f"{council}, the council's own page",
        Basis.INFERRED: f"{council}, inferred from published notices",
    }
    authority = Authority(
        title=titles[basis],
        rule=entry.text("rule", "the number or heading of the rule, or what was read"),
        link=entry.text("link", "the address where it can be read", required=False),
        words=" ".join(entry.text("words", "what the rule says, in plain words").split()),
    )
    entry.asked.add("repealed")
    repealed = entry.data.get("repealed")
    if repealed not in (None, True):
        entry.complain("repealed", f"{repealed!r} does not fit.", "Give true, or leave it out.")
    value = None if repealed is True else read(entry)
    entry.refuse_others()
    return Provision(since=since, value=value, basis=basis, authority=authority)


def _table(
    data: dict[str, Any], key: str, council: str, file: str, complaints: list[Complaint]
) -> tuple[Provision[Any], ...]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        complaints.append(Complaint(file, key, "It is not a list of tables.", f"Write [[{key}]]."))
        return ()
    found = []
    for number, row in enumerate(rows, start=1):
        entry = Entry(file, f"{key}[{number}]", row, complaints)
        found.append(_provision(entry, council, _TABLES[key]))
        if number > 1 and found[-1].since <= found[-2].since:
            entry.complain(
                "from", "It does not come after the entry before it.", "Put them in date order."
            )
    return tuple(found)


def _nation(entry: Entry) -> Nation:
    named = entry.text("nation", "england, wales, scotland or northern-ireland")
    try:
        return Nation.named(named)
    except Invalid as wrong:
        if named:
            entry.complain("nation", str(wrong), wrong.cure)
        return Nation.ENGLAND


def parse(text: str, file: str) -> tuple[Constitution | None, tuple[Complaint, ...]]:
    """Read a constitution from TOML; give it, or None with everything that is wrong with it."""
    complaints: list[Complaint] = []
    try:
        data = tomllib.loads(clean(text, "constitution file", MOST_BYTES))
    except tomllib.TOMLDecodeError as wrong:
        return None, (Complaint(file, "the file", f"It is not TOML: {wrong}.", "Mend that line."),)
    except (Invalid, RecursionError) as wrong:
        return None, (Complaint(file, "the file", str(wrong), "Save it as plain text."),)
    head = data.get("council")
    if not isinstance(head, dict):
        missing = Complaint(file, "council", "It is missing.", "Write a [council] table first.")
        return None, (missing,)
    entry = Entry(file, "council", head, complaints)
    council = entry.text("id", "the council's short name, as in herefordshire")
    name = entry.text("name", "the council's full name")
    if council and not (council.isascii() and council.replace("-", "").isalnum()):
        entry.complain("id", f"{council!r} does not fit.", "Use letters, digits and dashes.")
    prefix = entry.text("prefix", "what references begin with, as in HFD")
    if prefix and not (prefix.isascii() and prefix.isalpha() and len(prefix) <= 6):
        entry.complain("prefix", f"{prefix!r} does not fit.", "Use up to six letters.")
    nation = _nation(entry)
    note = entry.text("note", "a note", required=False)
    entry.refuse_others()
    Entry(file, "the file", data, complaints).refuse_others({"council", *_TABLES})
    tables = {key.replace("-", "_"): _table(data, key, name, file, complaints) for key in _TABLES}
    if complaints:
        return None, tuple(complaints)
    constitution = Constitution(
        council=council, name=name, nation=nation, prefix=prefix, source=file, note=note, **tables
    )
    return constitution, ()


def read(path: Path) -> Constitution:
    """Read a constitution from a file; raise BadConstitution with every complaint."""
    try:
        text = text_of(path)
    except (Invalid, NotFound) as wrong:
        raise BadConstitution(str(wrong), remedy=wrong.cure) from None
    constitution, complaints = parse(text, str(path))
    if constitution is None:
        raise BadConstitution("\n".join(str(complaint) for complaint in complaints))
    return constitution


def shipped() -> tuple[Path, ...]:
    """Give the constitution files that come with the package."""
    return tuple(sorted(Path(__file__).with_name("councils").glob("*.toml")))
