"""Taking one step on a decision: every change but the close's and an import's passes here."""

from dataclasses import MISSING, replace
from datetime import datetime
from typing import Any

from workflow.clock import london_day
from workflow.constitution.constitution import Constitution
from workflow.errors import Invalid, Stale
from workflow.model.inputs import Inputs
from workflow.model.people import SYSTEM, Actor
from workflow.model.statement import Statement
from workflow.procedures.attempt import Refused, Taken, attempt
from workflow.procedures.case import Case
from workflow.procedures.making.inputs import Draft
from workflow.procedures.severing.inputs import Sever
from workflow.procedures.step import Step
from workflow.procedures.table import BY_INPUTS, BY_NAME, FIRST, OFFERED
from workflow.register.act import Act
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.journal import GENESIS, write
from workflow.register.journal_entry import JournalEntry, stream_of
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf
from workflow.register.stored import DecisionChange, StoredDecision
from workflow.text import instant, joined, near_word_hint, nearest, reference, words


def entries_for(
    taken: Taken,
    before: StoredDecision | None,
    recorded_at: datetime,
    late_reason: str | None,
    rules: Constitution | None = None,
) -> tuple[JournalEntry, ...]:
    """Write the entries for a step, chained to the last entry of the decision's stream."""
    seq = before.decision.version if before is not None else 0
    head = before.head if before is not None else GENESIS
    entries = []
    for each in taken.entries:
        seq += 1
        entry = write(
            stream=stream_of(taken.decision.ref),
            seq=seq,
            before=head,
            event=each.event,
            actor=each.actor,
            role=each.role,
            recorded_at=recorded_at,
            late_reason=None if each.actor is SYSTEM else late_reason,
            rules=rules,
        )
        head = entry.hash
        entries.append(entry)
    return tuple(entries)


def step_and_inputs(wanted: str | Inputs, fields: dict[str, Any]) -> tuple[Step, Inputs]:
    """Give a step and its inputs: by its name and fields, or by a record of its inputs. Raises
    Invalid for an unknown step, an automatic one, and fields that do not fit."""
    if isinstance(wanted, Inputs):
        its_step = BY_INPUTS.get(type(wanted))
        if its_step is None:
            raise Invalid(
                f"No step asks for {type(wanted).__name__}.",
                remedy="Give what the step asks for, from workflow.inputs.",
            )
        if fields:
            raise Invalid(
                f"{its_step.name} is given {type(wanted).__name__}, and nothing beside it."
            )
        return its_step, wanted
    step = BY_NAME.get(wanted)
    if step is None or step.automatic:
        offered = ", ".join(each.name for each in OFFERED)
        meant = near_word_hint(str(wanted), [each.name for each in OFFERED])
        raise Invalid(
            f"There is no step called {wanted!a}. {meant}".rstrip(), remedy=f"The steps: {offered}."
        )
    try:
        return step, step.inputs(**fields)
    except TypeError:
        raise Invalid(_misfit(step, fields)) from None


def _misfit(step: Step, fields: dict[str, Any]) -> str:
    """Say which fields of a step are missing, and which are not its own."""
    fields_asked = step.inputs.__dataclass_fields__
    sentence = f"{step.name} asks for {', '.join(fields_asked) or 'nothing'}"
    missing = [
        name
        for name, field in fields_asked.items()
        if name not in fields and field.default is MISSING and field.default_factory is MISSING
    ]
    unknown = [name for name in fields if name not in fields_asked]
    wrong = [f"{joined(missing, 'and')} {'is' if len(missing) == 1 else 'are'} missing"]
    wrong = wrong if missing else []
    for name in unknown:
        near = nearest(name, fields_asked)
        meant = f" (did you mean {near}?)" if near else ""
        wrong.append(f"{name!a} is not known to it{meant}")
    return f"{sentence}, and {'; '.join(wrong) or 'something else was given'}."


def instant_of(at: datetime | None, now: datetime) -> datetime:
    """Give when a step happened, in UTC: now, if None. Raises Invalid for an instant without its
    time zone."""
    return now if at is None else instant(at, "time it happened")


def take_step(
    work: UnitOfWork,
    councils: ConstitutionsOnFile,
    stored: StoredDecision,
    name: str,
    *,
    inputs: Inputs,
    by: Actor,
    now: datetime,
    at: datetime | None = None,
    late_reason: str | None = None,
    expect_version: int | None = None,
) -> Taken | Refused:
    """Take a step on a decision that the caller's transaction has locked; or give every reason why
    not.

    `at` is when it happened, now if None. Raises Stale when the decision is not at the version
    expected, and Invalid for inputs that cannot be read.
    """
    decision, ref = stored.decision, stored.decision.ref
    if expect_version is not None and type(expect_version) is not int:
        raise Invalid(
            f"The version expected is a whole number; {expect_version!r} is not one.",
            remedy="Give it as the decision has it: expect_version=decision.version.",
        )
    if expect_version is not None and decision.version != expect_version:
        raise Stale(
            f"{ref} is at version {decision.version}, not {expect_version}: someone else "
            "changed it."
        )
    constitution = councils.named(decision.council)
    if isinstance(inputs, Sever):
        year = london_day(now).year
        part = inputs.part_ref or work.decisions.free_reference(constitution.prefix, year)
        inputs = replace(inputs, part_ref=_own_reference(councils, decision.council, part))
    case = Case(
        decision=decision,
        text=work.decisions.statement(decision),
        inputs=inputs,
        actor=by,
        at=instant_of(at, now),
        now=now,
        rules=RulesOf(constitution, work),
        late_reason=_reason(late_reason),
    )
    outcome = attempt(name, case, ref)
    kept = outcome if isinstance(outcome, Taken) else outcome.recorded
    if kept is not None:
        _save(work, stored, kept, case.now, case, constitution)
    return outcome


def draft(
    act: Act,
    *,
    council: str,
    statement: Statement,
    ref: str | None = None,
    at: datetime | None = None,
    late_reason: str | None = None,
) -> Taken | Refused:
    """Begin a draft, under this reference or the next free one. Raises NotFound for a council not
    on file, and Invalid for a reference that is taken or is another council's."""
    work, now = act.work, act.now
    constitution = act.councils.named(council)
    happened = instant_of(at, now)
    if ref is None:
        name = work.decisions.free_reference(constitution.prefix, london_day(happened).year)
    else:
        name = _own_reference(act.councils, council, ref)
    case = Case(
        decision=None,
        text=None,
        inputs=Draft(council=council, statement=statement),
        actor=act.by,
        at=happened,
        now=now,
        rules=RulesOf(constitution, work),
        late_reason=_reason(late_reason),
    )
    outcome = attempt(FIRST, case, name)
    if isinstance(outcome, Taken):
        _save(work, None, outcome, now, case, constitution)
    return outcome


def _own_reference(councils: ConstitutionsOnFile, council: str, ref: str) -> str:
    """Give a reference that a person chose. Raises Invalid if it has another council's prefix."""
    name, own = reference(ref), councils.named(council).prefix
    stem, dash, _ = name.partition("-")
    if not dash or stem.upper() == own.upper():
        return name
    for other in councils.names():
        if other != council and councils.prefix_of(other).upper() == stem.upper():
            raise Invalid(
                f"{name} is as the references of {other} begin, and this is a decision of "
                f"{council}.",
                remedy=f"Leave the reference out for the next free one, or begin it with {own}-.",
            )
    return name


def _reason(late_reason: str | None) -> str | None:
    return None if late_reason is None else words(late_reason, "reason for the late entry")


def _save(
    work: UnitOfWork,
    before: StoredDecision | None,
    taken: Taken,
    now: datetime,
    case: Case,
    rules: Constitution,
) -> None:
    entries = entries_for(taken, before, now, case.late_reason, rules)
    work.decisions.save(DecisionChange(before=before, taken=taken, entries=entries))
    if taken.beside is not None:
        _save(work, None, taken.beside, now, case, rules)
