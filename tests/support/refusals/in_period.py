"""Ways to meet each refusal that a request to call in can meet, and its ruling."""

from datetime import date, timedelta
from typing import Any

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE
from support.ending_council import ENDSHIRE
from support.lives.every_state import LIVES
from support.people import MONITORING, OFFICER
from support.refusals.way import Life, Way, a_draft, a_signed, an_open, closed
from support.staffed_registers import ODDSHIRE
from support.steps import asked, must, petitioned, published
from workflow import Engine, Kind, ManualClock
from workflow.calendars.council import DayKind
from workflow.model.people import Role

_CALL = "call-in {ref} --grounds Consultation --as p.officer"
_NOW = "--received-at 2018-10-18T09:00"
_ASK = f"{_CALL} {_NOW} --requested-by"
_ACCEPT = "request accept {ref} --reason R --as m.officer"


def _petition(*grounds: str, council: str = GULLSHIRE, **said: Any) -> Life:
    return lambda engine, _: petitioned(engine, published(engine, council, **said), grounds)


def _lodged_by(*people: str, council: str = GULLSHIRE) -> Life:
    def live(engine: Engine, clock: ManualClock) -> str:
        ref = published(engine, council)
        _lodge(engine, ref, *people)
        return ref

    return live


def _lodge(engine: Engine, ref: str, *people: str) -> None:
    given = {"requested_by": people, "grounds": "consultation", "received_at": engine.clock.now()}
    must(engine.take(ref, "call-in", by=OFFICER, **given))


def _a_new_member(engine: Engine, clock: ManualClock) -> str:
    """One whose seat begins tomorrow."""
    since = date(2018, 10, 19)
    assert engine.appointments.appoint(GULLSHIRE, "rowan", Role.MEMBER, since=since, by=MONITORING)
    return published(engine, GULLSHIRE)


def _twice_in_a_year(engine: Engine, clock: ManualClock) -> str:
    """Two decisions about which the same member asks."""
    first, second = published(engine, ODDSHIRE), published(engine, ODDSHIRE)
    _lodge(engine, first, "elm")
    _lodge(engine, second, "elm")
    return second


def _on_one_matter(engine: Engine, clock: ManualClock) -> str:
    refs = [published(engine, GULLSHIRE, issue_reference="I500") for _ in range(2)]
    return [petitioned(engine, ref, ("policy: It is against it.",)) for ref in refs][1]


def _asked_twice(engine: Engine, clock: ManualClock) -> str:
    ref = asked(engine, published(engine))
    _lodge(engine, ref, "Cllr C Example")
    return ref


def _on_the_same_ground(engine: Engine, clock: ManualClock) -> str:
    ref = petitioned(engine, published(engine, GULLSHIRE), ("policy: It is against it.",))
    must(engine.take(ref, "request-accept", by=MONITORING, reason="Enough."))
    return petitioned(engine, ref, ("policy: It is against it still.",))


def _a_day_closed_since(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine)
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    closing = date(2018, 10, 24)
    assert engine.calendars.enter_day(HEREFORDSHIRE, closing, DayKind.CLOSURE, by=OFFICER, **said)
    clock.move_to(clock.now() + timedelta(days=14))
    return ref


def _two_of_one_name(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine, GULLSHIRE)
    for login in ("twin.one", "twin.two"):
        assert engine.appointments.appoint(
            GULLSHIRE, login, Role.MEMBER, name="Cllr Twin", by=MONITORING
        )
    return ref


_REQUESTS = (
    Way("beyond-calendar", a_signed(), "publish {ref} --where Online --as p.officer", days=3_725),
    Way("not-published", a_draft(), f"{_ASK} 'Cllr A'"),
    Way(
        "before-publication", an_open(), f"{_CALL} --requested-by A --received-at 2018-10-18T08:00"
    ),
    Way("out-of-time", an_open(), f"{_CALL} --requested-by A --received-at 2018-10-25", days=8),
    Way("in-time-but-implemented", LIVES["implemented"], f"{_ASK} 'Cllr A' --late-reason Post"),
    Way(
        "goes-on-as-call-in",
        closed(HEREFORDSHIRE),
        f"request record-late{_ASK.removeprefix('call-in')} 'Cllr A' --late-reason Post",
    ),
    Way(
        "exempt-from-call-in",
        lambda engine, _: published(engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY),
        f"{_ASK} 'Cllr A'",
    ),
    Way(
        "no-call-in-period",
        lambda engine, _: published(engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY),
        "explain {ref}",
    ),
    Way("called-in-already", LIVES["resolved"], f"{_ASK} 'Cllr A' --late-reason Post"),
    Way("signatory-unknown", an_open(GULLSHIRE), f"{_ASK} 'Cllr Nobody'"),
    Way("signatory-unclear", _two_of_one_name, f"{_ASK} 'Cllr Twin'"),
    Way("signatory-departed", an_open(GULLSHIRE), f"{_ASK} yew"),
    Way("signatory-not-yet-appointed", _a_new_member, f"{_ASK} rowan"),
    Way("signatory-ineligible", an_open(GULLSHIRE), f"{_ASK} hazel"),
    Way("signatory-made-it", an_open(), f"{_ASK} the.leader"),
    Way(
        "not-for-others",
        an_open(),
        f"call-in {{ref}} --grounds C {_NOW} --requested-by 'Cllr A' --as elm",
    ),
    Way(
        "signed-twice",
        LIVES["asked about"],
        f"request support {{ref}} {_NOW} --requested-by 'Cllr A Example' --as p.officer",
    ),
    Way(
        "already-recorded",
        LIVES["asked about"],
        f"{_ASK} 'Cllr A Example' --requested-by 'Cllr B Example'",
    ),
    Way(
        "had-not-asked",
        LIVES["asked about"],
        "request withdraw {ref} --requested-by 'Cllr Z' --reason R --as p.officer",
    ),
    Way("no-such-request", an_open(), _ACCEPT),
    Way("which-request", _asked_twice, _ACCEPT),
    Way("request-ruled-already", LIVES["asked about in vain"], f"{_ACCEPT} --request 1"),
)

_RULINGS = (
    Way("own-decision", LIVES["asked about"], "request accept {ref} --reason R --as the.leader"),
    Way("too-few-ask", _lodged_by("elm"), _ACCEPT),
    Way("membership-unknown", _lodged_by("elm", council=ODDSHIRE), _ACCEPT),
    Way("no-alternative-proposed", _lodged_by("elm", council=ODDSHIRE), _ACCEPT),
    Way("asked-too-often", _twice_in_a_year, _ACCEPT),
    Way("same-issue-asked", _on_one_matter, _ACCEPT),
    Way("ground-used-already", _on_the_same_ground, _ACCEPT),
    Way("ground-not-listed", _petition("dislike"), _ACCEPT),
    Way(
        "ground-misspelt",
        an_open(GULLSHIRE),
        "call-in {ref} --electors 150 --grounds 'relevent matters' --received-at 2018-10-18T15:00 "
        "--as p.officer",
    ),
    Way("particulars-missing", _petition("policy"), _ACCEPT),
    Way("certificate-missing", _petition("relevant matters"), _ACCEPT),
    Way(
        "no-certificate-needed",
        _petition("policy"),
        "request certify {ref} --ground policy --certificate C --as m.officer",
    ),
)

_PERIODS = (
    Way("call-in-open", an_open(), "implement {ref} --evidence E --as p.officer"),
    Way(
        "request-awaits-ruling", LIVES["asked about"], "implement {ref} --evidence E --as p.officer"
    ),
    Way(
        "request-pending", LIVES["asked about"], "publication void {ref} --reason R --as p.officer"
    ),
    Way(
        "close-not-recorded",
        an_open(),
        f"request record-late{_ASK.removeprefix('call-in')} A",
        days=14,
    ),
    Way("recount-later", _a_day_closed_since, "implement {ref} --evidence E --as p.officer"),
    Way(
        "deadline-agrees",
        an_open(),
        "deadline-review {ref} --outcome keep --reason R --as p.officer",
    ),
    Way(
        "ends-after-council",
        an_open(ENDSHIRE),
        "implement {ref} --evidence E --as p.officer",
        days=14,
    ),
    Way(
        "no-other-count",
        an_open(ENDSHIRE),
        "deadline-review {ref} --outcome revise --reason R --as p.officer",
    ),
    Way(
        "council-ended",
        a_signed(ENDSHIRE),
        "publish {ref} --where Online --as p.officer",
        days=14,
    ),
    Way("disputed", LIVES["implemented, then a request found"], "may-implement {ref}"),
)

IN_PERIOD = (*_REQUESTS, *_RULINGS, *_PERIODS)
"""Every way to meet a refusal while a decision may be called in."""
