"""The process in which a council's own template is filled in, with limits that it sets itself.

It reads one request from its standard input, as JSON, and writes one answer. It is started by
`workflow.publishing.web.own`, and never within a host's own process: a template may loop for ever.
"""

import json
import sys
from pathlib import Path
from typing import Any, Final

from workflow.publishing.web.environment import Unfit, fill_own

SECONDS: Final = 5
"""Processor time, in seconds."""
MEMORY: Final = 512 * 1024 * 1024
"""Memory, in bytes."""
MOST_WRITTEN: Final = 5_000_000
"""How many characters a page may have."""


def main() -> None:
    """Fill in the template that is asked for, and answer with its text or with why not."""
    asked = json.load(sys.stdin)
    # Jinja2 is loaded before the limits: they are the template's, not ours.
    fill_own("base.html.j2", {"page_title": "", "logo": "", "logo_alt": ""}, Path("/nowhere"))
    _set_limits()
    json.dump(_answer(asked), sys.stdout)


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Give the text of the page; or which template is wrong, on which line, and why."""
    name, line = asked["name"], None
    try:
        text = fill_own(name, asked["values"], Path(asked["folder"]))
        if len(text) <= MOST_WRITTEN:
            return {"text": text}
        why = f"It makes more than {MOST_WRITTEN:,} characters"
    except Unfit as wrong:
        name, line, why = wrong.name, wrong.line, wrong.why
    except MemoryError:
        why = "It needs too much memory"
    except RecursionError:
        why = "It includes or calls itself without end"
    return {"name": name, "line": line, "why": why}


def _set_limits() -> None:
    """Set the limits of this process, where the system has them."""
    try:
        import resource
    except ImportError:  # on Windows; whoever started this ends it when its time is up
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()
