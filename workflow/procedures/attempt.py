"""Attempting a step on a case: it gives what happened, or every reason why not. Nothing is read or
written here."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from workflow.clock import london_day
from workflow.constitution.jurisdiction import cite_for
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.evolve import begin, evolve
from workflow.model.inputs import NoInputs
from workflow.model.people import SYSTEM, Actor, Role
from workflow.model.state import AWAITED, State
from workflow.procedures.case import Case, Rules
from workflow.procedures.kept import kept
from workflow.procedures.machine import NOTHING, Cursor, move
from workflow.procedures.making.inputs import Draft
from workflow.procedures.reversal import Reversal, reversal_for
from workflow.procedures.shared import every_step, refusals
from workflow.procedures.shared.separation import why_barred
from workflow.procedures.step import Step
from workflow.procedures.table import BY_NAME
from workflow.procedures.wrong_state_remedies import from_elsewhere
from workflow.wording.office_holders import office_holders

_NOTHING: Final = NoInputs()
_BY_TIME: Final = frozenset({State.CALL_IN_OPEN, *AWAITED})


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """An event, by whom it was brought about, and in which role."""

    event: Event
    actor: Actor
    role: Role


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken: the decision as it now stands, and what goes on its record."""

    step: str
    """The name of the step."""
    decision: Decision
    """The decision as it is after the step."""
    entries: tuple[RecordedEvent, ...]
    """What goes on its record, in order: what time had already brought about, the step, and any
    automatic steps that follow."""
    beside: "Taken | None" = None
    """Another decision that the same step began, if it did: a part that was severed."""

    def __bool__(self) -> Literal[True]:
        return True


@dataclass(frozen=True, slots=True)
class Refused:
    """A step, or an act on the register, that was refused, with every reason. It is falsy."""

    step: str
    """The name of the step, or the command of the act."""
    ref: str
    """What it was refused on: the decision's reference, for a step."""
    refusals: tuple[Refusal, ...]
    """Every reason, with its rule and its remedy."""
    kept: int | None = None
    """The number of the refused request that is on the decision's record for it; None where nothing
    is kept, which is so for all but requests to call in."""
    recorded: Taken | None = None
    """What goes on the record for that; None where nothing does, or it was there already."""

    def __bool__(self) -> Literal[False]:
        return False


def role_for(step: Step, actor: Actor, case: Case | None = None) -> Role | None:
    """Give the role in which the actor may take the step: the first that the table names.

    Of a case, only the roles that the council's own rule names for the step will do.
    """
    for role in step.by if case is None else open_to_roles(step, case):
        if role in actor.roles:
            return role
    return None


def open_to_roles(step: Step, case: Case) -> tuple[Role, ...]:
    """Give the roles that may take a step: of a case, those that the council's own rule names."""
    named = None if case.decision is None else step.roles_by_rule(case)
    return step.by if named is None else tuple(role for role in step.by if role in named[0])


def _not_authorised(step: Step, case: Case) -> Refusal:
    named = None if case.decision is None else step.roles_by_rule(case)
    open_to = open_to_roles(step, case)
    may = tuple(role for role in open_to if role is not Role.SYSTEM)
    roles = tuple(sorted(case.actor.roles, key=lambda role: role.label))
    begun = case.inputs.council if isinstance(case.inputs, Draft) else None
    council = begun if case.decision is None else case.decision.council
    rule = refusals.ROLES if named is None else named[1]
    told = {"actor": str(case.actor), "roles_held": roles, "may": may}
    if not council:
        return refusals.NOT_AUTHORISED[bool(roles), bool(may)](rule, **told)
    holders = office_holders(case.rules.people(), open_to, london_day(case.now))
    return refusals.NOT_AUTHORISED_AT[bool(roles), bool(may), bool(holders.named)](
        rule,
        council=council,
        holders=holders,
        **told,
    )


def own_decision(step: Step, case: Case) -> Refusal | None:
    """Refuse a step that a person who made the decision may not take part in, such as ruling on
    whether it is called in."""
    if not step.bars_maker or case.decision is None:
        return None
    why = why_barred(case, case.actor.person)
    if why is None:
        return None
    return refusals.OWN_DECISION[why](
        person=case.actor.person, ref=case.subject.ref, council=case.subject.council
    )


def objections(step: Step, case: Case) -> tuple[Refusal, ...]:
    """Give what stands against a step before its own guards are asked: role, hold and times."""
    refused = [] if role_for(step, case.actor, case) is not None else [_not_authorised(step, case)]
    own = own_decision(step, case)
    refused += [] if own is None else [own]
    guards = [every_step.not_in_the_future, every_step.in_order]
    if step.stopped_by_hold:
        guards.append(every_step.not_held)
    if not step.dated_by_law:
        guards.append(every_step.late_entry_has_reason)
    for guard in guards:
        refusal = guard(case)
        if refusal is not None:
            refused.append(refusal)
    return tuple(refused)


def judge(step: Step, case: Case, stuck: tuple[Refusal, ...] = ()) -> tuple[Refusal, ...]:
    """Give every reason why a step cannot be taken on a case; none means that it can.

    If the case has no inputs, only what must be true of the decision is judged. `stuck` is why a
    close that is due cannot be recorded, if it cannot.
    """
    decision = case.decision
    doubt = every_step.within_the_calendar(case)
    if doubt is not None:
        return cite_for(case.rules.nation, (doubt,))
    again = _on_record(step, case)
    if again is not None:
        return cite_for(case.rules.nation, (again,))
    if (decision.state not in step.source) if decision is not None else bool(step.source):
        elsewhere = from_elsewhere(step, case)
        wrong_state = stuck if stuck and elsewhere.code == "close-not-recorded" else (elsewhere,)
        authorised = role_for(step, case.actor, case) is not None
        wrong_state = wrong_state if authorised else (_not_authorised(step, case), *wrong_state)
        return cite_for(case.rules.nation, wrong_state)
    cursor = Cursor(NOTHING if decision is None else decision.state.value, step, case)
    move(cursor)
    refused = (*objections(step, case), *cursor.refusals)
    return cite_for(case.rules.nation, refused) if refused else ()


def _on_record(step: Step, case: Case) -> Refusal | None:
    """Refuse a step, to someone who may take it, whose inputs are on record already."""
    if step.once is None or case.inputs is None or case.decision is None:
        return None
    return step.once(case) if role_for(step, case.actor, case) is not None else None


def attempt_close(decision: Decision, now: datetime, rules: Rules) -> Taken | Refused:
    """Attempt to record what time alone has brought about, as the engine itself does."""
    case = Case(
        decision=decision,
        text=None,
        inputs=_NOTHING,
        actor=SYSTEM,
        at=now,
        now=now,
        rules=rules,
    )
    return attempt(step_by_time(decision), case, decision.ref)


def step_by_time(decision: Decision) -> str:
    """Give the step by which time alone brings a decision into effect from where it stands."""
    return "lapse" if decision.state in AWAITED else "close"


def settle(case: Case) -> tuple[tuple[RecordedEvent, ...], tuple[Refusal, ...]]:
    """Close a period, or a time limit, that had run out by the instant of the case; the case's
    decision becomes what it then was.

    Gives what goes on the record for that, or why it cannot be recorded; neither if nothing was
    due.
    """
    decision = case.decision
    if decision is None or decision.state not in _BY_TIME:
        return (), ()
    if not decision.time_has_run(case.done_at):
        return (), ()
    closed = attempt_close(decision, case.now, case.rules)
    if isinstance(closed, Refused):
        return (), closed.refusals
    case.decision = closed.decision
    return closed.entries, ()


def attempt(name: str, case: Case, ref: str) -> Taken | Refused:
    """Attempt a step, and the automatic steps that follow it, on one decision."""
    step = BY_NAME[name]
    as_recorded = case.decision
    back = reverse_expiry(step, case)
    case.keep_up()
    first, stuck = settle(case) if step.closes_expired and back is None else ((), ())
    refusals = judge(step, case, stuck)
    role = role_for(step, case.actor, case)
    if refusals or role is None:
        case.decision = as_recorded
        return _refused(step, case, ref, refusals, role)
    if back is not None:
        case.decision = back.decision
        first = (RecordedEvent(back.event, SYSTEM, Role.SYSTEM),)
    event = step.records(case)
    entries = [*first, RecordedEvent(event, case.actor, role)]
    beside = None
    if step.begins is not None:
        part, beginning = step.begins(case)
        its_first = (RecordedEvent(beginning, case.actor, role),)
        beside = Taken(name, begin(part, beginning), its_first)
    if case.decision is None:
        case.decision = begin(ref, event)
    else:
        case.decision = evolve(case.decision, event)
    while step.then:
        following = next((s for v in step.then if _follows(s := BY_NAME[v], case)), None)
        if following is None:
            break
        move(Cursor(case.decision.state.value, following, case))
        event = following.records(case)
        entries.append(RecordedEvent(event, SYSTEM, Role.SYSTEM))
        case.decision = evolve(case.decision, event)
        step = following
    if back is not None:
        entries += _closed_again(case)
    return Taken(name, case.decision, tuple(entries), beside)


def _refused(
    step: Step, case: Case, ref: str, reasons: tuple[Refusal, ...], role: Role | None
) -> Refused:
    """Give that a step was refused, with what is kept of it."""
    found = None if role is None else kept(step, case, reasons)
    if found is None or role is None:
        return Refused(step.name, ref, reasons)
    if found.event is None:
        return Refused(step.name, ref, reasons, kept=found.number)
    entries = (RecordedEvent(found.event, case.actor, role),)
    recorded = Taken(step.if_refused, found.decision, entries)
    return Refused(step.name, ref, reasons, kept=found.number, recorded=recorded)


def reverse_expiry(step: Step, case: Case) -> Reversal | None:
    """Give how to reverse what time alone brought about, if what the step records was in time.

    The case is then judged from where the decision stood before. A step for what is found late is
    judged from where it stands now, but may come before the last event on its record.
    """
    back = reversal_for(step, case)
    if back is not None and case.decision is not None:
        last_at = back.decision.last_at
        found_late = replace(case.decision, last_at=last_at)
        case.decision = found_late if step.found_late else back.decision
    return back


def _closed_again(case: Case) -> list[RecordedEvent]:
    """Give what time has brought about even so, once what was done in time is on record."""
    decision = case.subject
    if not decision.time_has_run(case.now):
        return []
    closed = attempt_close(decision, case.now, case.rules)
    if isinstance(closed, Refused):
        return []
    case.decision = closed.decision
    return list(closed.entries)


def _follows(step: Step, case: Case) -> bool:
    here = case.subject.state in step.source
    return here and step.when is not None and step.when(case)
