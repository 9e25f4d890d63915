"""A decision at the council whose constitution says everything: asked about, and called in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from support.councils import made_up
from support.inputs import DETAILS
from support.statements import SIGNED_AT
from support.states import EVERY_STATE, SEATS, Rules, codes, refused, someone, taken
from workflow.calendars.council import CouncilDay, DayKind
from workflow.calendars.days import calendar_for
from workflow.calendars.nations import Nation
from workflow.clock import LONDON
from workflow.constitution.reading import parse
from workflow.model.decision import Decision
from workflow.model.people import Role
from workflow.model.proceedings import RequestStatus
from workflow.model.state import State
from workflow.procedures.attempt import Refused
from workflow.procedures.requests.inputs import CallIn, RuleOnRequest, WithdrawRequest


class Asked(Rules):
    """The rules of a made-up council, with what else was asked there lately."""

    often: int = 0
    """How many requests each person has joined on other decisions."""
    others: Sequence[str] = ()
    """The other decisions asked about on the same matter."""
    since: datetime | None = None

    def joined(self, who: str, since: datetime, until: datetime, ref: str) -> int:
        self.since = since
        return self.often

    def requests_on_issue(
        self, issue: str, since: datetime, until: datetime, ref: str
    ) -> Sequence[str]:
        self.since = since
        return self.others


def rules(
    council: str = "gullshire", *changes: tuple[str, str], closed: Sequence[date] = ()
) -> Asked:
    """Give a made-up council's rules, with words of its file changed, and days closed since."""
    source = made_up(council).source
    toml = Path(source).read_text(encoding="utf-8")
    for was, now in changes:
        assert was in toml, was
        toml = toml.replace(was, now)
    found, complaints = parse(toml, source)
    assert found is not None, complaints
    rows = [_closed(day) for day in closed]
    given = Asked(found, calendar_for(Nation.ENGLAND, rows))
    given.appointments = SEATS
    return given


def _closed(day: date) -> CouncilDay:
    known = {"known_at": SIGNED_AT, "recorded_at": SIGNED_AT, "entered_by": "someone"}
    said = {"title": "Closed", "reason": "Flood", "source": "A notice"}
    return CouncilDay(day=day, kind=DayKind.CLOSURE, **said, **known)


def on(day: int, hour: int = 12, minute: int = 0, second: int = 0, month: int = 10) -> datetime:
    """Give an instant of October 2018, as London's clocks show it."""
    return datetime(2018, month, day, hour, minute, second, tzinfo=LONDON)


GULL = rules()
OFFICER, MONITORING = someone(Role.PROPER_OFFICER), someone(Role.MONITORING_OFFICER)
THREE = ("chair", "ash", "beech")
POLICY = ("policy: It is against the plan.",)
ON_CALL_IN = on(22)
AFTER = on(26)
"""When the period is over, and no time limit has run out."""
"""When most requests are received: the Monday."""


def opened(by: Rules = GULL) -> Decision:
    """Give a decision published on Thursday 18 October 2018, by these rules."""
    signed = EVERY_STATE[State.SIGNED]
    return taken("publish", signed, SIGNED_AT, DETAILS["publish"], rules=by, actor=OFFICER)


OPENED = opened()
assert OPENED.window is not None
DEADLINE = OPENED.window.request_deadline
"""Thursday 25 October 2018 at 17:00, in London."""
TICK = timedelta(microseconds=1)


def request(**more: Any) -> CallIn:
    """Give a request that meets every rule, or one that differs in this."""
    given: dict[str, Any] = {
        "requested_by": THREE,
        "grounds": POLICY,
        "received_at": ON_CALL_IN,
    }
    return CallIn(**{**given, **more})


def lodged(
    decision: Decision = OPENED, at: datetime = ON_CALL_IN, by: Rules = GULL, **more: Any
) -> Decision:
    """Lodge a request when it is received, or later with a reason."""
    given = {"rules": by, "actor": OFFICER, "late_reason": "In the post"}
    asked = request(**{"received_at": min(at, DEADLINE), **more})
    return taken("call-in", decision, at, asked, **given)


def accepted(
    decision: Decision, at: datetime = ON_CALL_IN, by: Rules = GULL, number: int | None = None
) -> Decision:
    """Rule a request valid."""
    ruling = RuleOnRequest(request=number, reason="In time")
    return taken("request-accept", decision, at, ruling, rules=by, actor=MONITORING)


def rejected(
    decision: Decision, at: datetime, by: Rules = GULL, number: int | None = None
) -> Decision:
    """Rule a request invalid."""
    ruling = RuleOnRequest(request=number, reason="It will not do")
    return taken("request-reject", decision, at, ruling, rules=by, actor=MONITORING)


def called_in(at: datetime = ON_CALL_IN, by: Rules = GULL, **more: Any) -> Decision:
    """Give a decision called in at that instant."""
    return accepted(lodged(opened(by), at, by, **more), at, by)


def withdrawn(decision: Decision, at: datetime, *people: str, **more: Any) -> Decision:
    """Have these people withdraw; everyone who asked, where none is named."""
    by, number = more.pop("by", GULL), more.pop("number", None)
    details = WithdrawRequest(request=number, requested_by=people, reason="Satisfied")
    return taken("request-withdraw", decision, at, details, rules=by, actor=OFFICER)


def closed(decision: Decision, at: datetime, by: Rules = GULL) -> Decision:
    """Record what time alone has brought about."""
    verb = "close" if decision.state is State.CALL_IN_OPEN else "lapse"
    return taken(verb, decision, at, DETAILS[verb], rules=by, actor=OFFICER)


def not_closed(decision: Decision, at: datetime, by: Rules = GULL) -> Refused:
    """Try to record what time has brought about, and be refused."""
    verb = "close" if decision.state is State.CALL_IN_OPEN else "lapse"
    return refused(verb, decision, at, DETAILS[verb], rules=by, actor=OFFICER)


def did(
    verb: str,
    decision: Decision,
    at: datetime = AFTER,
    details: Any = None,
    by: Rules = GULL,
    **more: Any,
) -> Decision:
    """Take a step that must be taken: the monitoring officer's, if nobody else is named."""
    given = {"rules": by, "actor": MONITORING, **more}
    return taken(verb, decision, at, details or DETAILS[verb], **given)


def not_done(
    verb: str,
    decision: Decision,
    at: datetime = AFTER,
    details: Any = None,
    by: Rules = GULL,
    **more: Any,
) -> list[str]:
    """Attempt a step that must be refused, likewise, and give the codes of why."""
    given = {"rules": by, "actor": MONITORING, **more}
    return codes(refused(verb, decision, at, details or DETAILS[verb], **given))


def standings(decision: Decision) -> list[RequestStatus]:
    """Give where each request stands."""
    return [each.status for each in decision.proceedings.requests]


def with_text(**changes: Any) -> dict[str, Any]:
    """Give the statement, changed so."""
    from support.statements import STATEMENT

    return {"text": replace(STATEMENT, **changes)}
