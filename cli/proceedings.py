"""How what has been done about a decision is put into words and into JSON: requests and clocks."""

from datetime import datetime
from typing import Any

from cli.on_record import OnRecord, ruling_line
from cli.output import wrapped
from workflow.clock import spoken_day, stamped
from workflow.model.consent import Application
from workflow.model.decision import AWAITED, Decision
from workflow.model.json_data import both_times, instant_text, to_json_data
from workflow.model.proceedings import Request
from workflow.model.time_limit import Default, TimeLimit
from workflow.wording.short_dates import by_when


def limit_plain(limit: TimeLimit | None, as_of: datetime) -> dict[str, Any] | None:
    """Give a running clock as plain data, its end in both times."""
    if limit is None:
        return None
    return {
        "awaits": limit.awaits.value,
        "counted_from": limit.counted_from.isoformat(),
        "last_day": limit.last_day.isoformat(),
        "ends_at": both_times(limit.ends_at),
        "end_included": limit.end_included,
        "default": limit.rule.default.value,
        "adjourned": limit.adjourned,
        "calendar_hash": limit.calendar_hash,
        "run_out": limit.has_run_out(as_of),
        "rule": to_json_data(limit.rule),
        "authority": to_json_data(limit.authority),
    }


def request_plain(request: Request) -> dict[str, Any]:
    """Give a request as plain data: no names, which are on the record."""
    return {
        "number": request.number,
        "standing": request.standing.value,
        "received_at": both_times(request.received_at),
        "people": len(request.signatures),
        "electors": request.electors,
        "grounds": list(request.grounds),
        "certified": list(request.certified),
        "proposes_alternative": request.proposes,
        "ruled_at": None if request.ruled_at is None else instant_text(request.ruled_at),
    }


def proceedings_plain(decision: Decision, as_of: datetime) -> dict[str, Any]:
    """Give what has been done about a decision as plain data."""
    done = decision.proceedings
    due = decision.due_at
    return {
        "requests": [request_plain(each) for each in done.requests],
        "clock": limit_plain(done.limit, as_of),
        "direction": limit_plain(done.direction, as_of),
        "notices": [to_json_data(each) for each in done.notices],
        "consents": [_application_plain(each) for each in done.applications],
        "road": None if done.road is None else done.road.value,
        "irregularities": [to_json_data(each) for each in done.irregularities],
        "severed_from": done.severed_from,
        "parts": list(done.parts),
        "superseded_by": done.superseded_by,
        "report_by": to_json_data(done.report_by),
        "consider_by": to_json_data(done.consider_by),
        "reconsidered": done.reconsidered,
        "opinion_at": None if done.opinion_at is None else instant_text(done.opinion_at),
        "due_at": None if due is None else both_times(due),
    }


def _application_plain(application: Application) -> dict[str, Any]:
    return {
        "purpose": application.purpose.value,
        "asked_at": instant_text(application.asked_at),
        "granted_at": to_json_data(application.granted_at),
        "refused_at": to_json_data(application.refused_at),
        "answers": [
            {
                "capacity": each.capacity.value,
                "given": each.given.value,
                "at": instant_text(each.at),
                "why": None if each.why is None else each.why.value,
                "hours": each.hours,
            }
            for each in application.answers
        ],
    }


def _application_lines(application: Application, record: OnRecord, *, published: bool) -> list[str]:
    stands = "was not answered before it was published" if published else "awaits an answer"
    if application.granted_at is not None:
        stands = f"given {stamped(application.granted_at)}"
    if application.refused_at is not None:
        stands = f"refused {stamped(application.refused_at)}"
    lines = [f"  Consent:     to {application.purpose.label}: {stands}"]
    for each in application.answers:
        why = "" if each.why is None else f" ({each.why.label})"
        name = record.answered.get(each)
        office = each.capacity.label
        who = f"the {office}" if name is None else f"{name}, {office},"
        told = f"{who} {each.given.label}{why} {stamped(each.at)}"
        lines.append(wrapped(told, "    ", "      "))
    return lines


def clock_words(decision: Decision, as_of: datetime) -> str:
    """Say, after the state of a called-in decision, by when who is awaited."""
    limit = decision.proceedings.governing
    if decision.state not in AWAITED or limit is None:
        return ""
    if decision.time_has_run(as_of):
        return f"; that ended at {by_when(limit)}, not recorded yet"
    if limit.has_run_out(as_of):
        return f"; overdue since {by_when(limit)}"
    return f"; {limit.awaits} until {by_when(limit)}"


def proceedings_lines(decision: Decision, record: OnRecord) -> list[str]:
    """Give the requests, the consents and the clocks of a decision in lines, with who ruled and who
    answered where the record says."""
    done = decision.proceedings
    lines = [
        f"  Notice:      {each.kind.label}, published {stamped(each.published_at)}"
        for each in done.notices
    ]
    for application in done.applications:
        published = decision.published_at is not None
        lines += _application_lines(application, record, published=published)
    for request in decision.proceedings.requests:
        lines.append(f"  Request {request.number}:   {request.standing.label}")
        received = f"received {stamped(request.received_at)}, from {_asking(request, record)}"
        lines.append(wrapped(received, "    ", "      "))
        if request.grounds:
            lines.append(f"    grounds: {', '.join(request.grounds)}")
        if request.number in record.ruled:
            lines.append(ruling_line(record.ruled[request.number]))
    if record.settled is not None:
        lines.append("  Dispute:     what was found afterwards changes nothing")
        lines.append(ruling_line(record.settled))
    for limit in (done.limit, done.direction):
        if limit is not None:
            counted = f"counted from {spoken_day(limit.counted_from)}"
            then = _then(decision, limit)
            told = f"{limit.awaits}, until {by_when(limit)} ({counted}); then: {then}"
            lines.append(wrapped(f"Awaited:     {told}", "  ", " " * 15))
    return lines + _links(decision)


def _asking(request: Request, record: OnRecord) -> str:
    """Say who asks, by name where that is known."""
    number = len(request.signatures)
    people = ", ".join(record.asked.get(request.number, ()))
    if not people and number:
        people = "one person" if number == 1 else f"{number} people"
    electors = f"{request.electors} electors" if request.electors else ""
    return " and ".join(each for each in (people, electors) if each) or "nobody"


def _then(decision: Decision, limit: TimeLimit) -> str:
    """Say what follows when a clock has run out."""
    if decision.proceedings.found_at is not None:
        return "what was done in time is recorded"
    held = decision.is_objected_to or not limit.brings_effect
    return str(Default.HELD if held else limit.rule.default)


def _links(decision: Decision) -> list[str]:
    """Give what else is linked with a decision, or is due about it, in lines."""
    done = decision.proceedings
    told = (
        ("Part of", done.severed_from),
        ("Severed", ", ".join(done.parts)),
        ("Replaced by", done.superseded_by),
        ("Report due", None if done.report_by is None else spoken_day(done.report_by)),
        ("Consider by", None if done.consider_by is None else spoken_day(done.consider_by)),
    )
    lines = [f"  {label + ':':<13}{value}" for label, value in told if value]
    outstanding = sum(each.resolved_at is None for each in done.irregularities)
    if outstanding:
        lines.append(
            f"  Irregular:   {outstanding} outstanding: decisions irregular show {decision.ref}"
        )
    return lines
