"""Severing a statement of several decisions, so that each has a life of its own."""

from dataclasses import replace
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.requests import choose_request
from workflow.procedures.severing import guards as severing
from workflow.procedures.severing.events import PartSevered, SeveredOff
from workflow.procedures.severing.inputs import Sever
from workflow.procedures.shared import every_step
from workflow.procedures.step import step


def begun(case: Case) -> tuple[str, Event]:
    """The part, as it begins a life of its own in the period it has had all along."""
    inputs, whole = case.inputs, case.subject
    assert isinstance(inputs, Sever)
    assert inputs.part_ref is not None
    assert whole.made_on is not None
    assert whole.published_at is not None
    assert whole.window is not None
    return inputs.part_ref, SeveredOff(
        at=case.at,
        whole=whole.ref,
        council=whole.council,
        kind=whole.kind,
        title=inputs.title,
        made_on=whole.made_on,
        signed_at=whole.signed_at,
        published_at=whole.published_at,
        window=whole.window,
        makers=whole.makers,
        signer=whole.signer,
        statement=replace(case.statement, title=inputs.title, decision=inputs.part),
        ruling=inputs.ruling,
    )


@step(
    "sever",
    cannot="{ref} cannot be severed.",
    source=(State.CALL_IN_OPEN, State.CALLED_IN),
    target=None,
    by=(Role.PROPER_OFFICER, Role.MONITORING_OFFICER),
    under=MADE_NOT_IMPLEMENTED,
    needs=(every_step.not_held, choose_request.no_request_is_pending),
    checks=(severing.the_part_has_a_reference_of_its_own, severing.something_stays),
    begins=begun,
    stopped_by_hold=False,
    bars_maker=True,
    example="HFD-042 --stays 'To close the centre' --part 'To note the report' "
    "--title 'Report noted' --ruling 'Each stands without the other'",
)
def sever(case: Case, inputs: Sever) -> Event:
    """Sever a part that can stand alone. It goes on by itself, linked to the rest."""
    assert inputs.part_ref is not None
    return PartSevered(
        at=case.at,
        part=inputs.part_ref,
        statement=replace(case.statement, decision=inputs.stays),
        ruling=inputs.ruling,
    )


ROWS: Final = (sever,)
