"""The templates of web pages, filled in by Jinja2 in its sandbox. Text is escaped."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from workflow.errors import Invalid, NotFound
from workflow.files.trusted import trusted_bytes
from workflow.publishing.web import templates

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

SHIPPED: Final = Path(next(iter(templates.__path__)))
"""The folder of the templates that come with this program."""
MOST_CHARACTERS: Final = 200_000
"""How long a template may be."""
_LEFT: Final = frozenset({"range"})
"""The functions that a template may call. The others of Jinja2's own are of no use here."""
_UNSAFE: Final = frozenset({"safe"})
"""The filters that would let text through as it was typed."""


class Unfit(Exception):
    """A template that may not be used: which, on which line, why, and what to do where that is
    something of its own."""

    def __init__(self, name: str, line: int | None, why: str, cure: str = "") -> None:
        super().__init__(why)
        self.name = name
        self.line = line
        self.why = why
        self.cure = cure


def fill(name: str, values: Mapping[str, Any]) -> str:
    """Fill in a template that comes with this program."""
    return _shipped().get_template(name).render(values)


@lru_cache(maxsize=1)
def _shipped() -> "ImmutableSandboxedEnvironment":
    return _environment([SHIPPED])


def fill_own(name: str, values: Mapping[str, Any] | None, folder: Path) -> str:
    """Fill in a template of a council's own, or the shipped one where it has none of that name.
    Without values it is read, and not filled in.

    This may loop, or need any amount of memory: `workflow.publishing.web.own` runs it in a process
    with limits. Raises Unfit.
    """
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        found = _environment([folder, SHIPPED]).get_template(name)
        return "" if values is None else found.render(values)
    except TemplateSyntaxError as wrong:
        why = wrong.message or "It cannot be read"
        raise Unfit(wrong.name or name, wrong.lineno, why) from None
    except SyntaxError as wrong:  # of the code that Jinja2 makes of it
        nested = Path(wrong.filename or name).name
        raise Unfit(nested, None, "Its blocks are nested too deeply") from None
    except RecursionError as wrong:
        why = "It includes or calls itself without end"
        raise Unfit(*_place(wrong, name), why) from None
    except MemoryError as wrong:
        raise Unfit(*_place(wrong, name), "It needs too much memory") from None
    except TemplateNotFound as wrong:
        raise Unfit(name, None, f"There is no template {str(wrong)[:100]!r}") from None
    except TemplateError as wrong:
        raise Unfit(*_place(wrong, name), wrong.message or "It cannot be filled in") from None
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as wrong:
        raise Unfit(*_place(wrong, name), f"{wrong}"[:200] or type(wrong).__name__) from None


def _environment(folders: Iterable[Path]) -> "ImmutableSandboxedEnvironment":
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    places = list(folders)
    made = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(made, name, places)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for each in made.globals.keys() - _LEFT:
        del made.globals[each]
    for each in _UNSAFE:
        del made.filters[each]
    return made


def _source(
    environment: "ImmutableSandboxedEnvironment", name: str, places: Iterable[Path]
) -> tuple[str, str, None] | None:
    """Give a template's text and file, from the first folder that has it; None where none has."""
    for folder in places:
        file = folder / name
        try:
            if not lexists(file):
                continue
            if file.resolve().parent != folder.resolve():
                raise Unfit(name, None, "It is outside the folder of templates")
        except (OSError, RuntimeError):
            raise Unfit(name, None, f"There is no template {name[:100]!r}") from None
        text = _text_of(file, name, is_own=folder != SHIPPED)
        _must_escape(environment, text, name)
        return text, str(file), None
    return None


def _text_of(file: Path, name: str, *, is_own: bool) -> str:
    """Give the text of a template; of one's own, only where nobody else can have written it."""
    try:
        content = trusted_bytes(file, most=MOST_CHARACTERS) if is_own else file.read_bytes()
    except (Invalid, NotFound) as wrong:
        raise Unfit(name, None, str(wrong), wrong.cure) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        raise Unfit(name, line, "It is not text in UTF-8") from None


def _must_escape(environment: "ImmutableSandboxedEnvironment", text: str, name: str) -> None:
    """Refuse a template that turns escaping off: what was typed could then be markup."""
    from jinja2 import nodes

    for each in environment.parse(text, name).find_all(nodes.ScopedEvalContextModifier):
        raise Unfit(name, each.lineno, "It turns escaping off or on; text is always escaped here")


def _place(wrong: BaseException, name: str) -> tuple[str, int | None]:
    """Give the template and the line on which something went wrong, as far as that is known."""
    trace, found = wrong.__traceback__, (name, None)
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.suffix == ".j2":
            found = (file.name, trace.tb_lineno)  # type: ignore[assignment]
        trace = trace.tb_next
    return found
