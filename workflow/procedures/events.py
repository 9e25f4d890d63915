"""Every event that can stand on a decision's record, by the name that is stored."""

from typing import Final

from workflow.model.event import Event
from workflow.procedures.consents import events as consents
from workflow.procedures.corrections import events as corrections
from workflow.procedures.expiry import events as expiry
from workflow.procedures.found_late import events as found_late
from workflow.procedures.holds import events as holds
from workflow.procedures.implementation import events as implementation
from workflow.procedures.making import events as making
from workflow.procedures.making import imported
from workflow.procedures.notices import events as notices
from workflow.procedures.publication import events as publication
from workflow.procedures.reconsideration import events as reconsideration
from workflow.procedures.requests import events as requests
from workflow.procedures.requests import refused_events
from workflow.procedures.scrutiny import events as scrutiny
from workflow.procedures.severing import events as severing

_FOLDERS: Final = (
    making,
    imported,
    notices,
    consents,
    publication,
    requests,
    refused_events,
    scrutiny,
    reconsideration,
    expiry,
    found_late,
    implementation,
    severing,
    corrections,
    holds,
)

EVENTS: Final[tuple[type[Event], ...]] = tuple(
    found
    for folder in _FOLDERS
    for found in vars(folder).values()
    if isinstance(found, type) and issubclass(found, Event) and found.__module__ == folder.__name__
)
"""In the order in which a decision may meet them."""
BY_NAME: Final[dict[str, type[Event]]] = {kind.name: kind for kind in EVENTS}
