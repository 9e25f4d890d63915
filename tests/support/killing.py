"""A program that closes and can be killed at any moment."""

import multiprocessing
import os
import signal
import time
from datetime import datetime
from multiprocessing.connection import Connection

from support.steps import opened
from workflow import ManualClock
from workflow.register.close import close_due

# A server that has loaded the engine already starts a program in milliseconds.
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["support.killing"])


def _close_and_close(address: str, now: datetime, pipe: Connection) -> None:
    engine = opened(address, ManualClock(now))
    engine.close_due(limit=1, dry_run=True)
    pipe.send("ready")
    while True:
        close_due(engine.transactions.writing, engine.councils, engine.clock.now, batch=2)


def kill_a_close(address: str, now: datetime, after: float) -> None:
    """Start a program that closes, and kill it so many seconds after it begins."""
    ours, theirs = _SERVER.Pipe()
    program = _SERVER.Process(target=_close_and_close, args=(address, now, theirs), daemon=True)
    program.start()
    theirs.close()
    assert ours.recv() == "ready"
    time.sleep(after)
    assert program.pid is not None
    os.kill(program.pid, signal.SIGKILL)
    program.join()
    assert program.exitcode == -signal.SIGKILL
    ours.close()
