"""The reports that are made of decisions: how often, within how many days, and whether one may be
required."""

from dataclasses import dataclass
from typing import Annotated, Final

from workflow.constitution.provisions.harm import Harm
from workflow.constitution.provisions.table import Table
from workflow.constitution.wording import in_words
from workflow.files.declared import Problems, SelfChecking
from workflow.files.takes import whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRule:
    """How often a matter is reported to the council."""

    every_months: Annotated[int, whole(1, 24)]
    """How often the matter is reported to council, in months."""

    def goes_beyond(self, law: "ReportRule") -> bool:
        """Say whether it is made as often as the law wants, or more often."""
        return self.every_months <= law.every_months


@in_words.register
def _(value: ReportRule) -> str:
    months = value.every_months
    return "every month" if months == 1 else f"every {months} months"


SPECIAL_URGENCY_REPORT: Final = Table(
    key="special-urgency-report",
    record=ReportRule,
    title="Report on special urgency",
    says="How often special urgency is reported to council.",
    without="The next report has no due date.",
)
EXEMPTION_REPORT: Final = Table(
    key="exemption-report",
    record=ReportRule,
    title="Report on exemptions",
    says="The same, for exemptions.",
    without="The next report has no due date.",
)
CALL_IN_REPORT: Final = Table(
    key="call-in-report",
    record=ReportRule,
    title="Report on call-ins",
    says="The same, for requests to call in.",
    without="The next report has no due date.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerReport:
    """Within how many days the executive considers an officer's report on a decision."""

    days: Annotated[int, whole(1, 366)]
    """Within how many calendar days the executive considers an officer's report, the day of the
    report being the first."""


@in_words.register
def _(value: OfficerReport) -> str:
    return f"considered within {value.days} calendar days"


OFFICER_REPORT: Final = Table(
    key="officer-report",
    record=OfficerReport,
    title="An officer's report",
    says="Within how many days an officer's report must be considered.",
    without="A hold has no such day.",
    harm=Harm.TIME_LIMIT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredReport(SelfChecking):
    """That scrutiny may require a report on a decision that was not treated as key."""

    scrutiny_may_require: bool
    """Always `true`: if scrutiny may not, leave the table out. It is national law in England."""

    def problems(self) -> Problems:
        if not self.scrutiny_may_require:
            cure = "Give true, or leave the table out."
            yield "scrutiny-may-require", "It says nothing.", cure


@in_words.register
def _(value: RequiredReport) -> str:
    return "scrutiny may require it" if value.scrutiny_may_require else "scrutiny may not"


REQUIRED_REPORT: Final = Table(
    key="required-report",
    record=RequiredReport,
    title="Report required by scrutiny",
    says="Whether scrutiny may require a report on a decision that was not treated as key.",
    without="Scrutiny may not require one.",
)
