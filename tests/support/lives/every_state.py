"""Ways for a decision to come to each state, to each overlay, and to each thing done about it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.lives.found_late import (
    acted_on,
    asked_too_late,
    before,
    closed_though_held,
    found_late,
    joined_between,
    kept,
    kept_past_the_end,
    lapsed,
    lapsed_though_held,
    outrun,
    settled,
)
from support.people import AUTHOR, MAKER, MONITORING, OFFICER, someone
from support.statements import a_statement
from support.steps import (
    asked,
    called_in,
    drafted,
    held,
    must,
    petitioned,
    published,
    resolved,
    signed,
)
from workflow import Engine, Kind, ManualClock, Role
from workflow.procedures.scrutiny.inputs import Meeting

Life = Callable[[Engine, ManualClock], str]


def _amended(engine: Engine, clock: ManualClock) -> str:
    ref = drafted(engine, kind=Kind.KEY)
    must(engine.take(ref, "amend", by=MAKER, statement=a_statement(title="Ofsted plan, revised")))
    return ref


def _released(engine: Engine, clock: ManualClock) -> str:
    ref = held(engine, published(engine))
    clock.move_to(clock.now() + timedelta(days=9, hours=3, microseconds=1))
    must(engine.take(ref, "release", by=MONITORING, reason="The report was considered."))
    return ref


def _closed(council: str) -> Life:
    def close(engine: Engine, clock: ManualClock) -> str:
        ref = published(engine, council)
        clock.move_to(clock.now() + timedelta(days=14))
        assert engine.close_due().closed == [ref]
        return ref

    return close


def _implemented(engine: Engine, clock: ManualClock) -> str:
    ref = _closed(LARKSHIRE)(engine, clock)
    must(engine.take(ref, "implement", by=AUTHOR, evidence="The plan was sent."))
    return ref


def _disputed(engine: Engine, clock: ManualClock) -> str:
    in_time = clock.now() + timedelta(hours=1)
    ref = _implemented(engine, clock)
    must(
        engine.take(
            ref,
            "request-record-late",
            by=OFFICER,
            requested_by=("Cllr A Example",),
            grounds="Consultation",
            received_at=in_time,
            late_reason="Found in the post.",
        )
    )
    return ref


def _withdrawn(engine: Engine, clock: ManualClock) -> str:
    ref = published(engine, LARKSHIRE)
    must(engine.take(ref, "withdraw", by=MAKER, reason="Overtaken."))
    return ref


def _noticed(engine: Engine, clock: ManualClock) -> str:
    """A key decision of which notice was given, with consent asked for a meeting in private."""
    ref = drafted(engine, kind=Kind.KEY)
    notice = {
        "kind": "key-decision",
        "published_at": clock.now() - timedelta(days=40),
        "where": "the website",
        "matter": "The plan",
        "maker": "Cabinet: Cllrs A, B and C",
        "decide_from": a_statement().made_on,
        "decide_until": a_statement().made_on,
        "documents": "none",
        "copies": "from the offices",
    }
    must(engine.take(ref, "advance-notice-give", by=OFFICER, **notice))
    must(engine.take(ref, "consent-ask", by=AUTHOR, purpose="private-meeting", reason="Ill."))
    must(engine.take(ref, "sign", by=MAKER, signatory="Leader", made_by=("Cllr B", "Cllr C")))
    return ref


def _reviewed(engine: Engine, clock: ManualClock) -> str:
    ref = _closed(LARKSHIRE)(engine, clock)
    must(engine.take(ref, "review-ask", by=OFFICER, requested_by=("Cllr A",), reason="Exempt."))
    must(engine.take(ref, "review-conclude", by=OFFICER, findings="The urgency was real."))
    return ref


def _put_right(engine: Engine, clock: ManualClock) -> str:
    """One about which something irregular was noted, and a report required and made."""
    ref = published(engine)
    today = clock.now().date()
    happened = {"kind": "other", "happened_on": today, "rule": "rule 1", "what": "It was late."}
    must(engine.take(ref, "irregular-note", by=OFFICER, **happened))
    must(engine.take(ref, "key-report-require", by=OFFICER, opinion="Key.", report_by=today))
    must(engine.take(ref, "key-report-submit", by=MAKER, report="Below the threshold."))
    return ref


def _superseded(engine: Engine, clock: ManualClock) -> str:
    instead = signed(engine)
    ref = asked(engine, published(engine))
    must(engine.take(ref, "supersede", by=MAKER, superseded_by=instead, reason="Made anew."))
    must(engine.take(instead, "withdraw", by=MAKER, reason="Overtaken in its turn."))
    return ref


def _acted_early(engine: Engine, clock: ManualClock) -> str:
    """One carried out before its statement was signed, by consent."""
    today = clock.now().date()
    ref = drafted(engine, WEALDSHIRE, made_on=today)
    seat = {"name": "Cllr Chair", "since": today, "by": MONITORING}
    assert engine.appointments.appoint(WEALDSHIRE, "chair", Role.SCRUTINY_CHAIR, **seat)
    purpose = {"purpose": "early-implementation"}
    must(engine.take(ref, "consent-ask", by=AUTHOR, reason="A flood.", **purpose))
    told = {"capacity": "scrutiny-chair", "given_by": "chair", "note": "Agreed."}
    must(engine.take(ref, "consent-give", by=OFFICER, **purpose, **told))
    must(engine.take(ref, "implement-early", by=OFFICER, evidence="The gate was shut."))
    return ref


def _severed(engine: Engine, clock: ManualClock, *, part: bool = False) -> str:
    """One severed into two, of which the other is given up."""
    whole = published(engine)
    told = {
        "stays": "The plan alone.",
        "part": "The hall.",
        "title": "The hall",
        "ruling": "It stands.",
    }
    must(engine.take(whole, "sever", by=OFFICER, **told))
    (severed,) = engine.get(whole).proceedings.parts
    must(engine.take(whole if part else severed, "withdraw", by=MAKER, reason="Overtaken."))
    return severed if part else whole


# -- asked to be called in, and what follows ----------------------------------------------------


_CHIEF = someone("c.executive", Role.HEAD_OF_PAID_SERVICE)


def _certified(engine: Engine, clock: ManualClock) -> str:
    """A request with everything that a request can have, save a ruling."""
    ref = published(engine, GULLSHIRE, issue_reference="I50027300")
    petitioned(engine, ref, ("relevant matters", "policy"), alternative="Do less.", how="by hand")
    told = {"ground": "relevant matters", "certificate": "It bears on it."}
    must(engine.take(ref, "request-certify", by=_CHIEF, **told))
    return ref


def _and(verb: str, by: Any = OFFICER, **given: Any) -> Life:
    """A life in which a step is taken once the decision was called in at Gullshire."""

    def live(engine: Engine, clock: ManualClock) -> str:
        ref = before(engine)
        must(engine.take(ref, verb, by=by, **given))
        return ref

    return live


def _after(life: Life, verb: str, by: Any = OFFICER, **given: Any) -> Life:
    """A life that goes on by one step more, once its period has run out."""

    def live(engine: Engine, clock: ManualClock) -> str:
        ref = life(engine, clock)
        window = engine.get(ref).window
        assert window is not None
        clock.move_to(max(clock.now(), window.request_deadline + timedelta(hours=1)))
        must(engine.take(ref, verb, by=by, **given))
        return ref

    return live


def _rejected(engine: Engine, clock: ManualClock) -> str:
    ref = asked(engine, published(engine))
    must(engine.take(ref, "request-reject", by=MONITORING, reason="Not members."))
    return ref


def _and_not(engine: Engine, clock: ManualClock) -> str:
    ref = asked(engine, published(engine))
    must(engine.take(ref, "request-withdraw", by=OFFICER, reason="Satisfied."))
    return ref


def _adjourned(engine: Engine, clock: ManualClock) -> str:
    ref = before(engine)
    until = (clock.now() + timedelta(days=40)).date()
    told = {"until": until, "consent": "Leader", "reason": "Ill."}
    must(engine.take(ref, "scrutiny-adjourn", by=OFFICER, **told))
    return ref


def _put_back(engine: Engine, _: ManualClock) -> str:
    return before(engine, WEALDSHIRE)


_BACK = _and("scrutiny-refer-back", concerns="Nobody was asked.")
_TO_COUNCIL = _and("scrutiny-refer-to-council", concerns="Over budget.", advice="It is contrary.")
_AGAIN = {"reason": "Scrutiny asked.", "votes_for": 8, "votes_against": 1}
_OTHERWISE = {"decision": "For a year.", **_AGAIN}


LIVES: dict[str, Life] = {
    "draft": lambda engine, _: drafted(engine),
    "draft, amended": _amended,
    "draft, held": lambda engine, _: held(engine, drafted(engine)),
    "called in, kept past the end": kept_past_the_end,
    "signed": lambda engine, _: signed(engine),
    "signed by notice": _noticed,
    "call-in open to the end of a day": lambda engine, _: published(engine),
    "call-in open to an hour": lambda engine, _: published(engine, LARKSHIRE),
    "call-in open, held": lambda engine, _: held(engine, published(engine)),
    "call-in open, released": _released,
    "asked about": lambda engine, _: asked(engine, published(engine)),
    "asked about, certified": _certified,
    "asked about, joined between two ends": joined_between,
    "asked about in vain": _rejected,
    "asked about, then not": _and_not,
    "called in": lambda engine, _: called_in(engine, published(engine)),
    "called in, met on": _and("scrutiny-meet", meeting=Meeting.QUORATE, note="Noted."),
    "called in, put off": _adjourned,
    "called in, directed": _and("scrutiny-direct", days=7, reason="Under review."),
    "called in, with an opinion": _and(
        "request-record-opinion", counsel="A KC", opinion="It has merit."
    ),
    "resolved": lambda engine, _: resolved(engine, called_in(engine, published(engine, LARKSHIRE))),
    "lapsed": lapsed,
    "lapsed, implemented": acted_on,
    "lapsed, an outcome found": found_late,
    "lapsed, a hold found": lapsed_though_held,
    "closed, a hold found": closed_though_held,
    "referred back": _BACK,
    "referred back by rule": _put_back,
    "confirmed": _after(_BACK, "reconsideration-confirm", MAKER, **_AGAIN),
    "changed": _after(_BACK, "reconsideration-change", MAKER, **_OTHERWISE),
    "changed for good": _after(_put_back, "reconsideration-change", MAKER, **_OTHERWISE),
    "rescinded": _after(_BACK, "reconsideration-rescind", MAKER, **_AGAIN),
    "referred to council": _TO_COUNCIL,
    "referred back by council": _after(_TO_COUNCIL, "council-object", views="Look again."),
    "left standing by council": _after(_TO_COUNCIL, "council-let-stand", views="Noted."),
    "superseded": _after(_TO_COUNCIL, "council-decide", decision="None.", reason="Over budget."),
    "superseded by another": _superseded,
    "draft, acted on": _acted_early,
    "call-in open, severed": _severed,
    "call-in open, a part severed": lambda engine, clock: _severed(engine, clock, part=True),
    "call-in open, put right": _put_right,
    "effective": _closed(LARKSHIRE),
    "effective, reviewed": _reviewed,
    "effective, asked too late": asked_too_late,
    "effective at once": lambda engine, _: published(engine, LARKSHIRE, kind=Kind.OFFICER_NON_KEY),
    "implemented": _implemented,
    "implemented by rule": _closed(HEREFORDSHIRE),
    "implemented, then a request found": _disputed,
    "implemented, a hold found and settled": settled,
    "called in, its days kept": kept,
    "called in, ruled on late": outrun,
    "withdrawn": _withdrawn,
}
