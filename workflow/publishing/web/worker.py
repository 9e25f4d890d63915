"""The process in which a council's own template is filled in, with limits that it sets itself.

It reads one request from its standard input, as JSON, and writes one answer. It is started by
`workflow.publishing.web.own`, and never within a host's own process: a template may loop for ever.
"""

import json
import sys
from contextlib import suppress
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
    name = asked["name"]
    try:
        text = fill_own(name, asked["values"], Path(asked["folder"]))
        if len(text) > MOST_WRITTEN:
            raise Unfit(name, None, f"It makes more than {MOST_WRITTEN:,} characters")
        _must_be_text(text, name)
    except Unfit as wrong:
        return {"name": wrong.name, "line": wrong.line, "why": wrong.why, "cure": wrong.cure}
    except MemoryError:
        return {"name": name, "line": None, "why": "It needs too much memory", "cure": ""}
    return {"text": text}


def _must_be_text(text: str, name: str) -> None:
    """Raise Unfit for text that no file can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Unfit(name, None, "It writes half a character, such as \\ud800") from None


def _set_limits() -> None:
    """Set the limits of this process, where the system has them."""
    try:
        import resource
    except ImportError:  # on Windows; whoever started this ends it when its time is up
        return
    for which, soft, hard in (
        (resource.RLIMIT_CPU, SECONDS, SECONDS + 1),
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_FSIZE, 0, 0),
    ):
        _, most = resource.getrlimit(which)
        if most != resource.RLIM_INFINITY:  # it is bound already, and cannot be given more
            soft, hard = min(soft, most), min(hard, most)
        with suppress(OSError, ValueError):  # macOS bounds no process's memory
            resource.setrlimit(which, (soft, hard))


if __name__ == "__main__":
    main()
