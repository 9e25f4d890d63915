"""What was read off another register, as every face gives it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflow.answers.record import BothTimes, both, drawn
from workflow.importing.assess import ImportAssessment
from workflow.model.call_in_period import OtherEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedAnswer:
    """One decision of another register, and what it comes to."""

    ref: str | None
    """The reference it has here, or would have; null where nothing says which decision it is."""
    source: str
    """The file it was read from."""
    identity: str
    """What the register's own address calls it."""
    reference: str
    """The number that is printed after "ref:"."""
    title: str
    """Its title."""
    decided_by: str | None
    """Who decided."""
    is_key: bool | None
    """Whether it is key; null where the register does not say."""
    is_subject_to_call_in: bool | None
    """Whether it may be called in; null where the register does not say."""
    made_on: date | None
    """The day on which it was made."""
    published_on: date | None
    """The day on which it was published."""
    effective_from: date | None
    """The day from which it is printed to take effect."""
    printed_last_day: date | None
    """The last day for a request that is printed."""
    outcome: str
    """What it comes to: `ended`, `open`, `own` (this register exported it) or `needs_person` (it is
    left for one)."""
    why: str | None
    """Why it is left for a person."""
    last_day: date | None
    """The last day for a request by the council's rule."""
    takes_effect: BothTimes | None
    """When it takes effect by that rule."""
    rule_assumed: bool
    """Whether the rule is only assumed to have been in force on the day."""
    other_readings: tuple[OtherEnd, ...]
    """How the period ends by each other reading of the rule."""
    irregular: tuple[str, ...]
    """Where its printed dates are not those that the rule gives, and the like."""
    doubts: tuple[str, ...]
    """What could not be read for certain."""
    assumed: tuple[str, ...]
    """What is assumed where it is imported, and is not printed."""
    raw: tuple[tuple[str, str], ...]
    """Every label, and what is printed under it."""


def assessed_answer(ref: str, each: ImportAssessment) -> AssessedAnswer:
    """Give what one decision of another register comes to, under its reference here."""
    listed, window = each.listed, each.window
    return drawn(
        AssessedAnswer,
        each,
        listed,
        ref=ref or None,
        decided_by=listed.decided_by or None,
        printed_last_day=listed.last_day,
        outcome=each.outcome.name.lower(),
        why=each.why or None,
        last_day=None if window is None else window.last_day,
        takes_effect=None if window is None else both(window.effective_from),
        rule_assumed=window is not None and window.rule_assumed,
        other_readings=() if window is None else window.other_ends,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAnswer:
    """What was read off another register, and what was imported."""

    decisions: tuple[AssessedAnswer, ...]
    """Each decision that was read."""
    unread: tuple[str, ...]
    """What could not be read."""
    remarks: tuple[str, ...]
    """What was done to a file so that it could be read."""
    summary: Mapping[str, int]
    """How many were read, came to each outcome, are irregular, and could not be read."""
    imported: int
    """How many were written down."""
    there_already: int
    """How many were on the register already."""
    odd: tuple[str, ...]
    """In what decisions that are on the register are not as they were read now."""
    kept_out_by_unread: bool
    """Whether what could not be read kept out the rest."""
