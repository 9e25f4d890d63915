"""Settings, each with where it came from. Rules are not settings: they are dated data."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from workflow.errors import Invalid
from workflow.model.address import masked


@dataclass(frozen=True, slots=True)
class Known:
    """A setting that there is."""

    name: str
    variable: str
    says: str


KNOWN: Final = (
    Known(
        "database",
        "DECISIONS_DB",
        "The register: a file for SQLite, or postgresql://user@host/database.",
    ),
    Known("council", "DECISIONS_COUNCIL", "The council, where a command does not name one."),
    Known(
        "policy-path",
        "DECISIONS_POLICY_PATH",
        "A folder with constitution files of your own, which win over the shipped ones; an edition "
        "that was adopted wins over both.",
    ),
)
_NAMES: Final = tuple(known.name for known in KNOWN)
_VARIABLES: Final = {known.name: known.variable for known in KNOWN}


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting's value, and where it came from."""

    name: str
    value: str | None
    origin: str

    @property
    def masked(self) -> str | None:
        """Give the value to show: a password in an address is hidden."""
        return None if self.value is None else masked(self.value)


def default_database(environment: Mapping[str, str]) -> str:
    """Give where the register is kept if nothing says otherwise."""
    base = environment.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(base) / "council-decisions" / "decisions.db")


def files(environment: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    """Give the files that are looked in, the strongest last."""
    base = environment.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return (
        Path("/etc/council-decisions/config.toml"),
        Path(base) / "council-decisions" / "config.toml",
        folder / "council-decisions.toml",
    )


def _read(path: Path) -> dict[str, str]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise Invalid(
            f"The settings file {path} cannot be read: {wrong}.", remedy="Mend it, or move it away."
        ) from None
    for key, value in data.items():
        if key not in _NAMES:
            near = get_close_matches(key, _NAMES, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise Invalid(
                f"{path}: there is no setting called {key!a}.",
                remedy=f"{hint}The settings: {', '.join(_NAMES)}.",
            )
        if not isinstance(value, str) or not value:
            raise Invalid(f"{path}: {key} must be text.", remedy=f'Write {key} = "…".')
    return data


def settings(
    given: Mapping[str, str | None],
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> dict[str, Setting]:
    """Give every setting, with its origin: a default, a file, the environment, or as given.

    Later wins, in that order. Raises Invalid for a file that cannot be read, and for an unknown
    setting, naming the nearest.
    """
    env = os.environ if environment is None else environment
    found = {name: Setting(name, None, "not set") for name in _NAMES}
    found["database"] = Setting("database", default_database(env), "default")
    for path in files(env, Path.cwd() if folder is None else folder):
        for name, value in _read(path).items():
            found[name] = Setting(name, value, str(path))
    for known in KNOWN:
        set_there = env.get(known.variable)
        if set_there:
            found[known.name] = Setting(known.name, set_there, f"environment, {known.variable}")
    for name, chosen in given.items():
        if chosen and chosen != env.get(_VARIABLES[name]):
            found[name] = Setting(name, chosen, "command line")
    return found
