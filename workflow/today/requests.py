"""Requests to call a decision in: those that await a ruling, and those refused lately."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from workflow.clock import received_at
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.model.state import UNDER_CALL_IN
from workflow.procedures.attempt import judge
from workflow.procedures.requests.inputs import AcceptRequest
from workflow.procedures.table import BY_NAME
from workflow.today.asked import OfCouncil, OfDecision
from workflow.today.matter import MatterKind, TodayMatter
from workflow.wording.refused_requests import refused_words

_ASKED: Final = "asked about"
_LATELY: Final = timedelta(days=7)


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


def refused_lately(council: OfCouncil, _: Sequence[Decision]) -> Iterator[TodayMatter]:
    """A request that was refused in the last seven days, and was not entered again since."""
    since = council.now - _LATELY
    for decision in council.work.decisions.refused_since(council.council, since):
        for request in decision.proceedings.refused:
            if request.refused_at < since or request.entered_at is not None:
                continue
            received, why = received_at(request.received_at), refused_words(request.codes)
            yield council.matter(
                MatterKind.REFUSED_REQUEST,
                f"A request received {received} was refused: {why}. It opened nothing. Tell those "
                "who asked, if nobody has.",
                f"show {decision.ref}",
                by=_WHO_TELLS,
                key=request.number,
                of=decision,
            )


_WHO_TELLS: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
EACH = (rulings,)
OF_COUNCIL = (refused_lately,)
