"""What is on record of a decision that another register had kept until now."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.model.call_in_period import CallInPeriod
from workflow.model.decision import Decision
from workflow.model.event import Beginning, sealed
from workflow.model.irregularity import Irregular, Irregularity
from workflow.model.proceedings import NONE_YET
from workflow.model.state import State
from workflow.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported(Beginning):
    """The decision was imported from another register, as that register shows it.

    It is history as recorded there: this engine was not there when it was made or published.
    """

    name: ClassVar[str] = "taken-in"
    source: str
    """Which register, and which page or file of it."""
    site: str = ""
    """The register's address, where it was printed."""
    identity: str
    """What that register knows it by; the same decision is never imported twice."""
    state: State
    """Where it stands: its call-in open, or ended."""
    made_on: date
    published_at: datetime | None = None
    """The start, in London, of the day of publication printed there: no hour is."""
    window: CallInPeriod | None = None
    """Its call-in period, counted here by the council's rule; None where it had none."""
    effective_at: datetime | None = None
    """When it took effect, as printed there or else as counted; None while call-in is open."""
    implemented_at: datetime | None = None
    irregular: tuple[str, ...] = ()
    """Where that register's dates are not those that the rule gives, and the like."""
    statement: Statement = sealed()
    raw: tuple[tuple[str, str], ...] = sealed()
    """Each label, and what stood under it, as it was printed."""
    doubts: tuple[str, ...] = sealed()
    """What could not be read for certain, and what was taken as so."""

    @property
    def words(self) -> str:
        """What it is called to people; it is stored by an older name."""
        return "imported"

    def begins(self, ref: str) -> Decision:
        """Give the decision as it stands by that record."""
        return replace(
            Beginning.begins(self, ref),
            state=self.state,
            made_on=self.made_on,
            published_at=self.published_at,
            window=self.window,
            edition=None if self.window is None else self.window.edition,
            effective_at=self.effective_at,
            implemented_at=self.implemented_at,
            proceedings=replace(NONE_YET, irregularities=self._noted()),
        )

    def _noted(self) -> tuple[Irregularity, ...]:
        """Give each thing irregular, to stand until someone has accepted it."""
        return tuple(
            Irregularity(
                number=number,
                kind=Irregular.OTHER,
                happened_on=self.made_on,
                noted_at=self.at,
            )
            for number, _ in enumerate(self.irregular, start=1)
        )
