"""Requests to call a decision in that await a ruling."""

from collections.abc import Iterator

from workflow.clock import received_at
from workflow.model.state import UNDER_CALL_IN
from workflow.procedures.attempt import judge
from workflow.procedures.requests.inputs import AcceptRequest
from workflow.procedures.table import BY_NAME
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter

_ASKED = "asked about"


def rulings(asked: OfDecision) -> Iterator[TodayMatter]:
    """A request that awaits a ruling, and whether it could be ruled valid now."""
    decision = asked.recorded
    pending = decision.proceedings.pending()
    if decision.state not in UNDER_CALL_IN:
        return
    for request in pending:
        inputs = AcceptRequest(reason=_ASKED, request=request.number)
        case = asked.case_for("request-accept", inputs)
        wanting = [
            each.because.rstrip(".")
            for each in judge(BY_NAME["request-accept"], case)
            if each.code not in _NOT_OF_THE_REQUEST
        ]
        says = f"Request {request.number}, received {received_at(request.received_at)}, awaits a "
        says += "ruling."
        if wanting:
            says += f" It cannot be ruled valid as it stands: {'; '.join(wanting)}."
        steps = ("request-reject",) if wanting else ("request-accept", "request-reject")
        commands = asked.typed(*steps, request=str(request.number))
        yield asked.matter(
            MatterKind.RULING,
            says,
            *commands,
            by=asked.who("request-accept", inputs=inputs),
            key=request.number,
        )


_NOT_OF_THE_REQUEST = frozenset({"clock-in-doubt", "out-of-order"})

EACH = (rulings,)
