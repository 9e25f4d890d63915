"""An irregularity or a report that stands on the record is not recorded again."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.corrections import refusals
from workflow.procedures.corrections.events import IrregularityNoted, ReportRequired
from workflow.procedures.corrections.inputs import NoteIrregularity, RequireReport
from workflow.procedures.shared.recorded import same


def irregularity_is_new(case: Case) -> Refusal | None:
    """An irregularity on that day, in those words, has not been recorded yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, NoteIrregularity):
        return None
    known = [(each.kind, each.happened_on) for each in decision.proceedings.irregularities]
    if (details.kind, details.happened_on) not in known:
        return None
    for event, erased in case.rules.on_record(decision.ref, IrregularityNoted):
        if (
            isinstance(event, IrregularityNoted)
            and (event.kind, event.happened_on) == (details.kind, details.happened_on)
            and same(event.rule, details.rule)
            and "what" not in erased
            and same(event.what, details.what)
        ):
            return refusals.IRREGULARITY_RECORDED(
                ref=decision.ref, number=event.number, happened_on=event.happened_on
            )
    return None


def report_is_new(case: Case) -> Refusal | None:
    """A report of that opinion, by that day, has not been required yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, RequireReport):
        return None
    for event, erased in case.rules.on_record(decision.ref, ReportRequired):
        if (
            isinstance(event, ReportRequired)
            and event.report_by == details.report_by
            and "opinion" not in erased
            and same(event.opinion, details.opinion)
        ):
            return refusals.REPORT_RECORDED(ref=decision.ref, report_by=event.report_by)
    return None
