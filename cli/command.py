"""A command: a function that returns its answer, with the options that it shares with others.

What it returns says which they are: an `Answer` can be had as JSON, a `Listing` as CSV too. Each
command may name a register, and show where it crashed."""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, TypeVar

from cli.shown.answer import Answer, Listing, print_answer
from cli.shown.pager import PAGED, NoPager
from cli.typed import options

Options = Mapping[str, tuple[Any, Any]]
"""By name, an option's annotation and its default; `REQUIRED` where there is none."""
REQUIRED = Parameter.empty
Function = TypeVar("Function", bound=Callable[..., Any])
_WITHOUT_REGISTER = set[Callable[..., Any]]()


def without_register(function: Function) -> Function:
    """Mark a command that opens no register: it takes no --db."""
    _WITHOUT_REGISTER.add(function)
    return function


def with_options(function: Callable[..., Answer], options: Options) -> Callable[..., Answer]:
    """Give the function the options of a command that are made from data, so that Typer can read
    them."""
    return _declared(
        function,
        [_parameter(name, *option) for name, option in options.items()],
    )


def with_shared_options(name: str, function: Callable[..., Any]) -> Callable[..., None]:
    """Give a command the options that it shares with others, and print what it returns. One that
    it declares itself stays where it is."""
    own = signature(function)
    parameters = [each.replace(kind=Parameter.KEYWORD_ONLY) for each in own.parameters.values()]
    shared = [
        each
        for each in _shared(name, function, own.return_annotation)
        if each.name not in own.parameters
    ]
    names = frozenset(each.name for each in shared)

    @wraps(function)
    def command(**given: Any) -> None:
        answer = function(**{each: value for each, value in given.items() if each not in names})
        if answer is not None:
            print_answer(answer, as_csv=bool(given.get("as_csv")))

    return _declared(command, [*parameters, *shared])


def _shared(name: str, function: Callable[..., Any], returns: Any) -> Iterator[Parameter]:
    if function not in _WITHOUT_REGISTER:
        yield _parameter("db", options.Db, None)
    if isinstance(returns, type) and issubclass(returns, Answer):
        yield _parameter("as_json", options.Json, False)
        if issubclass(returns, Listing):
            yield _parameter("as_csv", options.Csv, False)
    yield _parameter("traceback", options.Traceback, False)
    if name in PAGED:
        yield _parameter("no_pager", NoPager, False)


def _parameter(name: str, annotation: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _declared(function: Callable[..., Any], parameters: list[Parameter]) -> Callable[..., Any]:
    returns = function.__annotations__.get("return")
    function.__signature__ = Signature(parameters, return_annotation=returns)  # type: ignore[attr-defined]
    function.__annotations__ = {each.name: each.annotation for each in parameters}
    return function
