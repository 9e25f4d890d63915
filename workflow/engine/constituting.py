"""The engine's acts upon the constitutions that a register holds."""

from datetime import date

from workflow.engine.core import Core
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register import constitution_acts, editions
from workflow.register.constitution_acts import EditionAdopted
from workflow.register.councils import Councils
from workflow.register.editions import Edition


class Constituting(Core):
    """Editions of constitutions, each adopted on a person's word and kept in the register."""

    def adopt_constitution(
        self,
        text: str,
        *,
        file: str,
        approved_by: str,
        approved_on: date,
        reason: str,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> EditionAdopted | Refused:
        """Put a constitution, given as the text of its TOML file, in use from now on.

        It is in use before any file, for the council that it names. A decision keeps the dates on
        its record; what is asked of it from now on goes by what this edition says of the day it
        was published. Raises BadConstitution where it is none.
        """
        now = self.clock.now()
        council = editions.council_of(text, file)
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return constitution_acts.adopt(
                work,
                self._councils(work),
                text,
                file=file,
                approved_by=approved_by,
                approved_on=approved_on,
                reason=reason,
                by=actor,
                now=now,
            )

    def withdraw_constitution(
        self,
        council: str,
        *,
        approved_by: str,
        approved_on: date,
        reason: str,
        by: Actor | Person | str,
        dry_run: bool = False,
    ) -> EditionAdopted | Refused:
        """Take an adopted edition out of use; the council's file, if there is one, is used again.

        Raises NotFound where no edition is in use.
        """
        now = self.clock.now()
        with self.transactions.writing(keep=not dry_run) as work:
            actor = self._actor(work, council, by, now)
            if isinstance(actor, Refused):
                return actor
            return constitution_acts.withdraw(
                work,
                self.councils,
                council,
                approved_by=approved_by,
                approved_on=approved_on,
                reason=reason,
                by=actor,
                now=now,
            )

    def editions(self, council: str) -> tuple[Edition, ...]:
        """Give every edition that the register has held of a council's constitution, oldest
        first."""
        with self.transactions.reading() as work:
            return editions.editions(work, council)

    def councils_now(self) -> Councils:
        """Give the constitutions in use at this moment: those the register holds before those of
        files. What is given does not follow the register."""
        with self.transactions.reading() as work:
            return self.councils.under(dict(self._councils(work).own()))
