"""How what has been done about a decision is set out in lines: requests and time limits."""

from cli.shown.fitting import wrapped
from cli.shown.names_on_record import NamesOnRecord, ruling_line
from workflow.clock import spoken_day
from workflow.model.consent import ConsentApplication
from workflow.model.decision import Decision
from workflow.model.proceedings import Request
from workflow.model.refused_request import RefusedRequest
from workflow.wording.proceedings import (
    answer_words,
    asking_words,
    awaited_words,
    consent_words,
    notice_words,
    request_words,
)
from workflow.wording.refused_requests import again_words, refused_request_words, refused_words


def _consent_lines(
    application: ConsentApplication, record: NamesOnRecord, *, published: bool
) -> list[str]:
    stands = consent_words(application, published=published)
    answers = (
        answer_words(each, record.answered.get(each), record.offices.get(each))
        for each in application.answers
    )
    return [
        f"  Consent:     to {application.purpose.label}: {stands}",
        *(wrapped(each, "    ", "      ") for each in answers),
    ]


def proceedings_lines(decision: Decision, record: NamesOnRecord) -> list[str]:
    """Give the requests, the consents and the time limits of a decision in lines, with who ruled
    and who answered where the record says."""
    proceedings = decision.proceedings
    lines = [
        wrapped(f"Notice:      {notice_words(each)}", "  ", " " * 15)
        for each in proceedings.notices
    ]
    for application in proceedings.applications:
        published = decision.published_at is not None
        lines += _consent_lines(application, record, published=published)
    for request in decision.proceedings.requests:
        lines.append(f"  Request {request.number}:   {request.status.label}")
        received = request_words(request, record.asked.get(request.number, ()))
        lines.append(wrapped(received, "    ", "      "))
        lines += _ground_lines(request, record)
        if request.number in record.ruled:
            lines.append(ruling_line(record.ruled[request.number]))
    for refused in proceedings.refused:
        lines += _refused_lines(refused, record)
    if record.settled is not None:
        lines.append("  Dispute:     what was found afterwards changes nothing")
        lines.append(ruling_line(record.settled))
    for limit in (proceedings.limit, proceedings.direction):
        if limit is not None:
            awaited = awaited_words(decision, limit)
            lines.append(wrapped(f"Awaited:     {awaited}", "  ", " " * 15))
    return lines + _links(decision)


def _refused_lines(refused: RefusedRequest, record: NamesOnRecord) -> list[str]:
    """Give a request that was refused: who asked, when it was received, and why it was refused."""
    again, event = again_words(refused), record.refused.get(refused.number)
    who = asking_words(
        () if event is None else event.requested_by, len(refused.signatures), refused.electors
    )
    told = f"{refused_request_words(refused)}, from {who}"
    lines = [
        wrapped(f"Refused {refused.number}:   {refused_words(refused.codes)}", "  ", " " * 15),
        wrapped(told, "    ", "      "),
    ]
    if event is not None:
        lines += [wrapped(f"grounds: {each}", "    ", "      ") for each in event.particulars]
        lines += [wrapped(f"why: {each}", "    ", "      ") for each in event.why]
    return [*lines, f"    {again}"] if again else lines


def _ground_lines(request: Request, record: NamesOnRecord) -> list[str]:
    """Give the grounds of a request, and the other course it proposes: as they were given, where
    the record was read."""
    stated = record.stated.get(request.number)
    if stated is None:
        return [f"    grounds: {', '.join(request.grounds)}"] if request.grounds else []
    lines = [wrapped(f"grounds: {each}", "    ", "      ") for each in stated.particulars]
    if stated.alternative is not None:
        lines.append(wrapped(f"other course proposed: {stated.alternative}", "    ", "      "))
    return lines


def _links(decision: Decision) -> list[str]:
    """Give what else is linked with a decision, or is due about it, in lines."""
    proceedings = decision.proceedings
    links = (
        ("Part of", proceedings.severed_from),
        ("Severed", ", ".join(proceedings.parts)),
        ("Replaced by", proceedings.superseded_by),
        (
            "Report due",
            None if proceedings.report_by is None else spoken_day(proceedings.report_by),
        ),
        (
            "Consider by",
            None if proceedings.consider_by is None else spoken_day(proceedings.consider_by),
        ),
    )
    lines = [f"  {label + ':':<13}{value}" for label, value in links if value]
    open_ = sum(each.resolved_at is None for each in proceedings.irregularities)
    settled = len(proceedings.irregularities) - open_
    numbers = [f"{n} {what}" for n, what in ((open_, "outstanding"), (settled, "settled")) if n]
    if numbers:
        see = f"decisions irregular show {decision.ref}"
        lines.append(f"  Irregular:   {', '.join(numbers)}: {see}")
    return lines
