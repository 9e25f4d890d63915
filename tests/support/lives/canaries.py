"""Lives in which every sealed field holds a canary: text found nowhere else, to see where it is."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.register_pages import a_listed, import_listed
from support.statements import a_statement
from support.steps import must
from workflow import Actor, ConflictOfInterest, Engine, ManualClock, Role, Urgency
from workflow.model.holder import Holder
from workflow.procedures.corrections.inputs import Supersede
from workflow.procedures.holds.inputs import Hold
from workflow.procedures.scrutiny.inputs import ScrutinyOutcome

CANARY = "canary-"


def canary(part: str) -> str:
    """Give text that is found nowhere else."""
    return f"{CANARY}{part}"


BY = {
    role: Actor(
        person=canary(f"person-{role.value}"),
        name=canary(f"name-{role.value}"),
        roles=frozenset({role}),
        established="test",
    )
    for role in Role
}
AUTHOR, MAKER = BY[Role.AUTHOR], BY[Role.DECISION_MAKER]
OFFICER, MONITORING = BY[Role.PROPER_OFFICER], BY[Role.MONITORING_OFFICER]


def _said(clock: ManualClock, **more: Any) -> Any:
    conflict = ConflictOfInterest(
        member=canary("member"), interest=canary("interest"), dispensation=canary("dispensation")
    )
    return a_statement(
        made_on=clock.now().date(),
        body=canary("body"),
        decision=canary("decision"),
        reasons=canary("reasons"),
        alternatives=(canary("alternative"),),
        conflicts=(conflict,),
        purpose=canary("purpose"),
        consultation=canary("consultation"),
        attended=(canary("attended"),),
        apologies=(canary("apology"),),
        **{"issue_reference": "I50027300", **more},
    )


def _published(
    engine: Engine, clock: ManualClock, council: str, *, urgent: bool = False, **more: Any
) -> str:
    said = _said(clock, **more)
    ref = must(engine.draft(council=council, statement=said, by=AUTHOR)).decision.ref
    urgency = Urgency(
        reason=canary("urgency"),
        agreed_by=canary("agreed"),
        capacity=canary("capacity"),
        agreed_on=clock.now().date(),
    )
    said = _said(clock, urgency=urgency if urgent else None, **more)
    must(engine.take(ref, "amend", by=MAKER, statement=said))
    made_by = (canary("maker"),)
    must(engine.take(ref, "sign", by=MAKER, signatory=canary("signatory"), made_by=made_by))
    happened = clock.now()
    clock.move_to(happened + timedelta(hours=1))
    late = canary("late")
    given: dict[str, Any] = {"where": "offices", "at": happened, "late_reason": late}
    must(engine.take(ref, "publish", by=OFFICER, **given))
    return ref


def _request(clock: ManualClock) -> dict[str, Any]:
    return {
        "requested_by": (canary("requester"),),
        "grounds": canary("grounds"),
        "alternative": canary("course"),
        "how": canary("how"),
        "received_at": clock.now(),
    }


def _a_fortnight_on(engine: Engine, clock: ManualClock) -> None:
    clock.move_to(clock.now() + timedelta(days=14))
    engine.close_due()


def lives_full_of_canaries(engine: Engine, clock: ManualClock) -> None:
    """Put a canary in every field that is sealed, in every event that has one."""
    _published(engine, clock, HEREFORDSHIRE, urgent=True)

    held = _published(engine, clock, LARKSHIRE)
    hold = Hold(on_account_of=Holder.COURT, under="Order 1", reason=canary("hold"))
    must(engine.take(held, hold, by=MONITORING))
    must(engine.take(held, "release", by=MONITORING, reason=canary("release")))
    must(engine.take(held, "withdraw", by=MAKER, reason=canary("withdraw")))

    served = _published(engine, clock, LARKSHIRE)
    made_at = clock.now()
    _a_fortnight_on(engine, clock)
    told = {"on_account_of": "court", "under": "Order 2", "made_at": made_at}
    must(
        engine.take(
            served, "found-late-record-hold", by=MONITORING, reason=canary("served"), **told
        )
    )

    called_in = _published(engine, clock, LARKSHIRE)
    must(engine.take(called_in, "call-in", by=OFFICER, **_request(clock)))
    must(engine.take(called_in, "request-accept", by=MONITORING, reason=canary("accepted")))
    _a_fortnight_on(engine, clock)
    outcome = {"outcome": ScrutinyOutcome.UPHELD, "reason": canary("resolve")}
    must(engine.take(called_in, "scrutiny-resolve", by=OFFICER, **outcome))
    must(engine.take(called_in, "implement", by=OFFICER, evidence=canary("evidence")))
    ask = {"requested_by": (canary("asker"),), "reason": canary("review")}
    must(engine.take(called_in, "review-ask", by=OFFICER, **ask))
    must(engine.take(called_in, "review-conclude", by=OFFICER, findings=canary("findings")))

    found = _published(engine, clock, LARKSHIRE)
    request = _request(clock)
    _a_fortnight_on(engine, clock)
    must(engine.take(found, "implement", by=OFFICER, evidence=canary("carried out")))
    late = canary("found-late")
    must(engine.take(found, "request-record-late", by=OFFICER, late_reason=late, **request))
    must(engine.take(found, "found-late-settle-dispute", by=MONITORING, reason=canary("settled")))

    late_request = {**_request(clock), "requested_by": (canary("too late"),)}
    assert engine.take(found, "call-in", by=OFFICER, **late_request).kept == 1  # type: ignore[union-attr]

    taken = a_listed(
        decided_by=canary("decider"),
        decision=canary("decided"),
        raw=((canary("label"), canary("raw")),),
        doubts=(canary("doubt"),),
    )
    (ref,) = import_listed(engine, OFFICER, taken).written
    said = replace(engine.statement(ref), made_on=date(2018, 3, 5))
    must(engine.take(ref, "correct", by=OFFICER, statement=said, ruling=canary("ruling")))

    _before_scrutiny(engine, clock)
    _before_it_is_made(engine, clock)
    _put_right(engine, clock)
    _out_of_turn(engine, clock)


def _before_scrutiny(engine: Engine, clock: ManualClock) -> None:
    """Every text about a request, and after it, at the council that has every provision."""
    asker = canary("requester")
    for person, role in ((asker, Role.MEMBER), (canary("joiner"), Role.MEMBER)):
        since = clock.now().date()
        shown = f"{person} as shown"
        assert engine.appointments.appoint(
            GULLSHIRE, person, role, by=MONITORING, name=shown, since=since
        )
    steps = _Steps(engine, clock)
    steps.called_in()
    steps.take("scrutiny-meet", meeting="inquorate", note=canary("note"))
    steps.take(
        "scrutiny-adjourn", until=date(2020, 1, 2), consent=canary("consent"), reason=canary("adj")
    )
    steps.take("scrutiny-direct", days=3, reason=canary("direct"))
    steps.take("request-record-opinion", counsel=canary("counsel"), opinion=canary("opinion"))
    steps.take("scrutiny-refer-to-council", concerns=canary("concerns"), advice=canary("advice"))
    steps.take("council-object", views=canary("views"))
    said = {"requested_by": (asker,), "reason": canary("gone")}
    steps.take("request-withdraw", by=MONITORING, **said)
    for verb in ("reconsideration-confirm", "reconsideration-change", "reconsideration-rescind"):
        steps.called_in()
        if verb == "reconsideration-rescind":
            in_time = clock.now() + timedelta(hours=1)
            clock.move_to(clock.now() + timedelta(days=30))
            engine.close_due()
            steps.take("found-late-record-outcome", acted_at=in_time, reason=canary("found"))
        steps.take("scrutiny-refer-back", concerns=canary("concerns"))
        if verb != "reconsideration-rescind":
            steps.wait()
        told = {"decision": canary("otherwise")} if verb == "reconsideration-change" else {}
        steps.take(verb, by=MAKER, reason=canary(verb), **told)
    for verb, told in (
        ("council-let-stand", {"views": canary("views")}),
        ("council-decide", {"decision": canary("council"), "reason": canary("because")}),
    ):
        steps.called_in()
        steps.take(
            "scrutiny-refer-to-council", concerns=canary("concerns"), advice=canary("advice")
        )
        steps.wait()
        steps.take(verb, **told)
    steps.lodged()
    steps.take("request-reject", by=MONITORING, reason=canary("rejected"))


class _Steps:
    """Steps on one decision after another."""

    def __init__(self, engine: Engine, clock: ManualClock) -> None:
        self.engine, self.clock, self.ref, self.number = engine, clock, "", 0

    def take(self, verb: str, by: Any = OFFICER, **given: Any) -> None:
        must(self.engine.take(self.ref, verb, by=by, **given))

    def wait(self) -> None:
        """Wait until nobody else can ask, but not until the time limit has run out."""
        window = self.engine.get(self.ref).window
        assert window is not None
        self.clock.move_to(window.request_deadline + timedelta(hours=1))

    def lodged(self) -> None:
        # Of a request the council's own number for the matter is in the journal: it is no text.
        self.number += 1
        own = f"I{self.number}"
        self.ref = _published(self.engine, self.clock, GULLSHIRE, issue_reference=own)
        grounds = (f"policy: {canary('particulars')}", f"relevant matters: {canary('more')}")
        request = {**_request(self.clock), "grounds": grounds}
        self.take("call-in", electors=150, **request)

    def called_in(self) -> None:
        self.lodged()
        at = self.clock.now()
        if self.number == 1:
            self.take("request-support", requested_by=(canary("joiner"),), received_at=at)
        told = {"ground": "relevant matters", "certificate": canary("certificate")}
        self.take("request-certify", by=BY[Role.HEAD_OF_PAID_SERVICE], **told)
        self.take("request-accept", by=MONITORING, reason=canary("accepted"))


def _before_it_is_made(engine: Engine, clock: ManualClock) -> None:
    """Notice given, and consent asked and answered."""
    said = _said(clock)
    ref = must(engine.draft(council=LARKSHIRE, statement=said, by=AUTHOR)).decision.ref
    notice = {"kind": "reasons", "published_at": clock.now(), "where": "the website"}
    must(engine.take(ref, "advance-notice-give", by=OFFICER, reasons=canary("reasons"), **notice))
    chair = canary("chair")
    assert engine.appointments.appoint(
        LARKSHIRE, chair, Role.SCRUTINY_CHAIR, by=MONITORING, name=chair
    )
    purpose = {"purpose": "special-urgency"}
    must(engine.take(ref, "consent-ask", by=AUTHOR, reason=canary("asked"), **purpose))
    again = {"reason": canary("asked again"), "setting_aside": canary("aside")}
    must(engine.take(ref, "consent-ask", by=AUTHOR, **again, **purpose))
    told = {"capacity": "scrutiny-chair", "given_by": chair, "note": canary("note")}
    must(engine.take(ref, "consent-give", by=OFFICER, **purpose, **told))


def _out_of_turn(engine: Engine, clock: ManualClock) -> None:
    """Acted on before it was signed, and signed after it was published; and one severed in two."""
    chair = canary("early chair")
    assert engine.appointments.appoint(
        WEALDSHIRE, chair, Role.SCRUTINY_CHAIR, by=MONITORING, name=chair
    )
    said = _said(clock)
    ref = must(engine.draft(council=WEALDSHIRE, statement=said, by=AUTHOR)).decision.ref
    purpose = {"purpose": "early-implementation"}
    must(engine.take(ref, "consent-ask", by=AUTHOR, reason=canary("asked"), **purpose))
    told = {"capacity": "scrutiny-chair", "given_by": chair, "note": canary("note")}
    must(engine.take(ref, "consent-give", by=OFFICER, **purpose, **told))
    must(engine.take(ref, "implement-early", by=OFFICER, evidence=canary("evidence")))
    made_by = (canary("maker"),)
    must(engine.take(ref, "minutes-publish", by=OFFICER, where="offices", made_by=made_by))
    must(engine.take(ref, "minutes-sign", by=MAKER, signatory=canary("signatory")))
    ref = _published(engine, clock, LARKSHIRE)
    parts = {"stays": canary("stays"), "part": canary("part"), "title": "A part"}
    must(engine.take(ref, "sever", by=OFFICER, ruling=canary("ruling"), **parts))


def _put_right(engine: Engine, clock: ManualClock) -> None:
    """What was wrong, and how it was corrected."""
    ref = _published(engine, clock, LARKSHIRE)
    other = _published(engine, clock, LARKSHIRE)
    said = engine.statement(ref)
    ruled = {"ruling": canary("ruling")}
    slip = replace(said, reasons=canary("reasons, put right"))
    must(engine.take(ref, "correct", by=OFFICER, statement=slip, **ruled))
    happened = {"kind": "other", "happened_on": clock.now().date(), "rule": "rule 1"}
    must(engine.take(ref, "irregular-note", by=OFFICER, what=canary("what"), **happened))
    settled = {"number": 1, "accepted_by": canary("accepting"), "reason": canary("because")}
    must(engine.take(ref, "irregular-resolve", by=MONITORING, **settled))
    wanted = {"opinion": canary("opinion"), "report_by": date(2020, 1, 2)}
    must(engine.take(ref, "key-report-require", by=OFFICER, **wanted))
    must(engine.take(ref, "key-report-submit", by=MAKER, report=canary("report")))
    worse = replace(said, decision=canary("decision, put right"))
    must(engine.take(ref, "correct-materially", by=OFFICER, statement=worse, **ruled))
    must(engine.take(other, "publication-void", by=OFFICER, reason=canary("void")))
    instead = Supersede(superseded_by=ref, reason=canary("superseded"))
    must(engine.take(other, instead, by=MAKER))
