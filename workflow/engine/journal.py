"""The record itself, entry by entry: `engine.journal`."""

from dataclasses import replace

from workflow.engine.open_register import OpenRegister
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register import erasure, own_streams, record, versions
from workflow.register.act import Act
from workflow.register.clock_doubt import clock_doubt
from workflow.register.erasure import Erased
from workflow.register.journal import ReadEntry
from workflow.register.journal_entry import JournalEntry
from workflow.register.verify import EMPTY, Verification, verify
from workflow.text import reference


class Journal:
    """The journal: its entries, whether it verifies, and erasing text about people from it."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def entries(self, ref: str) -> tuple[tuple[JournalEntry, ReadEntry], ...]:
        """Give a decision's journal, oldest first: each entry as it is stored, and as it is read.

        For one of the register's own streams give its name, as "people/salford". Raises NotFound
        where there is nothing under that name.
        """
        with self._register.reading() as (work, _):
            return record.entries(work, ref)

    def streams(self) -> tuple[own_streams.RegisterStream, ...]:
        """Give the register's own streams, by name: appointments, days, editions and erasures."""
        with self._register.reading() as (work, _):
            return own_streams.kept(work)

    def versions(self, ref: str) -> tuple[versions.StatementVersion, ...]:
        """Give every version of a decision's written statement, oldest first. Raises NotFound."""
        with self._register.reading() as (work, _):
            return versions.versions(work, reference(ref))

    def clock_in_doubt(self) -> str | None:
        """Say why the clock may be wrong: it is past the published bank holidays, or over 92 days
        later than anything recorded. None if neither is so."""
        with self._register.reading() as (work, _):
            return clock_doubt(work, self._register.clock.now())

    def verify(self, ref: str | None = None) -> Verification:
        """Check one decision's journal, or the whole of it, and give every break that is found.

        One of the register's own streams is named as "people/salford". An empty register does not
        verify. Raises NotFound for a decision or a stream that is not there.
        """
        with self._register.reading() as (work, _):
            verified = verify(work, ref)
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
        """Erase sealed text of one entry for good; the journal still verifies.

        `ref` is a decision's: text of the register's own streams is not erased, and Invalid says
        so. `entry` is its number in the decision's journal, and `part` the name of the text, both
        as `entries` gives them. `lingers` of the answer says where a copy of the text may remain.
        Refused unless the monitoring officer does it, and while the decision still needs the text.
        Raises NotFound where there is no such text, or it was erased before.
        """
        own_streams.must_be_of_a_decision(ref)
        now = self._register.clock.now()
        with self._register.writing(keep=not dry_run) as (work, councils):
            decision = work.decisions.get(reference(ref)).decision
            actor = self._register.actor(work, decision.council, by, now)
            if isinstance(actor, Refused):
                return actor
            outcome = erasure.erase_text(
                Act(work, councils, actor, now),
                decision=decision,
                entry=entry,
                part=part,
                reason=reason,
            )
        if isinstance(outcome, Refused) or dry_run:
            return outcome
        return replace(outcome, lingers=self._register.transactions.lingers())
