"""What another register leaves blank of a decision, and an import settles: each said in words."""

from collections.abc import Iterator
from datetime import date

from workflow.clock import spoken_day
from workflow.importing.records import ListedDecision
from workflow.importing.statements.makers import reads_like

_SHOWN = 80


def assumptions_of(
    listed: ListedDecision, *, may_be_called_in: bool | None, in_effect_from: date | None
) -> Iterator[str]:
    """Give what is assumed of a decision that is imported, and not printed in as many words.

    `may_be_called_in` is what the council's rule gives for it, None where it gives nothing;
    `in_effect_from` the day its effect is taken from where no day of effect is printed or counted.
    """
    if listed.is_key is None:
        yield "Whether it is key is not printed: it is entered as non-key."
    if listed.kind is None:
        yield from _of_its_maker(listed.decided_by)
    if listed.is_subject_to_call_in is None and may_be_called_in is not None:
        may = "may" if may_be_called_in else "may not"
        yield f"Whether it may be called in is not printed: by the council's rule, it {may} be."
    if in_effect_from is not None:
        what = "made" if listed.published_on is None else "published"
        yield (
            "Its day of effect is not printed: it is entered as in effect from "
            f"{spoken_day(in_effect_from)}, when it was {what}."
        )


def _of_its_maker(maker: str) -> Iterator[str]:
    if not maker:
        yield (
            "Who made it is not printed: it is entered as the executive's, and not an officer's."
        )
        return
    read, shown = reads_like(maker), f"“{maker[:_SHOWN]}”"
    if read.an_officer:
        yield f"{shown} is read as an officer: it is entered as an officer's."
    elif not read.a_member:
        yield (
            f"{shown} does not say whether an officer made it: it is entered as the executive's."
        )
