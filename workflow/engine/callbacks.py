"""Whoever is told of each step, once it is committed and never before."""

import logging
from collections.abc import Callable, Iterable

from workflow.procedures.attempt import Refused, Taken

_LOG = logging.getLogger("workflow")

Callback = Callable[[Taken], None]
AfterCommit = Callable[[Callable[[], None]], None]


def at_once(tell: Callable[[], None]) -> None:
    """Tell without waiting: the engine's own transaction is committed already."""
    tell()


class Callbacks:
    """The functions to be told of a step, and what has them wait for the commit."""

    def __init__(
        self, functions: Iterable[Callback] = (), after_commit: AfterCommit = at_once
    ) -> None:
        self.functions = list(functions)
        self._after_commit = after_commit

    def told(self, outcome: Taken | Refused, dry_run: bool) -> Taken | Refused:
        """Tell of a step that was taken and is kept; and give what came of it."""
        if isinstance(outcome, Taken) and not dry_run:
            self.tell([outcome])
        return outcome

    def tell(self, taken: Iterable[Taken]) -> None:
        """Tell each of them of each step. What one raises is logged, and goes no further."""
        steps = tuple(taken)
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
