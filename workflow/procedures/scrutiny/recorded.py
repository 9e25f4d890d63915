"""A meeting that stands on the record already is not recorded again."""

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.scrutiny import refusals
from workflow.procedures.scrutiny.events import MeetingRecorded
from workflow.procedures.scrutiny.inputs import Meet
from workflow.procedures.shared.recorded import same


def meeting_is_new(case: Case) -> Refusal | None:
    """A meeting at that time, with the same note, has not been recorded yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, Meet):
        return None
    for event, erased in case.rules.on_record(decision.ref, MeetingRecorded):
        if (
            isinstance(event, MeetingRecorded)
            and (event.at, event.meeting) == (case.at, details.meeting)
            and "note" not in erased
            and same(event.note, details.note)
        ):
            return refusals.MEETING_RECORDED(ref=decision.ref, at=event.at)
    return None
