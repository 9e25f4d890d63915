"""How a command line that was not understood is answered."""

from collections.abc import Mapping
from typing import Any, Final

_YES: Final = ("1", "true", "t", "yes", "y", "on")


def wants_json(environment: Mapping[str, str]) -> bool:
    """Say whether the environment asks for answers in JSON."""
    return environment.get("DECISIONS_JSON", "").strip().lower() in _YES


def is_bare(wrong: Any) -> bool:
    """Say whether a command line was not understood because it names no command at all."""
    return type(wrong).__name__ == "NoArgsIsHelpError"
