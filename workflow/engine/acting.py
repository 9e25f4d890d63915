"""The engine's acts upon decisions: drafting, taking a step, and the nightly close."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from workflow.engine.core import Core
from workflow.model.inputs import Inputs
from workflow.model.people import Actor, Person
from workflow.model.statement import Statement
from workflow.procedures.attempt import Refused, Taken
from workflow.register import close, steps
from workflow.register.clock_doubt import clock_doubt
from workflow.text import reference


class Acting(Core):
    """What is done to decisions. A step that cannot be taken is answered with every reason."""

    def draft(
        self,
        *,
        council: str,
        statement: Statement,
        by: Actor | Person | str,
        ref: str | None = None,
        at: datetime | None = None,
        late_reason: str | None = None,
        dry_run: bool = False,
    ) -> Taken | Refused:
        """Begin a draft, under this reference or the next free one."""
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            outcome = steps.draft(
                work,
                self._councils(work),
                council=council,
                statement=statement,
                by=actor,
                now=now,
                ref=ref,
                at=at,
                late_reason=late_reason,
            )
        return self._tell(outcome, dry_run)

    def take(
        self,
        ref: str,
        verb: str,
        *,
        by: Actor | Person | str,
        details: Inputs | None = None,
        at: datetime | None = None,
        late_reason: str | None = None,
        expect_version: int | None = None,
        dry_run: bool = False,
        **fields: Any,
    ) -> Taken | Refused:
        """Take a step on a decision, or give every reason why not.

        What the step asks for is given as a record of `workflow.procedures.inputs`, or field by
        field. `at` is when it happened, now if left out; the past needs `late_reason`. Raises
        NotFound, Invalid, and Stale when the decision is not at `expect_version`.
        """
        given = steps.details_for(verb, details, fields)
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            stored = work.decisions.lock(reference(ref))
            actor = self._actor(work, stored.decision.council, by, now)
            if isinstance(actor, Refused):
                return actor
            outcome = steps.take_step(
                work,
                self._councils(work),
                stored,
                verb,
                details=given,
                by=actor,
                now=now,
                at=at,
                late_reason=late_reason,
                expect_version=expect_version,
            )
        return self._tell(outcome, dry_run)

    def close_due(
        self,
        *,
        council: str | None = None,
        limit: int | None = None,
        dry_run: bool = False,
        accept_gap: bool = False,
        progress: Callable[[int], None] | None = None,
    ) -> close.CloseReport:
        """Close every call-in period that has run out, and record the run.

        May be run late, twice, or by several at once: each decision is closed once, dated at the
        legal instant. A dry run writes nothing, not even that it ran. Nor does a run whose clock
        is past the calendar, or over 92 days after all that was recorded, unless `accept_gap`:
        its report says why, under `clock-in-doubt`.
        """
        with self.transactions.reading() as work:
            if council is not None:
                self._councils(work).must_hold(council)
            now = self.clock.now()
            doubt = None if accept_gap else clock_doubt(work, now, council)
        if doubt is not None:
            return close.not_run(doubt, council, now)
        number = None
        if not dry_run:
            with self.transactions.writing() as work:
                number = work.runs.start(council, self.clock.now())
        report = close.close_due(
            lambda: self.transactions.writing(keep=not dry_run),
            self.councils,
            self.clock.now,
            council=council,
            limit=limit,
            run=number,
            progress=progress,
            written=None if dry_run else self._tell_all,
        )
        if number is not None:
            with self.transactions.writing() as work:
                work.runs.finish(close.as_run(report, number))
        return report
