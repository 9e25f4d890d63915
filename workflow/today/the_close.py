"""The close: whether it has run, and what it could not do."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from workflow.clock import spoken
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.today.asked import OfCouncil
from workflow.today.matter import MatterKind, TodayMatter

_A_NIGHT: Final = timedelta(hours=25)
"""After this long without a run, a job that runs every night has missed one."""
_LOOKED_BACK: Final = 20
"""How many runs of this council are looked at for one that ended."""


def the_close(council: OfCouncil, decisions: Sequence[Decision]) -> Iterator[TodayMatter]:
    """The close, if a decision is due and it has not run, or for a day, or met a fault."""
    waiting = [each.due_at for each in decisions if each.due_at is not None]
    found = council.work.runs.latest(_LOOKED_BACK, council.council) if waiting else ()
    ended = [(each.finished_at, each) for each in found if each.finished_at is not None]
    says, command = "", "close"
    if not ended:
        if any(due <= council.now for due in waiting):
            says = "The close has not run yet, and a decision is due."
    else:
        finished, last = ended[0]
        ran = spoken(finished.replace(second=0, microsecond=0))
        told = "; ".join(f"{each.ref}: {each.because}" for each in last.faults)
        if council.now - finished > _A_NIGHT:
            says = f"The close last ran at {ran}, which is more than a day ago."
        elif told:
            says, command = f"The close of {ran} met a fault. {told}", "runs"
    if says:
        yield council.matter(MatterKind.CLOSE, says, command, by=(Role.PROPER_OFFICER,))


OF_COUNCIL = (the_close,)
