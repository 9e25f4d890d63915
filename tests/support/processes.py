"""Other programs, as real processes, that act on a register at the same moment."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from multiprocessing.connection import Connection
from typing import Any

from support.people import MAKER, OFFICER
from support.registers import let_go
from support.steps import opened
from workflow import Engine, ManualClock
from workflow.answers.as_json import as_json
from workflow.errors import WorkflowError
from workflow.procedures.attempt import Refused
from workflow.register.close import close_due

Answer = dict[str, Any]


def close_all(engine: Engine, batch: int) -> Answer:
    """Close what is due, in batches; give what was closed, and any fault."""
    report = close_due(engine.transactions.writing, engine.councils, engine.clock.now, batch=batch)
    return {
        "closed": report.closed,
        "left": as_json(report.left),
        "faults": as_json(report.faults),
    }


def call_in(engine: Engine, refs: list[str], received_at: datetime) -> Answer:
    """Ask for each to be called in, received in time and recorded late."""
    return _each(
        refs,
        lambda ref: engine.take(
            ref,
            "call-in",
            by=OFFICER,
            requested_by=("Cllr A Example",),
            grounds="Consultation",
            received_at=received_at,
            late_reason="The job was running.",
        ),
    )


def late_call_in(engine: Engine, refs: list[str], received_at: datetime) -> Answer:
    """Ask for each to be called in, too late; give what is kept, and what was recorded for it."""
    asked = {"requested_by": ("Cllr A Example",), "grounds": "Cost", "received_at": received_at}
    outcomes = [engine.take(ref, "call-in", by=OFFICER, **asked) for ref in refs]
    refused = [each for each in outcomes if isinstance(each, Refused)]
    return {
        "kept": [each.kept for each in refused],
        "recorded": [each.recorded is not None for each in refused],
    }


def sign(engine: Engine, refs: list[str]) -> Answer:
    """Sign each."""
    return _each(refs, lambda ref: engine.take(ref, "sign", by=MAKER, signatory="The Leader"))


def publish(engine: Engine, refs: list[str]) -> Answer:
    """Publish each."""
    return _each(refs, lambda ref: engine.take(ref, "publish", by=OFFICER, where="offices"))


def draft(engine: Engine, count: int) -> Answer:
    """Draft so many decisions, each under the next free reference."""
    from support.steps import drafted

    return {"drafted": [drafted(engine) for _ in range(count)]}


def set_up(engine: Engine) -> Answer:
    """Use a register for the first time."""
    return {"found": len(engine.list())}


def _each(refs: list[str], act: Callable[[str], Any]) -> Answer:
    answers: Answer = {"taken": [], "refused": [], "stale": []}
    for ref in refs:
        try:
            outcome = act(ref)
        except WorkflowError as fault:
            answers["stale" if fault.code == "changed-by-another" else fault.code].append(ref)
        else:
            answers["taken" if outcome else "refused"].append(ref)
    return answers


def _wait_and_act(pipe: Connection) -> None:
    """Do each act that comes down the pipe; a register is opened before the signal to begin."""
    while True:
        try:
            address, now, act, arguments = pipe.recv()
        except EOFError:
            return
        engine = opened(address, ManualClock(now))
        if act is not set_up:
            engine.list()
        pipe.send("ready")
        pipe.recv()
        try:
            pipe.send(act(engine, *arguments))
        except Exception as failure:
            pipe.send({"failed": f"{type(failure).__name__}: {failure}"})
        let_go(engine)


class Racers:
    """Programs that are started once, and race as often as they are asked to."""

    def __init__(self, pipes: list[Connection]) -> None:
        self._pipes = pipes

    def race(
        self, address: str, now: datetime, *acts: tuple[Callable[..., Answer], tuple[Any, ...]]
    ) -> list[Answer]:
        """Have as many programs as there are acts do them at the same moment; give their answers.

        Whatever fails in any of them fails here.
        """
        pipes = self._pipes[: len(acts)]
        for pipe, (act, arguments) in zip(pipes, acts, strict=True):
            pipe.send((address, now, act, arguments))
        for pipe in pipes:
            assert pipe.recv() == "ready"
        for pipe in pipes:
            pipe.send("go")
        answers = [pipe.recv() for pipe in pipes]
        assert not [each["failed"] for each in answers if "failed" in each]
        return answers


@contextmanager
def racers(count: int) -> Iterator[Racers]:
    """Start so many programs, and end them."""
    spawning = multiprocessing.get_context("spawn")
    pairs = [spawning.Pipe() for _ in range(count)]
    programs = [
        spawning.Process(target=_wait_and_act, args=(theirs,), daemon=True) for _, theirs in pairs
    ]
    for program in programs:
        program.start()
    for _, theirs in pairs:
        theirs.close()
    try:
        yield Racers([ours for ours, _ in pairs])
    finally:
        for ours, _ in pairs:
            ours.close()
        for program in programs:
            program.join(10)
            if program.is_alive():
                program.kill()
                program.join()
