"""The notice of a decision: what it may say, and nothing else of the record."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import final

from workflow.answer_fields import NOT_GIVEN, NULL_IF_EMPTY, LawfulInstant
from workflow.constitution.provisions.statement import USUAL, Matter
from workflow.model.kind import Access, Kind
from workflow.model.statement import ConflictOfInterest


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeConsent:
    """That it was agreed to be urgent, or exempt from call-in, or to be decided in private."""

    purpose: str
    """What was agreed to: `exemption`, `special-urgency` or `private-meeting`."""
    heading: str
    """The same in words."""
    reason: str = field(metadata=NULL_IF_EMPTY)
    """The reason that was given; empty where it is not on record or is withheld."""
    agreed_by: tuple[str, ...]
    """Who agreed, each in what capacity and when, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToAsk:
    """To whom and where a request for a call-in is sent, by the council's own rules."""

    to: str = field(metadata=NULL_IF_EMPTY)
    """The office; null where it is not on file."""
    words: str
    """To whom and where, in a sentence; where it is not on file, that the council must be asked."""
    on_file: bool
    """Whether a place to send it to is on file."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNotice:
    """What the notice of a decision says: only what is here is ever printed.

    The law asks for the decision and its day, the reasons, the alternatives considered, and the
    conflicts of interest with their dispensations (SI 2012/2089, regulations 12 and 13); in Wales
    also for the consultation, and who attended (SI 2001/2290 (W. 178), regulations 6 and 7).
    """

    council: str
    """The council, by its short name."""
    council_name: str
    """The council, by its name."""
    ref: str
    """The decision's reference."""
    issue_reference: str | None
    """The council's own number for the matter."""
    title: str
    """Its title."""
    kind: Kind
    """What kind of decision it is."""
    maker: str
    """Who made it: a body, or an individual by office."""
    made_on: date | None
    """The day on which it was made."""
    access: Access | None
    """Whether the public may see all of it; null where that is not said."""
    withheld: str = field(metadata=NULL_IF_EMPTY)
    """What the notice says of a part that is kept from the public; null where none is."""
    purpose: str | None
    """What it is for."""
    decision: str | None
    """What was decided."""
    reasons: str | None
    """Why."""
    alternatives: tuple[str, ...] | None
    """Alternatives considered and rejected: empty for none, null where that is not said."""
    conflicts: tuple[ConflictOfInterest, ...] | None
    """Conflicts of interest declared: empty for none, null where that is not said."""
    consultation: str | None
    """What consultation there was, or why there was none, as the law of Wales asks for; null where
    that is not said."""
    attended: tuple[str, ...]
    """The members who attended, or the one who decided alone."""
    apologies: tuple[str, ...] | None
    """Who sent apologies: empty for none, null where that is not said."""
    consents: tuple[NoticeConsent, ...]
    """Agreement to urgency, to exemption from call-in, or to a private meeting."""
    signed_by: str = field(metadata=NULL_IF_EMPTY)
    """Who signed the written statement, as they gave their office; empty where that is not on
    record."""
    signed_on: date | None
    """The day on which it was signed; null where that is not on record."""
    published_at: LawfulInstant
    """When it was published; of one that is not published yet, when it would be."""
    is_published: bool
    """False for the notice as it would be of a decision that is signed and not yet published."""
    last_day: date | None
    """The last day on which it may be called in, or might have been; null for one without a
    call-in period."""
    is_open: bool
    """Whether it may still be called in, at the instant of this notice."""
    call_in: tuple[str, ...]
    """Call-in, paragraph by paragraph: until when, by whom, what then, and the rule."""
    how_to_ask: HowToAsk | None
    """How to ask for a call-in; null where it can no longer be asked for."""
    copies: str = field(metadata=NULL_IF_EMPTY)
    """Where to get copies of the documents; null where that is not on file."""
    standing_words: str = field(metadata=NULL_IF_EMPTY)
    """The council's own words for every notice; null where it has none."""
    logo: str = field(metadata=NULL_IF_EMPTY)
    """The council's logo: an address, or the image itself; null where none is on file."""
    logo_alt: str = field(metadata=NULL_IF_EMPTY)
    """What the logo shows."""
    as_of: datetime
    """The instant at which this notice is right, in UTC."""
    must_say: tuple[Matter, ...] = field(default=USUAL, metadata=NOT_GIVEN)
    """What the record has to say by the rules of the day on which it was published. What it need
    not say, and does not, is left out."""
    beside: tuple[str, ...] = field(default=(), metadata=NOT_GIVEN)
    """Warnings for whoever prints it, which are not for the public."""

    @property
    def kind_in_words(self) -> str:
        """Give its kind as a heading has it: "Non-key decision of an officer"."""
        key = "Key" if self.kind.is_key else "Non-key"
        return f"{key} decision{' of an officer' if self.kind.is_officers else ''}"
