"""What was published, done or found stands on the record already: it is not recorded again."""

from dataclasses import fields

from workflow.clock import spoken, spoken_day
from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.consents.inputs import AskConsent
from workflow.procedures.corrections.events import IrregularityNoted, ReportRequired
from workflow.procedures.corrections.inputs import NoteIrregularity, RequireReport
from workflow.procedures.found_late.events import HoldFound, OutcomeFound
from workflow.procedures.found_late.inputs import FindHold, Reinstate
from workflow.procedures.holds.events import Held
from workflow.procedures.notices.events import ConsentAsked, NoticeGiven
from workflow.procedures.notices.inputs import GiveNotice
from workflow.procedures.reconsideration.events import OpinionReceived
from workflow.procedures.requests.inputs import RecordOpinion
from workflow.procedures.scrutiny.events import MeetingRecorded
from workflow.procedures.scrutiny.inputs import Meet
from workflow.procedures.shared.recorded import already, same

NOTICE_APART = ("kind", "published_at", "where", "decide_from", "decide_until")
"""The parts of a notice that stand apart in the journal, and not among its particulars."""


def said_in(given: GiveNotice) -> tuple[str, ...]:
    """Give what a notice says, each part with its name, as it is kept."""
    parts = [each.name for each in fields(given) if each.name not in NOTICE_APART]
    said = ((name, getattr(given, name)) for name in parts)
    return tuple(f"{name}: {text}" for name, text in said if text is not None)


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
            return already(
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
            and same(event.rule, details.rule)
            and "what" not in erased
            and same(event.what, details.what)
        ):
            return already(
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
            and same(event.note, details.note)
        ):
            return already(
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
            and same(event.counsel, details.counsel)
            and same(event.opinion, details.opinion)
        ):
            return already(
                "already-recorded",
                case,
                f"That opinion, received at {spoken(event.at)}, is on the record of "
                f"{decision.ref} already.",
                "If there is another, record what that one says.",
            )
    return None


def report_is_new(case: Case) -> Refusal | None:
    """A report of that opinion, by that day, has not been required yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, RequireReport):
        return None
    for event, erased in case.rules.on_record(decision.ref, ReportRequired):
        if (
            isinstance(event, ReportRequired)
            and event.report_by == details.report_by
            and "opinion" not in erased
            and same(event.opinion, details.opinion)
        ):
            return already(
                "already-recorded",
                case,
                f"That a report is required by {spoken_day(event.report_by)} is on the record of "
                f"{decision.ref} already.",
                "If another is required, say what of and by when.",
            )
    return None


def asking_afresh_is_new(case: Case) -> Refusal | None:
    """What was answered is not set aside again before anyone has answered what was asked since."""
    details, decision = case.details, case.subject
    if not isinstance(details, AskConsent) or details.setting_aside is None:
        return None
    latest = decision.proceedings.application(details.purpose)
    if latest is None or latest.answers:
        return None
    for event, erased in case.rules.on_record(decision.ref, ConsentAsked):
        if (
            isinstance(event, ConsentAsked)
            and (event.purpose, event.at) == (latest.purpose, latest.asked_at)
            and not {"reason", "setting_aside"} & set(erased)
            and same(event.reason, details.reason)
            and same(event.setting_aside or "", details.setting_aside)
        ):
            return already(
                "already-recorded",
                case,
                f"Consent to {latest.purpose.label} was asked afresh at {spoken(event.at)}, and "
                "nobody has answered yet.",
                "If it is to be asked afresh once more, say why.",
            )
    return None


def hold_is_new(case: Case) -> Refusal | None:
    """A hold made then, on that account and under that authority, is not on record yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, FindHold):
        return None
    for event, _ in case.rules.on_record(decision.ref, HoldFound, Held):
        made_at = event.made_at if isinstance(event, HoldFound) else event.at
        if (
            isinstance(event, HoldFound | Held)
            and (made_at, event.on_account_of) == (details.made_at, details.on_account_of)
            and same(event.under, details.under)
        ):
            return already(
                "already-recorded",
                case,
                f"The hold that was made at {spoken(made_at)}, under {event.under}, is on the "
                f"record of {decision.ref} already.",
                "If there was another, give its own time and authority.",
            )
    return None


def outcome_is_new(case: Case) -> Refusal | None:
    """That a body had acted then, found in that way, is not on record yet."""
    details, decision = case.details, case.subject
    if not isinstance(details, Reinstate):
        return None
    for event, erased in case.rules.on_record(decision.ref, OutcomeFound):
        if (
            isinstance(event, OutcomeFound)
            and event.acted_at == details.acted_at
            and "reason" not in erased
            and same(event.reason, details.reason)
        ):
            return already(
                "already-recorded",
                case,
                f"That it had acted at {spoken(event.acted_at)} is on the record of "
                f"{decision.ref} already.",
                "If it was found anew, say in --reason how.",
            )
    return None
