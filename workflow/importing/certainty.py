"""What must be certain of another register's decision before it is imported, and its kind."""

from datetime import date, datetime
from typing import Final, NamedTuple

from workflow.clock import london_day, spoken_day
from workflow.constitution.constitution import InForce
from workflow.constitution.provisions.period import SUBJECT_TO_CALL_IN
from workflow.importing.fate import why_fated
from workflow.importing.labels import DAYS, FLAGS, field_of
from workflow.importing.records import HeadingStanding, ListedDecision, Register
from workflow.importing.statements.makers import reads_like
from workflow.importing.statements.telling import told_in
from workflow.model.kind import Kind

_TELLS: Final = DAYS | FLAGS | {"call_ins", "meeting", "status"}
"""The fields of which a doubt leaves a decision for a person."""
_ONLY_AN_HOUR: Final = "an hour is printed with the date"
STANDS: Final = frozenset({
    "", "agreed", "completed", "decision effective", "effective", "noted", "approved",
    "decision made", "decision taken", "made", "published", "implemented",
    "recommendation approved", "recommendations approved",
})  # fmt: skip
"""Statuses of a decision that was made and stands, whether or not it may still be called in."""
_STILL_OPEN: Final = ("subject to call-in", "subject to call in")
_IN_EFFECT: Final = frozenset({"implemented"})
"""Statuses that say more than that it stands."""
_NO_IDENTITY: Final = {
    Register.MODERNGOV: (
        "no ID stands in the address it was saved from, in a link to it or in the file's name, and "
        "no “ref:” is printed with its title. Save the page again with a browser"
    ),
    Register.SHEET: "its cell in the column for identity is empty",
    Register.STATEMENT: "no issue reference is printed",
    Register.EXPORT: "it has no reference",
}
"""Where what a decision is known by was looked for, and was not found."""


class Certain(NamedTuple):
    """What is certain of a decision, beside its dates, as it is printed."""

    made_on: date
    is_open: bool
    """Whether it is shown as still open to call-in."""
    is_implemented: bool
    """Whether its status is that it has been carried out."""
    in_effect_since: datetime | None
    """When it took effect, where the register keeps instants and has it so, however that came."""


def kind_of(listed: ListedDecision) -> Kind:
    """Give the kind, where the register says it; or else an officer's where its maker reads like
    one, and key only where that is printed."""
    return listed.kind or Kind.of(is_officers=_is_officers(listed), is_key=bool(listed.is_key))


def _is_officers(listed: ListedDecision) -> bool:
    return reads_like(listed.decided_by).an_officer


def certain_of(listed: ListedDecision, rules: InForce, today: date) -> Certain | str:
    """Give what is certain of a decision; or say why it cannot be imported at all."""
    made, kept = listed.made_on, listed.instants
    if not listed.identity:
        return (
            "nothing says which decision it is, so it could not be recognised again: "
            f"{_NO_IDENTITY[listed.register]}"
        )
    if not listed.title:
        return "no title is printed"
    if listed.standing is HeadingStanding.FORTHCOMING:
        return "it is still to be made"
    status = _folded(listed.status)
    if _settled(status) not in STANDS:
        return f'its status is printed as "{listed.status[:80]}"'
    if made is None:
        return "no day of decision is printed"
    if listed.call_ins:
        return "a call-in is printed, and what came of it is not"
    telling = told_in(listed.status)
    return (
        _doubted(listed)
        or why_fated(listed)
        or _out_of_order(listed, made, today)
        or _untold(listed, rules)
        or Certain(
            made_on=made,
            is_open=listed.standing is HeadingStanding.SUBJECT_TO_CALL_IN
            or (telling.subject and not telling.not_subject),
            is_implemented=status in _IN_EFFECT,
            in_effect_since=None if kept is None else kept.effective_at,
        )
    )


def _folded(status: str) -> str:
    return " ".join(status.casefold().split()).rstrip(".")


def _settled(status: str) -> str:
    """Give a status without the words that say only that it may still be called in."""
    for words in _STILL_OPEN:
        status = status.replace(f"({words})", "").replace(words, "").strip()
    return status


def _doubted(listed: ListedDecision) -> str:
    for doubt in listed.doubts:
        label, _, why = doubt.partition(":")
        if field_of(label) in _TELLS and _ONLY_AN_HOUR not in why:
            return f"it cannot be read for certain: {doubt.rstrip('.')}"
    return ""


def _out_of_order(listed: ListedDecision, made: date, today: date) -> str:
    published, effective = listed.published_on, listed.effective_from
    kept = listed.instants
    known = (kept.published_at, kept.effective_at, kept.implemented_at) if kept is not None else ()
    days = [london_day(each) for each in known if each is not None]
    if max(made, published or made, *days) > today:
        return "it is dated later than today"
    if kept is not None and kept.effective_at is not None and london_day(kept.effective_at) < made:
        return "it is printed as in effect before it was made"
    # A decision that was changed on reconsideration was made again.
    if published is not None and published < made and (kept is None or kept.effective_at is None):
        return "it is printed as published before it was made"
    if kept is None and listed.last_day is not None and listed.last_day < made:
        return (
            f"{spoken_day(listed.last_day)} is printed as its last day for call-in, before it was "
            "made"
        )
    if effective is not None and effective < made:
        return f"it is printed as in effect on {spoken_day(effective)}, before it was made"
    return ""


def _untold(listed: ListedDecision, rules: InForce) -> str:
    """Say that what decides whether it may be called in is not printed."""
    kinds = rules[SUBJECT_TO_CALL_IN]
    if listed.is_subject_to_call_in is not None or kinds is None or kinds.value is None:
        return ""
    subject, maker = kinds.value.subject, reads_like(listed.decided_by)
    officers, members = (
        Kind.of(is_officers=each, is_key=bool(listed.is_key)) for each in (True, False)
    )
    either = listed.kind is None and maker.an_officer is maker.a_member  # or it reads like neither
    if either and (officers in subject) is not (members in subject):
        return (
            f"whether an officer made it is not certain from “{listed.decided_by[:80]}”, and "
            "the council's rule tells the two apart"
            if listed.decided_by
            else "who made it is not printed, and the council's rule tells officers' apart"
        )
    key, other = (Kind.of(is_officers=maker.an_officer, is_key=each) for each in (True, False))
    if listed.is_key is None and (key in subject) is not (other in subject):
        return "whether it is key is not printed, and the council's rule tells the two apart"
    return ""
