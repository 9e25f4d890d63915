"""The templates of web pages, filled in by Jinja2 in its sandbox. Text is escaped."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workflow.publishing.web import templates

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SHIPPED: Final = Path(next(iter(templates.__path__)))
"""The folder of the templates that come with this program."""


def render(name: str, **values: Any) -> str:
    """Fill in a shipped template with these values."""
    return _shipped().get_template(name).render(**values)


@lru_cache(maxsize=1)
def _shipped() -> "ImmutableSandboxedEnvironment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(SHIPPED),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
