"""Why a statement cannot be changed or signed from where its decision stands."""

from dataclasses import replace

from workflow.authority import Authority, engine_rule
from workflow.errors import Refusal
from workflow.model.decision import Decision
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.shared.wrong_state import after, stands_at, when


def no_second_signature(case: Case, under: Authority) -> Refusal:
    """Say when a decision was signed, and where it stands since: it is not signed again."""
    stands, decision = stands_at(case, under), case.decision
    if decision is None or decision.signed_at is None:
        return stands
    if decision.state is State.SIGNED:
        stands = replace(stands, because="It is not published yet.")
    return after(stands, decision, f"was signed{when(decision.signed_at)}")


_SIGNED_TEXT = engine_rule("signed text", "What has been signed is never edited in place.")


def _instead_of_amending(decision: Decision, otherwise: str) -> str:
    if decision.state is State.SIGNED:
        again = f"decisions withdraw {decision.ref} --reason 'why'"
        return f"Withdraw it, and draft it again: {again}"
    if decision.state in (State.PUBLISHED, State.WITHDRAWN, State.SUPERSEDED):
        return otherwise
    return (
        "If it is a slip of the pen, put the published text right, with what is to read otherwise: "
        f"decisions correct {decision.ref} --ruling 'why it is clerical' …"
    )


def no_amendment(case: Case, under: Authority) -> Refusal:
    """Say why a statement cannot be changed from where its decision stands."""
    decision, stands = case.decision, stands_at(case, under)
    if decision is None or decision.state is State.DRAFT:
        return stands
    return Refusal(
        code="text-is-signed",
        because=f"{stands.because} Its text is what was signed, and is not changed.",
        authority=_SIGNED_TEXT,
        remedy=_instead_of_amending(decision, stands.remedy),
    )
