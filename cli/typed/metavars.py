"""What stands for an answer in the help of a command: a word, in place of a type's name."""

from typing import Any, Final

_WORDS: Final = (("int", "NUMBER"), ("Path", "FILE"), ("str", "TEXT"))
_LONGEST: Final = 30
"""Characters of choices that are still shown as they are; of longer ones the help tells."""


def with_word_metavars(command: Any) -> Any:
    """Have the help of a command, and its usage, say in words what each parameter takes."""
    for each in command.params:
        each._get_number_range_help_str = lambda of=each: _range(of)
        if each.param_type_name == "argument":
            shown = called_by(each)
            each.display_type_rich = _nothing
            each._usage_display_name = lambda shown=shown: shown
        elif each.metavar is None and not (each.is_flag or each.count):
            each.metavar = _word(each)
            if each.metavar == _name(each):
                each.help = f"{each.help or ''} One of: {', '.join(_choices(each))}.".strip()
    return command


def _nothing(**_: Any) -> None:
    """Say nothing of an argument's type: its name is a word."""


def _word(option: Any) -> str:
    """Give the word for what an option takes, where it was given none of its own."""
    if choices := _choices(option):
        words = "|".join(choices)
        return words if len(words) <= _LONGEST else _name(option)
    kind = str(option.bare_type())
    return next((word for name, word in _WORDS if name in kind), kind.upper())


def called_by(parameter: Any) -> str:
    """Give a parameter's name in messages: its flag, or its word."""
    if parameter.param_type_name == "option":
        return str(parameter.opts[0])
    return str(parameter.metavar or parameter.name.replace("_", "-").upper())


def _choices(option: Any) -> list[str]:
    kinds = option.type_descriptor
    if not kinds.choices:
        return []
    from cli.typed.choices import words_of

    return words_of(kinds.annotation)


def _name(option: Any) -> str:
    return str(option.name).replace("_", "-").upper()


def _range(option: Any) -> str | None:
    """Give between which numbers an answer lies."""
    least, most = getattr(option, "min", None), getattr(option, "max", None)
    if least is None:
        return None if most is None else f"{most} or less"
    return f"{least} or more" if most is None else f"{least} to {most}"
