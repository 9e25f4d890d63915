"""Writing a settings file: the user's own, or the machine's; never one in the folder one is in."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from cli.exits import MachineFault
from cli.shown.fitting import wrapped
from workflow import config
from workflow.errors import Invalid
from workflow.files.opening import expanded, shown
from workflow.files.toml import toml_of
from workflow.store.address import HIDDEN, masked, must_be_an_address

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_FOLDERS: Final = ("constitutions", "templates")
"""The settings that name a folder, kept by its whole path: it is the same wherever one is."""


def settings_file(*, system: bool) -> Path:
    """Give the machine's settings file, or the user's own; Invalid for a user without a home."""
    if system:
        return config.MACHINE
    own = config.own_file(os.environ)
    if own is None:
        raise Invalid(
            "This user has no home to keep settings in.",
            remedy="Say where they go (export XDG_CONFIG_HOME=FOLDER), or keep the machine's "
            "(--system).",
        )
    return own


def must_be_writable(path: Path) -> None:
    """Raise a fault where a file could not be written, before anything else is done."""
    folder = path.parent
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _unwritten(path, f"the folder {shown(folder)} is not yours to write in")


def value_for(key: str, value: str, *, system: bool) -> str:
    """Give a setting's value as it is kept, a file by its whole path; Invalid for one that will not
    do. A council is looked up by whoever asks."""
    if not value.strip() or _CONTROL.search(value):
        raise Invalid(f"{key} is given no value that can be kept.", remedy="Give it in one line.")
    if key == "database":
        must_be_an_address(value)
        if system and masked(value) != value and HIDDEN in masked(value):
            raise Invalid(
                "Everyone may read the machine's settings, so no password is kept there.",
                remedy="Leave it out of the address, and keep it in each account's ~/.pgpass",
            )
        return value if "://" in value else str(expanded(value).absolute())
    if key in _FOLDERS:
        folder = expanded(value).absolute()
        if not folder.is_dir():
            raise Invalid(f"There is no folder {shown(folder)}.", remedy="Make it first.")
        return str(folder)
    return value


def write_settings(path: Path, wanted: Mapping[str, str]) -> dict[str, str | None]:
    """Write settings that are not so yet, keeping every other line; give what each was before.

    What is there already is not written again: the file is left as it is where all of it is.
    """
    before = config.read_settings(path)
    changed = {key: value for key, value in wanted.items() if before.get(key) != value}
    if changed:
        text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        for key, value in changed.items():
            text = _with(text, key, value)
        if any(toml_of(text).get(key) != value for key, value in changed.items()):
            raise Invalid(
                f"{shown(path)} is written in a way that cannot be changed here.",
                remedy="Edit it by hand: a line for each setting.",
            )
        _replace(path, text)
    return {key: before.get(key) for key in changed}


def _with(text: str, key: str, value: str) -> str:
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    there = re.compile(rf'^[ \t]*(?:{key}|"{key}"|\'{key}\')[ \t]*=.*$', re.MULTILINE)
    if there.search(text):
        return there.sub(lambda _: line, text, count=1)
    return f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{line}\n"


def _replace(path: Path, text: str) -> None:
    """Put a file in the place of one, whole or not at all; the machine's may be read by all."""
    for_all = path == config.MACHINE
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        for folder in reversed([path.parent, *path.parent.parents]):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
                if for_all:
                    folder.chmod(0o755)  # whatever the umask
        try:
            made = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(made, "w", encoding="utf-8", newline="\n") as file:
                os.fchmod(made, 0o644 if for_all else 0o600)
                file.write(text)
                file.flush()
                os.fsync(made)
            part.replace(path)
        finally:
            with suppress(OSError):
                part.unlink()
    except OSError as fault:
        raise _unwritten(path, str(fault.strerror)) from None


def _unwritten(path: Path, why: str) -> MachineFault:
    remedy = "Ask whoever owns the folder; or set it for one shell: export DECISIONS_DB=FILE"
    if path == config.MACHINE:
        remedy = "Give the command as root (sudo); or leave out --system, for your own settings."
    return MachineFault(f"{shown(path)} cannot be written: {why}.", remedy=remedy)


def overruled(wanted: Mapping[str, str]) -> Iterator[str]:
    """Warn where something that is stronger than a file sets it to another value here."""
    settings = config.settings({})
    for key, value in wanted.items():
        if settings[key].value != value:
            yield wrapped(
                f"Here {key} is {settings[key].masked or 'not set'} all the same: "
                f"{settings[key].origin} goes before it.",
                "",
                "  ",
            )
