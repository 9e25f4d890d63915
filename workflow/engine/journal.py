"""The record itself, entry by entry: `engine.journal`."""

from dataclasses import replace

from workflow.engine.open_register import OpenRegister
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register import own_streams, record, register_acts, versions
from workflow.register.clock_doubt import clock_doubt
from workflow.register.journal import ReadEntry
from workflow.register.journal_entry import JournalEntry, stream_of
from workflow.register.register_acts import Erased
from workflow.register.verify import EMPTY, Verification
from workflow.text import reference


class Journal:
    """The journal: what is on it, whether it verifies, and what of it is erased."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def entries(self, ref: str) -> tuple[tuple[JournalEntry, ReadEntry], ...]:
        """Give a decision's entries as they are kept, each with what it says; or those of one of
        the register's own streams, as "people/salford"."""
        with self._register.reading() as (work, _):
            return record.entries(work, ref)

    def streams(self) -> tuple[own_streams.RegisterStream, ...]:
        """Give the register's own streams: appointments, days, editions, erasures."""
        with self._register.reading() as (work, _):
            return own_streams.kept(work)

    def versions(self, ref: str) -> tuple[versions.StatementVersion, ...]:
        """Give every version of a decision's written statement, oldest first."""
        with self._register.reading() as (work, _):
            return versions.versions(work, reference(ref))

    def clock_in_doubt(self) -> str | None:
        """Say why the clock may be wrong: it is past the calendar, or over 92 days after all that
        was recorded. None where nothing speaks against it."""
        with self._register.reading() as (work, _):
            return clock_doubt(work, self._register.clock.now())

    def verify(self, ref: str | None = None) -> Verification:
        """Check one decision's journal, or the whole of it: entries checked, and every break.

        An empty register is not whole; `.extent` tells what the register holds.
        """
        with self._register.reading() as (work, _):
            verified = record.verify(work, ref)
            if verified.breaks not in ((), (EMPTY,)):
                self._register.transactions.must_see_one_state()
            return verified

    def erase(
        self,
        ref: str,
        entry: int,
        part: str,
        reason: str,
        *,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> Erased | Refused:
        """Erase sealed text of an entry for good; the chain still verifies.

        `.lingers` of the answer says where the text may be still, and until when.
        """

        now = self._register.clock.now()
        with self._register.writing(keep=not dry_run) as (work, _):
            council = work.decisions.get(reference(ref)).decision.council
            actor = self._register.actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            outcome = register_acts.erase_text(
                work,
                council=council,
                stream=stream_of(ref),
                entry=entry,
                part=part,
                reason=reason,
                by=actor,
                now=now,
            )
        if isinstance(outcome, Refused) or dry_run:
            return outcome
        return replace(outcome, lingers=self._register.transactions.lingers())
