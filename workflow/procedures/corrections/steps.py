"""Putting right: corrections, void publications, decisions superseded, and irregularities."""

from typing import Final

from workflow.authority import REG_14, REG_18
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import UNDER_CALL_IN, State
from workflow.procedures.case import Case
from workflow.procedures.corrections import correcting
from workflow.procedures.corrections import guards as corrections
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
    CorrectMaterially,
    NoteIrregularity,
    ReportKey,
    RequireReport,
    ResolveIrregularity,
    Supersede,
    VoidPublication,
)
from workflow.procedures.corrections.recorded import irregularity_is_new, report_is_new
from workflow.procedures.corrections.refusals import IRREGULAR
from workflow.procedures.publication.guards import it_was_published_here
from workflow.procedures.requests import choose_request
from workflow.procedures.step import step

_OFFICERS = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
_PUBLISHED = (*UNDER_CALL_IN, State.EFFECTIVE)
_MADE = (State.SIGNED, *_PUBLISHED)


_AS_CORRECTED = (
    correcting.its_text_is_on_record,
    correcting.something_is_corrected,
    correcting.kind_and_urgency_stand,
    correcting.what_is_corrected_is_complete,
    correcting.its_days_are_in_order,
    correcting.its_period_is_counted,
)


@step(
    "correct",
    cannot="{ref} cannot be corrected.",
    source=(*_PUBLISHED, State.IMPLEMENTED),
    target=None,
    by=_OFFICERS,
    under=REG_14,
    checks=_AS_CORRECTED,
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --title 'Ofsted action plan' --ruling 'Clerical: a misspelling'",
)
def correct(case: Case, inputs: Correct) -> Event:
    """Correct a clerical error in the published text. No date moves."""
    was = correcting.was_imported_as(case)
    if was:
        return HistoryCorrected(
            at=case.at,
            kind=inputs.statement.kind,
            title=inputs.statement.title,
            made_on=inputs.statement.made_on,
            published_at=correcting.published_at(case),
            window=correcting.counted_anew(case),
            was=was,
            statement=inputs.statement,
            ruling=inputs.ruling,
        )
    return Corrected(
        at=case.at,
        kind=inputs.statement.kind,
        title=inputs.statement.title,
        statement=inputs.statement,
        ruling=inputs.ruling,
    )


@step(
    "correct-materially",
    cannot="{ref} cannot be corrected materially.",
    source=(State.CALL_IN_OPEN, State.EFFECTIVE),
    target=State.SIGNED,
    by=_OFFICERS,
    under=REG_14,
    needs=(
        choose_request.no_request_is_pending,
        it_was_published_here,
        correcting.its_record_is_signed,
    ),
    checks=_AS_CORRECTED,
    stopped_by_hold=False,
    bars_maker=True,
    example="HFD-042 --decision 'That £40,000 be spent' --ruling 'Material: the sum'",
)
def correct_materially(case: Case, inputs: CorrectMaterially) -> Event:
    """Correct text that was materially wrong. It is published again, with a new call-in period."""
    return CorrectedMaterially(
        at=case.at,
        kind=inputs.statement.kind,
        title=inputs.statement.title,
        statement=inputs.statement,
        ruling=inputs.ruling,
    )


@step(
    "publication-void",
    cannot="The publication of {ref} cannot be voided.",
    source=(State.CALL_IN_OPEN, State.EFFECTIVE),
    target=State.SIGNED,
    by=_OFFICERS,
    under=REG_14,
    needs=(
        choose_request.no_request_is_pending,
        it_was_published_here,
        correcting.its_record_is_signed,
    ),
    stopped_by_hold=False,
    bars_maker=True,
    example="HFD-042 --reason 'The page could not be reached until 22 October'",
)
def void(case: Case, inputs: VoidPublication) -> Event:
    """Record that a publication did not count, so that the decision is published again."""
    return PublicationVoided(at=case.at, reason=inputs.reason)


@step(
    "supersede",
    cannot="{ref} cannot be superseded.",
    source=(*_MADE, State.IMPLEMENTED),
    target=State.SUPERSEDED,
    by=(Role.DECISION_MAKER, Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=REG_14,
    needs=(corrections.it_is_not_carried_out_for_good,),
    checks=(corrections.it_is_superseded_by_another,),
    stopped_by_hold=False,
    example="HFD-042 --superseded-by HFD-043 --reason 'The plan was made anew'",
)
def supersede(case: Case, inputs: Supersede) -> Event:
    """Record that another decision replaces this one."""
    return Superseded(at=case.at, by=inputs.superseded_by, reason=inputs.reason)


@step(
    "key-report-require",
    cannot="A report on {ref} cannot be required.",
    source=(*_PUBLISHED, State.IMPLEMENTED),
    target=None,
    by=_OFFICERS,
    under=REG_18,
    once=report_is_new,
    needs=(
        corrections.scrutiny_may_require_a_report,
        corrections.it_was_not_treated_as_key,
        corrections.no_report_is_outstanding,
    ),
    checks=(corrections.the_report_is_still_to_come,),
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --opinion 'It affects two wards' --report-by '14 December'",
)
def require(case: Case, inputs: RequireReport) -> Event:
    """Record that scrutiny thinks a decision should have been key, and requires a report."""
    return ReportRequired(at=case.at, report_by=inputs.report_by, opinion=inputs.opinion)


@step(
    "key-report-submit",
    cannot="A report on {ref} cannot be recorded.",
    source=(*_PUBLISHED, State.IMPLEMENTED),
    target=None,
    by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=REG_18,
    needs=(
        corrections.scrutiny_may_require_a_report,
        corrections.a_report_is_required,
    ),
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --report 'It fell below the threshold of £500,000'",
)
def submit(case: Case, inputs: ReportKey) -> Event:
    """Record the executive's report on why a decision was not treated as key."""
    return Reported(at=case.at, report=inputs.report)


@step(
    "irregular-note",
    cannot="An irregularity cannot be noted for {ref}.",
    source=(State.DRAFT, *_MADE, State.IMPLEMENTED),
    target=None,
    by=_OFFICERS,
    under=IRREGULAR,
    once=irregularity_is_new,
    checks=(corrections.it_has_happened,),
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --kind implemented-early --happened-on '22 October' "
    "--rule 'Local Government Act 2000, section 9F' --what 'The letters went out'",
)
def note(case: Case, inputs: NoteIrregularity) -> Event:
    """Record what broke a rule, and which rule. Recording it makes nothing lawful."""
    return IrregularityNoted(
        at=case.at,
        number=len(case.subject.proceedings.irregularities) + 1,
        kind=inputs.kind,
        happened_on=inputs.happened_on,
        rule=inputs.rule,
        what=inputs.what,
    )


@step(
    "irregular-resolve",
    cannot="The irregularity on {ref} cannot be resolved.",
    source=(State.DRAFT, *_MADE, State.IMPLEMENTED),
    target=None,
    by=(Role.MONITORING_OFFICER,),
    under=IRREGULAR,
    needs=(corrections.an_irregularity_is_outstanding,),
    checks=(corrections.it_is_outstanding,),
    stopped_by_hold=False,
    closes_expired=False,
    bars_maker=True,
    example="HFD-042 --number 1 --accepted-by 'the monitoring officer' "
    "--reason 'The letters were recalled'",
)
def resolve(case: Case, inputs: ResolveIrregularity) -> Event:
    """Record who accepts an irregularity, and why."""
    return IrregularityResolved(
        at=case.at,
        number=corrections.irregularity_meant(case, inputs),
        accepted_by=inputs.accepted_by or f"{case.actor}, {Role.MONITORING_OFFICER.label}",
        reason=inputs.reason,
    )


ROWS: Final = (correct, correct_materially, void, supersede, require, submit, note, resolve)
