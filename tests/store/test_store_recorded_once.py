"""What several send at once is recorded once, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from support.councils import HEREFORDSHIRE
from support.people import MONITORING, OFFICER
from support.steps import MORNING, published
from workflow import Engine, Role
from workflow.errors import Stale
from workflow.procedures.attempt import Refused

SENDERS = 4


def sent(engines: list[Engine], send: Callable[[Engine], Any]) -> list[str]:
    """Send the same from each at once; give how each was answered."""

    def answer(engine: Engine) -> str:
        try:
            outcome = send(engine)
        except Stale:
            return "stale"
        return outcome.refusals[0].code if isinstance(outcome, Refused) else "kept"

    with ThreadPoolExecutor(len(engines)) as together:
        return sorted(together.map(answer, engines))


def test_a_request_and_an_appointment_that_several_send_at_once(
    address: str, open_register: Callable[[str], Engine]
) -> None:
    """One is kept; the others are told that it stands, or to look again."""
    engines = [open_register(address) for _ in range(SENDERS)]
    ref = published(engines[0])
    asked = {"requested_by": ("A",), "grounds": "g", "received_at": MORNING}
    answers = sent(engines, lambda engine: engine.take(ref, "call-in", by=OFFICER, **asked))
    assert answers.count("kept") == 1
    assert set(answers) <= {"kept", "already-recorded", "stale"}
    assert len(engines[0].get(ref).proceedings.requests) == 1
    to = (HEREFORDSHIRE, "x", Role.MEMBER)
    answers = sent(engines, lambda engine: engine.appointments.appoint(*to, by=MONITORING))
    assert answers == ["already-recorded"] * (SENDERS - 1) + ["kept"]
    assert len(engines[0].appointments.list(HEREFORDSHIRE)) == 1
