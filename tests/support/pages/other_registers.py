"""What else the register holds on the pages that need it: a life in Hackney, and a quarter's
decisions in Gloucestershire, of June 2024."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

from support.pages.register import FOUNDER, PEOPLE, at, statement
from workflow import Engine, Kind, ManualClock, Role, Urgency, open_engine

WEBSITE = "the council's website"
ASKED = {"purpose": "special-urgency", "reason": "The bridge may fall before July."}


def _appoint(engine: Engine, council: str, *more: tuple[str, str, Role]) -> None:
    """Appoint everyone; the monitoring officer last, as afterwards only they appoint."""
    last = Role.MONITORING_OFFICER
    for person, name, role in sorted([*PEOPLE, *more], key=lambda each: each[2] is last):
        assert engine.appointments.appoint(council, person, role, name=name, by=FOUNDER)


def hackney(engine: Engine, clock: ManualClock) -> None:
    """Publish a decision of the cabinet in Hackney, and appoint four members."""
    names = ("Ash", "Beech", "Cedar", "Dogwood")
    _appoint(
        engine,
        "hackney",
        *((f"cllr.{name.lower()}", f"Cllr {name}", Role.MEMBER) for name in names),
    )
    clock.move_to(at(10, 9))
    said = statement("Housing repairs", made_on=date(2024, 6, 10))
    assert engine.draft(council="hackney", statement=said, by="d.author", ref="HAC-061")
    assert engine.take("HAC-061", "sign", by="the.leader", signatory="The Mayor")
    clock.move_to(at(10, 16))
    assert engine.take("HAC-061", "publish", by="p.officer", where=WEBSITE)


def hackney_asked(engine: Engine, clock: ManualClock) -> None:
    """The same, with a request that awaits a ruling: too few ask for it."""
    hackney(engine, clock)
    clock.move_to(at(14, 10))
    names = ("Cllr Ash", "Cllr Beech", "Cllr Cedar", "Cllr Dogwood")
    asking: dict[str, Any] = {"requested_by": names, "grounds": ("budget",)}
    assert engine.take("HAC-061", "call-in", by="p.officer", received_at=at(14, 9), **asking)


def hackney_called_in(engine: Engine, clock: ManualClock) -> None:
    """The same, with a fifth member, and the request ruled valid: scrutiny's time limit runs."""
    hackney_asked(engine, clock)
    elm = ("cllr.elm", "Cllr Elm", Role.MEMBER)
    assert engine.appointments.appoint("hackney", elm[0], elm[2], name=elm[1], by="m.officer")
    joins: dict[str, Any] = {"requested_by": (elm[1],), "received_at": at(14, 10)}
    assert engine.take("HAC-061", "request-support", by="p.officer", **joins)
    assert engine.take("HAC-061", "request-accept", by="m.officer", reason="Five members")


def irregular(engine: Engine, clock: ManualClock) -> None:
    """Note an irregularity in Herefordshire, and that it was accepted."""
    clock.move_to(at(13, 11))
    what: dict[str, Any] = {
        "kind": "implemented-early",
        "happened_on": date(2024, 6, 6),
        "rule": "Local Government Act 2000, section 9F",
        "what": "Work began on the High Street",
    }
    assert engine.take("HFD-041", "irregular-note", by="p.officer", **what)
    settled: dict[str, Any] = {"accepted_by": "the monitoring officer", "reason": "It was stopped"}
    assert engine.take("HFD-041", "irregular-resolve", by="m.officer", number=1, **settled)


def gloucestershire(engine: Engine, clock: ManualClock) -> None:
    """Draft four decisions in Gloucestershire, and appoint those whose consent is asked."""
    _appoint(
        engine,
        "gloucestershire",
        ("cllr.oak", "Cllr Oak", Role.SCRUTINY_CHAIR),
        ("cllr.pine", "Cllr Pine", Role.CHAIR_OF_COUNCIL),
        ("cllr.rowan", "Cllr Rowan", Role.VICE_CHAIR_OF_COUNCIL),
    )
    for ref, title, kind in (
        ("GLO-071", "Bus contract", Kind.KEY),
        ("GLO-072", "School transport grant", Kind.KEY),
        ("GLO-073", "Repair of the river bridge", Kind.KEY),
        ("GLO-074", "Flood pumps", Kind.NON_KEY),
    ):
        said = statement(title, made_on=date(2024, 6, 13), kind=kind)
        drafted = engine.draft(council="gloucestershire", statement=said, by="d.author", ref=ref)
        assert drafted


def gloucestershire_reported(engine: Engine, clock: ManualClock) -> None:
    """Take two of them through June: one urgent, and asked about, and one exempt."""
    gloucestershire(engine, clock)
    for number in range(1, 6):
        member = (f"cllr.{number}", f"Cllr {number}", Role.MEMBER)
        assert engine.appointments.appoint(
            "gloucestershire", *member[::2], name=member[1], by="m.officer"
        )
    clock.move_to(at(12, 11))
    _consent(engine, "GLO-073", "scrutiny-chair", "Cllr Oak", **ASKED)
    urgent = Urgency(reason="It is unsafe, and July is too late.")
    amended = replace(engine.statement("GLO-073"), urgency=urgent)
    assert engine.take("GLO-073", "amend", by="d.author", statement=amended)
    clock.move_to(at(13, 11))
    for ref in ("GLO-073", "GLO-074"):
        assert engine.take(ref, "sign", by="the.leader", signatory="The Leader")
    why = {"purpose": "exemption", "reason": "The pumps are wanted before the rain."}
    _consent(engine, "GLO-074", "chair-of-council", "Cllr Pine", **why)
    _consent(engine, "GLO-074", "scrutiny-chair", "Cllr Oak", asked=True, **why)
    clock.move_to(at(13, 14))
    assert engine.take("GLO-073", "publish", by="p.officer", where=WEBSITE)
    because = {"exemption_reason": "The pumps are wanted before the rain."}
    assert engine.take("GLO-074", "publish", by="p.officer", where=WEBSITE, **because)
    clock.move_to(at(14, 10))
    asking = {
        "requested_by": tuple(f"Cllr {number}" for number in range(1, 6)),
        "grounds": ("budget: It is not in the capital programme.",),
        "received_at": at(14, 10),
    }
    assert engine.take("GLO-073", "call-in", by="p.officer", **asking)


def gloucestershire_noticed(engine: Engine, clock: ManualClock) -> None:
    """The same, with notice given of a key decision to come, of which more is drafted than that."""
    gloucestershire_reported(engine, clock)
    clock.move_to(at(14, 11))
    notice = {
        "kind": "key-decision",
        "published_at": at(10, 10),
        "where": WEBSITE,
        "matter": "Whether to let a new contract for rural buses",
        "maker": "Cabinet: Councillors Alder, Birch and Hazel",
        "decide_from": date(2024, 7, 24),
        "documents": "The report of the director of transport",
        "copies": "From democratic services at Shire Hall. Other documents may be submitted: ask "
        "there for them as they become available.",
    }
    assert engine.take("GLO-071", "advance-notice-give", by="p.officer", **notice)


def _consent(
    engine: Engine, ref: str, office: str, who: str, *, asked: bool = False, **why: Any
) -> None:
    if not asked:
        assert engine.take(ref, "consent-ask", by="p.officer", **why)
    given = {"purpose": why["purpose"], "capacity": office, "given_by": who, "note": "Agreed."}
    assert engine.take(ref, "consent-give", by="p.officer", **given)


MADE_UP = Path(__file__).with_name("councils")


def other_nations(address: Path) -> None:
    """Draft a decision in each other nation: one at a council on file, and two at made-up ones."""
    folder = address.with_name("constitutions")
    copytree(MADE_UP, folder)
    clock = ManualClock(at(12, 9))
    engine = open_engine(str(address), clock=clock, constitutions=[folder])
    for council, ref, title in (
        ("cardiff", "CDF-001", "A boiler for a care home"),
        ("strathlorne", "STL-001", "A ferry timetable"),
        ("glenshire", "GLN-001", "A leisure centre"),
    ):
        _appoint(
            engine,
            council,
            ("cllr.onnen", "Cllr Onnen", Role.SCRUTINY_CHAIR),
            ("c.executive", "The Chief Executive", Role.HEAD_OF_PAID_SERVICE),
            ("cllr.ash", "Cllr Ash", Role.MEMBER),
            ("cllr.beech", "Cllr Beech", Role.MEMBER),
        )
        said = statement(title, made_on=date(2024, 6, 13))
        assert engine.draft(council=council, statement=said, by="d.author", ref=ref)


Builder = Callable[[Engine, ManualClock], None]
ALSO: dict[str, tuple[Builder, ...]] = {
    "a-call-in": (hackney,),
    "nightly-close": (hackney_asked,),
    "urgency-and-exemption": (gloucestershire,),
    "report-to-council": (gloucestershire_reported,),
    "publish-every-week": (gloucestershire_noticed,),
    "json": (hackney_called_in, gloucestershire_noticed, irregular),
}
"""What else there is on each page that needs more."""


def add(page: str, address: Path) -> None:
    """Add to the register what a page needs besides."""
    if page == "other-nations":
        other_nations(address)
    for build in ALSO.get(page, ()):
        clock = ManualClock(at(3, 9))
        build(open_engine(str(address), clock=clock), clock)
