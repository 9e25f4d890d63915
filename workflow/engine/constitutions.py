"""The rules that councils go by: `engine.constitutions`."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from workflow.calendars.nations import Nation
from workflow.constitution.constitution import Constitution
from workflow.engine.open_register import OpenRegister
from workflow.errors import Invalid
from workflow.explanation import in_question
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
        """Give the constitution a council uses now: the edition adopted in the register, if there
        is one, or else its file. Raises NotFound where the council has neither."""
        with self._register.reading() as (_, councils):
            return councils.named(council)

    def all_in_use(self) -> Councils:
        """Give the constitutions that all councils use now. A later change in the register does
        not change what is given."""
        with self._register.reading() as (_, councils):
            return self._register.councils.under(dict(councils.own()))

    def editions(self, council: str) -> tuple[Edition, ...]:
        """Give every edition of a council's constitution that was adopted in the register, oldest
        first; empty if there was none."""
        with self._register.reading() as (work, _):
            return editions.editions(work, council)

    def own_files(self, decision: Decision) -> tuple[str, ...]:
        """Give the user's own constitution files that a step on a decision was judged by, or would
        be now. Empty if every rule was shipped with the engine or adopted in the register."""
        with self._register.reading() as (work, councils):
            return record.own_rules(work, decision.ref, councils.own_file(decision.council))

    def on_register(self, nation: Nation) -> Sequence[str]:
        """Give the names of the councils of a nation that have decisions on the register and a
        constitution on file."""
        with self._register.reading() as (work, councils):
            held = set(councils.names())
            return [
                name
                for name in work.decisions.councils()
                if name in held and councils.named(name).nation is nation
            ]

    def past_the_end(self, council: str) -> Sequence[str]:
        """Give the references of the decisions that would take effect by the passing of time after
        the council has been abolished, unless someone has kept that date."""
        with self._register.reading() as (work, councils):
            return in_question.past_the_end(work, councils.named(council))

    def impact(self, changed: Constitution) -> tuple[int, Sequence[DateChange]]:
        """Compare a changed constitution with the one in use. Nothing is kept.

        Gives how many decisions were looked at, which are those that are open or were published in
        the past year, and each date that would be different. Raises NotFound for a council not on
        file, and Invalid if the nation has changed.
        """
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
        """Adopt a constitution, given as the text of its TOML file, for the council it names.

        It takes the place of any file. Existing dates do not change. From now on this edition's
        rules for the publication date are applied. `file` is the file's name, for the record.
        Refused unless the monitoring officer does it, or nothing of the council is on file yet.
        Raises BadConstitution, with every problem, if the text is not a constitution, and Invalid
        if it was approved in the future or changes the council's nation or prefix.
        """
        return self._register.act(
            editions.council_of(text, file),
            by,
            lambda act: constitution_acts.adopt(
                act,
                text,
                file=file,
                approved_by=approved_by,
                approved_on=approved_on,
                reason=reason,
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
        """Withdraw the edition that a council uses; its file, if there is one, is used again.

        Refused unless the monitoring officer does it. Raises NotFound where no edition is in use,
        and Invalid where decisions on the register would be left without a constitution.
        """
        return self._register.act(
            council,
            by,
            lambda act: constitution_acts.withdraw(
                act,
                self._register.councils,
                council,
                approved_by=approved_by,
                approved_on=approved_on,
                reason=reason,
            ),
            dry_run=dry_run,
        )
