"""What a worked example may say must be true of a decision, and how that is read."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from workflow.model.consent import ConsentApplication
from workflow.model.decision import Decision

if TYPE_CHECKING:
    from workflow.engine import Engine


def _consent(application: ConsentApplication) -> str:
    """Say what consent was asked for, and what came of it: "special urgency: given"."""
    stands = "given" if application.granted_at else "refused" if application.refused_at else "asked"
    return f"{application.purpose.label}: {stands}"


def _review(decision: Decision) -> str | None:
    """Say whether a review after implementation is open or concluded."""
    proceedings = decision.proceedings
    if proceedings.review_asked_at is None:
        return None
    ended = proceedings.review_concluded_at
    return "open" if ended is None or ended < proceedings.review_asked_at else "concluded"


READ: Final[Mapping[str, Callable[["Engine", Decision], Any]]] = {
    "state": lambda _, d: d.state.label,
    "effective-at": lambda _, d: d.effective_at,
    "implemented-at": lambda _, d: d.implemented_at,
    "last-day": lambda _, d: None if d.window is None else d.window.last_day,
    "request-deadline": lambda _, d: None if d.window is None else d.window.request_deadline,
    "due": lambda _, d: d.due_at,
    "awaited": lambda _, d: None if (g := d.proceedings.governing) is None else g.awaits.value,
    "awaited-until": lambda _, d: None if (g := d.proceedings.governing) is None else g.last_day,
    "may-implement": lambda engine, d: bool(engine.may_implement(d.ref)),
    "requests": lambda _, d: tuple(each.status.label for each in d.proceedings.requests),
    "held": lambda _, d: d.is_held,
    "decision-reads": lambda engine, d: engine.statement(d).decision,
    "route": lambda _, d: None if (route := d.proceedings.notice_route) is None else route.label,
    "notices": lambda _, d: tuple(each.kind.label for each in d.proceedings.notices),
    "consents": lambda _, d: tuple(_consent(each) for each in d.proceedings.applications),
    "irregular": lambda _, d: tuple(
        each.kind.label + ("" if each.resolved_at is None else ", accepted")
        for each in d.proceedings.irregularities
    ),
    "signed": lambda _, d: d.signed_at is not None,
    "consider-by": lambda _, d: d.proceedings.consider_by,
    "report-by": lambda _, d: d.proceedings.report_by,
    "review": lambda _, d: _review(d),
    "superseded-by": lambda _, d: d.proceedings.superseded_by,
    "parts": lambda _, d: d.proceedings.parts,
    "severed-from": lambda _, d: d.proceedings.severed_from,
}
