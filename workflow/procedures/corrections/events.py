"""What happens when something is put right, or is noted as having gone wrong."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from workflow.model.call_in_period import CallInPeriod
from workflow.model.consent import Purpose
from workflow.model.decision import Decision
from workflow.model.endings import NOT_HELD, concluded, given_up
from workflow.model.event import Changes, Event, sealed
from workflow.model.irregularity import Irregular, Irregularity
from workflow.model.kind import Kind
from workflow.model.proceedings import Proceedings
from workflow.model.state import State
from workflow.model.statement import Statement


def _begun_anew(proceedings: Proceedings) -> Proceedings:
    """Give the proceedings of a decision that is to be published again: nothing of its call-in,
    or of how that ended, bears on the period to come."""
    return replace(
        concluded(proceedings),
        since=None,
        kept=None,
        lapsed=None,
        contrary=False,
        opinion_at=None,
        met_at=None,
    )


_NOT_PUBLISHED = {
    "state": State.SIGNED,
    "published_at": None,
    "window": None,
    "edition": None,
    "called_in_at": None,
    "effective_at": None,
    "freed_at": None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected(Event):
    """A clerical error in the published text was corrected. No date moved."""

    name: ClassVar[str] = "corrected"
    kind: Kind
    title: str
    statement: Statement = sealed()
    ruling: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"title": self.title, "statement_version": decision.version + 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryCorrected(Event):
    """The kind or a day of an imported decision was corrected. The record keeps both."""

    name: ClassVar[str] = "history-corrected"
    kind: Kind
    title: str
    made_on: date | None
    published_at: datetime | None
    """The start, in London, of the day of publication as corrected."""
    window: CallInPeriod | None
    """Its call-in period counted anew; None where it has none that still ran."""
    was: tuple[str, ...]
    """What was on record before."""
    statement: Statement = sealed()
    ruling: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        anew = (
            {} if self.window is None else {"window": self.window, "edition": self.window.edition}
        )
        return {
            "kind": self.kind,
            "title": self.title,
            "made_on": self.made_on,
            "published_at": self.published_at,
            "statement_version": decision.version + 1,
            **anew,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedMaterially(Event):
    """A material error was corrected, and the decision must be published again."""

    name: ClassVar[str] = "corrected-materially"
    kind: Kind
    title: str
    statement: Statement = sealed()
    ruling: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        proceedings = _begun_anew(decision.proceedings)
        exempt = Purpose.EXEMPTION  # what was consented to is not what it now says
        kept = tuple(each for each in proceedings.applications if each.purpose is not exempt)
        return {
            **_NOT_PUBLISHED,
            "kind": self.kind,
            "title": self.title,
            "statement_version": decision.version + 1,
            "proceedings": replace(proceedings, applications=kept),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationVoided(Event):
    """The publication did not count: the decision must be published again, and no period has
    run."""

    name: ClassVar[str] = "publication-voided"
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {**_NOT_PUBLISHED, "proceedings": _begun_anew(decision.proceedings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded(Event):
    """Another decision replaces it."""

    name: ClassVar[str] = "superseded"
    by: str
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        proceedings = replace(given_up(decision.proceedings), superseded_by=self.by)
        return {
            "state": State.SUPERSEDED,
            "superseded_at": self.at,
            "proceedings": proceedings,
            **NOT_HELD,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequired(Event):
    """Scrutiny held that it should have been treated as key, and required a report."""

    name: ClassVar[str] = "report-required"
    report_by: date
    opinion: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        done = replace(decision.proceedings, report_by=self.report_by, reported_at=None)
        return {"proceedings": done}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Event):
    """The executive reported to the council why it was not treated as key."""

    name: ClassVar[str] = "reported"
    report: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        return {"proceedings": replace(decision.proceedings, reported_at=self.at)}


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularityNoted(Event):
    """An irregularity was recorded."""

    name: ClassVar[str] = "irregularity-noted"
    number: int
    kind: Irregular
    happened_on: date
    rule: str
    what: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        noted = Irregularity(
            number=self.number,
            kind=self.kind,
            happened_on=self.happened_on,
            noted_at=self.at,
        )
        proceedings = decision.proceedings
        return {
            "proceedings": replace(proceedings, irregularities=(*proceedings.irregularities, noted))
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class IrregularityResolved(Event):
    """Someone who answers for it accepted an irregularity."""

    name: ClassVar[str] = "irregularity-resolved"
    number: int
    accepted_by: str = sealed()
    reason: str = sealed()

    def changes(self, decision: Decision) -> Changes:
        proceedings = decision.proceedings
        settled = tuple(
            replace(each, resolved_at=self.at) if each.number == self.number else each
            for each in proceedings.irregularities
        )
        return {"proceedings": replace(proceedings, irregularities=settled)}
