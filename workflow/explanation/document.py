"""The blocks of an explanation: what is said, before it is set out as text, Markdown or JSON."""

from dataclasses import dataclass
from datetime import datetime

from workflow.authority import Authority
from workflow.calendars.counting import Count


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing said."""

    words: str


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing said that a reader must not miss."""

    words: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A short answer under a name: "Calendar"."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Citation:
    """The rule behind a date, and which edition of a constitution it stood in."""

    authority: Authority
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Days:
    """Each day counted, with its number, or passed over, with why."""

    count: Count


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant: what it is, when in words, and the same in London's time and in UTC."""

    name: str
    words: str
    instant: datetime
    remark: str = ""
    runs_on: bool = False
    """Whether name and words make one sentence; else a colon stands between them."""

    @property
    def names(self) -> str:
        """Give its name as it stands before the words."""
        return self.name if self.runs_on else f"{self.name}:"


Block = Sentence | Warned | Fact | Citation | Days | Moment


@dataclass(frozen=True, slots=True)
class Section:
    """The explanation of one date."""

    about: str
    """What has the date, for a program: "period", "notice", or whom a time limit awaits."""
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The explanation of every date of one decision, or of one deadline."""

    sections: tuple[Section, ...]
