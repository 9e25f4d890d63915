"""The first page of help: the everyday commands with their lines, and the names of all others."""

from collections.abc import Iterable
from textwrap import fill
from typing import Any, Final

from cli.catalogue import EVERY_DAY, TOPICS
from cli.names import help_line

_NOT_SHOWN: Final = ("--install-completion", "--show-completion")
"""Options that Typer adds, of which the docs tell: the page is to fit a screen."""
MORE: Final = (
    "Help for one command: decisions help COMMAND. Exit codes: decisions help exit-codes. Options "
    "in the environment: decisions help environment."
)


def write_front_page(formatter: Any, options: Iterable[Any], context: Any) -> None:
    """Write what the first page has below its first words, loading no command."""
    with formatter.section("Every day"):
        formatter.write_dl([(name, help_line(name)) for name in EVERY_DAY])
    with formatter.section("And"):
        for topic, names in TOPICS.items():
            formatter.write(_names_of(topic, names, formatter.width))
    shown = [each for each in options if each.opts[0] not in _NOT_SHOWN]
    with formatter.section("Options"):
        formatter.write_dl([each.get_help_record(context) for each in shown])


def _names_of(topic: str, names: Iterable[str], width: int) -> str:
    """Give a topic with its names beside it, none of them broken at a hyphen."""
    lead = f"  {topic:<{max(map(len, TOPICS))}}  "
    text = fill(
        ", ".join(names),
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_on_hyphens=False,
    )
    return f"{text}\n"
