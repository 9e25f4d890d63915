"""Notices before a decision, or with its reasons after it."""

from typing import Final

from workflow.authority import REG_9
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import NOT_CARRIED_OUT, State
from workflow.procedures.case import Case
from workflow.procedures.notices import guards as notices
from workflow.procedures.notices.events import NoticeGiven
from workflow.procedures.notices.inputs import GiveNotice
from workflow.procedures.notices.recorded import notice_is_new, particulars_of
from workflow.procedures.step import step


@step(
    "advance-notice-give",
    cannot="A notice cannot be recorded for {ref} now.",
    source=(*NOT_CARRIED_OUT, State.IMPLEMENTED),
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=REG_9,
    once=notice_is_new,
    checks=(
        notices.notice_has_been_published,
        notices.notice_has_its_particulars,
        notices.notice_is_of_its_time,
    ),
    wants=notices.wants_its_particulars,
    stopped_by_hold=False,
    closes_expired=False,
    example="HFD-042 --kind key-decision --published-at '14 Sept 10am' "
    "--where 'the council website' --matter 'The plan' --maker 'Cabinet: Cllrs A, B and C' "
    "--decide-from '18 October' --documents none --copies 'from the council offices'",
)
def give(case: Case, inputs: GiveNotice) -> Event:
    """Record a notice that was published before a decision, or the reasons published after it."""
    return NoticeGiven(
        at=case.at,
        kind=inputs.kind,
        published_at=inputs.published_at,
        where=inputs.where,
        decide_from=inputs.decide_from,
        decide_until=inputs.decide_until,
        particulars=particulars_of(inputs),
    )


ROWS: Final = (give,)
