"""Questions that change nothing: which steps can be taken, and may a decision be implemented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.people import SYSTEM, Actor, Role
from workflow.model.state import IN_EFFECT, State
from workflow.procedures.attempt import judge, open_to_roles, reverse_expiry, settle
from workflow.procedures.case import Case
from workflow.procedures.permission import Permission, permission_for
from workflow.procedures.step import Step
from workflow.procedures.table import OFFERED
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.record import decision_as_of
from workflow.register.rules import RulesOf


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step, and every reason why it cannot be taken now; none means that it can."""

    step: Step
    """The step; `step.name` is its name."""
    refusals: tuple[Refusal, ...]
    """Every reason why it cannot be taken."""
    wants: tuple[str, ...] = ()
    """The names of optional fields that this decision needs for the step all the same."""
    by: tuple[Role, ...] = ()
    """The roles that may take it, where it can be taken: by the council's own rule where that names
    them."""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The values that a field can have on this decision, by its name; of any other field, all."""

    @property
    def open(self) -> bool:
        """Say whether it can be taken."""
        return not self.refusals


def case_for(
    work: UnitOfWork, councils: ConstitutionsOnFile, decision: Decision, actor: Actor, now: datetime
) -> Case:
    """Give the case of a decision for a question, with no inputs."""
    return Case(
        decision=decision,
        text=work.decisions.statement(decision),
        inputs=None,
        actor=actor,
        at=now,
        now=now,
        rules=RulesOf(councils.named(decision.council), work),
    )


ANYONE = Actor(person="anyone", roles=frozenset(Role), established="asked in general")
"""Whoever may take each step: for asking what can be done, not who may do it."""


def next_steps(
    work: UnitOfWork,
    councils: ConstitutionsOnFile,
    decision: Decision,
    by: Actor | None,
    now: datetime,
) -> tuple[NextStep, ...]:
    """Give every step but the first draft, each with every reason why it cannot be taken now.

    Without an actor, roles are not asked about. Where two steps share a command, the one that
    applies from this state is given.
    """
    case = case_for(work, councils, decision, by or ANYONE, now)
    _, stuck = settle(case)
    settled = case.decision
    steps = []
    for step in OFFERED:
        if step.source and not _another_step_answers(step, decision):
            case.decision, case.at, case.now = decision, now, now
            if reverse_expiry(step, case) is None and step.closes_expired:
                case.decision = settled
            case.keep_up()
            refusals = judge(step, case, stuck if step.closes_expired else ())
            steps.append(_next_step(step, case, refusals))
    return tuple(steps)


def _next_step(step: Step, case: Case, refusals: tuple[Refusal, ...]) -> NextStep:
    if refusals:
        return NextStep(step, refusals)
    by = open_to_roles(step, case)
    return NextStep(step, refusals, step.wants(case), by, step.choices(case))


def _another_step_answers(step: Step, decision: Decision) -> bool:
    """Say whether another step of the same command is the one to ask about from here."""
    if decision.state in step.source:
        return False
    same = [each for each in OFFERED if each.on_terminal == step.on_terminal]
    return same[0] is not step or any(decision.state in each.source for each in same)


def _as_is_known(decision: Decision, then: Decision, at: datetime) -> Decision:
    """Give the decision as it stood at an instant; but as it stands now if it had taken effect by
    then, as is known now, and was not held."""
    effective_at = decision.effective_at
    since_known = effective_at is not None and effective_at <= at and not then.is_held
    here = decision.state in IN_EFFECT and then.state not in IN_EFFECT
    return decision if since_known and here else then


def true_state(work: UnitOfWork, councils: ConstitutionsOnFile, ref: str, now: datetime) -> State:
    """Give the state of a decision at this instant, with what time alone has brought about, whether
    or not a close has recorded that."""
    case = case_for(work, councils, work.decisions.get(ref).decision, SYSTEM, now)
    settle(case)
    return case.subject.state


def may_implement(
    work: UnitOfWork, councils: ConstitutionsOnFile, ref: str, at: datetime, now: datetime
) -> Permission:
    """Say whether a decision may be implemented at an instant. What time alone has brought about
    counts, whether or not a close has recorded it."""
    decision = work.decisions.get(ref).decision
    if at < min(now, decision.last_at):
        decision = _as_is_known(decision, decision_as_of(work, ref, at), at)
    case = case_for(work, councils, decision, SYSTEM, now)
    case.at = at
    return permission_for(case)
