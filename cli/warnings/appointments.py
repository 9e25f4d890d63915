"""A warning beside a step that is dated before whoever recorded it was appointed: what was done
then is recorded by the office that they hold now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.shown.output import warning_line
from workflow.clock import london_day, spoken_day
from workflow.model.people import Role
from workflow.wording.office_holders import office_holders

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.procedures.attempt import Taken


def before_appointment(engine: "Engine", taken: "Taken", who: str) -> Iterator[str]:
    """Warn of a step dated on a day on which whoever recorded it had not been appointed yet."""
    own = next((each for each in taken.entries if each.role is not Role.SYSTEM), None)
    if own is None:
        return
    today = london_day(engine.clock.now())
    day, council = london_day(own.event.at), taken.decision.council
    if day == today:
        return
    seats = engine.appointments.list(council)
    held = [each for each in seats if each.person == who and each.role is own.role]
    since = min((each.since for each in held if each.since > day), default=None)
    if since is None or any(each.in_force_on(day) for each in held):
        return
    in_office = [
        each for each in seats if each.role is Role.MONITORING_OFFICER and each.in_force_on(today)
    ]
    if not in_office or any(each.person == who for each in in_office):
        command = f"decisions people add {who} --role {own.role.value} --since DATE"
        enter = f": {command} --council {council}"
    else:  # from then on nobody else may
        officers = office_holders(in_office, (Role.MONITORING_OFFICER,), today)
        enter = f", ask {officers}, to enter the appointment from an earlier day."
    yield warning_line(
        f"{who} is entered as {own.role.label} from {spoken_day(since)}, after the day that this "
        f"is dated. If they held that office then{enter}"
    )
