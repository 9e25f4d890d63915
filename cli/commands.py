"""Every command, with the line that the first page of help gives it. The lines of the steps are
the table's own (a test holds them equal); they stand here so that help need load nothing else."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Listed:
    """A command: its name, its line, and where it is found."""

    name: str
    says: str
    module: str
    found_as: str


def _step(command: str, says: str) -> Listed:
    return Listed(command, says, "cli.steps", command)


COMMANDS: Final[tuple[Listed, ...]] = (
    Listed("new", "Begin a draft, complete or not.", "cli.drafting", "new"),
    Listed("amend", "Change a draft; what is signed is never changed.", "cli.drafting", "amend"),
    _step("sign", "Authenticate the written statement of a decision that has been made."),
    _step("publish", "Put the signed decision before the public."),
    _step("call-in", "Record a request, received in time, that the decision be called in."),
    _step(
        "note-request", "Record a request that was in time, but found only after implementation."
    ),
    _step("resolve", "Record that scrutiny lets the decision stand; it takes effect."),
    Listed(
        "close",
        "Record that a call-in period has run out, dated at the legal instant.",
        "cli.jobs",
        "close",
    ),
    _step(
        "review-deadline",
        "Keep or revise a deadline whose days count differently since the calendar changed.",
    ),
    _step("implement", "Record that the decision was carried out."),
    _step("withdraw", "Withdraw a decision that has not been carried out, with a reason."),
    _step("hold", "Hold a decision: nothing moves forward until it is released."),
    _step("release", "Release a decision that is held."),
    Listed("list", "List decisions.", "cli.look", "list_"),
    Listed(
        "show", "Show a decision: where it stands, its dates, its statement.", "cli.look", "show"
    ),
    Listed(
        "next",
        "Say what can be done with a decision now, and why not the rest.",
        "cli.look",
        "next_",
    ),
    Listed("explain", "Explain a decision's deadline, day by day.", "cli.explaining", "explain"),
    Listed("history", "Show everything on a decision's record.", "cli.look", "history"),
    Listed(
        "can-implement", "Say whether a decision may be implemented.", "cli.look", "can_implement"
    ),
    Listed(
        "deadline",
        "Count a deadline, with its workings; no register needed.",
        "cli.days",
        "deadline",
    ),
    Listed(
        "calendar",
        "Show, add to and check a council's calendar.",
        "cli.council_calendar",
        "calendar",
    ),
    Listed("statement", "Read a written statement of a decision.", "cli.statement", "statement"),
    Listed(
        "demo",
        "Take one decision through its whole life, on a published notice.",
        "cli.demo",
        "demo",
    ),
    Listed("runs", "Show when the close ran, and what it did.", "cli.jobs", "runs"),
    Listed("policy", "List, show and check councils' constitutions.", "cli.policies", "policy"),
    Listed("people", "List, add and end appointments to roles.", "cli.people", "people"),
    Listed("whoami", "Say who acts here, in which roles.", "cli.people", "whoami"),
    Listed("journal", "Show, verify and erase from the journal.", "cli.admin", "journal"),
    Listed("db", "Set up, bring up to date and check the database.", "cli.admin", "db_app"),
    Listed("config", "Show the settings, and where each came from.", "cli.admin", "config"),
)
BY_NAME: Final = {each.name: each for each in COMMANDS}
