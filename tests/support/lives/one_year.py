"""A year at Gullshire: decisions of each sort that a council is told of, and its reports."""

from datetime import date, datetime
from typing import Any

from support.councils import GULLSHIRE
from support.fakes.register import MemoryRegister
from support.people import AUTHOR, MAKER, MONITORING, OFFICER
from support.requests import rules
from support.steps import drafted, must, published, signed
from workflow import Engine, Kind, ManualClock, Role
from workflow.clock import LONDON
from workflow.model.statement import Urgency
from workflow.register.councils import Councils
from workflow.reports.contents import Report

OCTOBER = (date(2018, 10, 1), date(2018, 10, 31))
DUTIES = """
[[publication-target]]
from = 2010-01-01
days = 2
basis = "constitution"
rule = "Part 5, rule 50"
words = "A decision is published within two working days."

[[call-in-report]]
from = 2010-01-01
every-months = 6
basis = "constitution"
rule = "Part 5, rule 60"
words = "Requests to call in are reported to council twice a year."

[[direction]]"""
"""A target for publication, and a duty to report requests to call in."""


def engine_of(*changes: tuple[str, str]) -> Engine:
    """Give an engine at Gullshire, its file changed so, with chairs in office."""
    council = rules("gullshire", *changes).constitution
    clock = ManualClock(datetime(2018, 7, 2, 9, tzinfo=LONDON))
    engine = Engine(MemoryRegister(), Councils([council]), clock)
    for person, role in (("a.chair", Role.SCRUTINY_CHAIR), ("c.chair", Role.CHAIR_OF_COUNCIL)):
        assert engine.appointments.appoint(
            GULLSHIRE, person, role, by=MONITORING, name=f"Cllr {person}"
        )
    return engine


def at(engine: Engine, day: int, hour: int = 9, minute: int = 0, month: int = 10) -> None:
    """Move the clock to an instant of 2018, as London's clocks show it."""
    assert isinstance(engine.clock, ManualClock)
    engine.clock.move_to(datetime(2018, month, day, hour, minute, tzinfo=LONDON))


def today(engine: Engine) -> date:
    """Give the day in London."""
    return engine.clock.now().astimezone(LONDON).date()


def consent(engine: Engine, ref: str, purpose: str, *offices: tuple[str, str]) -> None:
    """Ask consent, and have each office give it."""
    must(engine.take(ref, "consent-ask", by=AUTHOR, purpose=purpose, reason="A flood."))
    for capacity, who in offices:
        given = {"purpose": purpose, "capacity": capacity, "given_by": who, "note": "Yes."}
        must(engine.take(ref, "consent-give", by=OFFICER, **given))


CHAIR, COUNCIL = ("scrutiny-chair", "a.chair"), ("chair-of-council", "c.chair")


def ordinary(engine: Engine, **said: Any) -> str:
    """Publish a decision like most."""
    return published(engine, GULLSHIRE, made_on=today(engine), **said)


def urgent(engine: Engine, *, publish: bool = True, **said: Any) -> str:
    """Sign and publish a key decision whose urgency the chair of scrutiny agreed to."""
    ref = drafted(
        engine,
        GULLSHIRE,
        kind=Kind.KEY,
        made_on=today(engine),
        urgency=Urgency(reason="The bridge may fall."),
        **said,
    )
    consent(engine, ref, "special-urgency", CHAIR)
    must(engine.take(ref, "sign", by=MAKER, signatory="Leader"))
    if publish:
        must(engine.take(ref, "publish", by=OFFICER, where="website"))
    return ref


def exempt(engine: Engine) -> str:
    """Publish a decision exempt from call-in by both consents."""
    ref = signed(engine, GULLSHIRE, made_on=today(engine))
    consent(engine, ref, "exemption", CHAIR, COUNCIL)
    stated = {"where": "website", "exemption_reason": "Rain is forecast."}
    must(engine.take(ref, "publish", by=OFFICER, **stated))
    return ref


def asked(
    engine: Engine, ref: str, *people: str, grounds: str = "consultation: Nobody was."
) -> None:
    given = {"requested_by": people, "grounds": grounds, "received_at": engine.clock.now()}
    must(engine.take(ref, "call-in", by=OFFICER, **given, electors=150))


def report(
    engine: Engine, subject: str, since: date = OCTOBER[0], until: date = OCTOBER[1]
) -> Report:
    """Report on a matter for a period; October if left out."""
    return engine.reports.make(subject, GULLSHIRE, since, until)


def refs(found: Report) -> list[str]:
    """Give the reference on each line."""
    return [line.ref for line in found.lines]
