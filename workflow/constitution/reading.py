"""Reading a council's constitution from its TOML file, with every complaint gathered."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar

from workflow.authority import Authority
from workflow.calendars.nations import Nation
from workflow.constitution.checks.consistency import contradictions
from workflow.constitution.checks.lifetime import before_it_began
from workflow.constitution.constitution import Constitution
from workflow.constitution.head import Body, Head
from workflow.constitution.provisions import TABLES
from workflow.constitution.provisions.evidence import read_evidence
from workflow.constitution.provisions.provision import (
    Basis,
    Confidence,
    EntryFlags,
    EntrySource,
    KnownSpan,
    Provision,
)
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.files.declared import closed, record_of
from workflow.files.opening import text_of
from workflow.files.toml import toml_of
from workflow.files.toml_table import Problem, TableReader

T = TypeVar("T")
_NATIONS: Final = Path(__file__).with_name("nations")


def _provision(entry: TableReader, council: str, record: type[T]) -> Provision[T]:
    source, marked = record_of(EntrySource, entry), record_of(EntryFlags, entry)
    titles = {
        Basis.CONSTITUTION: f"{council}, constitution",
        Basis.COUNCIL_PAGE: f"{council}, the council's own page",
        Basis.NATIONAL_LAW: "national law",
        Basis.INFERRED: f"{council}, inferred from published notices",
    }
    if marked.binding and source.basis is not Basis.NATIONAL_LAW:
        entry.complain("binding", "Only the law of a nation binds its councils.", "Leave it out.")
    value = None if marked.repealed else record_of(record, entry)
    held = KnownSpan() if value is None else record_of(KnownSpan, entry)
    if held.known_to is not None and date.min < held.known_to < source.since:
        entry.complain(
            "known-to", f"{held.known_to} is before it begins.", "Give a day on or after from."
        )
    provision = Provision(
        since=source.since,
        value=value,
        basis=source.basis,
        authority=Authority(
            title=source.title or titles.get(source.basis, ""),
            rule=source.rule,
            link=source.link,
            words=source.words,
            read=source.read,
            unsure=source.confidence is Confidence.UNSURE,
        ),
        binding=marked.binding,
        known_to=held.known_to,
        before_assumed=held.before,
        evidence=read_evidence(entry, value, source.not_found, source.settled_by),
    )
    entry.refuse_others()
    return provision


def _table(
    data: dict[str, Any], key: str, council: str, file: str, complaints: list[Problem]
) -> tuple[Provision[Any], ...]:
    rows = data.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        complaints.append(Problem(file, key, "It is not a list of tables.", f"Write [[{key}]]."))
        return ()
    entries = []
    for number, row in enumerate(rows, start=1):
        entry = TableReader(file, f"{key}[{number}]", row, complaints)
        if entry.is_full:
            break
        entries.append(_provision(entry, council, TABLES[key].record))
        if number > 1 and entries[-1].since <= entries[-2].since:
            entry.complain(
                "from", "It does not come after the entry before it.", "Put them in date order."
            )
        if number > 1:
            _between(entry, entries[-2], entries[-1])
    return tuple(entries)


def _between(entry: TableReader, earlier: Provision[Any], later: Provision[Any]) -> None:
    """Complain of what two entries in a row say of the days between them, and cannot both."""
    if later.before_assumed:
        ended = "repealed the rule" if earlier.value is None else "is on file"
        entry.complain(
            "before",
            f"An entry from {earlier.since} {ended}: nothing is assumed of the days before.",
            "Leave it out; say until when the entry before it is known to hold, with known-to.",
        )
    if earlier.known_to is not None and earlier.known_to >= later.since:
        entry.complain(
            "from",
            f"The entry before it is known to hold until {earlier.known_to}.",
            "Mend one of the two days.",
        )


def parse(text: str, file: str) -> tuple[Constitution | None, tuple[Problem, ...]]:
    """Read a constitution from TOML; give it, or None with everything that is wrong with it."""
    complaints: list[Problem] = []
    try:
        data = toml_of(text)
    except Invalid as wrong:
        return None, (Problem(file, "the file", str(wrong), wrong.cure),)
    return _parse_plain(data, file, complaints)


def parse_plain(data: dict[str, Any], file: str) -> tuple[Constitution | None, tuple[Problem, ...]]:
    """Read a constitution from the plain data of a TOML file, as `parse` does from its text."""
    return _parse_plain(data, file, [])


def _parse_plain(
    data: dict[str, Any], file: str, complaints: list[Problem]
) -> tuple[Constitution | None, tuple[Problem, ...]]:
    head = data.get("council")
    if not isinstance(head, dict):
        missing = Problem(file, "council", "It is missing.", "Write a [council] table first.")
        return None, (missing,)
    entry = TableReader(file, "council", head, complaints)
    declared_head = closed(Head, entry)
    TableReader(file, "the file", data, complaints).refuse_others({"council", *TABLES})
    own = national(declared_head.nation, declared_head.body)
    provisions = _provisions(data, declared_head.name, file, complaints)
    if not complaints:
        complaints += contradictions(provisions, {} if own is None else own.provisions, file)
        complaints += before_it_began(provisions, declared_head.begins, file)
    if complaints:
        return None, tuple(complaints)
    constitution = Constitution(
        council=declared_head.council,
        name=declared_head.name,
        nation=declared_head.nation,
        body=declared_head.body,
        begins=declared_head.begins,
        prefix=declared_head.prefix,
        source=file,
        note=declared_head.note,
        provisions=provisions,
        national=own,
    )
    return constitution, ()


def _provisions(
    data: dict[str, Any],
    name: str,
    file: str,
    complaints: list[Problem],
) -> dict[str, tuple[Provision[Any], ...]]:
    return {
        key.replace("-", "_"): _table(data, key, name, file, complaints)
        for key in TABLES
        if key in data
    }


@lru_cache(maxsize=16)
def national(nation: Nation, body: Body = Body.COUNCIL) -> Constitution | None:
    """Give what the law of a nation says for every body of this sort, where anything is on file.

    What is said for a sort of body takes the place, table by table, of what is said for all.
    """
    sort = body.value.replace(" ", "-")
    paths = [_NATIONS / f"{nation.value}.toml", _NATIONS / f"{nation.value}-{sort}.toml"]
    tables: dict[str, tuple[Provision[Any], ...]] = {}
    complaints: list[Problem] = []
    for path in filter(Path.is_file, paths):
        data = toml_of(text_of(path))
        tables |= _provisions(data, nation.label, path.name, complaints)
    if complaints:
        raise BadConstitution("\n".join(str(complaint) for complaint in complaints))
    if not tables:
        return None
    return Constitution(
        council=nation.value,
        name=nation.label,
        nation=nation,
        prefix="",
        source=str(paths[0]),
        provisions=tables,
    )


def read(path: Path) -> Constitution:
    """Read a constitution from a file; raise BadConstitution with every complaint."""
    try:
        text = text_of(path)
    except (Invalid, NotFound) as wrong:
        raise BadConstitution(str(wrong), remedy=wrong.cure) from None
    return read_text(text, str(path))


def read_text(text: str, file: str) -> Constitution:
    """Read a constitution from the text of a file; raise BadConstitution with every complaint."""
    constitution, complaints = parse(text, file)
    if constitution is None:
        raise BadConstitution("\n".join(str(complaint) for complaint in complaints))
    return replace(constitution, digest=sha256(text.encode()).hexdigest())
