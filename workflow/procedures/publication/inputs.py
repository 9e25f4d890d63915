"""What is asked for when a decision is put before the public, and when its minutes are signed."""

from dataclasses import dataclass

from workflow.model.inputs import Inputs, Line, Names, Words, input_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Inputs):
    """Where the decision was put before the public."""

    where: Line = input_field(
        "Where it was published: an address, or 'council offices'.", called="place of publication"
    )
    exemption_reason: Words | None = input_field(
        "If it is exempt from call-in, why: as its notice says.",
        default=None,
        called="reason for exemption",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishUnsigned(Inputs):
    """Where the record was put before the public, and who made the decision."""

    where: Line = input_field(
        "Where it was published: an address, or 'council offices'.", called="place of publication"
    )
    exemption_reason: Words | None = input_field(
        "If it is exempt from call-in, why: as its notice says.",
        default=None,
        called="reason for exemption",
    )
    made_by: Names = input_field(
        "Who made the decision, by the names they are appointed under; once for each.",
        default=(),
        called="name of who made it",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMinutes(Inputs):
    """Who signed the record, and at which meeting."""

    signatory: Line = input_field("Who signed, and at which meeting.")
