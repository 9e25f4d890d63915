"""What is on the record: the entries of a journal, and decisions as they stood at an instant."""

from bisect import bisect
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from workflow.clock import spoken
from workflow.errors import JournalBroken, NotFound
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.evolve import replay
from workflow.model.state import State
from workflow.register import own_streams
from workflow.register.journal import ReadEntry, read
from workflow.register.journal_entry import JournalEntry, stream_of
from workflow.register.late_entries import with_late_entries
from workflow.register.ports import UnitOfWork
from workflow.register.query import DecisionQuery, Order, in_order


def history(work: UnitOfWork, ref: str) -> tuple[ReadEntry, ...]:
    """Give every entry of a decision's journal, oldest first. Raises NotFound where there is no
    such decision, and JournalBroken where an entry cannot be read."""
    entries = work.journal.stream(stream_of(ref))
    if not entries:
        work.decisions.get(ref)
    return tuple(read(entry) for entry in entries)


def own_rules(work: UnitOfWork, ref: str, now: str) -> tuple[str, ...]:
    """Give the user's own files that a decision was judged by, and then `now`, the one in use, if
    there is one. An entry that cannot be read is passed over."""
    files = dict[str, None]()
    for stored in work.journal.stream(stream_of(ref)):
        with suppress(JournalBroken):
            entry = read(stored)
            if entry.own_rules:
                files[entry.rules] = None
    if now:
        files[now] = None
    return tuple(files)


def entries(work: UnitOfWork, name: str) -> tuple[tuple[JournalEntry, ReadEntry], ...]:
    """Give a decision's journal, each entry as it is stored and as it is read; or one of the
    register's own streams, as "people/salford". Raises as `history` does."""
    stream = own_streams.named(name)
    stored = work.journal.stream(stream)
    if not stored:
        own_streams.must_hold(work, stream)
    return tuple((entry, read(entry)) for entry in stored)


def decision_as_of(work: UnitOfWork, ref: str, instant: datetime) -> Decision:
    """Give a decision as it stood at an instant. Raises NotFound before it was drafted.

    What counts is when things happened, not when they were recorded: what had been received, held
    or done by then, and was entered later, is taken in.
    """
    happened, later = [entry.event for entry in history(work, ref)], list[Event]()
    while happened and happened[-1].at > instant:
        later.append(happened.pop())
    if not happened:
        raise NotFound(f"{ref} had not been drafted at {spoken(instant)}.")
    then = with_late_entries(replay(ref, happened), reversed(later), instant)
    return replace(then, proceedings=then.proceedings.as_of(instant))


def decisions_as_of(work: UnitOfWork, query: DecisionQuery, instant: datetime) -> list[Decision]:
    """Give the decisions that a query asks for as they stood at an instant, without those not yet
    drafted."""
    wide = replace(
        query,
        state=None,
        due_by=None,
        ends_by=None,
        made_since=None,
        made_until=None,
        after=None,
        limit=None,
        order=Order.REFERENCE,
    )
    decisions = []
    for decision in work.decisions.find(wide):
        if decision.drafted_at > instant:
            continue
        as_it_is = decision.last_at <= instant and not _refused_since(decision, instant)
        then = decision if as_it_is else decision_as_of(work, decision.ref, instant)
        if is_due(then, query) and query.state in (None, then.state) and was_made(then, query):
            decisions.append(then)
    return page_of(decisions, query)


def page_of(decisions: Iterable[Decision], query: DecisionQuery) -> list[Decision]:
    """Give the decisions in the order of a query, from where it begins to its limit."""
    ordered = in_order(decisions, query.order)
    if query.after is not None:
        refs = [each.ref for each in ordered]
        begins = refs.index(query.after) + 1 if query.after in refs else bisect(refs, query.after)
        ordered = ordered[begins:]
    return ordered[: query.limit]


def was_made(decision: Decision, query: DecisionQuery) -> bool:
    """Say whether a decision meets the `made_since` and `made_until` of a query."""
    first, last, made_on = query.made_since, query.made_until, decision.made_on
    if first is None and last is None:
        return True
    return made_on is not None and (first or made_on) <= made_on <= (last or made_on)


def _refused_since(decision: Decision, instant: datetime) -> bool:
    """Say whether a request was refused after an instant: that is on the record, and moves
    nothing."""
    return any(each.refused_at > instant for each in decision.proceedings.refused)


def is_due(then: Decision, query: DecisionQuery) -> bool:
    """Say whether a decision meets the `due_by` and `ends_by` of a query."""
    if query.due_by is None and query.ends_by is None:
        return True
    window = then.window
    if window is None or then.state is not State.CALL_IN_OPEN:
        return False
    ends = query.ends_by is None or window.request_deadline <= query.ends_by
    return ends and (query.due_by is None or window.effective_from <= query.due_by)
