"""The states a decision passes through, each with the words an officer would use."""

from typing import Final

from workflow.model.labelled_enum import LabelledEnum


class State(LabelledEnum):
    """Where a decision stands. Its value is the machine's word; `label` is the officer's."""

    DRAFT = ("draft", "draft", "It is being written.")
    SIGNED = ("signed", "signed", "It has been made, and its written statement is signed.")
    PUBLISHED = ("published", "published", "It is before the public.")
    CALL_IN_OPEN = ("call_in_open", "call-in open", "It may be called in until a set instant.")
    CALLED_IN = ("called_in", "called in", "It is before scrutiny and may not be implemented.")
    REFERRED_BACK = (
        "referred_back",
        "referred back",
        "The decision maker must reconsider it, and it may not be implemented.",
    )
    REFERRED_TO_COUNCIL = (
        "referred_to_council",
        "referred to council",
        "It is before full council and may not be implemented.",
    )
    EFFECTIVE = ("effective", "effective", "It is in force and may be implemented.")
    IMPLEMENTED = ("implemented", "implemented", "It has been acted on.")
    WITHDRAWN = ("withdrawn", "withdrawn", "It was withdrawn, with a reason.")
    SUPERSEDED = ("superseded", "superseded", "Another decision replaces it.")


AWAITED: Final = (State.CALLED_IN, State.REFERRED_BACK, State.REFERRED_TO_COUNCIL)
"""Before scrutiny, its maker or full council: a time limit may run."""
UNDER_CALL_IN: Final = (State.CALL_IN_OPEN, *AWAITED)
"""It may be called in, or is: no single step leads from here to implementation."""
IN_EFFECT: Final = (State.EFFECTIVE, State.IMPLEMENTED)
"""In force."""
NOT_CARRIED_OUT: Final = (State.DRAFT, State.SIGNED, *UNDER_CALL_IN, State.EFFECTIVE)
"""Still to be carried out, and not given up."""
GIVEN_UP: Final = (State.WITHDRAWN, State.SUPERSEDED)
"""Not to be carried out any more: its dates no longer stand."""
TERMINAL: Final = (State.IMPLEMENTED, *GIVEN_UP)
"""Its life ends here."""
