"""Telling how much a register holds, so that nobody takes a copy of it for the register."""

from typing import TYPE_CHECKING

from cli.shown.fitting import wrapped
from workflow.clock import spoken

if TYPE_CHECKING:
    from workflow.register.extent import RegisterExtent

COPY = (
    "A copy made while the register was in use may lack the newest entries. The register itself "
    "cannot show that: only a seal kept outside it can tell."
)


def extent_lines(place: str, extent: "RegisterExtent") -> list[str]:
    """Give the lines that name the register, its counts and its newest entry; and of a file, what
    its copy may lack."""
    identity = "gone" if extent.identity is None else extent.identity
    begun = "" if extent.begun_at is None else f", begun {spoken(extent.begun_at)}"
    lines = [
        f"Register: {place}",
        f"Identity: {identity}{begun}. A copy has the same.",
        f"Decisions: {extent.decisions}. Entries in the journal: {extent.entries}.",
    ]
    newest = extent.newest
    if newest is None:
        lines.append("Newest entry: none. The register is empty.")
    else:
        when = newest.recorded_at
        at = "at a time that cannot be read" if when is None else spoken(when)
        lines.append(f"Newest entry: {newest.stream}, entry {newest.seq}, recorded {at}.")
    return lines if "://" in place else [*lines, *wrapped(COPY).splitlines()]
