"""A decision's dates told: the rule, each day, both instants, and what would be said today."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from workflow.calendars.horizon import near_its_end
from workflow.clock import london_day, spoken, spoken_day
from workflow.constitution.outlasts import Outlasts
from workflow.constitution.wording.readings import other_readings
from workflow.explanation.document import (
    Block,
    Citation,
    Days,
    Document,
    Fact,
    Moment,
    Section,
    Sentence,
    Warned,
)
from workflow.explanation.explain import (
    Explanation,
    FormerPeriod,
    LimitExplained,
    NoticeExplained,
    PeriodExplained,
)
from workflow.explanation.period_moments import moments_of
from workflow.explanation.recount import ThenAndNow
from workflow.explanation.wording import (
    IN_TIME,
    by_own_rules,
    calendar_then_words,
    calendar_words,
    differing,
)
from workflow.model.call_in_period import CountedFrom
from workflow.model.decision import Decision
from workflow.model.state import GIVEN_UP, State
from workflow.model.time_limit import Awaited
from workflow.wording.short_dates import by_when, until

PERIOD = "period"
FORMER = "former-period"
NOTICE = "notice"


def document(explanation: Explanation) -> Document:
    """Tell every date of a decision."""
    ref, sections = explanation.decision.ref, list[Section]()
    sections += [_notice(ref, each) for each in explanation.notices]
    if explanation.period is not None:
        sections.append(_period(explanation.decision, explanation.period))
    if explanation.former is not None:
        sections.append(_former(explanation.decision, explanation.former))
    sections += [_time_limit(ref, each) for each in explanation.time_limits]
    if explanation.outlasts is not None:
        sections = _outlasting(explanation.decision, explanation.outlasts, sections)
    warned = tuple(Warned(by_own_rules(each)) for each in explanation.own_rules)
    return Document(tuple(replace(each, blocks=(*each.blocks, *warned)) for each in sections))


def _outlasting(decision: Decision, late: Outlasts, sections: Sequence[Section]) -> list[Section]:
    """Say it with the period, or the time limit, that brings the effect which comes too late."""
    governs = None if decision.state is State.CALL_IN_OPEN else decision.proceedings.governing
    about = PERIOD if governs is None else governs.awaits.value
    block: Block = Sentence(f"{late.words} A person has kept it all the same.")
    if not late.kept:
        block = Warned(
            f"{late.words} Time alone does not bring it about; a person keeps it or not: "
            f"decisions deadline-review {decision.ref} --help"
        )
    return [
        replace(each, blocks=(*each.blocks, block)) if each.about == about else each
        for each in sections
    ]


def time_limit_heading(ref: str, awaits: Awaited) -> str:
    """Give what a time limit's section is headed."""
    return f"{ref}: why the time for {awaits} ends when it does"


def _former(decision: Decision, former: FormerPeriod) -> Section:
    ended = former.ended
    since = f"{ended.event.words}, {spoken(ended.event.at)}"
    blocks: tuple[Block, ...] = (
        Sentence(f"These dates no longer stand. On record since: {since}."),
        *_as_counted(former.period),
        *(Sentence(words) for words in other_readings(former.period.window)),
        *(Sentence(words) for words in _given_up(decision)),
        *_closed(former.period),
    )
    return Section(FORMER, f"{decision.ref}: the call-in period that it had", blocks)


def _as_counted(period: PeriodExplained) -> Iterator[Block]:
    """Give the rule, the days and both instants of a period."""
    window = period.window
    yield Citation(window.authority, window.edition)
    yield from _days(period)
    yield from moments_of(window)


def _period(decision: Decision, period: PeriodExplained) -> Section:
    window = period.window
    blocks: tuple[Block, ...] = (
        *_as_counted(period),
        *(Sentence(words) for words in other_readings(window)),
        *(Sentence(words) for words in _standing(decision, period)),
        *(Sentence(words) for words in _corrected(decision)),
        *_today(decision.ref, period.then, until(window)),
        *_asked(decision.ref, period.in_question),
        *_closed(period),
        *_near(period.then, max(window.last_day, london_day(window.effective_from))),
    )
    heading = f"{decision.ref}: why its call-in period ends when it does"
    return Section(PERIOD, heading, blocks)


def _standing(decision: Decision, period: PeriodExplained) -> Iterator[str]:
    if decision.state in GIVEN_UP:
        yield from _given_up(decision)
    elif decision.is_held:
        yield "It is held, and takes no effect until it is released."
    elif period.effect is None:
        yield "When it takes effect now waits on what is decided about the call-in."
    elif decision.is_history and period.effect < period.window.effective_from:
        yield f"By the register it was imported from, it took effect at {spoken(period.effect)}."
    elif period.effect != period.window.effective_from:
        yield f"After a hold or a call-in, its effect is from {spoken(period.effect)}."


def _given_up(decision: Decision) -> Iterator[str]:
    if decision.state in GIVEN_UP:
        at = decision.withdrawn_at or decision.superseded_at
        when = "" if at is None else f" at {spoken(at)}"
        yield f"It was {decision.state.label}{when}: these dates no longer stand."


def _corrected(decision: Decision) -> Iterator[str]:
    """Say that a day was corrected since, of what was imported once its period was over."""
    window, published = decision.window, decision.published_at
    if not decision.is_history or window is None or published is None:
        return
    from_publication = window.rule.counted_from is CountedFrom.PUBLICATION
    day = london_day(published) if from_publication else decision.made_on
    if day is not None and day != window.counted_from:
        event = "published" if from_publication else "made"
        yield (
            f"The day on which it was {event} was corrected since, to {spoken_day(day)}; a period "
            f"that was over stands as it was imported: see decisions history {decision.ref}"
        )


def _time_limit(ref: str, explained: LimitExplained) -> Section:
    limit = explained.limit
    put_off = f"It was put off, with consent, to {spoken_day(limit.last_day)}."
    blocks: tuple[Block, ...] = (
        Citation(limit.authority),
        *((Sentence(put_off),) if limit.adjourned else _days(explained)),
        Moment(
            "It ends at",
            by_when(limit),
            limit.ends_at,
            IN_TIME[limit.end_included],
            runs_on=True,
        ),
        Sentence(f"If nobody has acted by then: {limit.rule.default}"),
        *_today(ref, explained.then, by_when(limit)),
        *_asked(ref, explained.in_question),
        *(() if limit.adjourned else _closed(explained)),
        *_near(explained.then, limit.last_day),
    )
    return Section(limit.awaits.value, time_limit_heading(ref, limit.awaits), blocks)


def _days(dated: PeriodExplained | LimitExplained) -> Iterator[Block]:
    """Give the days as they were counted; or, where they are not known, as they count now."""
    then = dated.then
    if then.count is not None:
        yield Days(then.count)
    elif dated.count is None:
        yield Sentence(
            "The calendar as it is now does not reach these days, so they cannot be shown."
        )
    else:
        yield Sentence("The days below are counted on the calendar as it is now.")
        yield Days(dated.count)
    yield Fact("Calendar", f"{calendar_then_words(then.calendar)}.")


def _today(ref: str, then: ThenAndNow, on_record: str) -> Iterator[Block]:
    if then.today is None:
        return
    yield Sentence(
        "Counted today, on all the days now known, the same rule would give "
        f"{then.today_words}; on record is {on_record}."
        if then.today_words != on_record
        else "Counted today, on all the days now known, the same rule would give the same end, "
        f"and effect from {spoken(then.today)}."
    )
    for each in then.differs:
        yield Sentence(differing(each))
    yield Sentence(
        f"The date on record stands, as it was published or kept since: see decisions history {ref}"
    )


def _asked(ref: str, in_question: bool) -> Iterator[Block]:
    if in_question:
        yield Warned(f"A person must keep or revise it: decisions deadline-review {ref} --help")


def _closed(dated: PeriodExplained | LimitExplained) -> Iterator[Block]:
    count = dated.then.count or dated.count
    if count is not None and count.ends_closed is not None:
        yield Warned(count.ends_closed)


def _near(then: ThenAndNow, day: date) -> Iterator[Block]:
    through = then.calendar.through
    warning = None if through is None else near_its_end(day, through)
    if warning is not None:
        yield Warned(warning)


def _notice(ref: str, each: NoticeExplained) -> Section:
    rule, calendar = each.provision.value, each.calendar
    assert rule is not None
    warning = near_its_end(each.first_day, calendar.complete_through)
    blocks: tuple[Block, ...] = (
        Citation(each.provision.authority),
        Days(each.count),
        Fact("Calendar", f"{calendar_words(calendar)}."),
        Sentence(
            f"It may be made from {spoken_day(each.first_day)}: {rule.days} {rule.unit} days are "
            "clear."
        ),
        Sentence(f"Read as {each.other.unit} days: from {spoken_day(each.other_first_day)}."),
        *(() if warning is None else (Warned(warning),)),
    )
    heading = f"{ref}: from when it may be made, by its {each.notice.kind.label}"
    return Section(NOTICE, heading, blocks)
