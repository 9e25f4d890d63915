"""Options of which only one can be meant."""

from workflow.errors import Invalid
from workflow.text import joined


def only_one(*given: str) -> None:
    """Refuse more than one of these options; "" stands for one that was not given."""
    typed = [each for each in given if each]
    if len(typed) > 1:
        raise Invalid(
            f"{joined(typed, 'and')} do not go together.", remedy=f"Give {joined(typed)}."
        )
