"""What has been done about a decision besides its text: who asked for it to be called in, what was
ruled, which time limit runs. It holds no sealed text: people are known by their pseudonyms."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from workflow.answer_fields import NOT_GIVEN, LawfulInstant, given_after, given_as
from workflow.clock import london_day
from workflow.errors import Invalid
from workflow.model.consent import ConsentApplication, Purpose
from workflow.model.irregularity import Irregular, Irregularity
from workflow.model.json_data import OMITTED_IF_UNSET, stored_as
from workflow.model.labelled_enum import LabelledEnum
from workflow.model.notice import Notice, NoticeRoute
from workflow.model.refused_request import RefusedRequest
from workflow.model.state import State
from workflow.model.time_limit import Awaited, Default, TimeLimit


class RequestStatus(LabelledEnum):
    """Where a request to call in stands."""

    PENDING = ("pending", "awaiting a ruling", "It has been lodged, and may still succeed.")
    ACCEPTED = ("accepted", "ruled valid", "The decision is called in by it.")
    REJECTED = ("rejected", "ruled invalid", "It does not meet the rules; the reasons are given.")
    WITHDRAWN = ("withdrawn", "withdrawn", "Those who asked, or enough of them, withdrew it.")
    OVERTAKEN = ("overtaken", "overtaken", "The decision was given up before it was ruled on.")
    CONCLUDED = ("concluded", "concluded", "The decision was called in by it, and that is over.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """That one person asked, or joined those who did."""

    who: str
    """The person's pseudonym at the council."""
    at: datetime
    """When that was received."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request that a decision be called in, with a life of its own. It names no people: who asked
    is in `history`, and can be erased."""

    number: int
    """1 for the first on the decision."""
    status: RequestStatus = field(metadata=stored_as("standing"))
    """Where it stands."""
    received_at: LawfulInstant
    """When it was received. This decides whether it is in time."""
    signatures: tuple[Signature, ...] = field(metadata=NOT_GIVEN)
    electors: int = 0
    """How many registered electors signed, as an officer certified; their names are not kept."""
    electors_between: int = field(default=0, metadata=OMITTED_IF_UNSET | NOT_GIVEN)
    """How many of them joined when the period had ended by one reading of its rule and not by
    another."""
    grounds: tuple[str, ...] = ()
    """The grounds it names from the council's list, and those only."""
    bare: tuple[str, ...] = field(default=(), metadata=NOT_GIVEN)
    """Those of its grounds that were given without particulars."""
    certified: tuple[str, ...] = ()
    """The grounds for which the officer named has given a certificate."""
    proposes: bool = field(default=False, metadata=given_as("proposes_alternative"))
    """Whether it proposes an alternative course."""
    issue: str | None = field(default=None, metadata=NOT_GIVEN)
    """A digest of the council's own number for the matter, where the statement gives one."""
    ruled_at: datetime | None = None
    """When it was ruled on."""

    @property
    @given_after("signatures")
    def people(self) -> int:
        """How many people asked."""
        return len(self.signatures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapse:
    """Where a decision stood when time alone brought it into effect, and by which time limits."""

    state: State
    ran_out: TimeLimit | None = None
    """The time limit that ran out; None where it was the period's own end."""
    limit: TimeLimit | None = None
    """The time limit on the body that it was before; None where there was none."""
    direction: TimeLimit | None = None
    """The direction that it was not to be implemented, where there was one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """What has been done about a decision, besides its text."""

    requests: tuple[Request, ...] = ()
    limit: TimeLimit | None = None
    """The time limit on the body that the decision is before; None where there is none."""
    kept: datetime | None = None
    """When it would have taken effect by its period as counted again, at the time a person kept the
    recorded date; None where nobody has."""
    past_end: datetime | None = field(default=None, metadata=OMITTED_IF_UNSET)
    """When it takes effect by its period, where a person kept that date although the council is
    abolished before it."""
    lapsed: Lapse | None = None
    """How time alone brought it into effect after it had been called in, where it did."""
    since: datetime | None = None
    """The instant from which the body that it is before could act: that of the referral to it, of
    the ruling on the latest request it hears, or of the latest opinion or direction."""
    late_outcome_at: datetime | None = field(default=None, metadata=stored_as("found_at"))
    """When a body had acted in time, where that was found after its time limit had run out. What
    it did is then recorded, however late."""
    direction: TimeLimit | None = None
    """A direction that it not be implemented, while that lasts."""
    settled_at: datetime | None = None
    """When it was ruled that what was found after implementation changes nothing."""
    contrary: bool = False
    """Whether an officer has advised that it is contrary to the budget or policy framework."""
    opinion_at: datetime | None = None
    """When counsel's opinion on a ground that needs one was received."""
    reconsidered: int = 0
    """How often its maker has reconsidered it."""
    met_at: datetime | None = None
    """When scrutiny met on it, quorate, and referred it nowhere."""
    notices: tuple[Notice, ...] = ()
    """The notices published about it."""
    applications: tuple[ConsentApplication, ...] = ()
    """Consent asked for it, oldest first."""
    acted_at: datetime | None = None
    """When it was carried out before its statement was signed, by consent."""
    notice_route: NoticeRoute | None = field(default=None, metadata=stored_as("road"))
    """How a key decision met the rules on notice; None before it is made, and for one that is not
    key."""
    irregularities: tuple[Irregularity, ...] = ()
    """The rules that were broken, and whether each has been accepted."""
    superseded_by: str | None = None
    parts: tuple[str, ...] = ()
    """The references of what was severed from it."""
    severed_from: str | None = None
    report_by: date | None = None
    """By when the executive is to report why it was not treated as key."""
    reported_at: datetime | None = None
    consider_by: date | None = None
    """By when the executive is to consider an officer's report for which it is held."""
    review_asked_at: datetime | None = None
    review_concluded_at: datetime | None = None
    final: bool = False
    """Whether, as changed on reconsideration, it takes effect without another period."""
    refused: tuple[RefusedRequest, ...] = field(default=(), metadata=OMITTED_IF_UNSET)
    """The requests that were refused as out of time or not valid. They open nothing."""

    def __iter__(self) -> Iterator[Request]:
        return iter(self.requests)

    @property
    def governing(self) -> TimeLimit | None:
        """Give the time limit that decides when the decision takes effect, or that keeps it from
        taking effect; None where none runs.

        A direction never shortens the time that a body has, nor ends a wait that has no end. A
        meeting does not end a direction early.
        """
        direction, limit = self.direction, self.limit
        if direction is None or limit is None:
            return direction or limit
        longer = not limit.brings_effect or self.ends(limit) > direction.ends_at
        return limit if longer else direction

    def ends(self, limit: TimeLimit) -> datetime:
        """Give when a time limit ends: when scrutiny met, if it has and the rule ends the time at
        the meeting; otherwise at its last instant."""
        at_meeting = limit.rule.default is Default.AT_THE_MEETING
        return self.met_at if self.met_at is not None and at_meeting else limit.ends_at

    def with_limit(self, limit: TimeLimit) -> "Proceedings":
        """Give the proceedings with this time limit in place of the one of its kind."""
        if limit.awaits is Awaited.DIRECTION:
            return replace(self, direction=limit)
        return replace(self, limit=limit)

    def application(self, purpose: Purpose) -> ConsentApplication | None:
        """Give the latest application for consent for a purpose, or None."""
        found = [each for each in self.applications if each.purpose is purpose]
        return found[-1] if found else None

    def granted(self, purpose: Purpose) -> ConsentApplication | None:
        """Give the latest application for a purpose if consent was given to it, or None."""
        latest = self.application(purpose)
        return latest if latest is not None and latest.granted_at is not None else None

    def pending(self) -> tuple[Request, ...]:
        """Give the requests that still await a ruling."""
        return tuple(each for each in self.requests if each.status is RequestStatus.PENDING)

    def accepted(self) -> tuple[Request, ...]:
        """Give the requests by which it is called in."""
        return tuple(each for each in self.requests if each.status is RequestStatus.ACCEPTED)

    def numbered(self, number: int) -> Request:
        """Give the request of that number; Invalid where there is none."""
        for each in self.requests:
            if each.number == number:
                return each
        there = ", ".join(str(each.number) for each in self.requests) or "none"
        raise Invalid(
            f"There is no request {number} on this decision.",
            remedy=f"Its requests: {there}.",
        )

    def with_request(self, request: Request) -> "Proceedings":
        """Give the proceedings with this request in place of the one of its number, or added."""
        others = tuple(each for each in self.requests if each.number != request.number)
        together = sorted((*others, request), key=lambda each: each.number)
        return replace(self, requests=tuple(together))

    def as_of(self, instant: datetime) -> "Proceedings":
        """Give the proceedings without the requests that were refused after an instant: wherever
        they stand on the record, nothing turns on them."""
        before = tuple(each for each in self.refused if each.refused_at <= instant)
        return self if len(before) == len(self.refused) else replace(self, refused=before)

    def entered_again(
        self, refused: Collection[int], at: datetime, number: int | None = None
    ) -> "Proceedings":
        """Give the proceedings once these refused requests, by their numbers, were entered again,
        as the request of this number."""
        if not refused:
            return self
        again = tuple(
            replace(each, entered_at=at, entered_as=number) if each.number in refused else each
            for each in self.refused
        )
        return replace(self, refused=again)


NONE_YET: Final = Proceedings()
"""The proceedings of a decision about which nothing has been done."""


def note_irregularity(proceedings: Proceedings, kind: Irregular, at: datetime) -> Irregularity:
    """Give the next irregularity on a decision, as the engine notes one by itself: it happened, and
    was noted, at this instant."""
    return Irregularity(
        number=len(proceedings.irregularities) + 1,
        kind=kind,
        happened_on=london_day(at),
        noted_at=at,
    )
