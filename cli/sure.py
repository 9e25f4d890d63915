"""Asking first, at a terminal, before what has no way back; without one, a command goes on."""

import sys
from collections.abc import Callable
from typing import Annotated, Final, TypeVar

import typer

from cli.asking import asked, is_anyone_there
from cli.exits import INTERRUPTED, Ended
from cli.output import note, wrapped

OF_STEPS: Final = {
    "publication-void": "{ref} was published, and that publication will have been none: it is to "
    "be published again, and its period counted anew.",
    "irregular-resolve": "Irregularity {number} of {ref} will be settled for good.",
}
"""The steps that ask first, and what is said of each."""
_YES: Final = ("y", "yes")
Done = TypeVar("Done")
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first. Only a terminal is asked.")]


def surely(act: Callable[[bool], Done], what: str, *, yes: bool, dry_run: bool) -> Done:
    """Do what has no way back, or rehearse it. At a terminal it is rehearsed and asked about first;
    what would be refused is not asked about."""
    if not (yes or dry_run) and is_anyone_there() and sys.stderr.isatty():
        rehearsed = act(True)
        if not rehearsed:
            return rehearsed
        note(wrapped(what))
        answer = asked("Go on? yes or no", "no")
        if answer is None or answer.strip().lower() not in _YES:
            note("Nothing is done.")
            raise Ended(INTERRUPTED)
    return act(dry_run)
