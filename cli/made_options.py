"""Commands whose options are made from data: a function with the signature it is given."""

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature
from typing import Any

Options = Mapping[str, tuple[Any, Any]]
"""By name, an option's annotation and its default; `REQUIRED` where there is none."""
REQUIRED = Parameter.empty


def with_options(function: Callable[..., None], options: Options) -> Callable[..., None]:
    """Give the function the options of a command, so that Typer can read them."""
    parameters = [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in options.items()
    ]
    function.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    function.__annotations__ = {each.name: each.annotation for each in parameters}
    return function
