"""What is done, by a clock that is set, on the later of the golden registers: done again by
today's code, it must be written in the same bytes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from support.councils import DUSKSHIRE, FENSHIRE, LARKSHIRE, TWINSHIRE
from support.lives.every_state import LIVES
from support.people import MONITORING, OFFICER
from support.register_pages import a_listed
from support.steps import must, published
from workflow import Engine, ManualClock, Role
from workflow.calendars.council import DayKind
from workflow.calendars.lists.day_list import DayList
from workflow.importing.assess import assess

COUNCILS_ADOPTED = (DUSKSHIRE, FENSHIRE, LARKSHIRE, TWINSHIRE)
"""The councils whose rules stand in the register itself, so that no file is asked."""
SALT = "5a"
"""The salt of every sealed text in the golden registers."""
LIVED = (
    "asked about, joined between two ends",
    "called in, kept past the end",
)
"""Lives at the councils that are adopted."""


def done(engine: Engine, clock: ManualClock, constitutions: dict[str, str]) -> None:
    """Do it all, at councils whose constitutions are given as text."""
    _adopted(engine, constitutions)
    _people_and_days(engine, clock)
    for name in LIVED:
        ref = LIVES[name](engine, clock)
    must(engine.take(ref, "scrutiny-meet", by=OFFICER, meeting="quorate", note="Noted."))
    _found_later(engine, clock)
    _history_corrected(engine)
    _erased(engine)


def _adopted(engine: Engine, constitutions: dict[str, str]) -> None:
    for council in COUNCILS_ADOPTED:
        told: dict[str, Any] = {"file": f"{council}.toml", "approved_by": "Full council"}
        why = {"approved_on": date(2018, 5, 16), "reason": "As it was approved in May"}
        assert engine.constitutions.adopt(constitutions[council], by=MONITORING, **told, **why)
    told = {"approved_by": "Full council", "approved_on": date(2018, 10, 1)}
    assert engine.constitutions.withdraw(FENSHIRE, by=MONITORING, reason="By mistake", **told)


def _people_and_days(engine: Engine, clock: ManualClock) -> None:
    said: dict[str, Any] = {"by": MONITORING, "name": "Cllr B Example"}
    ward = {"of": "Lark Hill", "since": date(2018, 5, 10), "until": date(2022, 5, 5)}
    made = engine.appointments.appoint(LARKSHIRE, "b.example", Role.MEMBER, **said, **ward)
    assert made
    assert engine.appointments.appoint(
        LARKSHIRE, "c.example", Role.PROPER_OFFICER, deputy=True, **said
    )
    ends = {"reason": "Resigned", "until": clock.now().date() + timedelta(days=30)}
    assert engine.appointments.end(LARKSHIRE, made.number, by=MONITORING, **ends)
    told = {"title": "Closed", "reason": "Moving house", "source": "A notice of 1 October"}
    closed = date(2018, 12, 27)
    assert engine.calendars.enter_day(LARKSHIRE, closed, DayKind.CLOSURE, by=OFFICER, **told)
    days = {date(2018, 12, 24): "Closed for Christmas", date(2018, 12, 28): "Closed"}
    listed = DayList(
        name="days.csv", digest="0" * 64, form="a CSV of closures", kind=DayKind.CLOSURE, days=days
    )
    given = {"reason": "Agreed in September", "source": "The council's website"}
    assert engine.calendars.adopt(LARKSHIRE, listed, by=OFFICER, withdraw=True, **given)


def _found_later(engine: Engine, clock: ManualClock) -> None:
    """A request that is found once its decision was implemented; and a statement with all that
    one may say."""
    received_at = clock.now() + timedelta(hours=1)
    today = clock.now().date()
    ref = published(engine, LARKSHIRE, made_on=today, attended=("Cllr A",), apologies=("Cllr B",))
    clock.move_to(clock.now() + timedelta(days=14))
    assert engine.close_due(council=LARKSHIRE).closed == [ref]
    must(engine.take(ref, "implement", by=OFFICER, evidence="The plan was sent."))
    request = {"requested_by": ("Cllr A Example",), "grounds": "Consultation", "how": "by hand"}
    late = {"received_at": received_at, "late_reason": "Found in the post."}
    must(engine.take(ref, "request-record-late", by=OFFICER, **request, **late))


def _history_corrected(engine: Engine) -> None:
    listed = a_listed(source="list.html", doubts=("The date is blurred",))
    rules, calendar = (
        engine.constitutions.all_in_use().named(LARKSHIRE),
        engine.calendars.of(LARKSHIRE),
    )
    found = assess(listed, rules, calendar, engine.clock.now())
    (ref,) = engine.imports.write(LARKSHIRE, (found,), by=OFFICER).written
    statement = replace(engine.statement(ref), made_on=date(2018, 3, 5))
    must(engine.take(ref, "correct", by=OFFICER, statement=statement, ruling="Misread"))


def _erased(engine: Engine) -> None:
    """What is left to do, and comes last."""
    (last,) = [each.ref for each in engine.list() if each.is_disputed]
    assert engine.journal.erase(last, 2, "signatory", "The time to keep it is over", by=MONITORING)
