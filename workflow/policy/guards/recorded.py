"""What stands on the record already: sent again, it is one, and is answered with what stands."""

from collections.abc import Sequence
from dataclasses import fields

from workflow.authority import engine_rule
from workflow.clock import spoken, spoken_day
from workflow.errors import Refusal
from workflow.model.details import (
    CallIn,
    GiveNotice,
    Meet,
    NoteIrregularity,
    RecordOpinion,
    SupportRequest,
)
from workflow.model.events import (
    CalledIn,
    IrregularityNoted,
    MeetingRecorded,
    NoticeGiven,
    OpinionReceived,
    RequestFound,
    RequestLodged,
    RequestSupported,
)
from workflow.policy.case import Case, OnRecord
from workflow.policy.makers import alike
from workflow.policy.signatories import Signatory, signatory

NOTICE_APART = ("kind", "published_at", "where", "decide_from", "decide_until")
"""The parts of a notice that stand apart in the journal, and not among its particulars."""
_ONCE = engine_rule(
    "recorded once",
    "What was received or done once is recorded once: a request by the same people, on the same "
    "grounds and received at the same instant, is the request that stands on the record.",
)


def _already(code: str, case: Case, because: str, unless: str) -> Refusal:
    return Refusal(
        code=code,
        because=because,
        authority=_ONCE,
        remedy=f"Nothing is to be recorded again: decisions show {case.subject.ref}. {unless}",
    )


def _same(one: str, other: str) -> bool:
    """Say whether two texts are one, however they are spaced or spelt, and in whatever order."""
    first, second = (
        sorted(" ".join(part.split()).casefold() for part in text.split(";"))
        for text in (one, other)
    )
    return first == second


def _people(case: Case, names: Sequence[str]) -> list[Signatory]:
    people, council = case.rules.people(), case.subject.council
    return [signatory(each, council, people) for each in names]


def _same_people(case: Case, given: Sequence[str], marks: Sequence[str]) -> bool:
    """Say whether those named are those whose marks stand on the record, and no others."""
    people, council = case.rules.people(), case.subject.council
    named = [alike(council, each.login, people) | {each.who} for each in _people(case, given)]
    return len(named) == len(marks) and all(not each.isdisjoint(marks) for each in named)


def _same_request(case: Case, given: CallIn, found: OnRecord) -> bool:
    """Say whether an entry is the request that is given; text that was erased tells nothing."""
    event, erased = found
    if not isinstance(event, RequestLodged | RequestFound | CalledIn):
        return False
    if event.received_at != given.received_at:
        return False
    if isinstance(event, RequestLodged):
        marks, grounds, part = event.signatures, "; ".join(event.particulars), "particulars"
    else:
        marks = tuple(each.who for each in _people(case, event.requested_by))
        grounds, part = event.grounds, "grounds"
        if "requested_by" in erased:
            return False
    if not _same_people(case, given.requested_by, marks):
        return False
    if part not in erased and not _same(grounds, "; ".join(given.grounds)):
        return False
    if isinstance(event, CalledIn):
        return not given.electors and given.alternative is None
    other = "alternative" in erased or _same(event.alternative or "", given.alternative or "")
    return event.electors == given.electors and other


def said_in(given: GiveNotice) -> tuple[str, ...]:
    """Give what a notice says, each part with its name, as it is kept."""
    parts = [each.name for each in fields(given) if each.name not in NOTICE_APART]
    said = ((name, getattr(given, name)) for name in parts)
    return tuple(f"{name}: {text}" for name, text in said if text is not None)


def request_is_new(case: Case) -> Refusal | None:
    """A request by the same people, on the same grounds and received then, is not on record yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, CallIn):
        return None
    known = {decision.called_in_at, *(each.received_at for each in decision.proceedings.requests)}
    if details.received_at not in known and decision.disputed_at is None:
        return None  # the record is read only where there may be something like it
    found = case.rules.on_record(decision.ref, RequestLodged, RequestFound, CalledIn)
    same = next((each for each, _ in found if _same_request(case, details, (each, _))), None)
    if same is None:
        return None
    number = getattr(same, "number", None)
    which, stands = "That request", ""
    if number is not None:
        which = f"Request {number}"
        stands = f": it is {decision.proceedings.numbered(number).standing.label}"
    return _already(
        "already-recorded",
        case,
        f"{which} on {decision.ref}, of the same people on the same grounds and received at "
        f"{spoken(details.received_at)}, is on the record already{stands}.",
        "If they asked again since, give the time at which that was received.",
    )


def support_is_new(case: Case) -> Refusal | None:
    """Who joins a request, by what was received then, has not been recorded as joining it yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, SupportRequest):
        return None
    for event, _ in case.rules.on_record(decision.ref, RequestSupported):
        if (
            isinstance(event, RequestSupported)
            and event.received_at == details.received_at
            and details.request in (None, event.number)
            and event.electors == details.electors
            and _same_people(case, details.requested_by, event.signatures)
        ):
            return _already(
                "already-recorded",
                case,
                f"That the same people joined request {event.number} on {decision.ref}, by what "
                f"was received at {spoken(event.received_at)}, is on the record already.",
                "If they joined again since, give the time at which that was received.",
            )
    return None


def notice_is_new(case: Case) -> Refusal | None:
    """A notice of that kind, published then and saying that, is not on record yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, GiveNotice):
        return None
    known = [(each.kind, each.published_at) for each in decision.proceedings.notices]
    if (details.kind, details.published_at) not in known:
        return None
    for event, erased in case.rules.on_record(decision.ref, NoticeGiven):
        if (
            isinstance(event, NoticeGiven)
            and all(getattr(event, part) == getattr(details, part) for part in NOTICE_APART)
            and ("particulars" in erased or event.particulars == said_in(details))
        ):
            return _already(
                "already-recorded",
                case,
                f"The {event.kind.label} that was published at {spoken(event.published_at)} is on "
                f"the record of {decision.ref} already.",
                "If another was published, give its own time, place or wording.",
            )
    return None


def irregularity_is_new(case: Case) -> Refusal | None:
    """What happened out of rule, on that day and in those words, has not been noted yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, NoteIrregularity):
        return None
    known = [(each.kind, each.happened_on) for each in decision.proceedings.irregularities]
    if (details.kind, details.happened_on) not in known:
        return None
    for event, erased in case.rules.on_record(decision.ref, IrregularityNoted):
        if (
            isinstance(event, IrregularityNoted)
            and (event.kind, event.happened_on) == (details.kind, details.happened_on)
            and _same(event.rule, details.rule)
            and "what" not in erased
            and _same(event.what, details.what)
        ):
            return _already(
                "already-recorded",
                case,
                f"Irregularity {event.number} on {decision.ref}, of "
                f"{spoken_day(event.happened_on)}, says the same.",
                "If it happened more than once that day, say in --what how they differ.",
            )
    return None


def meeting_is_new(case: Case) -> Refusal | None:
    """A meeting of that instant, of which the same is noted, has not been recorded yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, Meet):
        return None
    for event, erased in case.rules.on_record(decision.ref, MeetingRecorded):
        if (
            isinstance(event, MeetingRecorded)
            and (event.at, event.meeting) == (case.at, details.meeting)
            and "note" not in erased
            and _same(event.note, details.note)
        ):
            return _already(
                "already-recorded",
                case,
                f"That meeting, of {spoken(event.at)}, is on the record of {decision.ref}.",
                "If there was another, give its own time: --at INSTANT --late-reason 'why'.",
            )
    return None


def opinion_is_new(case: Case) -> Refusal | None:
    """An opinion of that counsel, in those words, is not on record yet for this call-in."""
    details, decision = case.details, case.subject
    if not isinstance(details, RecordOpinion) or decision.proceedings.opinion_at is None:
        return None
    for event, erased in case.rules.on_record(decision.ref, OpinionReceived):
        if (
            isinstance(event, OpinionReceived)
            and event.at == decision.proceedings.opinion_at
            and not {"counsel", "opinion"} & set(erased)
            and _same(event.counsel, details.counsel)
            and _same(event.opinion, details.opinion)
        ):
            return _already(
                "already-recorded",
                case,
                f"That opinion, received at {spoken(event.at)}, is on the record of "
                f"{decision.ref} already.",
                "If there is another, record what that one says.",
            )
    return None
