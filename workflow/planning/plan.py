"""Planning backwards: to act by a day, decide by when, after notice by when; and where a day has
passed, which route is still open and who must agree."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from workflow.authority import REG_14, REGS_12_13
from workflow.calendars.counting import count
from workflow.calendars.days import Calendar
from workflow.clock import at_hour, london_day, spoken_day, start_of_day
from workflow.constitution.constitution import Constitution, InForce, on_file
from workflow.constitution.jurisdiction import law_of
from workflow.constitution.outlasts import outlasts
from workflow.constitution.period import counted, window_for
from workflow.constitution.provisions.consent import SPECIAL_URGENCY_CONSENT
from workflow.constitution.provisions.notice import PUBLICATION_TARGET
from workflow.constitution.provisions.period import SUBJECT_TO_CALL_IN
from workflow.constitution.wording.readings import NOT_KNOWN, other_readings
from workflow.errors import Invalid, NotOnFile
from workflow.model.call_in_period import Unit
from workflow.model.kind import Kind
from workflow.model.notice import NoticeKind
from workflow.planning.planned import Milestone, Plan, PlanRoute, PlanTarget
from workflow.procedures.notices.notice_dates import (
    Clear,
    last_day_for_notice,
    other_reading,
    rule_for,
)
from workflow.procedures.notices.special_urgency import OfficesInOrder

_LATEST_IN_THE_DAY = time(12)
"""The hour of publication that a plan goes by; it matters little, as periods are of days."""


def plan(
    constitution: Constitution,
    calendar: Calendar,
    *,
    kind: Kind,
    today: date,
    implement_by: date | None = None,
    decide_on: date | None = None,
    private: bool = False,
) -> Plan:
    """Work out the dates of a decision from the day to act by, or the day to decide on.

    Give one of the two. Raises NotOnFile where the council's period is not on file or the council
    ends before the decision takes effect, and BeyondCalendar past the horizon.
    """
    if (implement_by is None) == (decide_on is None):
        raise Invalid(
            "A plan is worked out from one day.",
            remedy="Give --implement-by DATE or --decide-on DATE, and not both.",
        )
    rules = constitution.in_force_on(implement_by or decide_on or today)
    if implement_by is not None:
        published = _last_publication(rules, calendar, kind, implement_by)
        decide = _decide_by(rules, calendar, published)
    else:
        assert decide_on is not None
        decide, published = decide_on, _publish_by(rules, calendar, decide_on)
    rules = constitution.in_force_on(published)
    milestones = [*_notices(rules, calendar, kind, decide, private)]
    milestones.append(
        Milestone(
            name="decide",
            says="Make the decision" + (" on" if decide_on is not None else " by"),
            day=decide,
            by=decide_on is None,
            authority=law_of(constitution.nation, REGS_12_13),
        )
    )
    milestones += _afterwards(rules, calendar, kind, decide, published)
    _before_its_end(constitution, milestones)
    ways = routes(rules, calendar, decide, today) if kind.is_key else ()
    return Plan(
        council=constitution.council,
        kind=kind,
        target=PlanTarget(implement_by=implement_by, decide_on=decide_on, private=private),
        today=today,
        edition=rules.edition,
        milestones=tuple(_marked(each, today) for each in sorted(milestones, key=lambda m: m.day)),
        routes=ways,
    )


def _before_its_end(constitution: Constitution, milestones: Sequence[Milestone]) -> None:
    """Raise NotOnFile where the last day of a plan comes once the council has ended."""
    effect = max(each.at or start_of_day(each.day) for each in milestones)
    late = outlasts(constitution, effect)
    if late is not None:
        before = late.end.since - timedelta(days=1)
        raise NotOnFile(
            f"No such plan can be made. {late.words} What then becomes of the decision is not on "
            "file.",
            remedy=f"Decide sooner: decisions plan --council {constitution.council} "
            f"--implement-by {before.isoformat()}",
        )


def _marked(each: Milestone, today: date) -> Milestone:
    return replace(each, passed=each.day < today)


def _is_callable(rules: InForce, kind: Kind) -> bool:
    kinds, _ = on_file(rules[SUBJECT_TO_CALL_IN], "which decisions may be called in", rules)
    if kind not in kinds.subject and kind not in kinds.not_subject:
        raise NotOnFile(
            f"Whether {rules.council_name} lets {kind} decisions be called in is not on file.",
            remedy=f"See what is on file: decisions constitution show {rules.council}",
        )
    return kind in kinds.subject


def _effect_of(rules: InForce, calendar: Calendar, kind: Kind, published: date) -> date:
    """Give the day from which a decision published on a day may be acted on."""
    if not _is_callable(rules, kind):
        return published
    window = window_for(
        rules,
        calendar,
        made_on=_decide_by(rules, calendar, published),
        published_at=at_hour(published, _LATEST_IN_THE_DAY),
    )
    return london_day(window.effective_from)


def _last_publication(rules: InForce, calendar: Calendar, kind: Kind, by: date) -> date:
    """Give the last working day on which to publish, for a decision to be in force on a day."""
    day = by
    for _ in range(800):
        if calendar.is_working(day) and _effect_of(rules, calendar, kind, day) <= by:
            return day
        day -= timedelta(days=1)
    raise Invalid(f"No day is early enough for {spoken_day(by)}.")


def _publish_by(rules: InForce, calendar: Calendar, decide_on: date) -> date:
    """Give the day by which a decision is to be published: the council's target, or that day."""
    days = _days_to_publish(rules)
    return count(calendar, decide_on, days, unit=Unit.WORKING).last_day if days else decide_on


def _decide_by(rules: InForce, calendar: Calendar, published: date) -> date:
    """Give the day by which to decide, so as to publish on a day within the council's target."""
    days = _days_to_publish(rules)
    if not days:
        return published
    return count(calendar, published, days, unit=Unit.WORKING, backwards=True).last_day


def _days_to_publish(rules: InForce) -> int:
    target = rules[PUBLICATION_TARGET]
    return 0 if target is None or target.value is None else target.value.days


def _notice(
    rules: InForce, calendar: Calendar, kind: NoticeKind, decide: date, name: str, says: str
) -> Milestone | None:
    provision = rule_for(rules, kind)
    if provision is None or provision.value is None:
        return None
    rule = provision.value
    ours = last_day_for_notice(rule, decide, calendar)
    other = other_reading(rule)
    theirs = last_day_for_notice(other, decide, calendar)
    return Milestone(
        name=name,
        says=says,
        day=ours.day,
        by=True,
        authority=provision.authority,
        count=ours.count,
        note=f"{rule.days} clear {rule.unit} days; read as {other.unit} days it would be "
        f"{spoken_day(theirs.day)}.",
    )


def _notices(
    rules: InForce, calendar: Calendar, kind: Kind, decide: date, private: bool
) -> Sequence[Milestone]:
    wanted: list[tuple[NoticeKind, str, str]] = []
    if kind.is_key:
        says = "Publish the notice of the key decision by"
        wanted.append((NoticeKind.KEY_DECISION, "notice", says))
    if private:
        says = "Publish the notice of the private meeting by"
        wanted.append((NoticeKind.PRIVATE_MEETING, "private-notice", says))
        says = "Publish the further notice of it by"
        wanted.append((NoticeKind.PRIVATE_FURTHER, "private-further", says))
    notices = (_notice(rules, calendar, each, decide, name, says) for each, name, says in wanted)
    return [each for each in notices if each is not None]


def _afterwards(
    rules: InForce, calendar: Calendar, kind: Kind, decide: date, published: date
) -> Sequence[Milestone]:
    target = rules[PUBLICATION_TARGET]
    milestones = [
        Milestone(
            name="publish",
            says="Publish it by",
            day=published,
            by=True,
            authority=law_of(calendar.nation, REG_14) if target is None else target.authority,
            note="" if target is not None else "No target is on file: the same day is taken.",
        )
    ]
    if not _is_callable(rules, kind):
        subject = rules[SUBJECT_TO_CALL_IN]
        assert subject is not None
        milestones.append(
            Milestone(
                name="implement",
                says="Implement it from",
                day=published,
                by=False,
                authority=subject.authority,
                note="A decision of this kind is not subject to call-in.",
            )
        )
        return milestones
    window = window_for(
        rules, calendar, made_on=decide, published_at=at_hour(published, _LATEST_IN_THE_DAY)
    )
    days = counted(window.rule, window.counted_from, calendar)
    milestones.append(
        Milestone(
            name="last-request",
            says="It may be called in until",
            day=window.last_day,
            by=True,
            at=window.request_deadline if window.deadline_included else None,
            authority=window.authority,
            count=days,
            note="By that target it is published after its period has ended: publish it sooner."
            if published > window.last_day
            else " ".join((*([NOT_KNOWN] if window.rule_assumed else ()), *other_readings(window))),
        )
    )
    effect = london_day(window.effective_from)
    at_midnight = window.effective_from == start_of_day(effect)
    milestones.append(
        Milestone(
            name="implement",
            says="Implement it from",
            day=effect,
            by=False,
            at=None if at_midnight else window.effective_from,
            authority=window.authority,
            note="" if at_midnight else "Not before the hour at which the period ends.",
        )
    )
    return milestones


def routes(rules: InForce, calendar: Calendar, decide: date, today: date) -> tuple[PlanRoute, ...]:
    """Give each lawful route to a key decision of a day, and whether there is still time for it.
    Raises BeyondCalendar."""
    found = []
    for kind, name in (
        (NoticeKind.KEY_DECISION, "notice"),
        (NoticeKind.GENERAL_EXCEPTION, "general-exception"),
    ):
        provision = rule_for(rules, kind)
        if provision is not None and provision.value is not None:
            last: Clear = last_day_for_notice(provision.value, decide, calendar)
            still = last.day >= today
            found.append(
                PlanRoute(
                    name=name,
                    open=still,
                    says=f"{kind.label[0].upper()}{kind.label[1:]}: publish it by "
                    f"{spoken_day(last.day)}" + ("." if still else ", which has passed."),
                    authority=provision.authority,
                    day=last.day,
                )
            )
    consent = rules[SPECIAL_URGENCY_CONSENT]
    if consent is not None and consent.value is not None:
        found.append(
            PlanRoute(
                name="special-urgency",
                open=decide >= today,
                says="Special urgency: agreement before the decision, of "
                f"{OfficesInOrder(consent.value.orders)}, {consent.value.ground}.",
                authority=consent.authority,
            )
        )
    return tuple(found)
