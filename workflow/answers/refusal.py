"""Ways of saying no: a step refused, with every reason; and a fault."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.authority import Authority
from workflow.errors import Refusal, WorkflowError
from workflow.procedures.attempt import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedAnswer:
    """What was refused, and every reason why."""

    refused: str
    """What was refused, in words."""
    reasons: tuple[Refusal, ...]
    """Every reason, not only the first."""
    kept: int | None = None
    """The number of the refused request that is on the decision's record for it, under
    `refused_requests` in `show`; null where nothing is kept."""


def refusal_answer(what: str, reasons: Sequence[Refusal], kept: int | None = None) -> RefusedAnswer:
    """Give what was refused, in words, with every reason, and what is kept of it."""
    return RefusedAnswer(refused=what, reasons=tuple(reasons), kept=kept)


def refused_answer(refused: Refused) -> RefusedAnswer:
    """Give a step that was refused, by the names of the step and the decision."""
    what = f"{refused.step} {refused.ref}".rstrip()
    return refusal_answer(what, refused.refusals, refused.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultDetail:
    """What went wrong, and what to do."""

    code: str
    """A stable name that programs may rely on."""
    because: str
    """What went wrong, in words."""
    authority: Authority | None
    """The rule behind it, if a rule is the cause."""
    remedy: str
    """What to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultAnswer:
    """A fault: the command could not do what was asked, for another reason than a council's
    rule."""

    error: FaultDetail
    """What went wrong."""


def fault_answer(fault: WorkflowError) -> FaultAnswer:
    """Give a fault, with the rule behind it where there is one."""
    return FaultAnswer(
        error=FaultDetail(
            code=fault.code,
            because=str(fault),
            authority=fault.authority,
            remedy=fault.cure,
        )
    )
