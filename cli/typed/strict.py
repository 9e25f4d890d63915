"""What a command line is refused for that its reader would let pass: an answer given twice of which
one would count, two forms of one answer, a lone dash for text, and an option that another takes for
its text."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Final

from cli.shown.output import Invocation
from cli.typed.metavars import called_by, with_word_metavars

_FORMS: Final = ("--json", "--csv", "--markdown", "--ics", "--notice")
"""The forms of an answer: it has one."""
_DASHES: Final = ("-", "--")
_AN_OPTION: Final = re.compile(r"--[a-z][a-z-]*(=.*)?\Z", re.DOTALL)
_SHORT_HELP: Final = "-h"
_COUNCILS: Final = ("council", "councils")
"""What parameters are called that take councils' names."""


def made_strict(command: Any) -> Any:
    """Have a command refuse what would be thrown away without a word; and answer to -h."""
    usual: Callable[[Any, list[str]], list[str]] = command.parse_args

    def parse_args(context: Any, arguments: list[str]) -> list[str]:
        forms = () if context.resilient_parsing else _look(command, context, arguments)
        try:
            left = usual(context, list(arguments))
            for option in command.params:  # what the environment says is judged likewise
                if option.param_type_name == "option":
                    _says_something(context, option, context.params.get(option.name))
            if forms and forms != ("--json",) and context.params.get("as_json"):
                context.params["as_json"] = False  # what is typed wins
                Invocation.as_json = Invocation.faults_as_json = False
            return left
        except Exception as wrong:
            if getattr(wrong, "option_name", None) == _SHORT_HELP:
                return usual(context, ["--help"])
            if type(wrong).__name__ == "MissingParameter" and not context.resilient_parsing:
                from cli.typed.missing import missing_words

                context.fail(missing_words(command, context, arguments))
            raise

    command.parse_args = parse_args
    for each in command.params:
        if each.type_descriptor.choices or each.name in _COUNCILS:
            _reads_generously(each)
    return with_word_metavars(command)


def _reads_generously(parameter: Any) -> None:
    """Have an option, or an argument, take one of a fixed list, or a council, however it is
    written."""
    usual, kind = parameter.process_value, parameter.type_descriptor.annotation

    def read(typed: Any) -> Any:
        from cli.typed.choices import chosen, council_name

        if isinstance(typed, list | tuple):
            return [read(each) for each in typed]
        if type(typed) is not str:
            return typed
        if parameter.name in _COUNCILS:
            return council_name(typed)
        return chosen(kind, typed, called_by(parameter))

    parameter.process_value = lambda context, value: usual(context, read(value))


def _look(command: Any, context: Any, arguments: Sequence[str]) -> tuple[str, ...]:
    """Refuse what is to be refused; give the forms of an answer that are typed."""
    _takes_no_option(command, context, arguments)
    try:
        values, _, order = command.make_parser(context).parse_args(args=list(arguments))
    except Exception as wrong:
        if hasattr(wrong, "format_message"):
            return ()  # it is refused for that, below
        raise
    options = [each for each in order if each.param_type_name == "option"]
    for option, times in Counter(options).items():
        if times > 1 and not (option.multiple or _is_switch(option)):
            context.fail(f"{_flags(option)} is given {times} times, and only one would count.")
    for option in options:
        _says_something(context, option, values.get(option.name))
    if command.name == "explain":  # which says so itself, with its own cure
        return ()
    forms = [option.opts[0] for option in dict.fromkeys(options) if option.opts[0] in _FORMS]
    if len(forms) > 1:
        context.fail(f"An answer has one form: {' and '.join(forms)} do not go together.")
    return tuple(forms)


def _takes_no_option(command: Any, context: Any, arguments: Sequence[str]) -> None:
    """Refuse an option that is given no answer, so that the option after it would be its text."""
    takes = {
        flag
        for each in command.params
        if each.param_type_name == "option" and not (each.is_flag or each.count)
        for flag in each.opts
    }
    for flag, follows in pairwise(arguments):
        if flag == "--":
            return
        if flag in takes and _AN_OPTION.match(follows):
            context.fail(
                f"{flag} is given nothing, and {follows[:40]!a} would be taken for its answer. "
                f"If that is meant, write it as one: {flag}={follows[:40]}"
            )


def _says_something(context: Any, option: Any, value: Any) -> None:
    if any(dashes in (value if isinstance(value, list) else [value]) for dashes in _DASHES):
        context.fail(
            f"{_flags(option)} is given a lone dash, which says nothing. Give it in words; or, "
            "where it takes @FILE, from a file."
        )


def typed_options(context: Any, *names: str) -> list[str]:
    """Give which of these options are typed, and not left out or taken from the environment."""
    options = []
    for option in context.command.params:
        source = context.get_parameter_source(option.name)
        if option.name in names and source is not None and source.name == "COMMANDLINE":
            options.append(option.opts[-1])
    return options


def _is_switch(option: Any) -> bool:
    """Say whether an option only says yes, so that to say it twice says no more."""
    return bool(option.is_flag) and not option.secondary_opts


def _flags(option: Any) -> str:
    return "/".join((*option.opts, *option.secondary_opts))
