"""What is asked for when a notice was published before a decision, or with its reasons after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workflow.errors import Invalid
from workflow.model.inputs import Day, Inputs, Instant, Line, Text, input_field
from workflow.model.notice import BEFORE, NoticeKind
from workflow.model.statement import Statement


def _before(given: Mapping[str, Any], statement: Statement) -> date | None:
    """Give the day of the decision, before which a notice of it was published."""
    until: date | None = statement.made_on or given["decide_from"]
    return until if given["kind"] in BEFORE else None


def _published(given: Mapping[str, Any], _: object) -> date | None:
    published: date | None = given["published_at"]
    return published


def _first_day(given: Mapping[str, Any], _: object) -> date | None:
    first: date | None = given["decide_from"]
    return first


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveNotice(Inputs):
    """A notice: its kind, when and where it was published, and what it says."""

    kind: NoticeKind = input_field("What it is for.")
    published_at: Instant = input_field(
        "When it was published: 14 Sept 10am.", called="time of publication", beside=_before
    )
    where: Line = input_field(
        "Where: the council's website, its offices.", called="place of publication"
    )
    matter: Text | None = input_field("The matter to be decided.", default=None)
    maker: Line | None = input_field(
        "Who is to decide: a person's name and title, or a body with its members.", default=None
    )
    decide_from: Day | None = input_field(
        "The day, or the first, on which it may be made.",
        to_come=True,
        beside=_published,
        default=None,
        called="day of decision",
    )
    decide_until: Day | None = input_field(
        "The last such day, for a period.",
        to_come=True,
        beside=_first_day,
        default=None,
        called="day of decision",
    )
    documents: Text | None = input_field(
        "The documents submitted to whoever decides, or that there are none.",
        default=None,
    )
    copies: Text | None = input_field(
        "Where to get copies, that other documents may be submitted, and how to ask for them.",
        default=None,
    )
    informed: Line | None = input_field(
        "Who was informed in writing: the chair of scrutiny, or each of its members.", default=None
    )
    reasons: Text | None = input_field("The reasons it gives.", default=None)
    representations: Text | None = input_field(
        "Objections to meeting in private, and the answer; or that there were none.",
        default=None,
    )

    def check(self) -> None:
        if self.decide_until is not None and (
            self.decide_from is None or self.decide_until < self.decide_from
        ):
            raise Invalid("The period in which it is to be decided ends before it begins.")
