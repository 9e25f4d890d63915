"""Importing decisions: each one's first entry says where it comes from."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, final

from workflow.clock import spoken, start_of_day
from workflow.constitution.constitution import Constitution
from workflow.errors import JournalBroken
from workflow.importing.assess import ImportAssessment, ImportOutcome
from workflow.importing.changed import changes, correction
from workflow.importing.records import Instants, ListedDecision, Register
from workflow.importing.references import reference_of
from workflow.model.evolve import begin
from workflow.model.people import Actor, Role
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.procedures.attempt import RecordedEvent, Refused, Taken
from workflow.procedures.making.imported import Imported
from workflow.register.act import Act, not_authorised
from workflow.register.journal import read
from workflow.register.journal_entry import stream_of
from workflow.register.ports import UnitOfWork
from workflow.register.steps import entries_for
from workflow.register.stored import DecisionChange
from workflow.text import LINE

IMPORTED_BY: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
"""Who may import decisions of another register."""
_IMPORTED: Final = (ImportOutcome.ENDED, ImportOutcome.OPEN)


def may_import(by: Actor, council: str) -> Role | Refused:
    """Give the role in which someone may import decisions, or why they may not."""
    role = next((each for each in IMPORTED_BY if each in by.roles), None)
    return not_authorised("import", by, IMPORTED_BY, council) if role is None else role


@final
@dataclass(frozen=True, slots=True)
class ImportResult:
    """What was imported, what was on the register already, and what does not agree with it."""

    written: tuple[str, ...]
    """The references that were imported."""
    there: tuple[str, ...]
    """The references that were on the register already."""
    odd: tuple[str, ...]
    """Sentences on how decisions on the register differ from what was read."""
    corrections: tuple[str, ...] = ()
    """Commands that would correct the decisions on the register to what was read."""


def import_decisions(
    act: Act,
    assessments: Iterable[ImportAssessment],
    *,
    council: str,
    rules: Constitution,
    role: Role,
) -> ImportResult:
    """Import each decision that can be imported and is not on the register yet.

    One that is there is left as it is; how it differs is in `odd`. One that needs a person is
    passed over.
    """
    work = act.work
    wanted, ours, there = _known(work, assessments, rules.prefix)
    written = [
        _change(act, ref, _event(each, council, act.now), role, rules)
        for ref, each in wanted.items()
        if ref not in there and ref not in ours and each.outcome in _IMPORTED
    ]
    work.decisions.add_many(written)
    known = _compared(work, wanted, ours, there, council)
    return replace(known, written=tuple(change.taken.decision.ref for change in written))


def compare(
    work: UnitOfWork, assessments: Iterable[ImportAssessment], *, council: str, prefix: str
) -> ImportResult:
    """Say what is on the register already, and how it differs from what was read. Nothing is
    written."""
    wanted, ours, there = _known(work, assessments, prefix)
    return _compared(work, wanted, ours, there, council)


def _compared(
    work: UnitOfWork,
    wanted: Mapping[str, ImportAssessment],
    ours: Mapping[str, str],
    there: Collection[str],
    council: str,
) -> ImportResult:
    odd: list[str] = []
    corrections: list[str] = []
    for ref in sorted(there):
        odd += _odd(work, ref, wanted[ref], council, corrections)
    held = {ref for ref in there if wanted[ref].outcome is not ImportOutcome.NEEDS_PERSON}
    return ImportResult(
        written=(),
        there=tuple(sorted(held | {ours[ref] for ref in ours})),
        odd=tuple(odd),
        corrections=tuple(corrections),
    )


def _known(
    work: UnitOfWork, assessments: Iterable[ImportAssessment], prefix: str
) -> tuple[dict[str, ImportAssessment], dict[str, str], Collection[str]]:
    """Give the assessments by reference; the references of those exported from this very register,
    each with the one it has there; and those of the others that are on the register already."""
    wanted: dict[str, ImportAssessment] = {}
    for each in assessments:
        if each.listed.identity:
            wanted.setdefault(reference_of(prefix, each.listed), each)
    exported = {
        each.listed.identity: ref
        for ref, each in wanted.items()
        if each.listed.register is Register.EXPORT and not each.listed.elsewhere
    }
    ours = {exported[own]: own for own in work.decisions.existing(list(exported))}
    return wanted, ours, work.decisions.existing([ref for ref in wanted if ref not in ours])


def _odd(
    work: UnitOfWork, ref: str, each: ImportAssessment, council: str, corrections: list[str]
) -> Iterator[str]:
    """Say how a decision on the register differs from what was read; add the command that would
    correct it."""
    decision = work.decisions.get(ref).decision
    if each.outcome is ImportOutcome.NEEDS_PERSON and decision.state is State.CALL_IN_OPEN:
        yield (
            f"{ref} is open on the register, and will be closed at "
            f"{spoken(decision.window.effective_from) if decision.window else 'its end'}; but now: "
            f"{each.why}. Call it in, or hold it, if it should not be."
        )
    try:
        record = [read(each) for each in work.journal.stream(stream_of(ref))]
    except JournalBroken as broken:
        yield f"{ref} is on the register, and cannot be compared: {broken}"
        return
    first = record[0].event
    if not isinstance(first, Imported):
        yield f"{ref} is on the register, and was not imported from another."
        return
    if first.council != council:
        yield f"{ref} is on the register, and is a decision of {first.council}."
        return
    for how in changes(record, decision, each.listed):
        yield f"{ref} is on the register with {how}."
    corrections += correction(record, decision, each.listed)
    if first.state is not State.CALL_IN_OPEN and each.outcome is ImportOutcome.OPEN:
        yield f"{ref} was imported as ended, and by what is read now it is open to call-in."


def _change(act: Act, ref: str, event: Imported, role: Role, rules: Constitution) -> DecisionChange:
    taken = Taken("import", begin(ref, event), (RecordedEvent(event, act.by, role),))
    entries = entries_for(taken, None, act.now, None, rules)
    return DecisionChange(before=None, taken=taken, entries=entries)


def _event(each: ImportAssessment, council: str, now: datetime) -> Imported:
    listed = each.listed
    made = listed.made_on
    assert made is not None, "it would have been left for a person"
    state = State.CALL_IN_OPEN
    if each.outcome is ImportOutcome.ENDED:
        state = State.IMPLEMENTED if each.implemented else State.EFFECTIVE
    title = listed.title[:LINE]
    kept = listed.instants or Instants(
        published_at=None if listed.published_on is None else start_of_day(listed.published_on),
        implemented_at=each.effective_at if each.implemented else None,
    )
    return Imported(
        at=now,
        council=council,
        kind=each.kind,
        title=title,
        source=f"{listed.site or listed.register.value}, {listed.source}"[:LINE],
        site=listed.site,
        identity=listed.identity,
        state=state,
        made_on=made,
        published_at=kept.published_at,
        window=each.window,
        effective_at=each.effective_at,
        implemented_at=kept.implemented_at,
        irregular=each.irregular,
        statement=_statement(each, title),
        raw=(*listed.raw, *_around(listed)),
        doubts=(*listed.doubts, *each.assumed),
    )


def _around(listed: ListedDecision) -> Iterator[tuple[str, str]]:
    """Give the text around it in the other register, to be kept with its own."""
    if listed.heading:
        yield "heading of the list", listed.heading
    yield from (("printed beside it", said) for said in listed.around)


def _statement(each: ImportAssessment, title: str) -> Statement:
    listed = each.listed
    if listed.statement is not None:
        return listed.statement
    return Statement(
        title=title,
        body=(listed.decided_by or listed.meeting or "not printed")[:LINE],
        kind=each.kind,
        made_on=listed.made_on,
        decision=listed.decision or None,
        purpose=listed.purpose or None,
    )
