"""The demonstration's other lives: the same statement under special urgency, and called in."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from cli.examples.demo_words import did, heading, record, title, tried, was_refused
from cli.output import say, wrapped
from workflow.clock import ManualClock, at_hour
from workflow.constitution.provisions.grounds import CALL_IN_GROUNDS
from workflow.constitution.provisions.scrutiny import SCRUTINY_MEETS
from workflow.model.call_in_period import CallInPeriod
from workflow.model.people import Role
from workflow.model.statement import Statement, Urgency
from workflow.wording.short_dates import until
from workflow.wording.standing import standing_words

if TYPE_CHECKING:
    from workflow.constitution.constitution import InForce
    from workflow.engine import Engine

_MEMBERS: Final = tuple(f"Cllr {letter} Member" for letter in "ABCDE")
_SILENT: Final = {
    "call_in_request": "who may ask, and who rules on it",
    "scrutiny_meets": "by when scrutiny meets",
    "reconsidered_by": "by when the maker looks again",
    "reconsidered": "what a changed decision is",
}
"""What the telling looks for in a council's rules, in words."""


@dataclass
class Other:
    """Another life of the same statement, on a clock of its own."""

    engine: "Engine"
    clock: ManualClock
    council: str
    statement: Statement
    made_on: date

    def _at(self, days: int, hour: time) -> datetime:
        return at_hour(self.made_on + timedelta(days=days), hour)

    def _complete(self) -> Statement:
        said = self.statement
        return replace(
            said,
            alternatives=said.alternatives or (),
            conflicts=said.conflicts or (),
            decision=said.decision or "(said for the demo)",
            reasons=said.reasons or "(said for the demo)",
        )

    def _draft(self, statement: Statement) -> str:
        taken = did(self.engine.draft(council=self.council, statement=statement, by="d.author"))
        return taken.decision.ref

    def _sign_and_publish(self, ref: str) -> None:
        self.clock.move_to(self._at(0, time(15)))
        did(self.engine.take(ref, "sign", by="the.leader", signatory="The Leader"))
        self.clock.move_to(self._at(0, time(16, 30)))
        heading(self.clock, "It is published.")
        did(self.engine.take(ref, "publish", by="p.officer", where="the council's website"))

    # -- under special urgency ------------------------------------------------------------------

    def under_special_urgency(self) -> str:
        """Tell the life of the statement had it been taken as urgent."""
        title("The same statement, had it been taken under special urgency")
        urgency = Urgency(
            reason="The plan must reach Ofsted before a call-in period could run out.",
            agreed_by="The chair of the relevant scrutiny committee",
            capacity="chair of the relevant overview and scrutiny committee",
            agreed_on=self.made_on,
        )
        statement = replace(self._complete(), urgency=urgency)
        unagreed = replace(statement, urgency=replace(urgency, agreed_by=None, agreed_on=None))
        heading(self.clock, "It is drafted as urgent, but with nobody's agreement on record.")
        ref = self._draft(unagreed)
        signed = self.engine.take(ref, "sign", by="the.leader", signatory="The Leader")
        was_refused(signed, None)
        heading(self.clock, "The agreement is recorded: who, in what capacity, when and why.")
        did(self.engine.take(ref, "amend", by="d.author", statement=statement))
        say(wrapped(f"{urgency.agreed_by}: {urgency.reason}", "  "))
        self._sign_and_publish(ref)
        decision = self.engine.get(ref)
        stands = standing_words(decision, self.clock.now())
        say(wrapped(f"{ref} stands: {stands}.", "  ", "    "))
        if decision.window is not None:
            said = (
                "This council's rules on file do not exempt special urgency from call-in, "
                f"so call-in is open until {until(decision.window)} all the same."
            )
            say(wrapped(said, "  "))
        record(self.engine, ref)
        return ref

    # -- called in ------------------------------------------------------------------------------

    def called_in(self) -> str:
        """Tell the life of the statement had members called it in."""
        title("The same statement, had members called it in")
        heading(self.clock, "It is drafted, and signed.")
        ref = self._draft(self._complete())
        self._sign_and_publish(ref)
        window = self.engine.get(ref).window
        if window is not None and self._request(ref, window) and self._scrutiny(ref, window):
            self._looked_at_again(ref, window)
        record(self.engine, ref)
        return ref

    def _request(self, ref: str, window: CallInPeriod) -> bool:
        """Tell of the request and the ruling on it; say whether it is called in."""
        for name in _MEMBERS:
            login = name.lower().replace(" ", ".")
            self.engine.appointments.appoint(
                self.council, login, Role.MEMBER, name=name, by="m.officer"
            )
        self.clock.move_to(self._at(1, time(10)))
        heading(self.clock, "Five members ask for it to be called in.")
        asked = self.engine.take(
            ref,
            "call-in",
            by="p.officer",
            requested_by=_MEMBERS,
            grounds=(self._ground(window),),
            received_at=self.clock.now(),
        )
        if not tried(asked):
            return False
        self._stands(ref)
        self.clock.move_to(self._at(1, time(14)))
        heading(self.clock, "The monitoring officer rules on the request.")
        reason = "In time, by members, with a ground."
        if not tried(self.engine.take(ref, "request-accept", by="m.officer", reason=reason)):
            return False
        self._stands(ref)
        self._say_what_is_not_on_file(window)
        heading(self.clock, "Someone tries to implement it.")
        tried(self.engine.take(ref, "implement", by="p.officer", evidence="Plan sent to Ofsted"))
        return True

    def _rules(self, window: CallInPeriod) -> "InForce":
        return self.engine.constitutions.in_use(self.council).in_force_on(window.counted_from)

    def _ground(self, window: CallInPeriod) -> str:
        """Give a ground, by the first name in the council's list where it has one."""
        why, listed = "The families were not asked.", self._rules(window)[CALL_IN_GROUNDS]
        if listed is None or listed.value is None:
            return why
        return f"{listed.value.grounds[0].name}: {why}"

    def _say_what_is_not_on_file(self, window: CallInPeriod) -> None:
        rules = self._rules(window)
        silent = [words for name, words in _SILENT.items() if name not in rules.provisions]
        if silent:
            said = f"Not on file for {rules.council_name}: {'; '.join(silent)}."
            if rules[SCRUTINY_MEETS] is None:
                said += " So no clock runs: the decision waits until somebody acts."
            say(wrapped(said, "  "))

    def _scrutiny(self, ref: str, window: CallInPeriod) -> bool:
        """Tell of the meeting, and of a close that leaves it; say whether it was referred back."""
        self.clock.move_to(self._at(5, time(18)))
        heading(self.clock, "Scrutiny meets, and asks its maker to look again.")
        concerns = "The families affected were not asked, and the plan does not say why."
        if not tried(
            self.engine.take(ref, "scrutiny-refer-back", by="p.officer", concerns=concerns)
        ):
            return False
        self.clock.move_to(max(self.clock.now(), window.effective_from) + timedelta(hours=2))
        heading(self.clock, "The nightly close runs, its period being over.")
        report = self.engine.close_due()
        among = "is" if ref in report.closed else "is not"
        say(f"  {report.due} due, {len(report.closed)} closed; {ref} {among} among them.")
        self._stands(ref)
        return True

    def _looked_at_again(self, ref: str, window: CallInPeriod) -> None:
        self.clock.move_to(max(self.clock.now(), self._at(13, time(15))))
        heading(self.clock, "The maker looks again, and would change it.")
        answer: dict[str, Any] = {"by": "the.leader", "reason": "The families were asked in June."}
        other = "That the plan be sent, with a note of what families said."
        if not tried(self.engine.take(ref, "reconsideration-change", decision=other, **answer)):
            heading(self.clock, "So it is confirmed as it was, with an answer to the concerns.")
            tried(self.engine.take(ref, "reconsideration-confirm", **answer))
        self._stands(ref)

    def _stands(self, ref: str) -> None:
        stands = standing_words(self.engine.get(ref), self.clock.now())
        say(wrapped(f"{ref} stands: {stands}.", "  ", "    "))
