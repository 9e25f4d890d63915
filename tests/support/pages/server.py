"""One warm process from which each command that the pages show is forked.

A command still runs in a process of its own, with the folder, the environment and the very files of
whoever typed it, and ends as it would by itself: only the loading of the libraries is shared. That
it starts from nothing too is shown by tests/end_to_end/test_real_shell.py.
"""

import gc
import importlib
import json
import os
import pkgutil
import select
import socket
import sys
import time
import traceback
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from cli.main import main
from support.pages import decisions
from support.pages.register import build


def _load() -> None:
    """Load everything that any command may need, and have it used once."""
    for package in ("workflow", "cli"):
        found = importlib.import_module(package)
        for module in pkgutil.walk_packages(found.__path__, f"{package}."):
            if not module.name.startswith("workflow.store.migrations."):
                importlib.import_module(module.name)
    for name in ("sqlalchemy.dialects.sqlite", "alembic.command", "icalendar"):
        importlib.import_module(name)
    # What the libraries work out at their first use, such as how a table is asked for.
    with TemporaryDirectory() as folder:
        register = Path(folder) / "warm.db"
        build(register)
        os.environ.update(DECISIONS_DB=str(register), DECISIONS_COUNCIL="herefordshire")
        for command in ("whoami", "list", "show HFD-053", "explain HFD-051", "next HFD-052"):
            with redirect_stdout(StringIO()):
                assert main(command.split()) == 0


def _serve(listener: socket.socket) -> None:
    """Fork once for each command, until whoever started this has ended."""
    running: set[int] = set()
    while sys.stdin not in select.select([listener, sys.stdin], [], [])[0]:
        asking, _ = listener.accept()
        child = os.fork()
        if child == 0:
            listener.close()
            _run(asking)
        asking.close()
        running = {one for one in (*running, child) if os.waitpid(one, os.WNOHANG) == (0, 0)}
    for one in running:
        os.waitpid(one, 0)


def _run(asking: socket.socket) -> NoReturn:
    """Run the command that is asked for, tell how it ended, and end so."""
    head, files, _, _ = socket.recv_fds(asking, 8, 3)
    with asking.makefile("rb") as rest:
        arguments, folder, environment = json.loads(rest.read(int.from_bytes(head, "big")))
    _become(arguments, folder, environment, files)
    status: object = 1
    try:
        decisions.main()
    except SystemExit as ended:
        status = ended.code
    except BaseException:
        traceback.print_exc()
    with suppress(BrokenPipeError):
        gc.collect()  # whatever was not closed is told of now, as at the end of a program
        sys.stdout.flush()
        sys.stderr.flush()
    code = status if isinstance(status, int) else int(status is not None)
    asking.sendall(str(code).encode())
    os._exit(code)


def _become(
    arguments: list[str], folder: str, environment: dict[str, str], files: list[int]
) -> None:
    """Take on what the caller handed over."""
    for name, given in enumerate(files):
        os.dup2(given, name)
        os.close(given)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = ["decisions", *arguments]
    text: dict[str, Any] = {"encoding": "utf-8", "closefd": False}
    sys.stdin = open(0, **text)  # noqa: SIM115
    # A line at a time, as at a terminal, so that what is said stands in the order it was said in.
    sys.stdout = open(1, "w", buffering=1, **text)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, errors="backslashreplace", **text)  # noqa: SIM115
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr


if __name__ == "__main__":
    _load()
    gc.collect()
    gc.freeze()
    with socket.socket(fileno=int(sys.argv[1])) as listener:
        _serve(listener)
