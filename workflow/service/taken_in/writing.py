"""Writing down what was taken in: each decision's first entry, with where it comes from."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from workflow.clock import start_of_day
from workflow.lifecycle.attempt import Entry, Refused, Taken
from workflow.listings.records import Listed
from workflow.model.decision import begin
from workflow.model.events import TakenIn
from workflow.model.people import Actor, Role
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.model.text import LINE
from workflow.service.ports import Change, Work
from workflow.service.steps import sheets_for
from workflow.service.streams import not_authorised
from workflow.service.taken_in.assessing import Assessed, Comes

TAKEN_BY: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
"""Who may take in decisions of another register."""
_MOST: Final = 40
_ODD: Final = re.compile(r"[^A-Za-z0-9]+")


def reference_of(prefix: str, listed: Listed) -> str:
    """Give the reference a decision has here: the same for the same decision, whatever page it was
    read from, as in HFD-MG-13567."""
    known = _ODD.sub("-", listed.identity.removeprefix("ID=")).strip("-")
    return f"{prefix}-MG-{known}"[:_MOST]


def may_take_in(by: Actor) -> Role | Refused:
    """Give the role in which someone may take decisions in, or why they may not."""
    role = next((each for each in TAKEN_BY if each in by.roles), None)
    return not_authorised("import", str(by), TAKEN_BY) if role is None else role


def take_in(
    work: Work,
    found: Iterable[Assessed],
    *,
    council: str,
    prefix: str,
    by: Actor,
    role: Role,
    now: datetime,
) -> tuple[list[str], list[str]]:
    """Write down each decision that is to be taken in and is not on the register yet.

    Gives the references that were written, and those that were there already: what is there is
    never written over. What is left for a person is passed over.
    """
    wanted: dict[str, Assessed] = {}
    for each in found:
        if each.comes is not Comes.LEFT:
            wanted.setdefault(reference_of(prefix, each.listed), each)
    there = work.held(list(wanted))
    changes = [
        _change(ref, each, council, by, role, now)
        for ref, each in wanted.items()
        if ref not in there
    ]
    work.add_many(changes)
    return [change.taken.decision.ref for change in changes], sorted(there)


def _change(ref: str, each: Assessed, council: str, by: Actor, role: Role, now: datetime) -> Change:
    event = _event(each, council, now)
    taken = Taken("import", begin(ref, event), (Entry(event, by, role),))
    return Change(before=None, taken=taken, sheets=sheets_for(taken, None, now, None))


def _event(each: Assessed, council: str, now: datetime) -> TakenIn:
    listed = each.listed
    made = listed.made_on
    assert made is not None, "it would have been left for a person"
    state = State.CALL_IN_OPEN
    if each.comes is Comes.ENDED:
        state = State.IMPLEMENTED if each.implemented else State.EFFECTIVE
    title = listed.title[:LINE]
    where = listed.site or "a ModernGov register"
    return TakenIn(
        at=now,
        council=council,
        kind=each.kind,
        title=title,
        source=f"{where}, {listed.source}"[:LINE],
        identity=listed.identity,
        state=state,
        made_on=made,
        published_at=None if listed.published_on is None else start_of_day(listed.published_on),
        window=each.window,
        effective_at=each.effective_at,
        implemented_at=each.effective_at if each.implemented else None,
        irregular=each.irregular,
        statement=_statement(each, title),
        raw=listed.raw,
    )


def _statement(each: Assessed, title: str) -> Statement:
    listed = each.listed
    return Statement(
        title=title,
        body=(listed.decided_by or listed.meeting or "not printed")[:LINE],
        kind=each.kind,
        made_on=listed.made_on,
        decision=listed.decision or None,
        purpose=listed.purpose or None,
    )
