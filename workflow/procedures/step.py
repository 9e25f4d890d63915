"""One row of the table: a step, who takes it, from where to where, on what conditions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import getdoc
from typing import Any, Final, cast

from workflow.authority import Authority
from workflow.errors import Refusal
from workflow.model.event import Event
from workflow.model.inputs import Inputs, NoInputs
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.shared.wrong_state import where_it_stands

Guard = Callable[[Case], Refusal | None]
"""What must be so: None, or why not. NotOnFile or BeyondCalendar, raised, is a refusal too."""
RolesByRule = Callable[[Case], tuple[tuple[Role, ...], Authority] | None]
WrongState = Callable[[Case, Authority], Refusal]
Wants = Callable[[Case], tuple[str, ...]]
Choices = Callable[[Case], Mapping[str, tuple[str, ...]]]

NOUNS: Final = (
    "advance-notice",
    "consent",
    "minutes",
    "publication",
    "request",
    "scrutiny",
    "council",
    "reconsideration",
    "found-late",
    "review",
    "key-report",
    "irregular",
)
"""What the procedures are called in the names of their steps; on the terminal each is a group."""


def spoken(name: str) -> str:
    """Give a step's name as the terminal has it: `request-accept` is `request accept`."""
    noun = next((each for each in NOUNS if name.startswith(f"{each}-")), None)
    return name if noun is None else f"{noun} {name.removeprefix(f'{noun}-')}"


def nothing_more(_: Case) -> tuple[str, ...]:
    """Give that nothing is wanted beside what every such step wants."""
    return ()


def any_choice(_: Case) -> Mapping[str, tuple[str, ...]]:
    """Give that any choice which a field has may be meant."""
    return {}


def nobody_named(_: Case) -> None:
    """Name nobody: whoever the table lets take a step may take it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step from some states to another, or to none for a step that leaves the state alone."""

    name: str
    cannot: str
    """That it cannot be taken on a decision, as a sentence: "{ref} cannot be implemented."."""
    source: tuple[State, ...]
    """The states it may be taken from; empty for the first draft of all."""
    target: State | None
    """The state it leads to; None leaves the state as it is."""
    by: tuple[Role, ...]
    """Who may take it."""
    says: str
    """What it does, as an order to an officer."""
    under: Authority
    """The law or rule it is taken under."""
    records: Callable[[Case], Event]
    """What goes on the record."""
    begins: Callable[[Case], tuple[str, Event]] | None = None
    """What begins another decision by the same step: its reference, and its first event."""
    inputs: type[Inputs] = NoInputs
    """What it must be given."""
    once: Guard | None = None
    """That what is given is not on record already; asked before all else, wherever it stands."""
    needs: tuple[Guard, ...] = ()
    """What must be so of the decision; asked also by `next`, before any inputs are given."""
    checks: tuple[Guard, ...] = ()
    """What must be so of the inputs given."""
    then: tuple[str, ...] = ()
    """Automatic steps tried at once, in the same transaction."""
    when: Callable[[Case], bool] | None = None
    """For an automatic step: whether it is the one to take."""
    if_refused: str = ""
    """The automatic step that puts it on the record where the step is refused; empty for none."""
    automatic: bool = False
    """True for a step that nobody takes: it follows of itself."""
    stopped_by_hold: bool = True
    """Whether it moves the decision forward, and so is stopped by a hold."""
    reverses_expiry: bool = False
    """Whether it undoes what time alone had recorded, so that what was done in time can follow."""
    found_late: bool = False
    """Whether it records what was found only after time alone had given the decision effect."""
    closes_expired: bool = True
    """Whether a period that has run out is recorded as closed first, in the same transaction."""
    suggested: bool = True
    """Whether it is on the usual route; False for a step that only some councils' rules allow."""
    dated_by_law: bool = False
    """True where the step is dated by the law, not by when it was done."""
    bars_maker: bool = False
    """Whether nobody who made the decision may take it."""
    roles_by_rule: RolesByRule = field(default=nobody_named)
    """Which of those roles the council's own rule names for it, where it names any."""
    wants: Wants = field(default=nothing_more)
    """Which of what it may be given this decision cannot do without, by the names of the fields."""
    choices: Choices = field(default=any_choice)
    """Which of the choices that a field has can be meant on this decision, by the field's name."""
    wrong_state: WrongState = field(default=where_it_stands)
    """Why it cannot be taken from a state that is not one of its sources."""
    command: str = ""
    """Its command on the terminal, where that is another step's: `close` records a lapse too."""
    example: str = ""
    """An example for the help, after the command's name."""

    @property
    def guards(self) -> tuple[Guard, ...]:
        """Give everything that must be so for it."""
        return (*(() if self.once is None else (self.once,)), *self.needs, *self.checks)

    @property
    def on_terminal(self) -> str:
        """Give its command: its name, the hyphen after a procedure's noun as a space."""
        return self.command or spoken(self.name)

    def cannot_on(self, ref: str) -> str:
        """Say that it cannot be taken on a decision."""
        return self.cannot.format(ref=ref)


def step(name: str, **row: Any) -> Callable[[Callable[..., Event]], Step]:
    """Make a row of the table from the function that gives what goes on the record.

    The function's docstring says what the step does, and its second parameter is typed with what
    the step must be given. A step with no second parameter asks for nothing. What else stands in
    the row is a field of `Step`.
    """

    def row_of(records: Callable[..., Event]) -> Step:
        says = (getdoc(records) or "").split("\n\n")[0].replace("\n", " ")
        asks = cast(type[Inputs] | None, records.__annotations__.get("inputs"))
        if asks is None:
            return Step(name=name, says=says, records=records, **row)
        return Step(
            name=name,
            says=says,
            inputs=asks,
            records=lambda case: records(case, case.inputs),
            **row,
        )

    return row_of
