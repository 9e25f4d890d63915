"""Running commands in this process, as a terminal would, with a clock that is set."""

import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from cli.main import main
from workflow.clock import SystemClock

_KEPT = TemporaryDirectory(prefix="staffed-")
_READY: dict[tuple[Any, ...], Path] = {}
"""Registers where whoever is at the keyboard holds every office, by when and where that was."""


@dataclass
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return json.loads(self.err)


class Terminal:
    """A terminal at one register, at one instant at a time (UTC)."""

    def __init__(self, register: Path | str, now: str = "2018-10-18 09:00:00") -> None:
        self.register = str(register)
        self.now = now

    def __call__(self, *arguments: str, at: str | None = None) -> Said:
        """Run a command; `at` moves the clock on, in UTC."""
        if at is not None:
            self.now = at
        out, err = StringIO(), StringIO()
        now = datetime.fromisoformat(self.now).replace(tzinfo=UTC)
        with (
            patch.object(SystemClock, "now", lambda _: now),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            code = main(arguments)
        return Said(code, out.getvalue(), err.getvalue())

    def did(self, *arguments: str, at: str | None = None) -> Said:
        """Run a command that must succeed."""
        said = self(*arguments, at=at)
        assert said.code == 0, said
        return said

    def begun(self) -> "Terminal":
        """Begin the register, with nobody in it."""
        self.did("db", "upgrade")
        return self

    def staffed(self) -> "Terminal":
        """Appoint whoever is at the keyboard to everything; or, in a folder that holds nothing yet,
        copy a register where the same commands did so, at the same instant and as much set."""
        register, untouched = Path(self.register), not any(Path(self.register).parent.iterdir())
        given = ((name, os.environ[name]) for name in os.environ if name.startswith("DECISIONS_"))
        same = (self.now, *sorted(each for each in given if each[0] != "DECISIONS_DB"))
        if untouched and same in _READY:
            shutil.copy(_READY[same], register)
            return self
        for role in ("author", "decision-maker", "proper-officer", "monitoring-officer"):
            self.did("people", "add", self.me(), "--role", role, "--name", "Clerk of Works")
        if untouched and [each.name for each in register.parent.iterdir()] == [register.name]:
            _READY[same] = Path(shutil.copy(register, Path(_KEPT.name) / f"{len(_READY)}.db"))
        return self

    def me(self) -> str:
        return str(self.did("whoami", "--json").plain["person"])

    def drafted(self, *more: str) -> str:
        """Draft a complete decision, with what is given in place of its own; give its reference."""
        own = {
            "--title": "Action plan",
            "--body": "Cabinet",
            "--kind": "non-key",
            "--made-on": "2018-10-18",
            "--decision": "That the plan be approved.",
            "--reasons": "As in the report.",
        }
        usual = [word for each in own.items() if each[0] not in more for word in each]
        said = self.did("new", *usual, "--no-alternatives", "--no-conflicts", "--json", *more)
        return str(said.plain["ref"])

    def published(self, *more: str) -> str:
        """Draft, sign and publish a decision, and give its reference."""
        ref = self.drafted(*more)
        self.did("sign", ref, "--signatory", "The Leader", at="2018-10-18 14:00:00")
        self.did("publish", ref, "--where", "the website", at="2018-10-18 15:30:00")
        return ref

    def published_on(self, ref: str, day: str) -> None:
        """Draft, sign and publish a decision on one day, under a reference."""
        self.did(
            "new", "--title", "Road", "--body", "Cabinet", "--kind", "non-key", "--made-on", day,
            "--decision", "That it be built.", "--reasons", "As reported.", "--no-alternatives",
            "--no-conflicts", "--ref", ref, at=f"{day} 08:00:00",
        )  # fmt: skip
        self.did("sign", ref, "--signatory", "The Leader", at=f"{day} 09:00:00")
        self.did("publish", ref, "--where", "the website", at=f"{day} 10:00:00")
