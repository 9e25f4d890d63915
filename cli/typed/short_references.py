"""A reference that is typed short: understood where one decision alone can be meant, and said
back. A program gives it whole, since nothing is said back to one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from cli.shown.output import Invocation, note
from workflow.errors import NotFound


def by_any_reference(command: Callable[..., Any]) -> Callable[..., Any]:
    """Have a command take a reference by its end: it is run again with the one that is meant.

    Nothing was done the first time, since no decision was found.
    """

    @wraps(command)
    def understood(**given: Any) -> Any:
        try:
            return command(**given)
        except NotFound as wrong:
            typed = given.get("ref")
            if Invocation.as_json or not typed or wrong.sought != typed or len(wrong.meant) != 1:
                raise
            meant = wrong.meant[0]
        note(f"{typed} is {meant}.")
        return command(**{**given, "ref": meant})

    return understood
