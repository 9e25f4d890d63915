"""Consent that is asked of office holders in a set order: who answered, in what capacity, when,
and why one was passed over."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from workflow.answer_fields import NOT_GIVEN
from workflow.model.json_data import stored_as
from workflow.model.labelled_enum import LabelledEnum
from workflow.model.people import Role


class Purpose(LabelledEnum):
    """What consent is asked for."""

    EXEMPTION = (
        "exemption",
        "exemption from call-in",
        "That the decision, once published, is not subject to call-in.",
    )
    SPECIAL_URGENCY = (
        "special-urgency",
        "special urgency",
        "That making it is urgent and cannot reasonably be deferred (regulation 11).",
    )
    EARLY_IMPLEMENTATION = (
        "early-implementation",
        "implementation before the statement",
        "That carrying it out cannot wait for its written statement (Wales, regulation 7).",
    )
    PRIVATE_MEETING = (
        "private-meeting",
        "a private meeting at short notice",
        "That the meeting is urgent and cannot reasonably be deferred (regulation 5).",
    )


class ConsentReply(LabelledEnum):
    """How an office holder answered."""

    CONSENTED = ("consented", "consented", "They consented.")
    REFUSED = ("refused", "refused", "They refused, and that ends it.")
    SKIPPED = ("skipped", "was passed over", "They could not be asked, and the next was.")


class WhySkipped(LabelledEnum):
    """Why an office holder was passed over."""

    UNABLE = ("unable-to-act", "unable to act", "They could not act: ill, away, or conflicted.")
    VACANT = ("vacancy", "vacant", "Nobody held the office.")
    NOT_CONTACTABLE = ("not-contactable", "not contactable", "They could not be reached.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAnswer:
    """One office holder's answer, or that they were passed over."""

    capacity: Role
    """The office in which they were asked."""
    reply: ConsentReply = field(metadata=stored_as("given"))
    """`consented`, `refused` or `skipped`."""
    at: datetime
    """When they answered, or were passed over."""
    who: str | None = field(default=None, metadata=NOT_GIVEN)
    """The pseudonym of who answered; None for one who was passed over."""
    why: WhySkipped | None = None
    """Why they were passed over."""
    hours: int | None = None
    """For how many hours they could not be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentApplication:
    """Consent asked for one purpose, with every answer."""

    purpose: Purpose
    """What it was asked for."""
    asked_at: datetime
    """When it was asked for."""
    granted_at: datetime | None = None
    """When it was given."""
    refused_at: datetime | None = None
    """When it was refused."""
    answers: tuple[ConsentAnswer, ...] = ()
    """Each answer, in the order in which they were asked."""

    @property
    def is_open(self) -> bool:
        """Say whether an answer is still wanted."""
        return self.granted_at is None and self.refused_at is None

    def of(self, capacity: Role) -> ConsentAnswer | None:
        """Give the answer in a capacity, or None where there is none yet."""
        return next((each for each in self.answers if each.capacity is capacity), None)

    def answered(self, answer: ConsentAnswer, *, granted: bool) -> "ConsentApplication":
        """Give the application with one more answer; `granted` says whether that completes it."""
        return replace(
            self,
            answers=(*self.answers, answer),
            granted_at=answer.at if granted else None,
            refused_at=answer.at if answer.reply is ConsentReply.REFUSED else None,
        )
