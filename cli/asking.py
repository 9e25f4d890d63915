"""Asking a question at a terminal."""

import sys


def asked(question: str) -> str | None:
    """Ask, and give the line that is typed; None where nobody sits there, or the typing ended.

    Ctrl-C interrupts the command, as it does anywhere."""
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        return None
    line = "\n"
    while line and not line.strip():
        sys.stderr.write(f"{question}: ")
        sys.stderr.flush()
        line = sys.stdin.readline()
    if not line:
        sys.stderr.write("\n")
    return line or None
