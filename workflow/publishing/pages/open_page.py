"""The page of the decisions that are open for call-in."""

from collections.abc import Iterator
from typing import Final

from workflow.constitution.provisions.period import KINDS
from workflow.publishing.asking import Asking
from workflow.publishing.open_decisions import OpenDecision, OpenForCallIn
from workflow.publishing.pages.page import PageEntry, PublicPage, stands_at, to_the_minute
from workflow.wording import long_dates

TITLE_ERASED: Final = "(The title was erased.)"
MAKER_ERASED: Final = "(Erased.)"
NOT_ON_FILE: Final = "Not on file. Ask the council."
_LEAD: Final = (
    "Each of these decisions has been made and published, and may still be called in: those named "
    "may ask that it be looked at again before it takes effect."
)
_HEADINGS: Final = (
    "Kind",
    "Made by",
    "Made on",
    "Published",
    "May be called in until",
    "By whom",
    "If not called in",
)


def open_page(found: OpenForCallIn) -> PublicPage:
    """Give the page of the decisions that are open for call-in."""
    return PublicPage(
        name="open-for-call-in",
        council=found.council,
        council_name=found.council_name,
        title="Decisions open for call-in",
        as_of=found.as_of,
        lead=(
            stands_at(found.council_name, found.as_of),
            *([_LEAD] if found.decisions else []),
        ),
        caption="Decisions that may be called in, soonest first",
        subject="Title",
        headings=_HEADINGS,
        entries=tuple(map(_entry, found.decisions)),
        nothing="No decision is open for call-in.",
        after=tuple(asking_paragraphs(found.asking)),
        logo=found.logo,
        logo_alt=found.logo_alt,
        register=found.register,
    )


def _entry(decision: OpenDecision) -> PageEntry:
    made_on = decision.made_on
    return PageEntry(
        ref=decision.ref,
        title=decision.title or TITLE_ERASED,
        cells=(
            f"{KINDS[decision.kind].capitalize()} decision",
            decision.maker or MAKER_ERASED,
            "" if made_on is None else long_dates.day(made_on),
            to_the_minute(decision.published_at),
            decision.until,
            decision.may_ask or NOT_ON_FILE,
            " ".join(_what_follows(decision)),
        ),
        changed_at=decision.changed_at,
    )


def _what_follows(decision: OpenDecision) -> Iterator[str]:
    """Say when it takes effect, and what keeps it from that or may still move the day."""
    waits = decision.effective_from is None or decision.waits
    if not waits:
        yield f"It takes effect {decision.takes_effect}."
    yield from decision.remarks


def asking_paragraphs(asking: Asking | None) -> Iterator[str]:
    """Say to whom and where a request is sent, and where to ask for documents."""
    if asking is None:
        yield "Where a request is sent is not on file. Ask the council."
        return
    nowhere = "" if asking.says_where else " The address is not on file. Ask the council."
    yield f"Send a request {asking.sent_to}.{nowhere}"
    if asking.copies:
        yield f"Copies of documents: {asking.copies}"
    if asking.standing_words:
        yield asking.standing_words
