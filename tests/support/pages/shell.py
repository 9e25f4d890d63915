"""Running the commands that a page shows, in a real shell, and reading what they say."""

import atexit
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from support.pages.decisions import GIVEN
from workflow.clock import LONDON

ROOT = Path(__file__).resolve().parents[3]
DOCS = ROOT / "docs"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HERE_DOCUMENT = re.compile(r"<<'(\w+)'")
NO = ("Refused:", "Error:")
NO_IN_JSON = '  "error": {'
GAP = "…"
DATED = "# %A %d %B %Y, %H:%M"
"""A line that says what day and hour it is, as in "# Monday 10 June 2024, 09:00"."""


@dataclass(frozen=True)
class Shown:
    """A command that a page shows, and what the page says it answers."""

    command: str
    answers: tuple[str, ...]
    now: datetime | None = None
    """When it is run, where the page says; the machine's own clock is used where it does not."""

    @property
    def says_no(self) -> bool:
        return any(line.startswith(NO) for line in self.answers)


@dataclass(frozen=True)
class Ran:
    """How a command really ended, and all it said."""

    status: int
    said: str

    @property
    def says_no(self) -> bool:
        return any(line.startswith((*NO, NO_IN_JSON)) for line in self.said.splitlines())


def shown_in(page: Path) -> list[Shown]:
    """Give every command that a page's console blocks show, in order."""
    text = page.read_text(encoding="utf-8")
    now, found = None, list[Shown]()
    for block in CONSOLE.findall(text):
        for part in re.split(r"^(?=# \w+day )", block, flags=re.MULTILINE):
            if part.startswith("# "):
                date, _, part = part.partition("\n")
                now = datetime.strptime(date, DATED).replace(tzinfo=LONDON)
            found += (replace(one, now=now) for one in _in_block(part))
    return found


def _in_block(block: str) -> Iterator[Shown]:
    lines = iter(block.splitlines())
    command, answers = "", list[str]()
    for line in lines:
        if not line.startswith("$ "):
            answers.append(line)
            continue
        if command:
            yield Shown(command, tuple(answers))
        command, answers = line[2:], []
        while command.endswith("\\"):
            command += "\n" + next(lines)
        here = HERE_DOCUMENT.search(command)
        while here and not command.endswith(f"\n{here[1]}"):
            command += "\n" + next(lines)
    if command:
        yield Shown(command, tuple(answers))


def surroundings(home: Path) -> dict[str, str]:
    """Give an environment in which nothing is set, and `decisions` is on the path."""
    left_out = ("DECISIONS_", "XDG_", "PYTEST")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}",
        "TZ": "Europe/London",
        "LC_ALL": "C.UTF-8",
        "PYTHONWARNINGS": "error",
    }


@cache
def _command() -> str:
    """Start this test process's server of commands, and give the words that run one by it."""
    here, folder = Path(__file__).parent, TemporaryDirectory(prefix="docs-")
    address = Path(folder.name) / "server"
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(address))
    listener.listen(64)
    # It ends when its input does: with this process, however that ends.
    server = subprocess.Popen(
        [sys.executable, "-m", "support.pages.server", str(listener.fileno())],
        env=surroundings(Path(folder.name)),
        cwd=here.parents[1],
        stdin=subprocess.PIPE,
        pass_fds=[listener.fileno()],
        start_new_session=True,
    )
    listener.close()
    atexit.register(folder.cleanup)
    atexit.register(server.communicate)
    return f'"{sys.executable}" -I -S "{here / "client.py"}" "{address}"'


def run_all(commands: list[Shown], folder: Path, shell: str = "bash") -> list[Ran]:
    """Run the commands one after another in one shell, as a reader would type them."""
    mark = "=== ended with"
    script = ["ended=0", f'decisions() {{ {_command()} "$@"; }}']
    for one in commands:
        script += [f"export {GIVEN}={one.now.isoformat() if one.now else ''}"]
        script += [f"(exit $ended)\n{one.command}", "ended=$?", f'echo; echo "{mark} $ended"']
    done = subprocess.run(
        [shell, "-c", "exec 2>&1\n" + "\n".join(script)],
        cwd=folder,
        env=surroundings(folder),
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    parts = re.split(rf"^{mark} (\d+)\n", done.stdout, flags=re.MULTILINE)
    return [Ran(int(status), said) for said, status in zip(parts[0::2], parts[1::2], strict=False)]


def missing(shown: Shown, ran: Ran) -> str | None:
    """Give the first words that the page shows and the command did not say in that order."""
    said = " ".join(ran.said.split())
    place = 0
    for line in shown.answers:
        for words in line.split(GAP):
            wanted = " ".join(words.split())
            found = said.find(wanted, place)
            if found < 0:
                return wanted
            place = found + len(wanted)
    return None
