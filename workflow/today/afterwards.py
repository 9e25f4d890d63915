"""What stands against a decision, or is still to be done about it: holds, disputes, irregularities,
reports and reviews."""

from collections.abc import Iterator

from workflow.clock import london_day, spoken, spoken_day
from workflow.today.asked import OfDecision
from workflow.today.matter import MatterKind, TodayMatter


def held(asked: OfDecision) -> Iterator[TodayMatter]:
    """A hold, and by when the executive is to consider the report for which it is held."""
    decision = asked.decision
    if decision.held_for is None or decision.held_at is None:
        return
    holder = decision.held_for.value.replace("-", " ")
    says = (
        f"It is held on account of the {holder} since {spoken_day(london_day(decision.held_at))}."
    )
    day = decision.proceedings.consider_by
    if day is not None:
        says += f" The executive is to consider the report by {spoken_day(day)}."
    yield asked.of_steps(MatterKind.HELD, says, "release", day=day, waits=True)


def disputed(asked: OfDecision) -> Iterator[TodayMatter]:
    """Something done in time that was found only after implementation."""
    decision = asked.decision
    if not decision.is_disputed or decision.disputed_at is None:
        return
    says = (
        f"Something done in time, at {spoken(decision.disputed_at)}, was found after it counted as "
        "implemented. Whether the decision stands is to be ruled on."
    )
    ruling = "found-late-settle-dispute"
    steps = asked.those_open(ruling, "supersede")
    commands = asked.typed(*steps) or (f"next {asked.ref}",)
    yield asked.matter(MatterKind.DISPUTED, says, *commands, by=asked.who(ruling))


def irregularities(asked: OfDecision) -> Iterator[TodayMatter]:
    """Each irregularity that nobody has settled."""
    for each in asked.decision.proceedings.irregularities:
        if each.resolved_at is None:
            says = f"Irregularity {each.number} is not settled: {each.kind.label}, on "
            says += f"{spoken_day(each.happened_on)}."
            yield asked.matter(
                MatterKind.IRREGULAR,
                says,
                f"irregular resolve {asked.ref} --number {each.number} --reason TEXT",
                by=asked.who("irregular-resolve"),
                key=each.number,
            )


def key_report(asked: OfDecision) -> Iterator[TodayMatter]:
    """A report that scrutiny required of the executive."""
    done = asked.decision.proceedings
    if done.report_by is None or done.reported_at is not None:
        return
    says = (
        "Scrutiny required a report on why it was not treated as a key decision, by "
        f"{spoken_day(done.report_by)}."
    )
    yield asked.of_steps(MatterKind.KEY_REPORT, says, "key-report-submit", day=done.report_by)


def review(asked: OfDecision) -> Iterator[TodayMatter]:
    """A review after implementation that is not concluded."""
    done = asked.decision.proceedings
    at, concluded = done.review_asked_at, done.review_concluded_at
    if at is None or (concluded is not None and concluded >= at):
        return
    says = f"A review was asked for on {spoken_day(london_day(at))}, and is not concluded."
    yield asked.of_steps(MatterKind.REVIEW, says, "review-conclude")


EACH = (held, disputed, irregularities, key_report, review)
