"""The forward plan of a council: each key decision to come, as the notice of it was published.

Nothing is given but what a published notice says, and when. The draft itself is not public: no part
of it is ever given, and one without a notice does not appear at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, final

from workflow.answer_fields import NOT_GIVEN, NULL_IF_EMPTY, LawfulInstant
from workflow.authority import Authority
from workflow.clock import london_day
from workflow.constitution.provisions.notice import KEY_DECISION_NOTICE
from workflow.model.decision import Decision
from workflow.model.notice import NoticeKind
from workflow.model.state import State
from workflow.publishing.asking import logo_at
from workflow.publishing.known_register import KnownRegister
from workflow.publishing.public_notices import GivenNotice, latest_of, notices_given
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.wording import long_dates

KEY_NOTICES: Final = (NoticeKind.KEY_DECISION, NoticeKind.GENERAL_EXCEPTION)
"""The notices that tell the public of a key decision to come."""
PARTICULARS: Final = ("matter", "maker", "when", "documents", "copies")
"""What a notice of a key decision says, by the names of its parts here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateMeetingNotice:
    """That the decision is to be made in private, as the notice of that says."""

    published_at: LawfulInstant
    """When the latest notice of it was published."""
    reasons: str | None
    """Why it is to be made in private; null where no notice says that, or its text was erased."""
    representations: str | None
    """What was said against meeting in private, and the answer; null where no further notice says
    that."""
    erased: bool
    """Whether the text of a notice was erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDecision:
    """A key decision to come, by the particulars of its notice. Null stands for what the notice
    does not state."""

    ref: str
    """The decision's reference."""
    notice: NoticeKind
    """Which notice it is: of a key decision, or of a general exception."""
    published_at: LawfulInstant
    """When the notice was published."""
    where: str
    """Where it was published."""
    matter: str | None
    """The matter to be decided."""
    maker: str | None
    """Who is to decide: a person's name and title, or a body and its members."""
    decide_from: date | None
    """The day, or the first day, on which it may be made."""
    decide_until: date | None
    """The last such day, of a period."""
    when: str | None
    """The same in words: "on Monday 7 December 2026"."""
    documents: str | None
    """The documents submitted to whoever decides."""
    copies: str | None
    """Where to get copies, that other documents may be submitted, and how to ask for them."""
    missing: tuple[str, ...]
    """The particulars that the notice does not state, by their names here."""
    erased: bool
    """Whether the text of the notice was erased."""
    overdue: bool
    """Whether the day it gives has passed, and no decision is published."""
    private: PrivateMeetingNotice | None
    """The notice that it is to be made in private; null where there is none."""
    changed_at: datetime
    """When a notice of it was last recorded."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardPlan:
    """Every key decision to come of a council of which a notice was published, soonest first."""

    council: str
    """The council, by its short name."""
    council_name: str
    """Its full name."""
    as_of: LawfulInstant
    """The instant for which this is the answer."""
    under: Authority | None
    """The rule by which notice is given of a key decision; null where none is on file."""
    decisions: tuple[PlannedDecision, ...]
    """The decisions, by the day their notices give."""
    beside: tuple[str, ...] = field(default=(), metadata=NOT_GIVEN)
    """Warnings that are not for the page: that a notice lacks a particular, or its day is past."""
    logo: str = field(metadata=NULL_IF_EMPTY)
    """The council's logo: an address, or the image itself; null where none is on file."""
    logo_alt: str = field(metadata=NULL_IF_EMPTY)
    """What the logo shows."""
    register: KnownRegister = field(metadata=NOT_GIVEN)
    """The register that this is of."""


def forward_plan(
    work: UnitOfWork, councils: ConstitutionsOnFile, council: str, now: datetime
) -> ForwardPlan:
    """Give the key decisions to come of a council, as their notices have them. Raises NotFound for
    a council not on file.

    A decision stays on the plan until it is published or given up: that it is signed already is not
    public before then.
    """
    constitution = councils.named(council)
    today = constitution.in_force_on(london_day(now))
    rule = today[KEY_DECISION_NOTICE]
    logo, logo_alt = logo_at(today)
    planned, beside = list[PlannedDecision](), list[str]()
    for decision in work.decisions.to_come(council):
        found = _planned(decision.ref, notices_given(work, decision.ref), now)
        if found is not None:
            planned.append(found)
            beside += _beside(decision, found)
    planned.sort(key=lambda each: (each.decide_from or date.max, each.ref))
    return ForwardPlan(
        council=council,
        council_name=constitution.name,
        as_of=now,
        under=None if rule is None else rule.authority,
        decisions=tuple(planned),
        beside=tuple(beside),
        logo=logo,
        logo_alt=logo_alt,
        register=KnownRegister(*work.known_by()),
    )


def _planned(ref: str, notices: Sequence[GivenNotice], now: datetime) -> PlannedDecision | None:
    given = latest_of(notices, *KEY_NOTICES)
    if given is None:
        return None
    event, says = given.event, given.says
    last = event.decide_until or event.decide_from
    stated = {
        "matter": says.get("matter"),
        "maker": says.get("maker"),
        "when": _when(event.decide_from, event.decide_until),
        "documents": says.get("documents"),
        "copies": says.get("copies"),
    }
    return PlannedDecision(
        ref=ref,
        notice=event.kind,
        published_at=event.published_at,
        where=event.where,
        decide_from=event.decide_from,
        decide_until=event.decide_until,
        **stated,
        missing=tuple(
            name
            for name in PARTICULARS
            if stated[name] is None and (name == "when" or not given.erased)
        ),
        erased=given.erased,
        overdue=last is not None and last < london_day(now),
        private=_private(notices),
        changed_at=max(
            each.recorded_at for each in notices if each.event.kind is not NoticeKind.REASONS
        ),
    )


def _when(first: date | None, last: date | None) -> str | None:
    if first is None:
        return None
    if last is None or last == first:
        return f"on {long_dates.day(first)}"
    return f"from {long_dates.day(first)} to {long_dates.day(last)}"


def _private(notices: Sequence[GivenNotice]) -> PrivateMeetingNotice | None:
    first = latest_of(notices, NoticeKind.PRIVATE_MEETING)
    further = latest_of(notices, NoticeKind.PRIVATE_FURTHER)
    latest = further or first
    if latest is None:
        return None
    told = [each for each in (further, first) if each is not None]
    reasons = next((each.says["reasons"] for each in told if "reasons" in each.says), None)
    return PrivateMeetingNotice(
        published_at=latest.event.published_at,
        reasons=reasons,
        representations=None if further is None else further.says.get("representations"),
        erased=any(each.erased for each in told),
    )


def _beside(decision: Decision, found: PlannedDecision) -> Sequence[str]:
    """Say what a person must see to before the plan is published."""
    ref = decision.ref
    again = f"decisions advance-notice give {ref} --kind {found.notice.value} …"
    told = list[str]()
    if found.missing and found.notice is NoticeKind.KEY_DECISION:
        lacks = ", ".join(LABELS[name].lower() for name in found.missing)
        told.append(
            f"{ref}: its notice does not state: {lacks}. If the notice that was published does, "
            f"record it: {again}"
        )
    if decision.state is State.SIGNED:
        told.append(
            f"{ref} is signed, and stays on the plan until it is published: decisions publish {ref}"
        )
    elif found.overdue:
        told.append(
            f"{ref}: the day in its notice has passed. If it is still to be made, publish a new "
            f"notice and record it: {again}"
        )
    if not decision.kind.is_key:
        told.append(
            f"{ref} is drafted as a decision that is not key, and its notice says that it is key: "
            f"decisions amend {ref} --help"
        )
    return told


LABELS: Final = {
    "matter": "Matter",
    "maker": "Who is to decide",
    "when": "When",
    "documents": "Documents submitted",
    "copies": "Copies and other documents",
}
"""What each particular is called on a page."""
