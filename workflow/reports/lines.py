"""The lines of a report to council: one for each decision it is about, or for each request."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workflow.calendars.counting import count
from workflow.clock import london_day, spoken_day, stamped
from workflow.constitution.provisions.notice import PUBLICATION_TARGET
from workflow.constitution.provisions.period import SUBJECT_TO_CALL_IN
from workflow.model.call_in_period import Unit
from workflow.model.consent import ConsentReply, Purpose
from workflow.model.decision import Decision
from workflow.model.event import Event
from workflow.model.notice import NoticeRoute
from workflow.model.proceedings import RequestStatus
from workflow.model.state import State
from workflow.procedures.consents.events import ConsentAnswered, ConsentAsked
from workflow.procedures.publication.events import TookEffect
from workflow.procedures.requests.events import (
    LateRequestRecorded,
    RequestLodged,
    RequestRejected,
    RequestSupported,
)
from workflow.procedures.requests.refused_events import RequestRefused
from workflow.register.ports import UnitOfWork
from workflow.register.record import history
from workflow.register.rules import RulesOf
from workflow.reports.contents import ReportLine
from workflow.wording.proceedings import office_words
from workflow.wording.refused_requests import again_words, refused_words


@dataclass(frozen=True, slots=True)
class ReportSource:
    """Where a report is told from: the register, and the rules of one council."""

    work: UnitOfWork
    rules: RulesOf

    def events(self, ref: str) -> Iterator[Event]:
        """Give everything that happened to a decision, oldest first."""
        return (entry.event for entry in history(self.work, ref))


def urgent(source: ReportSource, decision: Decision) -> ReportLine | None:
    """Give a decision that was made under special urgency, or None for any other.

    By regulation 19 it is reported by the day on which it was made, published or not.
    """
    assert decision.made_on is not None
    by_its_road = decision.proceedings.notice_route is NoticeRoute.SPECIAL_URGENCY
    if not by_its_road and source.work.decisions.statement(decision).urgency is None:
        return None
    return _agreed(source, decision, Purpose.SPECIAL_URGENCY, decision.made_on)


def spared(source: ReportSource, decision: Decision) -> ReportLine | None:
    """Give a decision that could have been called in and was exempt from that, or None."""
    assert decision.published_at is not None
    day = london_day(decision.published_at)
    by_consent = decision.proceedings.granted(Purpose.EXEMPTION) is not None
    if decision.window is not None or decision.effective_at is None or _never_is(source, decision):
        return None
    if not by_consent and source.work.decisions.statement(decision).urgency is None:
        return None
    return _agreed(
        source, decision, Purpose.EXEMPTION if by_consent else Purpose.SPECIAL_URGENCY, day
    )


def _never_is(source: ReportSource, decision: Decision) -> bool:
    """Say whether a decision of this kind is not subject to call-in in any case."""
    assert decision.published_at is not None
    kinds = source.rules.in_force_on(london_day(decision.published_at))[SUBJECT_TO_CALL_IN]
    return (
        kinds is not None and kinds.value is not None and decision.kind in kinds.value.not_subject
    )


def _agreed(source: ReportSource, decision: Decision, purpose: Purpose, day: date) -> ReportLine:
    reason, by_whom = _why_and_who(source, decision, purpose)
    return ReportLine(
        ref=decision.ref,
        title=decision.title,
        made_on=decision.made_on,
        day=day,
        reason=reason,
        by_whom=by_whom,
        outcome=decision.state.label,
    )


def _why_and_who(source: ReportSource, decision: Decision, purpose: Purpose) -> tuple[str, str]:
    """Give the reason stated, and who consented in what capacity and when."""
    reason = ""
    people: list[str] = []
    for event in source.events(decision.ref):
        if isinstance(event, ConsentAsked) and event.purpose is purpose:
            reason, people = event.reason, []
        elif isinstance(event, ConsentAnswered) and event.purpose is purpose:
            people.append(_answer(source, event))
        elif isinstance(event, TookEffect) and (purpose is Purpose.EXEMPTION or not reason):
            reason = event.stated  # as its notice has it
    if decision.proceedings.granted(purpose) is None:
        urgency = source.work.decisions.statement(decision).urgency
        if urgency is not None:
            reason = urgency.reason or reason
            if urgency.agreed_by and urgency.capacity and urgency.agreed_on:
                on = spoken_day(urgency.agreed_on)
                people.append(f"{urgency.agreed_by}, {urgency.capacity}, {on}")
    return reason, "; ".join(people)


def _answer(source: ReportSource, event: ConsentAnswered) -> str:
    answer, when, rules = event.answer, stamped(event.answer.at), source.rules
    office = office_words(answer, rules.constitution.council, rules.people())
    if answer.reply is ConsentReply.SKIPPED:
        why = "" if answer.why is None else f": {answer.why.label}"
        return f"{office} passed over{why}"
    return f"{event.given_by}, {office}, {answer.reply.label} {when}"


def told_late(source: ReportSource, decision: Decision) -> ReportLine | None:
    """Give a decision published after its council's target, or None for one in time."""
    assert decision.published_at is not None
    day = london_day(decision.published_at)
    target = source.rules.in_force_on(day)[PUBLICATION_TARGET]
    if target is None or target.value is None or decision.made_on is None:
        return None
    last = decision.made_on
    if target.value.days:
        calendar = source.rules.calendar()
        last = count(calendar, decision.made_on, target.value.days, unit=Unit.WORKING).last_day
    if day <= last:
        return None
    return ReportLine(
        ref=decision.ref,
        title=decision.title,
        made_on=decision.made_on,
        day=day,
        reason=f"to be published by {spoken_day(last)}",
        by_whom="",
        outcome=f"published {(day - last).days} days later",
    )


def was_asked(source: ReportSource, decision: Decision) -> bool:
    """Say whether a decision was ever asked to be called in."""
    if decision.proceedings.requests:
        return True
    disputed = decision.disputed_at is not None
    return disputed and any(
        isinstance(each, LateRequestRecorded) for each in source.events(decision.ref)
    )


def requests(
    source: ReportSource, decision: Decision, since: date, until: date
) -> Iterator[ReportLine]:
    """Give each request on a decision that was received in a period."""
    events = tuple(source.events(decision.ref))
    for event in events:
        if isinstance(event, RequestLodged | LateRequestRecorded):
            day = london_day(event.received_at)
            if since <= day <= until:
                yield _request(decision, event, events, day)


def refused_requests(
    source: ReportSource, decision: Decision, since: date, until: date
) -> Iterator[ReportLine]:
    """Give each request on a decision that was refused as out of time or not valid, and was
    received in a period."""
    if not decision.proceedings.refused:
        return
    kept = {each.number: each for each in decision.proceedings.refused}
    for event in source.events(decision.ref):
        if isinstance(event, RequestRefused) and since <= (day := london_day(event.received_at)):
            if day > until:
                continue
            again = again_words(kept[event.number])
            yield ReportLine(
                ref=decision.ref,
                title=decision.title,
                made_on=decision.made_on,
                day=day,
                reason="; ".join(event.particulars),
                by_whom=_asking(event.requested_by, event.electors),
                outcome=f"refused: {refused_words(event.codes)}{again and f'; {again}'}",
            )


def _asking(people: Sequence[str], electors: int) -> str:
    asking = [", ".join(people)] if people else []
    asking += [f"{electors} electors"] if electors else []
    return " and ".join(asking)


def _request(
    decision: Decision,
    event: RequestLodged | LateRequestRecorded,
    events: tuple[Event, ...],
    day: date,
) -> ReportLine:
    people, electors = list(event.requested_by), event.electors
    if isinstance(event, LateRequestRecorded):
        reason, ruled = event.grounds, "found after it was implemented"
    else:
        request = decision.proceedings.numbered(event.number)
        reason, ruled = "; ".join(event.particulars), request.status.label
        electors = request.electors
        for later in events:
            if isinstance(later, RequestSupported) and later.number == event.number:
                people += later.requested_by
            if isinstance(later, RequestRejected) and later.number == event.number:
                ruled = f"{RequestStatus.REJECTED.label} ({later.reason})"
    return ReportLine(
        ref=decision.ref,
        title=decision.title,
        made_on=decision.made_on,
        day=day,
        reason=reason,
        by_whom=_asking(people, electors),
        outcome=f"{ruled}; the decision {_stands(decision)}",
    )


def _stands(decision: Decision) -> str:
    """Say where a decision stands after a request about it."""
    if decision.state is not State.CALL_IN_OPEN:
        return f"is {decision.state.label}"
    return "has not taken effect" if decision.proceedings.pending() else "can still be called in"
