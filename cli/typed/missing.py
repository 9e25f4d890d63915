"""What a command cannot do without, all that is missing of it at once, with what each means."""

from collections.abc import Sequence
from typing import Any, Final

from cli.typed.metavars import called_by

_REFERENCE: Final = "REF"
_WHERE: Final = "see decisions list"


def missing_words(command: Any, context: Any, arguments: Sequence[str]) -> str:
    """Say all that a command line lacks."""
    given, _, _ = command.make_parser(context).parse_args(args=list(arguments))
    return f"Missing: {', '.join(map(_told, _lacking(command, context, given)))}."


def _lacking(command: Any, context: Any, options: dict[str, Any]) -> list[Any]:
    return [
        each
        for each in command.params
        if each.required and each.value_is_missing(each.consume_value(context, options)[0])
    ]


def _told(parameter: Any) -> str:
    name, help = called_by(parameter), str(parameter.help or "")
    means = help.partition(". ")[0].removesuffix(".")
    if name == _REFERENCE:
        means = f"{means}; {_WHERE}"
    return f"{name} ({means[:1].lower()}{means[1:]})" if means else name
