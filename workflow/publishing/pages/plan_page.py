"""The page of the forward plan: the key decisions to come."""

from collections.abc import Iterator
from typing import Final

from workflow.publishing.forward_plan import LABELS, ForwardPlan, PlannedDecision
from workflow.publishing.pages.page import PageEntry, PublicPage, stands_at, to_the_minute

NOT_STATED: Final = "Not stated in the notice."
TEXT_ERASED: Final = "The text of the notice was erased."
PASSED: Final = "That day has passed. No decision has been published."
_LEAD: Final = (
    "Each of these is a key decision that is to be made. What is said of it is what the notice of "
    "it says."
)
_HEADINGS: Final = (
    LABELS["maker"],
    LABELS["when"],
    LABELS["documents"],
    LABELS["copies"],
    "Notice",
    "In private",
)


def plan_page(found: ForwardPlan) -> PublicPage:
    """Give the page of the key decisions to come."""
    rule = () if found.under is None else (f"The rule: {_cited(found)}.",)
    return PublicPage(
        name="forward-plan",
        council=found.council,
        council_name=found.council_name,
        title="Forward plan of key decisions",
        as_of=found.as_of,
        lead=(
            stands_at(found.council_name, found.as_of),
            *([_LEAD] if found.decisions else []),
        ),
        caption="Key decisions to be made, by the day in the notice",
        subject=LABELS["matter"],
        headings=_HEADINGS,
        entries=tuple(map(_entry, found.decisions)),
        nothing="There is no notice of a key decision that is still to be made.",
        after=rule,
        logo=found.logo,
        logo_alt=found.logo_alt,
        register=found.register,
    )


def _cited(found: ForwardPlan) -> str:
    under = found.under
    assert under is not None
    return f"{under.title}, {under.rule}" if under.rule else under.title


def _entry(decision: PlannedDecision) -> PageEntry:
    absent = TEXT_ERASED if decision.erased else NOT_STATED
    when = (
        NOT_STATED if decision.when is None else f"{decision.when[0].upper()}{decision.when[1:]}."
    )
    passed = f" {PASSED}" if decision.overdue else ""
    published = to_the_minute(decision.published_at)
    kind = decision.notice.label.capitalize()
    return PageEntry(
        ref=decision.ref,
        title=decision.matter or absent,
        cells=(
            decision.maker or absent,
            f"{when}{passed}",
            decision.documents or absent,
            decision.copies or absent,
            f"{kind}, published {published} ({decision.where}).",
            " ".join(_private(decision)) or "No notice of a private meeting.",
        ),
        changed_at=decision.changed_at,
    )


def _private(decision: PlannedDecision) -> Iterator[str]:
    private = decision.private
    if private is None:
        return
    absent = TEXT_ERASED if private.erased else NOT_STATED
    published = to_the_minute(private.published_at)
    yield f"To be made in private, by a notice published {published}."
    yield f"Reasons: {private.reasons or absent}"
    if private.representations:
        yield f"Representations, and the answer: {private.representations}"
