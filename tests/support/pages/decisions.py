"""The command `decisions`, on the day and at the hour that a page says it is."""

import os
from datetime import datetime

from workflow.clock import SystemClock, in_utc

GIVEN = "PAGE_NOW"
"""The environment variable with the instant; without it the machine's own clock is used."""


def main() -> None:
    """Run the command."""
    given = os.environ.get(GIVEN)
    if given:
        instant = in_utc(datetime.fromisoformat(given))
        SystemClock.now = lambda _: instant  # type: ignore[method-assign]
    from cli.main import run

    run()


if __name__ == "__main__":
    main()
