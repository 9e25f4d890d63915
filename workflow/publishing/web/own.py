"""A council's own templates, each filled in by a process of its own, with limits."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from workflow.errors import Invalid
from workflow.files.opening import folder_unreadable, shown
from workflow.files.trusted import must_be_trusted
from workflow.publishing.web.environment import fill

NAMES: Final = ("notice.html.j2", "page.html.j2", "base.html.j2")
"""The templates that this program uses, and a council may have its own of."""
_SECONDS: Final = 10
"""How long a page may take, in seconds, whatever the system's limits."""
_TOO_LONG: Final = "It takes too long: it may loop without end"
_CURE: Final = "Mend it, and try again: decisions notice --check-templates"


def render(name: str, values: Mapping[str, Any], folder: Path | None) -> str:
    """Fill in a template: the council's own where a folder is given that has one, else the shipped
    one.

    Raises Invalid, with the file and the line, for a template that cannot be filled in: it loops,
    grows without bounds, reaches outside its folder, turns escaping off, or is wrong; and for a
    folder or a template that somebody else could have written.
    """
    if folder is None:
        return fill(name, values)
    must_be_templates(folder)
    return _given(_answer(name, values, folder), folder)


def must_be_readable(name: str, folder: Path) -> None:
    """Read one of the council's own templates without filling it in. Raises Invalid for one that
    is wrong, as `render` does."""
    _given(_answer(name, None, folder), folder)


def _given(answer: dict[str, Any], folder: Path) -> str:
    """Give the page that was made. Raises Invalid where none was."""
    if "text" in answer:
        return str(answer["text"])
    file, why = shown(folder / answer["name"]), str(answer["why"]).rstrip(".")
    line = "" if answer["line"] is None else f", line {answer['line']}"
    told = why if why.startswith(file) else f"{file}{line}: {why}"
    raise Invalid(f"{told}.", remedy=answer["cure"] or _CURE)


def own_templates(folder: Path) -> tuple[Path, ...]:
    """Give the templates in a folder, in order of name."""
    must_be_templates(folder)
    return tuple(sorted(each for each in folder.iterdir() if each.suffix == ".j2"))


def must_be_templates(folder: Path) -> None:
    """Raise Invalid unless this is a folder that can be read, and that nobody else can write to:
    what stands in a template is published in the council's name."""
    name = f"of templates, {shown(folder)},"
    try:
        is_folder, is_there = folder.is_dir(), folder.exists()
        if is_folder:
            next(folder.iterdir(), None)
    except OSError as fault:
        raise folder_unreadable(name, fault) from None
    if not is_folder:
        what = "is not a folder" if is_there else "is not there"
        raise Invalid(
            f"The folder {name} {what}.",
            remedy="Give a folder: --templates FOLDER. Where that name comes from: decisions "
            "config show --origin",
        )
    must_be_trusted(folder)


def _answer(name: str, values: Mapping[str, Any] | None, folder: Path) -> dict[str, Any]:
    asked = json.dumps({"name": name, "values": values, "folder": str(folder)})
    # -P: no module is taken from the folder that this was started in, which may be anybody's.
    command = [sys.executable, "-P", "-m", "workflow.publishing.web.worker"]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=asked,
            capture_output=True,
            timeout=_SECONDS,
            encoding="utf-8",
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _unfit(name, _TOO_LONG)
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    if done.returncode < 0:  # ended by a signal: its processor time was up
        return _unfit(name, _TOO_LONG)
    return _unfit(name, "It needs more than a template may use")


def _unfit(name: str, why: str) -> dict[str, Any]:
    return {"name": name, "line": None, "why": why, "cure": ""}
