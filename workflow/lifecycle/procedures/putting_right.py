"""Putting right: corrections, void publications, decisions superseded, and irregularities."""

from typing import Final

from workflow.authority import REG_14, REG_18
from workflow.lifecycle.step import Step
from workflow.model import details as asks
from workflow.model import events as e
from workflow.model.people import Role
from workflow.model.state import State
from workflow.policy.case import Case
from workflow.policy.guards import correcting as amends
from workflow.policy.guards import putting_right as right
from workflow.policy.guards import recorded_acts, which

_OFFICERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
_PUBLISHED = (
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.REFERRED_BACK,
    State.REFERRED_TO_COUNCIL,
    State.EFFECTIVE,
)
_MADE = (State.SIGNED, *_PUBLISHED)


def corrected(case: Case) -> e.Event:
    """The text as corrected, with the ruling that the slip was clerical."""
    given = case.details
    assert isinstance(given, asks.Correct)
    was = amends.was_taken_in_as(case)
    if was:
        return e.HistoryCorrected(
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
    return e.Corrected(
        at=case.at,
        kind=given.statement.kind,
        title=given.statement.title,
        statement=given.statement,
        ruling=given.ruling,
    )


def corrected_materially(case: Case) -> e.Event:
    """The text as corrected, with the ruling that the slip was material."""
    given = case.details
    assert isinstance(given, asks.Correct)
    return e.CorrectedMaterially(
        at=case.at,
        kind=given.statement.kind,
        title=given.statement.title,
        statement=given.statement,
        ruling=given.ruling,
    )


def voided(case: Case) -> e.Event:
    """That the publication was none, and why."""
    given = case.details
    assert isinstance(given, asks.Because)
    return e.PublicationVoided(at=case.at, reason=given.reason)


def superseded(case: Case) -> e.Event:
    """What stands in its place, and why."""
    given = case.details
    assert isinstance(given, asks.Supersede)
    return e.Superseded(at=case.at, by=given.superseded_by, reason=given.reason)


def report_required(case: Case) -> e.Event:
    """Scrutiny's opinion, and by when the report is due."""
    given = case.details
    assert isinstance(given, asks.RequireReport)
    return e.ReportRequired(at=case.at, report_by=given.report_by, opinion=given.opinion)


def reported(case: Case) -> e.Event:
    """The executive's report."""
    given = case.details
    assert isinstance(given, asks.ReportKey)
    return e.Reported(at=case.at, report=given.report)


def noted(case: Case) -> e.Event:
    """What happened out of rule."""
    given = case.details
    assert isinstance(given, asks.NoteIrregularity)
    return e.IrregularityNoted(
        at=case.at,
        number=len(case.subject.proceedings.irregularities) + 1,
        kind=given.kind,
        happened_on=given.happened_on,
        rule=given.rule,
        what=given.what,
    )


def resolved(case: Case) -> e.Event:
    """Who accepted it, and why."""
    given = case.details
    assert isinstance(given, asks.ResolveIrregularity)
    return e.IrregularityResolved(
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
        asks=asks.Correct,
        checks=_AS_CORRECTED,
        records=corrected,
        forward=False,
        settles=False,
        example="HFD-2018-001 --title 'Ofsted action plan' --ruling 'Clerical: a misspelling'",
    ),
    Step(
        verb="correct-materially",
        done="corrected materially",
        source=(State.CALL_IN_OPEN, State.EFFECTIVE),
        target=State.SIGNED,
        by=_OFFICERS,
        says="Correct text that was materially wrong: it is published again, and its period anew.",
        under=REG_14,
        asks=asks.Correct,
        needs=(
            which.no_request_is_pending,
            amends.it_was_published_here,
            amends.its_record_is_signed,
        ),
        checks=_AS_CORRECTED,
        records=corrected_materially,
        forward=False,
        apart=True,
        example="HFD-2018-001 --decision 'That £40,000 be spent' --ruling 'Material: the sum'",
    ),
    Step(
        verb="void-publication",
        done="taken as unpublished",
        source=(State.CALL_IN_OPEN, State.EFFECTIVE),
        target=State.SIGNED,
        by=_OFFICERS,
        says="Record that a publication was none, so that it is published again.",
        under=REG_14,
        asks=asks.Because,
        needs=(
            which.no_request_is_pending,
            amends.it_was_published_here,
            amends.its_record_is_signed,
        ),
        records=voided,
        forward=False,
        apart=True,
        example="HFD-2018-001 --reason 'The page could not be reached until 22 October'",
    ),
    Step(
        verb="supersede",
        done="superseded",
        source=(*_MADE, State.IMPLEMENTED),
        target=State.SUPERSEDED,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
        says="Record that another decision stands in its place.",
        under=REG_14,
        asks=asks.Supersede,
        needs=(right.it_is_not_carried_out_for_good,),
        checks=(right.it_is_superseded_by_another,),
        records=superseded,
        forward=False,
        example="HFD-2018-001 --superseded-by HFD-2018-014 --reason 'The plan was made anew'",
    ),
    Step(
        verb="require-report",
        done="asked about as perhaps key",
        source=(*_PUBLISHED, State.IMPLEMENTED),
        target=None,
        by=_OFFICERS,
        says="Record that scrutiny holds it should have been key, and requires a report.",
        under=REG_18,
        asks=asks.RequireReport,
        once=recorded_acts.report_is_new,
        needs=(
            right.scrutiny_may_require_a_report,
            right.it_was_not_treated_as_key,
            right.no_report_is_outstanding,
        ),
        checks=(right.the_report_is_still_to_come,),
        records=report_required,
        forward=False,
        settles=False,
        example="HFD-2018-001 --opinion 'It affects two wards' --report-by 2018-12-14",
    ),
    Step(
        verb="report-to-council",
        done="reported on to council",
        source=(*_PUBLISHED, State.IMPLEMENTED),
        target=None,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Record the executive's report on why a decision was not treated as key.",
        under=REG_18,
        asks=asks.ReportKey,
        needs=(
            right.scrutiny_may_require_a_report,
            right.a_report_is_required,
        ),
        records=reported,
        forward=False,
        settles=False,
        example="HFD-2018-001 --report 'It fell below the threshold of £500,000'",
    ),
    Step(
        verb="note-irregularity",
        done="noted as irregular",
        command="irregular note",
        source=(State.DRAFT, *_MADE, State.IMPLEMENTED),
        target=None,
        by=_OFFICERS,
        says="Record what happened out of rule, with the rule it broke; it makes nothing lawful.",
        under=right.IRREGULAR,
        asks=asks.NoteIrregularity,
        once=recorded_acts.irregularity_is_new,
        checks=(right.it_has_happened,),
        records=noted,
        forward=False,
        settles=False,
        example="HFD-2018-001 --kind implemented-early --happened-on 2018-10-22 "
        "--rule 'Local Government Act 2000, section 9F' --what 'The letters went out'",
    ),
    Step(
        verb="resolve-irregularity",
        done="cleared of an irregularity",
        command="irregular resolve",
        source=(State.DRAFT, *_MADE, State.IMPLEMENTED),
        target=None,
        by=(Role.MONITORING_OFFICER,),
        says="Record who accepts what happened out of rule, and why.",
        under=right.IRREGULAR,
        asks=asks.ResolveIrregularity,
        needs=(right.an_irregularity_is_outstanding,),
        checks=(right.it_is_outstanding,),
        records=resolved,
        forward=False,
        settles=False,
        apart=True,
        example="HFD-2018-001 --number 1 --accepted-by 'the monitoring officer' "
        "--reason 'The letters were recalled'",
    ),
)
