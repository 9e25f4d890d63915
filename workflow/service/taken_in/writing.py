"""Writing down what was taken in: each decision's first entry, with where it comes from."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from workflow.clock import spoken, start_of_day
from workflow.lifecycle.attempt import Entry, Refused, Taken
from workflow.listings.records import Listed
from workflow.model.decision import begin
from workflow.model.events import TakenIn
from workflow.model.people import Actor, Role
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.model.text import LINE
from workflow.service.journal import read
from workflow.service.ports import Change, Work
from workflow.service.steps import sheets_for
from workflow.service.streams import not_authorised
from workflow.service.taken_in.assessing import Assessed, Comes
from workflow.service.taken_in.certain import readings_of

TAKEN_BY: Final = (Role.PROPER_OFFICER, Role.MONITORING_OFFICER)
"""Who may take in decisions of another register."""
_MOST: Final = 40
_DIGEST: Final = 8
_ODD: Final = re.compile(r"[^A-Za-z0-9]+")
_PLAIN: Final = re.compile(r"[A-Za-z0-9]+(?:=[0-9]+)?")
"""An identity of which nothing is lost where its odd marks are."""


def reference_of(prefix: str, listed: Listed) -> str:
    """Give the reference a decision has here: the same for the same decision, whatever page it was
    read from, as in HFD-MG-13567. One that does not fit is told apart by a digest."""
    identity = listed.identity.removeprefix("ID=")
    known = _ODD.sub("-", identity).strip("-")
    whole = f"{prefix}-MG-{known}"
    if _PLAIN.fullmatch(identity) and len(whole) <= _MOST:
        return whole
    digest = sha256(identity.encode()).hexdigest()[:_DIGEST]
    return f"{whole[: _MOST - _DIGEST - 1].rstrip('-')}-{digest}"


def may_take_in(by: Actor) -> Role | Refused:
    """Give the role in which someone may take decisions in, or why they may not."""
    role = next((each for each in TAKEN_BY if each in by.roles), None)
    return not_authorised("import", str(by), TAKEN_BY) if role is None else role


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a batch: references written, and there already; and what does not agree."""

    written: tuple[str, ...]
    there: tuple[str, ...]
    odd: tuple[str, ...]
    """Sentences on what is on the register already and is not as it was read now."""


def take_in(
    work: Work,
    found: Iterable[Assessed],
    *,
    council: str,
    prefix: str,
    left: Container[str],
    by: Actor,
    role: Role,
    now: datetime,
) -> Outcome:
    """Write down each decision that is to be taken in and is not on the register yet.

    What is there is never written over; where it is not as it was read now, that is said. What is
    left for a person is passed over, and so is any other reading of it: `left` holds the
    references of which some page had one.
    """
    wanted: dict[str, Assessed] = {}
    for each in found:
        wanted.setdefault(reference_of(prefix, each.listed), each)
    there = work.held(list(wanted))
    changes = [
        _change(ref, each, council, by, role, now)
        for ref, each in wanted.items()
        if ref not in there and ref not in left and each.comes is not Comes.LEFT
    ]
    work.add_many(changes)
    odd = [said for ref in sorted(there) for said in _odd(work, ref, wanted[ref])]
    return Outcome(
        written=tuple(change.taken.decision.ref for change in changes),
        there=tuple(sorted(ref for ref in there if wanted[ref].comes is not Comes.LEFT)),
        odd=tuple(odd),
    )


def _odd(work: Work, ref: str, each: Assessed) -> Iterator[str]:
    """Say where a decision that is on the register is not as it was read now."""
    decision = work.look(ref).decision
    if each.comes is Comes.LEFT and decision.state is State.CALL_IN_OPEN:
        yield (
            f"{ref} is open on the register, and will be closed at "
            f"{spoken(decision.window.effective_from) if decision.window else 'its end'}; but now: "
            f"{each.why}. Call it in, or hold it, if it should not be."
        )
    first = read(work.stream(f"decision/{ref}")[0]).event
    if not isinstance(first, TakenIn):
        yield f"{ref} is on the register, and was not taken in from another."
        return
    listed = each.listed
    for what, was, now in (
        ("register", first.site, listed.site),
        ("day of decision", first.made_on, listed.made_on),
        ("title", first.title, listed.title[:LINE]),
    ):
        if was and now and was != now:
            yield f"{ref} is on the register with another {what}: {was}, and now {now}."


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
        site=listed.site,
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
        doubts=(*listed.doubts, *readings_of(listed)),
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
