"""What is asked of one decision, or of its council: how it truly stands, and who may do what about
it. What is dear to read is read only where a matter needs it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from shlex import quote

from workflow.clock import GRACE, london_day
from workflow.model.decision import Decision
from workflow.model.inputs import Inputs
from workflow.model.people import Role
from workflow.model.statement import Statement
from workflow.procedures.as_typed import command
from workflow.procedures.attempt import judge, open_to_roles, settle
from workflow.procedures.case import Case
from workflow.procedures.table import BY_NAME
from workflow.register.ports import UnitOfWork
from workflow.register.questions import ANYONE
from workflow.register.rules import RulesOf
from workflow.today.matter import MatterKind, TodayMatter, is_past
from workflow.wording.office_holders import OfficeHolders, office_holders


class OfCouncil:
    """A council's register at an instant: what its rules and calendar say, and its people."""

    def __init__(self, work: UnitOfWork, rules: RulesOf, now: datetime, until: date) -> None:
        self.work = work
        self.rules = rules
        self.now = now
        self.until = until
        """The last day that is looked at."""
        self._holders: dict[tuple[Role, ...], OfficeHolders] = {}

    @property
    def council(self) -> str:
        """Give the council, by its short name."""
        return self.rules.constitution.council

    @property
    def today(self) -> date:
        """Give the day in London."""
        return london_day(self.now)

    def matter(
        self,
        kind: MatterKind,
        says: str,
        *commands: str,
        by: Sequence[Role],
        key: object = "",
        day: date | None = None,
        at: datetime | None = None,
        overdue: bool | None = None,
        waits: bool = False,
        of: Decision | None = None,
    ) -> TodayMatter:
        """Give a matter of the council, or of one decision. `key` tells it from others of its sort,
        and `day` is the day of `at` where it is left out. One that `waits` for somebody already is
        there without its day where that is beyond the last day that is looked at."""
        roles = tuple(dict.fromkeys(role for role in by if role is not Role.SYSTEM))
        last = london_day(at) if day is None and at is not None else day
        about = self.council if of is None else of.ref
        if waits and last is not None and last > self.until:
            last = at = None
        passed = is_past(last, at, self.now) if overdue is None else overdue
        return TodayMatter(
            id="/".join(str(each) for each in (about, kind.value, key) if each != ""),
            kind=kind,
            ref="" if of is None else of.ref,
            title="" if of is None else of.title,
            version=0 if of is None else of.version,
            day=last,
            at=at,
            overdue=passed,
            by=roles,
            holders=self._who_holds(roles),
            says=says,
            commands=tuple(f"decisions {each}" for each in commands),
        )

    def _who_holds(self, roles: tuple[Role, ...]) -> OfficeHolders:
        """Give who holds these roles today; many matters are for the same."""
        if roles not in self._holders:
            self._holders[roles] = office_holders(self.rules.people(), roles, self.today)
        return self._holders[roles]


class OfDecision:
    """One decision at an instant, with what time alone has brought about."""

    def __init__(self, council: OfCouncil, decision: Decision) -> None:
        self.council = council
        self.recorded = decision
        """The decision as it is recorded."""
        self.now = (
            max(council.now, decision.last_at) if _just_behind(council, decision) else (council.now)
        )
        self.case = self._case(decision)
        _, self.stuck = settle(self.case)

    def _case(self, decision: Decision, inputs: Inputs | None = None) -> Case:
        return Case(
            decision=decision,
            text=None,
            inputs=inputs,
            actor=ANYONE,
            at=self.now,
            now=self.now,
            rules=self.council.rules,
        )

    @property
    def decision(self) -> Decision:
        """Give the decision as it truly stands."""
        return self.case.subject

    @property
    def ref(self) -> str:
        """Give its reference."""
        return self.recorded.ref

    @cached_property
    def statement(self) -> Statement:
        """Give its written statement. Raises JournalBroken where it cannot be read."""
        return self.council.work.decisions.statement(self.recorded)

    def case_for(self, step: str, inputs: Inputs | None = None) -> Case:
        """Give the case to put to a step: of the decision as it truly stands, or as recorded for a
        step that comes before the close."""
        settled = BY_NAME[step].closes_expired
        case = self._case(self.decision if settled else self.recorded, inputs)
        case.text = self.statement
        return case

    def is_open(self, step: str) -> bool:
        """Say whether somebody may take a step now."""
        return not judge(BY_NAME[step], self.case_for(step))

    def those_open(self, *steps: str) -> tuple[str, ...]:
        """Give which of these steps somebody may take now."""
        return tuple(each for each in steps if self.is_open(each))

    def who(self, *steps: str, inputs: Inputs | None = None) -> tuple[Role, ...]:
        """Give the roles that may take one of these steps, by the council's rule where it names
        them."""
        roles = dict[Role, None]()
        for step in steps:
            roles |= dict.fromkeys(open_to_roles(BY_NAME[step], self.case_for(step, inputs)))
        return tuple(roles)

    def typed(self, *steps: str, **meant: str) -> tuple[str, ...]:
        """Give the commands of steps, with what each cannot do without on this decision; of a
        choice, what is meant."""
        return tuple(each for step in steps for each in _each_way(self._typed(step, meant)))

    def _typed(self, name: str, meant: Mapping[str, str]) -> str:
        step, case = BY_NAME[name], self.case_for(name)
        chosen = {name: (value,) for name, value in meant.items()}
        return command(step, self.ref, step.wants(case), {**step.choices(case), **chosen})

    def matter(
        self,
        kind: MatterKind,
        says: str,
        *commands: str,
        by: Sequence[Role],
        key: object = "",
        day: date | None = None,
        at: datetime | None = None,
        overdue: bool | None = None,
        waits: bool = False,
    ) -> TodayMatter:
        """Give a matter of this decision."""
        return self.council.matter(
            kind,
            says,
            *commands,
            by=by,
            key=key,
            day=day,
            at=at,
            overdue=overdue,
            waits=waits,
            of=self.decision,
        )

    def of_steps(
        self,
        kind: MatterKind,
        says: str,
        *steps: str,
        key: object = "",
        day: date | None = None,
        at: datetime | None = None,
        waits: bool = False,
    ) -> TodayMatter:
        """Give a matter that these steps see to; where the first is not open, `next` says why."""
        first, *others = steps
        commands = self.typed(*self.those_open(first, *others))
        if not self.is_open(first):
            commands = (f"next {self.ref} --why {quote(BY_NAME[first].on_terminal)}",)
        by = self.who(*steps)
        return self.matter(kind, says, *commands, by=by, key=key, day=day, at=at, waits=waits)


def _each_way(command: str) -> Iterator[str]:
    """Give a command once for each way of a choice in it, such as "keep|revise": to a shell, a bar
    is a pipe."""
    words = command.split(" ")
    place = next((place for place, word in enumerate(words) if "|" in word), None)
    if place is None:
        yield command
        return
    for way in words[place].split("|"):
        yield from _each_way(" ".join((*words[:place], way, *words[place + 1 :])))


def _just_behind(council: OfCouncil, decision: Decision) -> bool:
    """Say whether another clock, a little ahead of this one, wrote to the decision."""
    return timedelta() < decision.last_at - council.now <= GRACE
