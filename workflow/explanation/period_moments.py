"""The two instants in which a call-in period ends, as an explanation tells them."""

from workflow.clock import spoken
from workflow.explanation.document import Moment
from workflow.explanation.wording import IN_TIME
from workflow.model.call_in_period import CallInPeriod
from workflow.wording.short_dates import until


def moments_of(period: CallInPeriod) -> tuple[Moment, Moment]:
    """Give the last moment for a request, and when the decision takes effect without one."""
    return (
        Moment(
            "The last moment for a request",
            until(period),
            period.request_deadline,
            IN_TIME[period.deadline_included],
        ),
        Moment(
            "It takes effect, if not called in",
            spoken(period.effective_from),
            period.effective_from,
        ),
    )
