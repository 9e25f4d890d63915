"""What this very register exported, read back: compared with what it holds, and never written."""

from collections.abc import Mapping, Sequence

from workflow.importing.records import ListedDecision
from workflow.importing.references import MARK
from workflow.register.facts import facts_of, to_cells
from workflow.register.ports import UnitOfWork


def compared(work: UnitOfWork, exported: Sequence[ListedDecision]) -> Mapping[str, str]:
    """Give, for each of these decisions that is on the register, how it differs from what was
    exported; empty where it does not."""
    wanted = {each.identity: each for each in exported}
    first = {ref: ref.split(MARK, 1)[1] for ref in wanted if MARK in ref}
    held = work.decisions.existing([*wanted, *first.values()])
    differing = {ref: _differs(work, each) for ref, each in wanted.items() if ref in held}
    for ref, ours in first.items():
        if ours in held:
            differing.setdefault(ref, f"it went out from this register as {ours}, and is here")
    return differing


def _differs(work: UnitOfWork, exported: ListedDecision) -> str:
    was = dict(exported.raw)
    decision = work.decisions.get(exported.identity).decision
    now = {name: str(value) for name, value in to_cells(facts_of(decision)).items() if value}
    differing = [name for name in (was | now) if was.get(name) != now.get(name)]
    if not differing:
        return ""
    first = differing[0]
    more = f" (and {len(differing) - 1} more)" if len(differing) > 1 else ""
    return (
        f"it is on this register, and is not as it was exported: {first} was "
        f"{was.get(first, 'empty')}, and is {now.get(first, 'empty')}{more}"
    )
