"""Lives in which every sealed field holds a canary, to see where its song is heard."""

from datetime import timedelta
from typing import Any

from building import HEREFORDSHIRE, LARKSHIRE, a_statement, must

from workflow import Actor, Conflict, Engine, ManualClock, Role, Urgency
from workflow.model.details import Hold, Holder, Outcome

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
    conflict = Conflict(
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
        issue_reference=canary("issue"),
        **more,
    )


def _published(engine: Engine, clock: ManualClock, council: str, *, urgent: bool = False) -> str:
    said = _said(clock)
    ref = must(engine.draft(council=council, statement=said, by=AUTHOR)).decision.ref
    urgency = Urgency(
        reason=canary("urgency"),
        agreed_by=canary("agreed"),
        capacity=canary("capacity"),
        agreed_on=clock.now().date(),
    )
    said = _said(clock, urgency=urgency if urgent else None)
    must(engine.take(ref, "amend", by=MAKER, statement=said))
    must(engine.take(ref, "sign", by=MAKER, signatory=canary("signatory")))
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
        "received_at": clock.now(),
    }


def _a_fortnight_on(engine: Engine, clock: ManualClock) -> None:
    clock.move_to(clock.now() + timedelta(days=14))
    engine.close()


def lives_full_of_canaries(engine: Engine, clock: ManualClock) -> None:
    """Put a canary in every field that is sealed, in every event that has one."""
    _published(engine, clock, HEREFORDSHIRE, urgent=True)

    held = _published(engine, clock, LARKSHIRE)
    hold = Hold(on_account_of=Holder.COURT, under="Order 1", reason=canary("hold"))
    must(engine.take(held, "hold", by=MONITORING, details=hold))
    must(engine.take(held, "release", by=MONITORING, reason=canary("release")))
    must(engine.take(held, "withdraw", by=MAKER, reason=canary("withdraw")))

    called_in = _published(engine, clock, LARKSHIRE)
    must(engine.take(called_in, "call-in", by=OFFICER, **_request(clock)))
    _a_fortnight_on(engine, clock)
    outcome = {"outcome": Outcome.UPHELD, "reason": canary("resolve")}
    must(engine.take(called_in, "resolve", by=OFFICER, **outcome))
    must(engine.take(called_in, "implement", by=OFFICER, evidence=canary("evidence")))

    found = _published(engine, clock, HEREFORDSHIRE)
    request = _request(clock)
    _a_fortnight_on(engine, clock)
    late = canary("found-late")
    must(engine.take(found, "note-request", by=OFFICER, late_reason=late, **request))
