"""What a council publishes every week, as entries for a diary: the last day for each request, and
the day of each key decision to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, final

from workflow.explanation.calendar_days import CALL_IN_ENDS, MovedDay, moved_days, uid_of
from workflow.explanation.calendar_entries import DecisionDay, Stands
from workflow.explanation.timeline import lived
from workflow.publishing.forward_plan import KEY_NOTICES, forward_plan
from workflow.publishing.open_decisions import open_for_call_in
from workflow.publishing.pages.of_answer import page_of
from workflow.publishing.pages.page import PageEntry, PublicPage
from workflow.publishing.public_notices import GivenNotice, notices_given
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork

TO_BE_DECIDED: Final = "to-be-decided"
_OFF: Final = ("This day no longer stands.",)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedDays:
    """The days that the public may wish to have in a diary, or to drop from it."""

    council: str
    """The council, by its short name."""
    days: tuple[DecisionDay, ...]
    """The days, each with how often it was moved."""


def open_days(
    work: UnitOfWork, councils: ConstitutionsOnFile, council: str, now: datetime
) -> PublishedDays:
    """Give the last day for a request of each decision that is open for call-in; and that day
    again, as one that no longer stands, of each decision that was given up or whose publication did
    not count."""
    rules = councils.named(council)
    page = page_of(open_for_call_in(work, councils, council, now))
    days = list[DecisionDay]()
    for each in page.entries:
        ends = moved_days(lived(work, each.ref), rules).get(CALL_IN_ENDS)
        if ends is not None:
            uid = uid_of(each.ref, CALL_IN_ENDS, council)
            title = f"{each.ref}: {ends.now.says} ({_one_line(each.title)})"
            days.append(_entry(uid, ends, title, _words(page, each)))
    for decision in work.decisions.once_open(council, now):
        off = moved_days(lived(work, decision.ref), rules).get(CALL_IN_ENDS)
        if off is not None and off.now.stands is Stands.CANCELLED and off.now.instant >= now:
            uid = uid_of(decision.ref, CALL_IN_ENDS, council)
            days.append(_entry(uid, off, f"{decision.ref}: no longer open for call-in", _OFF))
    return PublishedDays(council=council, days=tuple(days))


def plan_days(
    work: UnitOfWork, councils: ConstitutionsOnFile, council: str, now: datetime
) -> PublishedDays:
    """Give the day, or the first day, on which each key decision to come may be made, as its notice
    has it; none of a decision whose notice gives no day."""
    plan = forward_plan(work, councils, council, now)
    first_days = {each.ref: each.decide_from for each in plan.decisions}
    page = page_of(plan)
    days = list[DecisionDay]()
    for each in page.entries:
        first = first_days[each.ref]
        if first is None:
            continue
        revision, set_at = _moved(notices_given(work, each.ref))
        days.append(
            DecisionDay(
                uid=uid_of(each.ref, TO_BE_DECIDED, council),
                day=first,
                stands=Stands.TENTATIVE,
                revision=revision,
                set_at=set_at,
                title=f"{each.ref}: to be decided ({_one_line(each.title)})",
                category="Key decision",
                words=_words(page, each),
            )
        )
    return PublishedDays(council=council, days=tuple(days))


def _entry(uid: str, moved: MovedDay, title: str, words: Sequence[str]) -> DecisionDay:
    return DecisionDay(
        uid=uid,
        day=moved.now.day,
        stands=moved.now.stands,
        revision=moved.revision,
        set_at=moved.at,
        title=title,
        category="Call-in",
        words=tuple(words),
    )


def _words(page: PublicPage, entry: PageEntry) -> tuple[str, ...]:
    said = zip(page.headings, entry.cells, strict=True)
    return (*(f"{heading}: {_one_line(cell)}" for heading, cell in said if cell), *page.after)


def _moved(notices: Sequence[GivenNotice]) -> tuple[int, datetime]:
    """Give how often the day of a decision was moved by a new notice, and when it was last set."""
    moves = list(_moves(notices))
    return len(moves) - 1, moves[-1]


def _moves(notices: Sequence[GivenNotice]) -> Iterator[datetime]:
    latest: GivenNotice | None = None
    day: tuple[date | None, date | None] | None = None
    for each in notices:
        if each.event.kind not in KEY_NOTICES:
            continue
        if latest is None or each.event.published_at >= latest.event.published_at:
            latest = each
            given = (each.event.decide_from, each.event.decide_until)
            if given != day:
                day = given
                yield each.recorded_at


def _one_line(text: str) -> str:
    return " ".join(text.split())
