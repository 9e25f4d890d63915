"""What has happened to a decision, in the past tense. A field marked sealed holds text that is
kept beside the journal, so that it can be erased while the journal still verifies."""

from workflow.model.events.event import Changes, Event, sealed
from workflow.model.events.holds import Held, Released, Withdrawn
from workflow.model.events.making import Amended, Drafted, Signed
from workflow.model.events.publication import (
    CallInClosed,
    CallInOpened,
    DeadlineReviewed,
    Implemented,
    ImplementedByRule,
    Published,
    TookEffect,
)
from workflow.model.events.requests import CalledIn, RequestFound
from workflow.model.events.scrutiny import CallInResolved

EVENTS: tuple[type[Event], ...] = (
    Drafted,
    Amended,
    Signed,
    Published,
    CallInOpened,
    TookEffect,
    CalledIn,
    RequestFound,
    CallInResolved,
    CallInClosed,
    DeadlineReviewed,
    ImplementedByRule,
    Implemented,
    Withdrawn,
    Held,
    Released,
)
BY_NAME: dict[str, type[Event]] = {kind.name: kind for kind in EVENTS}

__all__ = [
    "BY_NAME",
    "EVENTS",
    "Amended",
    "CallInClosed",
    "CallInOpened",
    "CallInResolved",
    "CalledIn",
    "Changes",
    "DeadlineReviewed",
    "Drafted",
    "Event",
    "Held",
    "Implemented",
    "ImplementedByRule",
    "Published",
    "Released",
    "RequestFound",
    "Signed",
    "TookEffect",
    "Withdrawn",
    "sealed",
]
