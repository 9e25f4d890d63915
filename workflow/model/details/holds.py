"""What is asked for when a decision is held."""

from dataclasses import dataclass

from workflow.model.details.asked import Details, asked
from workflow.model.holder import Holder
from workflow.model.named import named
from workflow.model.text import line, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Details):
    """On whose account nothing may move, under what authority, and why."""

    on_account_of: Holder = asked("On whose account it is held.")
    under: str = asked("The authority: an Act and section, or the court and its order.")
    reason: str = asked("Why.", long=True)

    def __post_init__(self) -> None:
        object.__setattr__(self, "on_account_of", named(Holder, self.on_account_of, "holder"))
        object.__setattr__(self, "under", line(self.under, "authority for the hold"))
        object.__setattr__(self, "reason", words(self.reason, "reason"))
