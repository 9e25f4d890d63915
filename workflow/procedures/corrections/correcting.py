"""What must be so before a published text is corrected, or what was imported as history."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from workflow.clock import london_day, spoken_day, start_of_day
from workflow.constitution.period import window_for
from workflow.constitution.provisions.period import SUBJECT_TO_CALL_IN
from workflow.errors import BeyondCalendar, NotOnFile, Refusal
from workflow.model.call_in_period import CallInPeriod
from workflow.model.kind import Kind
from workflow.model.state import IN_EFFECT, State
from workflow.model.statement import ConflictOfInterest, Statement
from workflow.procedures.case import Case
from workflow.procedures.corrections import refusals
from workflow.procedures.corrections.inputs import Correct
from workflow.procedures.making import statement
from workflow.procedures.shared.faults import from_fault
from workflow.wording.short_dates import end_of_period, until

_SIGNED_FOR = ("kind", "urgency", "private_meeting", "wards", "education")


def correctable(case: Case) -> bool:
    """Say whether kind and days may be corrected too: it was imported, and no call-in goes on."""
    decision = case.subject
    if not decision.is_history:
        return False
    requests = decision.proceedings.pending() or decision.proceedings.accepted()
    return decision.state in IN_EFFECT or (decision.state is State.CALL_IN_OPEN and not requests)


def published_on(case: Case) -> date | None:
    """Give the day of publication as corrected, or as it stands."""
    given, stands = case.inputs, case.subject.published_at
    if isinstance(given, Correct) and given.published_on is not None:
        return given.published_on
    return None if stands is None else london_day(stands)


def _moved(case: Case, after: Correct) -> tuple[bool, bool]:
    """Say whether the day it was made, and that on which it was published, are corrected."""
    stands = case.subject.published_at
    published = after.published_on is not None and (
        stands is None or london_day(stands) != after.published_on
    )
    return after.statement.made_on != case.statement.made_on, published


def recounted(case: Case) -> CallInPeriod | None:
    """Give the call-in period by the days as corrected; None where it has none.

    Raises NotOnFile or BeyondCalendar where it cannot be counted.
    """
    inputs, published = case.inputs, published_on(case)
    if not isinstance(inputs, Correct) or case.subject.window is None or published is None:
        return None
    made = inputs.statement.made_on or published
    return window_for(
        case.rules.in_force_on(published),
        case.rules.calendar(),
        made_on=made,
        published_at=start_of_day(published),
    )


def published_at(case: Case) -> datetime | None:
    """Give when it was published, by the day as corrected: its start, as no hour is known."""
    given = case.inputs
    assert isinstance(given, Correct)
    day = published_on(case)
    return start_of_day(day) if _moved(case, given)[1] and day else case.subject.published_at


def counted_anew(case: Case) -> CallInPeriod | None:
    """Give the period that still runs, counted by the days as corrected; None where they stand."""
    given = case.inputs
    assert isinstance(given, Correct)
    runs = case.subject.state is State.CALL_IN_OPEN and any(_moved(case, given))
    return recounted(case) if runs else None


def was_imported_as(case: Case) -> tuple[str, ...]:
    """Give what is put right of what was imported, as it was on record; nothing where it is only
    the text."""
    inputs, decision = case.inputs, case.subject
    assert isinstance(inputs, Correct)
    made, published = _moved(case, inputs)
    assumed = []
    if inputs.statement.kind is not decision.kind:
        assumed.append(f"kind {decision.kind}")
    if made:
        assumed.append(f"made {_spoken(decision.made_on)}")
    if published:
        was = decision.published_at
        assumed.append(f"published {_spoken(None if was is None else london_day(was))}")
    if (made or published) and decision.window is not None:
        assumed.append(f"call-in until {until(decision.window)}")
    return tuple(assumed)


def _spoken(day: date | None) -> str:
    return "on a day not on record" if day is None else spoken_day(day)


def its_text_is_on_record(case: Case) -> Refusal | None:
    """What was erased is not corrected: nobody can say what else the text says."""
    if case.text is None or not case.text.is_erased:
        return None
    return refusals.TEXT_ERASED(ref=case.subject.ref, council=case.subject.council)


def something_is_corrected(case: Case) -> Refusal | None:
    """A correction changes the text, and changes a day only of a decision that was imported."""
    details = case.inputs
    if not isinstance(details, Correct):
        return None
    made, published = _moved(case, details)
    if details.statement == case.statement and not published:
        return refusals.NOTHING_CORRECTED()
    if not (made or published) or correctable(case):
        return None
    kind = refusals.DAY_MADE_NOT_CORRECTED if made else refusals.DAY_PUBLISHED_NOT_CORRECTED
    if case.subject.is_history:
        kind = refusals.DAY_PUBLISHED_OF_ANOTHER_REGISTER
        kind = refusals.DAY_MADE_OF_ANOTHER_REGISTER if made else kind
    return kind(ref=case.subject.ref)


def its_days_are_in_order(case: Case) -> Refusal | None:
    """An imported decision was made, then published, and both before it was imported."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, Correct) or not correctable(case):
        return None
    made, effective = details.statement.made_on, decision.effective_at
    days = (made, published_on(case), london_day(decision.drafted_at))
    known = [each for each in days if each is not None]
    begins = made is not None and (effective is None or made <= london_day(effective))
    if not any(_moved(case, details)) or (begins and known == sorted(known)):
        return None
    return refusals.DAYS_OUT_OF_ORDER(ref=decision.ref)


def its_period_is_counted(case: Case) -> Refusal | None:
    """By the corrected days, a period that was imported as over is still over."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, Correct) or not correctable(case):
        return None
    is_over = decision.state in IN_EFFECT
    try:
        window = recounted(case)
    except (NotOnFile, BeyondCalendar) as fault:
        return None if is_over or not any(_moved(case, details)) else from_fault(fault)
    runs = window is not None and not window.has_run_out(case.now)
    if window is None or not (is_over and runs and any(_moved(case, details))):
        return None
    return refusals.PERIOD_STILL_RUNS(
        window.authority, until=end_of_period(window), ref=decision.ref
    )


def kind_and_urgency_stand(case: Case) -> Refusal | None:
    """A correction does not change what the rules depend on: kind, urgency, wards."""
    details, before = case.inputs, case.statement
    if not isinstance(details, Correct):
        return None
    after = details.statement
    same = all(getattr(after, part) == getattr(before, part) for part in _SIGNED_FOR)
    if same or (correctable(case) and _may_be_called_in(case, after.kind)):
        return None
    late = case.subject.is_history
    kind = refusals.KIND_OF_ANOTHER_REGISTER if late else refusals.KIND_NOT_CORRECTED
    return kind(ref=case.subject.ref)


def _may_be_called_in(case: Case, kind: Kind) -> bool:
    """Say whether a kind goes with the period that runs; where none does, any kind will do."""
    kinds = case.in_force[SUBJECT_TO_CALL_IN]
    if case.subject.state in IN_EFFECT or kinds is None or kinds.value is None:
        return True
    return kind in kinds.value.subject


def what_is_corrected_is_complete(case: Case) -> Refusal | None:
    """The corrected statement still gives everything that it gave before and the law needs."""
    details, before = case.inputs, case.statement
    if not isinstance(details, Correct):
        return None
    after = details.statement
    if after.made_on != before.made_on and not correctable(case):
        return None
    bare = [each for each in before.conflicts or () if not each.dispensation]
    after, before = (
        text if text.conflicts is None else replace(text, conflicts=_but(text.conflicts, bare))
        for text in (after, before)
    )
    for guard in _SAID:
        refusal = guard(_reading(case, after))
        was = None if refusal is None else guard(_reading(case, before))
        if refusal is not None and was is None:
            return refusal
    return None


def _but(
    conflicts: Sequence[ConflictOfInterest], bare: Sequence[ConflictOfInterest]
) -> tuple[ConflictOfInterest, ...]:
    return tuple(each for each in conflicts if each not in bare)


_SAID: Final = tuple(each for each in statement.RECORD if each is not statement.made_before_signing)
"""What a statement says; that it was made before it was signed is no part of a correction."""


def _reading(case: Case, text: Statement) -> Case:
    return Case(
        decision=case.decision,
        text=text,
        inputs=case.inputs,
        actor=case.actor,
        at=case.at,
        now=case.now,
        rules=case.rules,
    )


def its_record_is_signed(case: Case) -> Refusal | None:
    """A record that was published unsigned is signed before it is published again."""
    decision = case.subject
    if decision.signed_at is not None or decision.is_history:
        return None
    return refusals.SIGNED_FIRST(ref=decision.ref)
