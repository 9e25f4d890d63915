"""Settings, each with where it came from. Rules are not settings: they are dated data."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from workflow.errors import Invalid, NotFound, NotYours, WorkflowError
from workflow.files.opening import ASK_LEAVE, shown
from workflow.files.toml import toml_of
from workflow.files.trusted import ROOT, must_be_trusted, trusted_text
from workflow.store.address import masked
from workflow.text import near_word_hint


@dataclass(frozen=True, slots=True)
class Known:
    """A setting that there is."""

    name: str
    variable: str
    says: str
    in_files: bool = True
    """Whether a file may set it."""


KNOWN: Final = (
    Known(
        "database",
        "DECISIONS_DB",
        "The register: a file for SQLite, or postgresql://user@host/database.",
    ),
    Known("council", "DECISIONS_COUNCIL", "The council, where a command does not name one."),
    Known(
        "constitutions",
        "DECISIONS_CONSTITUTIONS",
        "A folder of your own constitution files, used before the shipped ones. An adopted edition "
        "is used before both.",
    ),
    Known(
        "templates",
        "DECISIONS_TEMPLATES",
        "A folder of your own templates for notices and pages, used before the shipped ones.",
    ),
    Known(
        "as",
        "DECISIONS_AS",
        "Who acts, where that is not the operating-system user. No file may set it.",
        in_files=False,
    ),
)
MACHINE: Final = Path("/etc/council-decisions/config.toml")
"""The machine's settings: what it says is final holds for everyone."""
OWNER_OF_MACHINES: Final = ROOT
IN_FOLDER: Final = "council-decisions.toml"
FINAL: Final = "final"
ENVIRONMENT: Final = "environment"
COMMAND: Final = "command line"
_BREAK: Final = re.compile(r"[\r\n]")
_NAMES: Final = tuple(known.name for known in KNOWN)
_IN_FILES: Final = tuple(known.name for known in KNOWN if known.in_files)
_VARIABLES: Final = {known.name: known.variable for known in KNOWN}


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's value, and where it came from."""

    name: str
    value: str | None
    origin: str
    final: bool = False
    """Whether the machine's file says that nothing else may set it."""
    is_here: bool = False
    """Whether it is from the file in the folder one is in."""

    @property
    def masked(self) -> str | None:
        """Give the value to show: a password in an address is hidden."""
        return None if self.value is None else masked(self.value)


def default_database(environment: Mapping[str, str]) -> str | None:
    """Give where the register is kept if nothing says otherwise; None for a user without a home."""
    base = _own(environment, "XDG_DATA_HOME", ".local/share")
    return None if base is None else str(base / "council-decisions" / "decisions.db")


def files(environment: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Give the files that are looked in, the strongest last."""
    own = own_file(environment)
    return (MACHINE, *(() if own is None else (own,)), folder / IN_FOLDER)


def own_file(environment: Mapping[str, str]) -> Path | None:
    """Give the user's own settings file, whether it is there or not; None without a home."""
    base = _own(environment, "XDG_CONFIG_HOME", ".config")
    return None if base is None else base / "council-decisions" / "config.toml"


def _own(environment: Mapping[str, str], variable: str, place: str) -> Path | None:
    """Give a folder of the user's own; None for one that has no home."""
    if environment.get(variable):
        return Path(environment[variable])
    if environment.get("HOME") == "":  # which would be the root of the file system
        return None
    try:
        return Path.home() / place
    except RuntimeError:
        return None


def read_settings(path: Path) -> dict[str, Any]:
    """Give what a settings file says, nothing where there is none; Invalid for one that cannot be
    used."""
    is_machines = path == MACHINE
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as fault:
        if not is_machines:
            return {}  # in a folder that one may not enter there is nothing of one's own
        wrong = Invalid(f"It cannot be read: {fault.strerror}.", remedy=ASK_LEAVE)
        raise _unreadable(path, wrong) from None
    try:
        if is_machines and path.parent.is_dir():
            must_be_trusted(path.parent, only=OWNER_OF_MACHINES)
        data = toml_of(trusted_text(path, only=OWNER_OF_MACHINES if is_machines else None))
    except (Invalid, NotFound) as wrong:
        raise _unreadable(path, wrong) from None
    for key, value in data.items():
        if key == FINAL:
            _must_be_final(path, value)
        elif key not in _IN_FILES:
            must_be_known(key, f"{path}: ")
        elif not isinstance(value, str) or not value or _BREAK.search(value):
            raise Invalid(f"{path}: {key} must be text.", remedy=f'Write {key} = "…".')
    return data


def must_be_known(key: str, where: str = "") -> None:
    """Raise Invalid, with the nearest, unless a file may set this."""
    if key in _IN_FILES:
        return
    if key == FINAL:
        raise Invalid(
            f"{where}final is no setting: it says which settings nothing else may set.",
            remedy=f'Write it by hand, in {MACHINE} alone: final = ["database"]',
        )
    known = f"no file may set {key}" if key in _NAMES else f"there is no setting called {key!a}"
    sentence = f"{where}{known}."
    raise Invalid(
        sentence if where else sentence[0].upper() + sentence[1:],
        remedy=f"{near_word_hint(key, _IN_FILES)}The settings: {', '.join(_IN_FILES)}.",
    )


def _unreadable(path: Path, wrong: WorkflowError) -> Invalid:
    words = str(wrong)
    what = words if words.startswith(shown(path)) else f"{shown(path)}: {words}"
    remedy = f"{wrong.cure.rstrip('.')}; or move the file away."
    if path == MACHINE and wrong.cure == ASK_LEAVE:
        remedy = (
            f"Ask root to let every account read it: chmod 755 {shown(path.parent)}; "
            f"chmod 644 {shown(path)}"
        )
    return Invalid(f"The settings file cannot be used. {what}", remedy=remedy)


def _must_be_final(path: Path, value: object) -> None:
    """Raise Invalid unless this may be said here, and is a list of settings."""
    if path != MACHINE:
        raise Invalid(
            f"{path}: what is final is said in {MACHINE} alone.", remedy="Take that line out."
        )
    if not isinstance(value, list) or not all(each in _NAMES for each in value):
        raise Invalid(
            f"{path}: {FINAL} is a list of settings.",
            remedy=f'Write {FINAL} = ["as"]. The settings: {", ".join(_NAMES)}.',
        )


def settings(
    options: Mapping[str, str | None],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> dict[str, Setting]:
    """Give every setting, with its origin: a default, a file, the environment, or as given.

    Later wins, in that order, but for what the machine's file says is final. Raises Invalid for a
    file that cannot be used, and for an unknown setting, naming the nearest; and NotYours where
    what is final is set to anything else.
    """
    env = os.environ if environment is None else environment
    here = Path.cwd() if folder is None else folder
    settings_read = {name: Setting(name, None, "not set") for name in _NAMES}
    settings_read["database"] = Setting("database", default_database(env), "default")
    for path in files(env, here):
        file_settings = read_settings(path)
        final = file_settings.pop(FINAL, ())
        for name, value in file_settings.items():
            _put(settings_read, Setting(name, value, str(path), is_here=path == here / IN_FOLDER))
        for name in final:
            settings_read[name] = replace(settings_read[name], final=True)
    for known in KNOWN:
        set_there = env.get(known.variable)
        if set_there:
            _put(settings_read, Setting(known.name, set_there, f"{ENVIRONMENT}, {known.variable}"))
    for name, chosen in options.items():
        if chosen and chosen != env.get(_VARIABLES[name]):
            _put(settings_read, Setting(name, chosen, COMMAND))
    return settings_read


def set_in_folder(
    all_settings: Mapping[str, Setting], folder: Path | None = None
) -> tuple[str, ...]:
    """Say which settings hold by what was found in the folder one is in, or by a folder of
    constitutions that was named for this command; nothing where none does."""
    here = Path.cwd() if folder is None else folder
    names = []
    mine = [each for each in all_settings.values() if each.is_here]
    if mine:
        what = ", ".join(f"{each.name} {shown(each.masked or '')}" for each in mine)
        names.append(f"This rests on {shown(here / IN_FOLDER)}, in the folder you are in: {what}.")
    rules = all_settings["constitutions"]
    if rules.value and not rules.is_here:
        lies_here = Path(os.path.realpath(rules.value)).is_relative_to(os.path.realpath(here))
        if lies_here or rules.origin == COMMAND or rules.origin.startswith(ENVIRONMENT):
            names.append(
                "This rests on the constitutions in "
                f"{shown(Path(rules.value).absolute())} ({rules.origin}), where the register "
                "holds no edition."
            )
    return tuple(names)


def _put(strongest: dict[str, Setting], setting: Setting) -> None:
    """Put a setting in the place of a weaker one; NotYours where that one is final."""
    before = strongest[setting.name]
    if not before.final:
        strongest[setting.name] = setting
    elif setting.value != before.value:
        is_register = setting.name == "database"
        elsewhere = " Check a backup on another machine." if is_register else ""
        raise NotYours(
            f'The setting "{setting.name}" is final on this machine, and was given in another way: '
            f"{setting.origin}.",
            remedy=f"Leave it out there; or ask whoever keeps {MACHINE}.{elsewhere}",
        )
