"""What is asked for when a notice was published before a decision, or with its reasons after."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.errors import Invalid
from workflow.model.inputs import Inputs, input_field
from workflow.model.notice import NoticeKind
from workflow.text import clean, day, instant, line


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveNotice(Inputs):
    """A notice: its kind, when and where it was published, and what it says."""

    kind: NoticeKind = input_field("What it is for.")
    published_at: datetime = input_field("When it was published: 14 Sept 10am.")
    where: str = input_field("Where: the council's website, its offices.")
    matter: str | None = input_field("The matter to be decided.", long=True, default=None)
    maker: str | None = input_field(
        "Who is to decide: a person's name and title, or a body with its members.", default=None
    )
    decide_from: date | None = input_field(
        "The day, or the first, on which it may be made.", to_come=True, default=None
    )
    decide_until: date | None = input_field(
        "The last such day, for a period.", to_come=True, default=None
    )
    documents: str | None = input_field(
        "The documents submitted to whoever decides, or that there are none.",
        long=True,
        default=None,
    )
    copies: str | None = input_field(
        "Where copies are to be had, that others may be submitted, and how to ask for them.",
        long=True,
        default=None,
    )
    informed: str | None = input_field(
        "Who was told in writing: the chair of scrutiny, or each of its members.", default=None
    )
    reasons: str | None = input_field("The reasons it gives.", long=True, default=None)
    representations: str | None = input_field(
        "What was said against meeting in private, and the answer; or that nothing was.",
        long=True,
        default=None,
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", NoticeKind.named(self.kind))
        published_at = instant(self.published_at, "time of publication")
        object.__setattr__(self, "published_at", published_at)
        object.__setattr__(self, "where", line(self.where, "place of publication"))
        for name in ("maker", "informed"):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, line(getattr(self, name), name))
        for name in ("matter", "documents", "copies", "reasons", "representations"):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, clean(getattr(self, name), name) or None)
        for name in ("decide_from", "decide_until"):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, day(getattr(self, name), "day of decision"))
        if self.decide_until is not None and (
            self.decide_from is None or self.decide_until < self.decide_from
        ):
            raise Invalid("The period in which it is to be decided ends before it begins.")
