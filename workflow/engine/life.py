"""What is done with one decision: a step taken, and the steps that could be, each in a transaction
of its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from workflow.engine.open_register import OpenRegister
from workflow.model.inputs import Inputs
from workflow.model.people import Actor, Person
from workflow.model.statement import Statement
from workflow.procedures.attempt import Refused, Taken
from workflow.register import questions, record, steps
from workflow.text import instant, reference


def draft(
    register: OpenRegister,
    council: str,
    statement: Statement,
    by: Actor | Person | str,
    ref: str | None,
    at: datetime | None,
    late_reason: str | None,
    *,
    keep: bool,
) -> Taken | Refused:
    """Begin a draft at a council, or give every reason why not."""
    return register.act(
        council,
        by,
        lambda act: steps.draft(
            act,
            council=council,
            statement=statement,
            ref=ref,
            at=at,
            late_reason=late_reason,
        ),
        dry_run=not keep,
    )


def take(
    register: OpenRegister,
    ref: str,
    step: str | Inputs,
    fields: Mapping[str, Any],
    by: Actor | Person | str,
    at: datetime | None,
    late_reason: str | None,
    expect_version: int | None,
    *,
    keep: bool,
) -> Taken | Refused:
    """Take a step on a decision, or give every reason why not."""
    wanted, inputs = steps.step_and_inputs(step, dict(fields))
    now = register.clock.now()
    with register.writing(keep=keep) as (work, councils):
        stored = work.decisions.lock(reference(ref))
        actor = register.actor(work, stored.decision.council, by, now)
        if isinstance(actor, Refused):
            return actor
        return steps.take_step(
            work,
            councils,
            stored,
            wanted.name,
            inputs=inputs,
            by=actor,
            now=now,
            at=at,
            late_reason=late_reason,
            expect_version=expect_version,
        )


def next_steps(
    register: OpenRegister, ref: str, by: Actor | Person | str | None, as_of: datetime | None
) -> tuple[questions.NextStep, ...]:
    """Give every step on a decision, and for each that cannot be taken every reason why not."""
    now = register.clock.now() if as_of is None else instant(as_of, "instant asked about")
    with register.reading() as (work, councils):
        decision = work.decisions.get(reference(ref)).decision
        if as_of is not None and as_of < decision.last_at:
            decision = record.decision_as_of(work, ref, as_of)
        actor = None if by is None else register.actor(work, decision.council, by, now)
        if isinstance(actor, Refused):
            assert isinstance(by, Actor)
            actor = replace(by, roles=frozenset())  # bound to another: nothing is open to it
        return questions.next_steps(work, councils, decision, actor, now)
