"""An irregularity or a report that stands on the record is not recorded again."""

from workflow.clock import spoken_day
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.corrections.events import IrregularityNoted, ReportRequired
from workflow.procedures.corrections.inputs import NoteIrregularity, RequireReport
from workflow.procedures.shared.recorded import already, same


def irregularity_is_new(case: Case) -> Refusal | None:
    """What happened out of rule, on that day and in those words, has not been noted yet."""
    details, decision = case.details, case.subject
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
            return already(
                "already-recorded",
                case,
                f"Irregularity {event.number} on {decision.ref}, of "
                f"{spoken_day(event.happened_on)}, says the same.",
                "If it happened more than once that day, say in --what how they differ.",
            )
    return None


def report_is_new(case: Case) -> Refusal | None:
    """A report of that opinion, by that day, has not been required yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, RequireReport):
        return None
    for event, erased in case.rules.on_record(decision.ref, ReportRequired):
        if (
            isinstance(event, ReportRequired)
            and event.report_by == details.report_by
            and "opinion" not in erased
            and same(event.opinion, details.opinion)
        ):
            return already(
                "already-recorded",
                case,
                f"That a report is required by {spoken_day(event.report_by)} is on the record of "
                f"{decision.ref} already.",
                "If another is required, say what of and by when.",
            )
    return None
