"""A statement that was read, made into a draft's: nothing is added to what the paper says."""

from collections.abc import Sequence
from typing import Final

from workflow.errors import Invalid
from workflow.importing.statements.found import StatementReading
from workflow.importing.statements.labels import LABELS, label_key
from workflow.importing.statements.own_notice import conflict_in
from workflow.importing.statements.values import read_kind, says_none
from workflow.model.kind import Access, Kind
from workflow.model.statement import ConflictOfInterest, Statement
from workflow.text import joined

_NEEDED: Final = {"title": "its title", "body": "who decided", "kind": "what kind it is"}

_FLAGS: Final = {
    "title": "--title TEXT",
    "body": "--body TEXT",
    "kind": "--kind KIND",
}


def to_statement(
    reading: StatementReading,
    kind: Kind | None = None,
    *,
    title: str | None = None,
    body: str | None = None,
) -> Statement:
    """Give the statement to draft from; Invalid where its title, maker or kind was not found.

    `kind`, `title` and `body` are what a person says of a paper that does not say it; Invalid where
    the paper does, and says another.
    "None" in so many words is taken as "none, said expressly". A declaration of interest in other
    words is left for a person to enter, member by member: it is not taken apart here.
    """
    fields_given = {"title": title, "body": body, "kind": kind}
    for field, text in (("title", title), ("body", body)):
        _must_not_differ(reading, field, text)
    if kind is not None:
        _must_not_say_otherwise(reading, kind)
    lacking = [field for field in not_said(reading) if fields_given[field] is None]
    if lacking:
        flags = " ".join(_FLAGS[field] for field in lacking)
        raise Invalid(
            f"{_why(reading, lacking)}, so no draft can be made of it.",
            remedy=f"Say which: --kind {joined([each.value for each in Kind])}."
            if lacking == ["kind"]
            else f"Say it: decisions statement read FILE --draft {flags}",
        )
    access = reading.text("access")
    return Statement(
        title=reading.text("title") or title or "",
        body=reading.text("body") or body or "",
        kind=kind or Kind(reading.text("kind") or ""),
        made_on=reading.day("made_on"),
        decision=reading.text("decision"),
        reasons=reading.text("reasons"),
        alternatives=reading.lists.get("options") or _alternatives(reading.text("options")),
        conflicts=_conflicts(reading),
        purpose=reading.text("purpose"),
        access=None if access is None else Access(access),
        issue_reference=reading.text("issue_reference"),
        consultation=reading.text("consultation"),
        attended=reading.lists.get("attended", ()),
        apologies=_apologies(reading),
        printed_expiry=reading.day("call_in_expiry"),
    )


def _apologies(reading: StatementReading) -> tuple[str, ...] | None:
    listed = reading.lists.get("apologies")
    none = listed is None and says_none(reading.text("apologies") or "")
    return () if none else listed


def _why(reading: StatementReading, lacking: Sequence[str]) -> str:
    silent = [_NEEDED[field] for field in lacking if field not in reading.disagreeing]
    clauses = [f"the statement does not say {joined(silent, 'and')}"] if silent else []
    for field in lacking:
        if field in reading.disagreeing:
            one, other = reading.disagreeing[field]
            clauses.append(f"line {one} and line {other} disagree on {_NEEDED[field]}")
    words = ", and ".join(clauses)
    return words[0].upper() + words[1:]


def not_said(reading: StatementReading) -> tuple[str, ...]:
    """Give what a draft cannot do without and the paper does not say: title, body or kind."""
    return tuple(field for field in _NEEDED if reading.text(field) is None)


def _must_not_differ(reading: StatementReading, field: str, option: str | None) -> None:
    """Raise Invalid where a paper says another title or maker than a person does."""
    text = reading.text(field)
    if option is None or text is None or option.split() == text.split():
        return
    raise Invalid(
        f"The statement says {_NEEDED[field]}, {text[:60]!a}, and --{field} {option[:60]!a} was "
        "given.",
        remedy=f"Leave out --{field}; the draft can be changed: decisions amend --help",
    )


def _must_not_say_otherwise(reading: StatementReading, kind: Kind) -> None:
    """Raise Invalid where a paper says, in full or only whether it is key, another kind."""
    kind_text = reading.text("kind")
    asks = [text for label, text in reading.unused if _field(label) == "kind"]
    answers = {answer for answer in map(read_kind, asks) if isinstance(answer, bool)}
    if kind_text in (None, kind.value) and answers <= {kind.is_key}:
        return
    words = kind_text or ("not key" if kind.is_key else "key")
    raise Invalid(
        f"The statement says that it is {words}, and --kind {kind} was given.",
        remedy="Leave out --kind; or draft it by hand: decisions new --help",
    )


def _field(label: str) -> str:
    found = LABELS.get(label_key(label))
    return "" if found is None else found.field


def still_to_say(reading: StatementReading) -> tuple[str, ...]:
    """Give what a person still has to say before such a draft can be signed."""
    return tuple(
        field
        for field in ("made_on", "decision", "reasons", "options", "conflicts")
        if field in reading.missing or (field == "conflicts" and more_than_none(reading))
    )


def more_than_none(reading: StatementReading) -> bool:
    """Say whether interests were found, in other words than "none": they are not taken apart."""
    conflicts = reading.text("conflicts")
    told_apart = "conflicts" in reading.lists
    return conflicts is not None and not says_none(conflicts) and not told_apart


def _conflicts(reading: StatementReading) -> tuple[ConflictOfInterest, ...] | None:
    if "conflicts" in reading.lists:
        return tuple(map(conflict_in, reading.lists["conflicts"]))
    return () if says_none(reading.text("conflicts") or "") else None


def _alternatives(text: str | None) -> tuple[str, ...] | None:
    if text is None:
        return None
    return () if says_none(text) else (text,)
