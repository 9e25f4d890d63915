"""What is left out of a command where the decision leaves only one choice: whose consent is
awaited, and for what."""

from typing import TYPE_CHECKING, Any, Final

from workflow.errors import Invalid
from workflow.procedures.step import Step, any_choice

if TYPE_CHECKING:
    from workflow import Engine

ONLY_ONE: Final = "If left out, the only one that can be meant."
"""What the help says of such an option."""
_FIELDS: Final = ("purpose", "capacity")


def may_be_left_out(step: Step, name: str) -> bool:
    """Say whether a field of a step is filled in where only one choice can be meant."""
    return name in _FIELDS and step.choices is not any_choice


def fill_in_the_only_choice(engine: "Engine", ref: str, step: Step, given: dict[str, Any]) -> None:
    """Fill in what was left out. Invalid where more than one choice can be meant, or none."""
    missing = [name for name in _FIELDS if may_be_left_out(step, name) and given[name] is None]
    if not missing:
        return
    found = next((each for each in engine.next(ref) if each.step is step), None)
    for name in missing:
        choices = () if found is None else found.choices.get(name, ())
        if len(choices) != 1:
            known = f": {' or '.join(choices)}" if choices else f". See: decisions next {ref}"
            raise Invalid(f"Missing: --{name}.", remedy=f"Give it{known}")
        given[name] = choices[0]
