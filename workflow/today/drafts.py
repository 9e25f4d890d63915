"""Drafts: those with a day on which to be signed, and those of which notice runs or is wanted."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from workflow.clock import spoken_day
from workflow.model.consent import Purpose
from workflow.model.notice import BEFORE, NoticeKind
from workflow.model.state import State
from workflow.planning.plan import routes
from workflow.planning.planned import PlanRoute
from workflow.procedures.as_typed import command
from workflow.procedures.case import Case
from workflow.procedures.notices.guards import (
    PARTICULARS,
    key_decision_was_noticed,
    private_meeting_was_noticed,
)
from workflow.procedures.notices.notice_dates import first_day, notices_of
from workflow.procedures.table import BY_NAME
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter

_PRIVATE: Final = "private-meeting"
_URGENT: Final = "special-urgency"
_NOTICES: Final = {
    "notice": NoticeKind.KEY_DECISION,
    "general-exception": NoticeKind.GENERAL_EXCEPTION,
}
"""The routes to a key decision by a notice, each with its kind, the usual one first."""


def unsigned(asked: OfDecision) -> Iterator[TodayMatter]:
    """A draft by the day on which it is to be made, or was."""
    if asked.decision.state is not State.DRAFT:
        return
    made_on = asked.statement.made_on
    if made_on is None:
        return
    today = asked.council.today
    when = "was" if made_on < today else "is"
    says = f"It {when} to be made on {spoken_day(made_on)}, and is not signed."
    if not asked.is_open("sign"):
        says += " It cannot be signed as it stands."
    yield asked.of_steps(MatterKind.UNSIGNED, says, "sign", day=made_on)


def notice_runs(asked: OfDecision) -> Iterator[TodayMatter]:
    """Clear days of notice that still run: from when the decision may be made."""
    if asked.decision.state is not State.DRAFT or not asked.decision.proceedings.notices:
        return
    case = asked.case_for("sign")
    for kind in NoticeKind:
        first = first_day(case, kind) if kind in BEFORE else None
        if first is not None and first > asked.council.today:
            says = f"By the {kind.label} it may be made from {spoken_day(first)}."
            yield asked.matter(
                MatterKind.NOTICE_RUNS,
                says,
                f"next {asked.ref} --why sign",
                by=asked.who("sign"),
                key=kind.value,
                day=first,
            )


def notice_lapses(asked: OfDecision) -> Iterator[TodayMatter]:
    """The last day that the latest notice of a kind gives for the decision."""
    if asked.decision.state is not State.DRAFT or not asked.decision.proceedings.notices:
        return
    case, made_on = asked.case_for("sign"), asked.statement.made_on
    for kind in NoticeKind:
        last = _last_day(case, kind)
        if last is None or (made_on is not None and made_on <= min(last, asked.council.today)):
            continue
        passed = last < asked.council.today
        verb = "was" if passed else "is"
        says = f"{spoken_day(last)} {verb} the last day that its {kind.label} gives for it."
        if passed:
            says += " It cannot be made by that notice any more."
        yield asked.matter(
            MatterKind.NOTICE_LAPSES,
            says,
            _give(asked, kind),
            by=asked.who("advance-notice-give"),
            key=kind.value,
            day=last,
        )


def _last_day(case: Case, kind: NoticeKind) -> date | None:
    days = [each.decide_until for each in notices_of(case, kind) if each.decide_until is not None]
    return max(days, default=None)


def notice_wanted(asked: OfDecision) -> Iterator[TodayMatter]:
    """A draft that, as it is planned, wants notice, with the routes that are still open."""
    if asked.decision.state is not State.DRAFT:
        return
    made_on = asked.statement.made_on
    case = asked.case_for("sign")
    refusal = key_decision_was_noticed(case)
    if refusal is not None and made_on is not None:
        found = routes(case.in_force, case.rules.calendar(), made_on, asked.council.today)
        ways = [each for each in found if each.open]
        if _is_awaited(asked, Purpose.SPECIAL_URGENCY):
            ways = [each for each in ways if each.name != _URGENT]
        if ways or not _is_awaited(asked, Purpose.SPECIAL_URGENCY):
            yield _key_notice_wanted(asked, refusal.because, made_on, ways)
    refusal = private_meeting_was_noticed(case)
    if refusal is not None:
        first = bool(notices_of(case, NoticeKind.PRIVATE_MEETING))
        kind = NoticeKind.PRIVATE_FURTHER if first else NoticeKind.PRIVATE_MEETING
        asks = _is_awaited(asked, Purpose.PRIVATE_MEETING)
        yield asked.matter(
            MatterKind.NOTICE_WANTED,
            refusal.because,
            _give(asked, kind),
            *([] if asks else asked.typed("consent-ask", purpose=_PRIVATE)),
            by=asked.who("advance-notice-give", "consent-ask"),
            key=_PRIVATE,
            day=made_on,
        )


def _is_awaited(asked: OfDecision, purpose: Purpose) -> bool:
    """Say whether consent for a purpose was asked, and is a matter of its own."""
    latest = asked.decision.proceedings.application(purpose)
    return latest is not None and latest.is_open


def _key_notice_wanted(
    asked: OfDecision, because: str, made_on: date, ways: Sequence[PlanRoute]
) -> TodayMatter:
    """Give that a key draft wants notice, by the last day for the first route that is open."""
    told = " ".join(each.says for each in ways) or "No route to that day is open any more."
    day = next((each.day for each in ways if each.day is not None), made_on)
    names, commands, steps = {each.name for each in ways}, list[str](), list[str]()
    for name, kind in _NOTICES.items():
        if name in names and not commands:
            commands.append(_give(asked, kind))
            steps.append("advance-notice-give")
    if _URGENT in names:
        commands += asked.typed("consent-ask", purpose=_URGENT)
        steps.append("consent-ask")
    return asked.matter(
        MatterKind.NOTICE_WANTED,
        f"{because} {told}",
        *(commands or (f"amend {asked.ref} --made-on DATE",)),
        by=asked.who(*(steps or ("amend",))),
        day=day,
    )


def _give(asked: OfDecision, kind: NoticeKind) -> str:
    """Give the command that records a notice of a kind, with what such a notice must say."""
    step = BY_NAME["advance-notice-give"]
    return command(step, asked.ref, PARTICULARS[kind], {"kind": (kind.value,)})


EACH = (unsigned, notice_runs, notice_lapses, notice_wanted)
