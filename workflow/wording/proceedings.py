"""What has been done about a decision, in words: who asks, who is awaited, what consent became."""

from collections.abc import Sequence

from workflow.clock import london_day, received, spoken_day, stamped
from workflow.model.consent import ConsentAnswer, ConsentApplication
from workflow.model.decision import Decision
from workflow.model.notice import Notice
from workflow.model.people import Appointment, pseudonym
from workflow.model.proceedings import Request
from workflow.model.statement import ERASED
from workflow.model.time_limit import Default, TimeLimit
from workflow.text import joined
from workflow.wording.short_dates import by_when


def notice_words(notice: Notice) -> str:
    """Say what a notice is for, when it was published, and for a decision of which days."""
    days = ""
    if notice.decide_from is not None:
        upto = "" if notice.decide_until is None else f" to {spoken_day(notice.decide_until)}"
        days = f", for a decision from {spoken_day(notice.decide_from)}{upto}"
    return f"{notice.kind.label}, published {stamped(notice.published_at)}{days}"


def consent_words(application: ConsentApplication, *, published: bool) -> str:
    """Say what came of consent that was asked for."""
    if application.refused_at is not None:
        return f"refused {stamped(application.refused_at)}"
    if application.granted_at is not None:
        return f"given {stamped(application.granted_at)}"
    return "was not answered before it was published" if published else "awaits an answer"


def office_words(answer: ConsentAnswer, council: str, people: Sequence[Appointment]) -> str:
    """Name the office in which consent was answered, with its committee where the appointment that
    was in force that day says one: "chair of scrutiny of Growth and Prosperity Scrutiny Panel"."""
    day = london_day(answer.at)
    of = {
        seat.of
        for seat in people
        if seat.of
        and seat.role is answer.capacity
        and seat.in_force_on(day)
        and pseudonym(council, seat.person) == answer.who
    }
    return answer.capacity.label + (f" of {joined(sorted(of), 'and')}" if of else "")


def answer_words(answer: ConsentAnswer, name: str | None = None, office: str | None = None) -> str:
    """Say how and when one office holder answered, by name where the name is given: "the chair of
    council consented Mon 10 Jun 2024 09:30"."""
    why = "" if answer.why is None else f" ({answer.why.label})"
    office = office or answer.capacity.label
    who = f"the {office}" if name is None else f"{name}, {office},"
    return f"{who} {answer.reply.label}{why} {stamped(answer.at)}"


def request_words(request: Request, names: Sequence[str] = ()) -> str:
    """Say when a request was received, and from whom: by name, where the names are given."""
    who = asking_words(names, len(request.signatures), request.electors)
    return f"received {received(request.received_at)}, from {who}"


def asking_words(names: Sequence[str], number: int, electors: int) -> str:
    """Say who asked: so many people, by name where the names are given, and so many electors."""
    people = people_words(names, number) if names else _counted(number)
    signed = f"{electors} electors" if electors else ""
    return " and ".join(each for each in (people, signed) if each) or "nobody"


def _counted(number: int) -> str:
    return "one person" if number == 1 else f"{number} people" if number else ""


def people_words(names: Sequence[str], number: int, between: str = ", ") -> str:
    """Name those who asked; where names were erased, with how many people asked."""
    count = f" ({_counted(number)})" if ERASED in names and number else ""
    return f"{between.join(names)}{count}"


def awaited_words(decision: Decision, limit: TimeLimit) -> str:
    """Say who is awaited and until when, and what follows when the time has run out."""
    counted = f"counted from {spoken_day(limit.counted_from)}"
    return f"{limit.awaits}, until {by_when(limit)} ({counted}); then: {_then(decision, limit)}"


def _then(decision: Decision, limit: TimeLimit) -> str:
    if decision.proceedings.late_outcome_at is not None:
        return "what was done in time is recorded"
    held = decision.is_objected_to or not limit.brings_effect
    return str(Default.HELD if held else limit.rule.default)
