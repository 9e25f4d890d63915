"""The command `decisions`: what a shell asks to have completed is answered by little, and all else
is run."""

import gc
import os
import sys
from collections.abc import Sequence
from typing import Final

_NEW_OBJECTS: Final = 50_000
"""After how many new objects those no longer used are looked for. A command loads many that stay:
to look through them again and again takes a tenth of its time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, and give its exit code. Whatever happens, nothing is half said."""
    from cli.application import main as run_one

    return run_one(arguments)


def run() -> None:
    """Run the command line, and leave with its exit code; or complete what is typed, where a shell
    asks for that and it is known."""
    if os.environ.get("_DECISIONS_COMPLETE", "").startswith("complete_"):
        from cli.completion import answer

        answered = answer(os.environ)
        if answered is not None:
            sys.stdout.write(f"{answered.text}\n")
            sys.stdout.flush()
            os._exit(answered.code)  # a database that has not answered yet is not waited for
    gc.set_threshold(_NEW_OBJECTS)
    from cli.application import run as run_all
    from cli.one_country import load_one_country_only

    load_one_country_only()
    run_all()


if __name__ == "__main__":
    run()
