"""Putting right: corrections, void publications, decisions superseded, and irregularities."""

from typing import Final

from workflow.authority import REG_14, REG_18
from workflow.model.event import Event
from workflow.model.inputs import Because
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.corrections import correcting as amends
from workflow.procedures.corrections import guards as right
from workflow.procedures.corrections.events import (
    Corrected,
    CorrectedMaterially,
    HistoryCorrected,
    IrregularityNoted,
    IrregularityResolved,
    PublicationVoided,
    Reported,
    ReportRequired,
    Superseded,
)
from workflow.procedures.corrections.inputs import (
    Correct,
    NoteIrregularity,
    ReportKey,
    RequireReport,
    ResolveIrregularity,
    Supersede,
)
from workflow.procedures.corrections.recorded import irregularity_is_new, report_is_new
from workflow.procedures.publication.guards import it_was_published_here
from workflow.procedures.requests import choose_request
from workflow.procedures.step import Step

_OFFICERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
_PUBLISHED = (
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.REFERRED_BACK,
    State.REFERRED_TO_COUNCIL,
    State.EFFECTIVE,
)
_MADE = (State.SIGNED, *_PUBLISHED)


def corrected(case: Case) -> Event:
    """The text as corrected, with the ruling that the slip was clerical."""
    given = case.details
    assert isinstance(given, Correct)
    was = amends.was_taken_in_as(case)
    if was:
        return HistoryCorrected(
            at=case.at,
            kind=given.statement.kind,
            title=given.statement.title,
            made_on=given.statement.made_on,
            published_at=amends.published_at(case),
            window=amends.counted_anew(case),
            was=was,
            statement=given.statement,
            ruling=given.ruling,
        )
    return Corrected(
        at=case.at,
        kind=given.statement.kind,
        title=given.statement.title,
        statement=given.statement,
        ruling=given.ruling,
    )


def corrected_materially(case: Case) -> Event:
    """The text as corrected, with the ruling that the slip was material."""
    given = case.details
    assert isinstance(given, Correct)
    return CorrectedMaterially(
        at=case.at,
        kind=given.statement.kind,
        title=given.statement.title,
        statement=given.statement,
        ruling=given.ruling,
    )


def voided(case: Case) -> Event:
    """That the publication was none, and why."""
    given = case.details
    assert isinstance(given, Because)
    return PublicationVoided(at=case.at, reason=given.reason)


def superseded(case: Case) -> Event:
    """What stands in its place, and why."""
    given = case.details
    assert isinstance(given, Supersede)
    return Superseded(at=case.at, by=given.superseded_by, reason=given.reason)


def report_required(case: Case) -> Event:
    """Scrutiny's opinion, and by when the report is due."""
    given = case.details
    assert isinstance(given, RequireReport)
    return ReportRequired(at=case.at, report_by=given.report_by, opinion=given.opinion)


def reported(case: Case) -> Event:
    """The executive's report."""
    given = case.details
    assert isinstance(given, ReportKey)
    return Reported(at=case.at, report=given.report)


def noted(case: Case) -> Event:
    """What happened out of rule."""
    given = case.details
    assert isinstance(given, NoteIrregularity)
    return IrregularityNoted(
        at=case.at,
        number=len(case.subject.proceedings.irregularities) + 1,
        kind=given.kind,
        happened_on=given.happened_on,
        rule=given.rule,
        what=given.what,
    )


def resolved(case: Case) -> Event:
    """Who accepted it, and why."""
    given = case.details
    assert isinstance(given, ResolveIrregularity)
    return IrregularityResolved(
        at=case.at, number=given.number, accepted_by=given.accepted_by, reason=given.reason
    )


_AS_CORRECTED = (
    amends.something_is_corrected,
    amends.kind_and_urgency_stand,
    amends.what_is_corrected_is_complete,
    amends.its_days_are_in_order,
    amends.its_period_is_counted,
)

ROWS: Final = (
    Step(
        verb="correct",
        done="corrected",
        source=(*_PUBLISHED, State.IMPLEMENTED),
        target=None,
        by=_OFFICERS,
        says="Correct a clerical slip in the published text: a new version, and no date moves.",
        under=REG_14,
        asks=Correct,
        checks=_AS_CORRECTED,
        records=corrected,
        forward=False,
        settles=False,
        example="HFD-042 --title 'Ofsted action plan' --ruling 'Clerical: a misspelling'",
    ),
    Step(
        verb="correct-materially",
        done="corrected materially",
        source=(State.CALL_IN_OPEN, State.EFFECTIVE),
        target=State.SIGNED,
        by=_OFFICERS,
        says="Correct text that was materially wrong: it is published again, and its period anew.",
        under=REG_14,
        asks=Correct,
        needs=(
            choose_request.no_request_is_pending,
            it_was_published_here,
            amends.its_record_is_signed,
        ),
        checks=_AS_CORRECTED,
        records=corrected_materially,
        forward=False,
        apart=True,
        example="HFD-042 --decision 'That £40,000 be spent' --ruling 'Material: the sum'",
    ),
    Step(
        verb="publication-void",
        done="taken as unpublished",
        source=(State.CALL_IN_OPEN, State.EFFECTIVE),
        target=State.SIGNED,
        by=_OFFICERS,
        says="Record that a publication was none, so that it is published again.",
        under=REG_14,
        asks=Because,
        needs=(
            choose_request.no_request_is_pending,
            it_was_published_here,
            amends.its_record_is_signed,
        ),
        records=voided,
        forward=False,
        apart=True,
        example="HFD-042 --reason 'The page could not be reached until 22 October'",
    ),
    Step(
        verb="supersede",
        done="superseded",
        source=(*_MADE, State.IMPLEMENTED),
        target=State.SUPERSEDED,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that another decision stands in its place.",
        under=REG_14,
        asks=Supersede,
        needs=(right.it_is_not_carried_out_for_good,),
        checks=(right.it_is_superseded_by_another,),
        records=superseded,
        forward=False,
        example="HFD-042 --superseded-by HFD-043 --reason 'The plan was made anew'",
    ),
    Step(
        verb="key-report-require",
        done="asked about as perhaps key",
        source=(*_PUBLISHED, State.IMPLEMENTED),
        target=None,
        by=_OFFICERS,
        says="Record that scrutiny holds it should have been key, and requires a report.",
        under=REG_18,
        asks=RequireReport,
        once=report_is_new,
        needs=(
            right.scrutiny_may_require_a_report,
            right.it_was_not_treated_as_key,
            right.no_report_is_outstanding,
        ),
        checks=(right.the_report_is_still_to_come,),
        records=report_required,
        forward=False,
        settles=False,
        example="HFD-042 --opinion 'It affects two wards' --report-by '14 December'",
    ),
    Step(
        verb="key-report-submit",
        done="reported on to council",
        source=(*_PUBLISHED, State.IMPLEMENTED),
        target=None,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Record the executive's report on why a decision was not treated as key.",
        under=REG_18,
        asks=ReportKey,
        needs=(
            right.scrutiny_may_require_a_report,
            right.a_report_is_required,
        ),
        records=reported,
        forward=False,
        settles=False,
        example="HFD-042 --report 'It fell below the threshold of £500,000'",
    ),
    Step(
        verb="irregular-note",
        done="noted as irregular",
        source=(State.DRAFT, *_MADE, State.IMPLEMENTED),
        target=None,
        by=_OFFICERS,
        says="Record what happened out of rule, with the rule it broke; it makes nothing lawful.",
        under=right.IRREGULAR,
        asks=NoteIrregularity,
        once=irregularity_is_new,
        checks=(right.it_has_happened,),
        records=noted,
        forward=False,
        settles=False,
        example="HFD-042 --kind implemented-early --happened-on '22 October' "
        "--rule 'Local Government Act 2000, section 9F' --what 'The letters went out'",
    ),
    Step(
        verb="irregular-resolve",
        done="cleared of an irregularity",
        source=(State.DRAFT, *_MADE, State.IMPLEMENTED),
        target=None,
        by=(Role.MONITORING_OFFICER,),
        says="Record who accepts what happened out of rule, and why.",
        under=right.IRREGULAR,
        asks=ResolveIrregularity,
        needs=(right.an_irregularity_is_outstanding,),
        checks=(right.it_is_outstanding,),
        records=resolved,
        forward=False,
        settles=False,
        apart=True,
        example="HFD-042 --number 1 --accepted-by 'the monitoring officer' "
        "--reason 'The letters were recalled'",
    ),
)
