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
    _step(
        "give-notice",
        "Record a notice published before the decision, or with its reasons after.",
    ),
    _step(
        "ask-consent",
        "Ask consent: to exemption from call-in, special urgency or a private meeting.",
    ),
    _step("give-consent", "Record that an office holder consents."),
    _step("refuse-consent", "Record that an office holder refuses consent, which ends it."),
    _step("skip-consent", "Record why an office holder was passed over, and the next is asked."),
    _step("publish", "Put the signed decision before the public."),
    _step("publish-unsigned", "Put a record before the public that is signed at a later meeting."),
    _step("sign-minutes", "Record the signature of a record that was published unsigned."),
    _step("call-in", "Record a request, received in time, that the decision be called in."),
    _step("support-request", "Record who joins a request to call in."),
    _step("certify-ground", "Record the certificate that a ground for call-in needs."),
    _step(
        "withdraw-request",
        "Record that those who asked for a call-in, or some of them, withdraw.",
    ),
    _step(
        "note-request",
        "Record a request that was in time, but found only after implementation.",
    ),
    _step("accept-request", "Rule that a request is valid: the decision is called in."),
    _step("reject-request", "Rule that a request is not valid, with reasons."),
    _step("sever", "Sever a part that can stand alone: it goes on by itself, linked to the rest."),
    _step("meet", "Record what came of a meeting that reached no outcome."),
    _step("adjourn", "Put off the end of the clock that runs, with consent."),
    _step("direct", "Record scrutiny's direction that the decision not be implemented."),
    _step("resolve", "Record that scrutiny lets the decision stand; it takes effect."),
    _step(
        "refer-back",
        "Record that scrutiny asks the decision maker to reconsider, with its concerns.",
    ),
    _step(
        "refer-to-council",
        "Record that scrutiny puts the decision to full council, with its concerns.",
    ),
    _step(
        "council-objects",
        "Record that full council objects: its maker looks again, with council's views.",
    ),
    _step(
        "council-lets-stand",
        "Record that full council does not object; the decision takes effect.",
    ),
    _step(
        "council-decides",
        "Record council's own decision, where the first was outside the framework.",
    ),
    _step("record-opinion", "Record counsel's opinion on a ground that needs one."),
    _step(
        "confirm",
        "Record that the decision maker reconsidered and confirms it; it takes effect.",
    ),
    _step("change", "Record that the decision maker reconsidered, and now decides otherwise."),
    _step(
        "rescind",
        "Record that the decision maker rescinds a published decision, before it is acted on.",
    ),
    Listed(
        "close",
        "Record that a call-in period has run out, dated at the legal instant.",
        "cli.jobs",
        "close",
    ),
    _step(
        "review-deadline",
        "Keep or revise a deadline whose days count differently since the calendar changed; keep "
        "one that comes after the council's end.",
    ),
    _step(
        "find-outcome",
        "Record that a body had acted in time, found after the close had ended its clock.",
    ),
    _step("find-hold", "Record a hold that was made in time, but found only after the close."),
    _step(
        "settle-dispute",
        "Record the ruling that what was found after implementation changes nothing.",
    ),
    _step(
        "act-early",
        "Record that, by consent, it was carried out before its statement was signed.",
    ),
    _step("implement", "Record that the decision was carried out."),
    _step(
        "ask-review",
        "Record that a review after implementation is asked for; the decision stands.",
    ),
    _step(
        "conclude-review",
        "Record what a review after implementation found; the decision stands.",
    ),
    Listed(
        "correct",
        "Correct a clerical slip in the published text: a new version, and no date moves.",
        "cli.correcting",
        "correct",
    ),
    Listed(
        "correct-materially",
        "Correct text that was materially wrong: it is published again, and its period anew.",
        "cli.correcting",
        "correct_materially",
    ),
    _step("void-publication", "Record that a publication was none, so that it is published again."),
    _step("supersede", "Record that another decision stands in its place."),
    _step(
        "require-report",
        "Record that scrutiny holds it should have been key, and requires a report.",
    ),
    _step(
        "report-to-council",
        "Record the executive's report on why a decision was not treated as key.",
    ),
    _step("withdraw", "Withdraw a decision that has not been carried out, with a reason."),
    _step("hold", "Hold a decision: nothing moves forward until it is released."),
    _step("release", "Release a decision that is held."),
    Listed("list", "List decisions.", "cli.listing", "list_"),
    Listed(
        "show", "Show a decision: where it stands, its dates, its statement.", "cli.look", "show"
    ),
    Listed(
        "next",
        "Say what can be done with a decision now, the likeliest first.",
        "cli.next_steps",
        "next_",
    ),
    Listed("explain", "Explain a decision's deadline, day by day.", "cli.explaining", "explain"),
    Listed("history", "Show everything on a decision's record.", "cli.look", "history"),
    Listed(
        "can-implement", "Say whether a decision may be implemented.", "cli.look", "can_implement"
    ),
    Listed(
        "deadline",
        "Count a deadline, with its workings; or keep or revise a decision's own.",
        "cli.deadlines",
        "deadline",
    ),
    Listed(
        "diff", "Compare two versions of a decision's written statement.", "cli.correcting", "diff"
    ),
    Listed(
        "irregular",
        "List, show, note and settle what happened out of rule.",
        "cli.irregular",
        "irregular",
    ),
    Listed(
        "plan",
        "Plan a decision backwards: notice by, decide by, publish by, implement from.",
        "cli.planning",
        "plan",
    ),
    Listed(
        "report",
        "Report to council: special-urgency, exemptions, call-ins or late.",
        "cli.reporting",
        "report",
    ),
    Listed(
        "calendar",
        "Show, add to, check and compare a council's calendar.",
        "cli.calendars",
        "calendar",
    ),
    Listed("statement", "Read a written statement of a decision.", "cli.statement", "statement"),
    Listed(
        "demo",
        "Take one decision through its whole life, on a published notice.",
        "cli.demo",
        "demo",
    ),
    Listed(
        "example",
        "Run worked examples of decisions' lives, and tell them as prose.",
        "cli.examples.command",
        "example",
    ),
    Listed("import", "Take in decisions that another register had kept.", "cli.imports", "imports"),
    Listed("export", "Give decisions as CSV or as lines of JSON.", "cli.exporting", "exports"),
    Listed(
        "conformance",
        "Compare dates that councils published with those counted here.",
        "cli.conforming",
        "conformance",
    ),
    Listed("runs", "Show when the close ran, and what it did.", "cli.jobs", "runs"),
    Listed(
        "policy", "List, show, compare and check councils' constitutions.", "cli.policy", "policy"
    ),
    Listed("init", "Set up: which council, where the register is, who is who.", "cli.init", "init"),
    Listed("people", "List, add and end appointments to roles.", "cli.people", "people"),
    Listed("whoami", "Say who acts here, in which roles.", "cli.people", "whoami"),
    Listed("journal", "Show, verify and erase from the journal.", "cli.admin", "journal"),
    Listed("db", "Set up, bring up to date and check the database.", "cli.admin", "db_app"),
    Listed("config", "Show the settings, and where each came from.", "cli.admin", "config"),
)
BY_NAME: Final = {each.name: each for each in COMMANDS}
