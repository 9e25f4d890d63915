"""The rules that councils go by: `engine.constitutions`."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from workflow.calendars.nations import Nation
from workflow.constitution.constitution import Constitution
from workflow.engine.open_register import OpenRegister
from workflow.errors import Invalid
from workflow.explanation import explain
from workflow.impact.date_change import DateChange
from workflow.impact.rules import impact_of_rules
from workflow.model.decision import Decision
from workflow.model.people import Actor, Person
from workflow.procedures.attempt import Refused
from workflow.register import constitution_acts, editions, record
from workflow.register.constitution_acts import EditionAdopted
from workflow.register.councils import Councils
from workflow.register.editions import Edition

_YEAR: Final = timedelta(days=365)


class Constitutions:
    """The constitutions in use: those that the register holds before those of files."""

    def __init__(self, register: OpenRegister) -> None:
        self._register = register

    def in_use(self, council: str) -> Constitution:
        """Give the constitution a council goes by now: the edition that the register holds, or
        else the one of a file. NotFound where none is on file."""
        with self._register.reading() as (_, councils):
            return councils.named(council)

    def all_in_use(self) -> Councils:
        """Give the constitutions of every council at this moment. What is given does not follow
        the register."""
        with self._register.reading() as (_, councils):
            return self._register.councils.under(dict(councils.own()))

    def editions(self, council: str) -> tuple[Edition, ...]:
        """Give every edition that the register has held of a council's constitution, oldest
        first."""
        with self._register.reading() as (work, _):
            return editions.editions(work, council)

    def own_files(self, decision: Decision) -> tuple[str, ...]:
        """Give the files of a user's own by which a decision was judged, or is now: none where all
        was by rules that are shipped or adopted."""
        with self._register.reading() as (work, councils):
            return record.own_rules(work, decision.ref, councils.own_file(decision.council))

    def on_register(self, nation: Nation) -> Sequence[str]:
        """Give the councils of a nation that have decisions or days on the register, by name."""
        with self._register.reading() as (work, councils):
            held = set(councils.names())
            return [
                name
                for name in work.decisions.councils()
                if name in held and councils.named(name).nation is nation
            ]

    def past_the_end(self, council: str) -> Sequence[str]:
        """Give the decisions that would take effect by time once the council has ended, where
        nobody has kept that date, by reference."""
        with self._register.reading() as (work, councils):
            return explain.past_the_end(work, councils.named(council))

    def impact(self, changed: Constitution) -> tuple[int, Sequence[DateChange]]:
        """Give how many decisions were looked at, open and of the past year, and each date that a
        changed constitution would make another; it is compared with the one on file."""
        with self._register.reading() as (work, councils):
            held = councils.named(changed.council)
            if held.nation is not changed.nation:
                raise Invalid(f"{changed.name} is in another nation than the one on file.")
            since = self._register.clock.now() - _YEAR
            return impact_of_rules(work, held, changed, since)

    def adopt(
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

        It is in use before any file, for the council that it names. Existing dates do not change.
        From now on this edition's rules for the publication date are applied. Raises
        BadConstitution where it is none.
        """
        return self._register.act(
            editions.council_of(text, file),
            by,
            lambda act: constitution_acts.adopt(
                act.work,
                act.councils,
                text,
                file=file,
                approved_by=approved_by,
                approved_on=approved_on,
                reason=reason,
                by=act.by,
                now=act.now,
            ),
            dry_run=dry_run,
        )

    def withdraw(
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
        return self._register.act(
            council,
            by,
            lambda act: constitution_acts.withdraw(
                act.work,
                self._register.councils,
                council,
                approved_by=approved_by,
                approved_on=approved_on,
                reason=reason,
                by=act.by,
                now=act.now,
            ),
            dry_run=dry_run,
        )
