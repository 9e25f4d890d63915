"""What is asked for when a decision is put before the public, and carried out."""

from dataclasses import dataclass

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, input_field
from workflow.text import line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Inputs):
    """Where the decision was put before the public."""

    where: str = input_field("Where it was published: an address, or 'council offices'.")
    exemption_reason: str | None = input_field(
        "Why it is exempt from call-in, as its notice states, where it is.",
        long=True,
        default=None,
    )

    def __post_init__(self) -> None:
        if self.exemption_reason is not None:
            reason = words(self.exemption_reason, "reason for exemption")
            object.__setattr__(self, "exemption_reason", reason)
        object.__setattr__(self, "where", line(self.where, "place of publication"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishUnsigned(Inputs):
    """Where the record was put before the public, and who made the decision."""

    where: str = input_field("Where it was published: an address, or 'council offices'.")
    exemption_reason: str | None = input_field(
        "Why it is exempt from call-in, as its notice states, where it is.",
        long=True,
        default=None,
    )
    made_by: tuple[str, ...] = input_field(
        "Who made the decision, by the names they are appointed under; once for each.", default=()
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", line(self.where, "place of publication"))
        if self.exemption_reason is not None:
            reason = words(self.exemption_reason, "reason for exemption")
            object.__setattr__(self, "exemption_reason", reason)
        if isinstance(self.made_by, str) or not isinstance(self.made_by, tuple | list):
            raise Invalid("Who made the decision is given as a list of names.")
        makers = tuple(line(name, "name of who made it") for name in self.made_by)
        object.__setattr__(self, "made_by", makers)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignMinutes(Inputs):
    """Who signed the record, and at which meeting."""

    signatory: str = input_field("Who signed, and at which meeting.")

    def __post_init__(self) -> None:
        object.__setattr__(self, "signatory", line(self.signatory, "signatory"))
