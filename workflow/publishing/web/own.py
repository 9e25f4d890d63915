"""A council's own templates, each filled in by a process of its own, with limits."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from workflow.errors import Invalid
from workflow.files.opening import shown
from workflow.publishing.web.environment import fill

NAMES: Final = ("notice.html.j2", "page.html.j2", "base.html.j2")
"""The templates that this program uses, and a council may have its own of."""
_SECONDS: Final = 10
"""How long a page may take, in seconds, whatever the system's limits."""
_CURE: Final = "Mend it, and try again: decisions notice --check-templates"


def render(name: str, values: Mapping[str, Any], folder: Path | None) -> str:
    """Fill in a template: the council's own where a folder is given that has one, else the shipped
    one.

    Raises Invalid, with the file and the line, for a template that cannot be filled in: it loops,
    grows without bounds, reaches outside its folder, turns escaping off, or is wrong.
    """
    if folder is None:
        return fill(name, values)
    must_be_templates(folder)
    answer = _answer(name, values, folder)
    if "text" in answer:
        return str(answer["text"])
    line = "" if answer["line"] is None else f", line {answer['line']}"
    why = str(answer["why"]).rstrip(".")
    raise Invalid(f"{shown(folder / answer['name'])}{line}: {why}.", remedy=_CURE)


def own_templates(folder: Path) -> tuple[Path, ...]:
    """Give the templates in a folder, in order of name."""
    must_be_templates(folder)
    return tuple(sorted(each for each in folder.iterdir() if each.suffix == ".j2"))


def must_be_templates(folder: Path) -> None:
    """Raise Invalid unless this is a folder that can be read."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "is not there"
        raise Invalid(
            f"The folder of templates, {shown(folder)}, {what}.",
            remedy="Give a folder: --templates FOLDER; or take the setting away: decisions config "
            "show",
        )
    try:
        next(folder.iterdir(), None)
    except OSError as wrong:
        raise Invalid(
            f"The folder of templates, {shown(folder)}, cannot be read: {wrong.strerror}.",
            remedy="Ask for leave to read it.",
        ) from None


def _answer(name: str, values: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    asked = json.dumps({"name": name, "values": values, "folder": str(folder.absolute())})
    command = [sys.executable, "-m", "workflow.publishing.web.worker"]
    too_long = {"name": name, "line": None, "why": "It takes too long: it may loop without end"}
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
        return too_long
    if done.returncode == 0:
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer
    if done.returncode < 0:  # ended by a signal: its processor time was up
        return too_long
    return {"name": name, "line": None, "why": "It needs more than a template may use"}
