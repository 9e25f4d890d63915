"""The functions that are called with each step, once it is committed and never before."""

import logging
from collections.abc import Callable, Iterable

from workflow.procedures.attempt import Refused, Taken

_LOG = logging.getLogger("workflow")

Callback = Callable[[Taken], None]
AfterCommit = Callable[[Callable[[], None]], None]


def at_once(tell: Callable[[], None]) -> None:
    """Call the function now: the engine's own transaction is already committed."""
    tell()


class Callbacks:
    """The functions to call with each step, and what makes them wait for a host's commit."""

    def __init__(
        self, functions: Iterable[Callback] = (), after_commit: AfterCommit = at_once
    ) -> None:
        self.functions = list(functions)
        self._after_commit = after_commit

    def told(self, outcome: Taken | Refused, dry_run: bool) -> Taken | Refused:
        """Call the functions with what was kept: the step that was taken, or that it was refused,
        where that goes on the record. Give the outcome back."""
        kept = outcome if isinstance(outcome, Taken) else outcome.recorded
        if kept is not None and not dry_run:
            self.tell([kept])
        return outcome

    def tell(self, steps_taken: Iterable[Taken]) -> None:
        """Call every function with each step. An exception in one is logged and not raised."""
        steps = tuple(steps_taken)
        if not self.functions or not steps:
            return

        def tell_now() -> None:
            for step in steps:
                for each in self.functions:
                    try:
                        each(step)
                    except Exception:
                        _LOG.exception("A callback failed after %s.", step.decision.ref)

        self._after_commit(tell_now)
