"""Asking a question at a terminal."""

import sys


def is_anyone_there() -> bool:
    """Say whether somebody sits at standard input, who can be asked."""
    return sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()


def asked(question: str, otherwise: str | None = None) -> str | None:
    """Ask, and give the line that is typed, or for an empty line what it is otherwise.

    None where nobody sits there, or the typing ended. Ctrl-C interrupts the command, as it does
    anywhere."""
    if not is_anyone_there():
        return None
    shown = question if not otherwise else f"{question} [{otherwise}]"
    line = "\n"
    while line and not line.strip():
        sys.stderr.write(f"{shown}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        if line and not line.strip() and otherwise is not None:
            return otherwise
    if not line:
        sys.stderr.write("\n")
    return line or None


def must_be_asked(question: str, otherwise: str | None = None) -> str:
    """Ask likewise, and give the answer without the spaces about it; KeyboardInterrupt where the
    typing ended, as for Ctrl-C."""
    line = asked(question, otherwise)
    if line is None:
        raise KeyboardInterrupt
    return line.strip()
