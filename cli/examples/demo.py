"""The demonstration: one decision through its whole life, and two others that it might have had, by
the calls that any officer or host would make, on a clock that is moved."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import options
from cli.command import without_register
from cli.examples.demo_lives import Other
from cli.examples.demo_words import did, heading, record, was_refused
from cli.exits import FAULT, NOT_VERIFIED, Ended
from cli.output import kept, note, say, wrapped
from workflow.clock import ManualClock, at_hour, spoken_day
from workflow.errors import Invalid, Refusal
from workflow.explanation.renderers.month import month_lines
from workflow.files.opening import shown
from workflow.importing.statements.drafting import still_to_say, to_statement
from workflow.importing.statements.files import read_file
from workflow.importing.statements.reading import StatementReading
from workflow.model.call_in_period import CallInPeriod
from workflow.model.people import Role
from workflow.model.statement import Statement
from workflow.wording.standing import standing_words

if TYPE_CHECKING:
    from workflow.engine import Engine

SHIPPED = Path(__file__).with_name("demo_statement.txt")
_PEOPLE = (
    ("d.author", "D Author", Role.AUTHOR),
    ("the.leader", "The Leader", Role.DECISION_MAKER),
    ("p.officer", "P Officer", Role.PROPER_OFFICER),
    ("m.officer", "M Officer", Role.MONITORING_OFFICER),
)


@without_register
def demo(
    file: Annotated[
        Path | None,
        typer.Option(
            "--statement",
            help="A written statement; one that is shipped, if left out.",
        ),
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the register in this new file.")
    ] = None,
    council: Annotated[
        str, typer.Option("--council", help="Whose rules apply.", metavar="NAME")
    ] = "herefordshire",
    traceback: options.Traceback = False,
) -> None:
    """Take one published decision through its whole life, with a clock that moves."""
    reading = read_file(file or SHIPPED)
    statement = to_statement(reading)
    if statement.made_on is None:
        raise Invalid(
            "The statement does not say when the decision was made, so its life cannot be dated.",
            remedy="Write the date on the statement, as in 'Date: 18 October 2018'.",
        )
    from workflow.engine import load_councils

    load_councils().named(council)
    if keep is not None and keep.exists():
        raise Invalid(f"There is a file {keep} already.", remedy="Name a new file.")
    if keep is not None:
        note(f"A new register is begun in {shown(keep.absolute())}.")
    with TemporaryDirectory() as folder:
        address = str(keep) if keep is not None else str(Path(folder) / "demo.db")
        Life(address, council, reading, statement, statement.made_on).run()
    if keep is not None:
        kept(dry_run=False)
        note(f"The register is kept: decisions list --db {keep}")


@dataclass
class Life:
    """The whole life of one decision, told as it goes."""

    address: str
    council: str
    reading: StatementReading
    statement: Statement
    made_on: date

    def run(self) -> None:
        """Tell the three lives, and check that the journal verifies."""
        self._tell_of_the_statement()
        self._published_and_called_for()
        self._other().under_special_urgency()
        self._other().called_in()
        engine = self._engine(time(12))
        verified = engine.journal.verify()
        how = "verified" if verified else "BROKEN"
        say("", f"The journal: {verified.checked} entries, {how}.")
        if not verified:
            note(*(str(each) for each in verified.breaks))
            raise Ended(NOT_VERIFIED)

    def _other(self) -> Other:
        engine = self._engine(time(9))
        clock = engine.clock
        assert isinstance(clock, ManualClock)
        return Other(engine, clock, self.council, self.statement, self.made_on)

    def _engine(self, hour: time) -> "Engine":
        from workflow.engine import open_engine

        return open_engine(self.address, clock=ManualClock(at_hour(self.made_on, hour)))

    def _tell_of_the_statement(self) -> None:
        reading = self.reading
        say(
            f"The written statement {reading.text('issue_reference') or '(no reference)'}",
            wrapped(self.statement.title, "  "),
            f"  {self.statement.body}, {spoken_day(self.made_on)}; {self.statement.kind} decision",
        )
        for field in reading.missing:
            say(f"  Not found on it: {field.replace('_', ' ')}")

    def _published_and_called_for(self) -> None:
        engine = self._engine(time(9))
        clock = engine.clock
        assert isinstance(clock, ManualClock)
        self._appoint(engine)
        heading(clock, "The decision is drafted.")
        ref = did(
            engine.draft(council=self.council, statement=self.statement, by="d.author")
        ).decision.ref
        clock.move_to(at_hour(self.made_on, time(15)))
        heading(clock, "The meeting over, its record is signed.")
        self._say_what_was_not_said(engine, ref)
        signatory = self.reading.text("signatory") or "The Leader"
        did(engine.take(ref, "sign", by="the.leader", signatory=signatory))
        clock.move_to(at_hour(self.made_on, time(16, 30)))
        heading(clock, "The proper officer publishes it.")
        did(engine.take(ref, "publish", by="p.officer", where="the council's website"))
        window = engine.get(ref).window
        if window is None:
            raise Invalid("This council's rules open no call-in period for it, so the demo ends.")
        heading(clock, "Someone tries to implement it at once.")
        was_refused(
            engine.take(ref, "implement", by="p.officer", evidence="Plan sent to Ofsted"),
            "call-in-open",
        )
        self._explain(engine, ref, window)
        self._close_and_after(engine, clock, ref, window)
        record(engine, ref)

    def _say_what_was_not_said(self, engine: "Engine", ref: str) -> None:
        lacking = still_to_say(self.reading)
        if not lacking:
            return
        signatory = self.reading.text("signatory") or "The Leader"
        was_refused(engine.take(ref, "sign", by="the.leader", signatory=signatory), None)
        statement = engine.statement(ref)
        say(
            wrapped(
                f"  The demo's author now says expressly what the paper leaves out "
                f"({', '.join(lacking)}): nobody else has said it.",
                "",
                "  ",
            )
        )
        told: dict[str, Any] = {
            "decision": statement.decision or "(said for the demo)",
            "reasons": statement.reasons or "(said for the demo)",
            "alternatives": () if statement.alternatives is None else statement.alternatives,
            "conflicts": () if statement.conflicts is None else statement.conflicts,
        }
        did(engine.take(ref, "amend", by="d.author", statement=replace(statement, **told)))

    def _explain(self, engine: "Engine", ref: str, window: CallInPeriod) -> None:
        explained = engine.explain(ref)
        assert not isinstance(explained, Refusal)
        assert explained.period is not None
        assert explained.period.count is not None
        say("", "Why that day?", wrapped(f"Rule: {window.authority}", "  ", "        "))
        say(wrapped(window.authority.words, "        "), "")
        say(*(f"  {line}" for line in month_lines(explained.period.count)))
        printed = self.statement.printed_expiry
        if printed is None:
            say("  No call-in expiry is printed on the statement to compare it with.")
        elif printed == window.last_day:
            say(f"  The statement prints {spoken_day(printed)}: the computed day AGREES.")
        else:
            told = (
                f"It DOES NOT AGREE: the statement prints {spoken_day(printed)}, and the computed "
                f"day is {spoken_day(window.last_day)}. A person should ask why."
            )
            say(wrapped(told, "  "))

    def _close_and_after(
        self, engine: "Engine", clock: ManualClock, ref: str, window: CallInPeriod
    ) -> None:
        clock.move_to(window.effective_from - timedelta(minutes=1))
        heading(clock, "The nightly close runs a minute before the end.")
        report = engine.close_due()
        say(f"  {report.due} due, {len(report.closed)} closed. It does nothing.")
        moment = timedelta(seconds=1) if window.deadline_included else timedelta()
        clock.move_to(max(window.effective_from, window.request_deadline) + moment)
        heading(clock, "A request to call it in arrives.")
        was_refused(
            engine.take(
                ref,
                "call-in",
                by="p.officer",
                requested_by=("Cllr A Member", "Cllr B Member"),
                grounds="The plan was not consulted on.",
                received_at=clock.now(),
            ),
            "out-of-time",
        )
        heading(clock, "The nightly close runs.")
        report = engine.close_due()
        say(f"  {report.due} due, {len(report.closed)} closed: {', '.join(report.closed)}.")
        decision = engine.get(ref)
        stands = standing_words(decision, clock.now())
        say(wrapped(f"{ref} stands: {stands}, with nobody's hand.", "  ", "    "))
        report = engine.close_due()
        say(f"  It runs again: {report.due} due, {len(report.closed)} closed.")
        if decision.effective_at is None or report.due:
            raise Ended(FAULT)

    def _appoint(self, engine: "Engine") -> None:
        for person, name, role in _PEOPLE:
            engine.appointments.appoint(self.council, person, role, name=name, by="m.officer")
