"""A way to meet a refusal: what has happened before, and the command that is then refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from support.councils import HEREFORDSHIRE
from support.people import AUTHOR, MAKER, OFFICER
from support.steps import drafted, must, published, signed
from workflow import Engine, Kind, ManualClock
from workflow.model.statement import Urgency

Life = Callable[[Engine, ManualClock], str]


@dataclass(frozen=True)
class Way:
    """How one refusal is met on the command line."""

    code: str
    life: Life
    """What has happened; it gives the reference that the command names."""
    line: str
    """The command, with {ref} where the reference stands."""
    days: float = 0
    """How many days have passed since."""

    @property
    def wait(self) -> timedelta:
        """Give how long after its life the command is given."""
        return timedelta(days=self.days)


def a_draft(council: str = HEREFORDSHIRE, **said: Any) -> Life:
    """A draft, complete but for what is changed."""
    return lambda engine, _: drafted(engine, council, **said)


def a_signed(council: str = HEREFORDSHIRE, **said: Any) -> Life:
    """A decision that is signed."""
    return lambda engine, _: signed(engine, council, **said)


def an_open(council: str = HEREFORDSHIRE, **said: Any) -> Life:
    """A decision in its period."""
    return lambda engine, _: published(engine, council, **said)


def after(life: Life, *steps: tuple[str, Any, dict[str, Any]]) -> Life:
    """A life that goes on by these steps, each of which must be taken."""

    def live(engine: Engine, clock: ManualClock) -> str:
        ref = life(engine, clock)
        for verb, by, given in steps:
            must(engine.take(ref, verb, by=by, **given))
        return ref

    return live


def closed(council: str) -> Life:
    """A decision whose period has run out, as the close has recorded."""

    def live(engine: Engine, clock: ManualClock) -> str:
        ref = published(engine, council)
        clock.move_to(clock.now() + timedelta(days=14))
        assert engine.close_due().closed == [ref]
        return ref

    return live


def a_notice(engine: Engine, days: int, **more: Any) -> dict[str, Any]:
    """Give what a notice of a key decision says that was published so many days ago."""
    return {
        "kind": "key-decision",
        "published_at": engine.clock.now() - timedelta(days=days),
        "where": "the website",
        "matter": "The plan",
        "maker": "Cabinet: Cllrs A, B and C",
        "decide_from": engine.clock.now().date(),
        "documents": "none",
        "copies": "from the offices",
        **more,
    }


def noticed(days: int) -> Life:
    """A draft of a key decision of which notice was given so many days ago."""

    def live(engine: Engine, _: ManualClock) -> str:
        ref = drafted(engine, kind=Kind.KEY)
        must(engine.take(ref, "advance-notice-give", by=OFFICER, **a_notice(engine, days)))
        return ref

    return live


def key_and_open(engine: Engine, clock: ManualClock) -> str:
    """A key decision in its period."""
    ref = noticed(40)(engine, clock)
    must(engine.take(ref, "sign", by=MAKER, signatory="Leader"))
    must(engine.take(ref, "publish", by=OFFICER, where="the website"))
    return ref


def urgent(**changes: Any) -> Urgency:
    """A complete claim to urgency, except for what is changed."""
    said = {"reason": "A flood.", "agreed_by": "Cllr B", "capacity": "chair of scrutiny"}
    return Urgency(**{**said, "agreed_on": None, **changes})


def asked_consent(purpose: str, life: Life) -> Life:
    """A life in which consent is then asked for a purpose."""
    return after(life, ("consent-ask", AUTHOR, {"purpose": purpose, "reason": "A flood."}))


def answered(verb: str, purpose: str, capacity: str, by: str) -> tuple[str, Any, dict[str, Any]]:
    """One answer to a request for consent, as a step."""
    given = {"purpose": purpose, "capacity": capacity, "given_by": by, "note": "By email."}
    return verb, OFFICER, given
