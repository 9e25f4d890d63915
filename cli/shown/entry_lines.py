"""An entry of the journal in lines: who acted, and what it says with its text opened."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from cli.shown.fitting import wrapped
from cli.shown.outcome import event_lines
from workflow.clock import spoken_day, stamped
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.register.events import Appointed, AppointmentEnded, ConstitutionAdopted
from workflow.register.journal import ReadEntry
from workflow.register.own_streams import OWN

_AS: Final = {"shown_as": "name", "number": "number", "since": "from", "part": "what"}
"""What a field is called, where its own name with spaces would not do."""
_LEFT_OUT: Final = ("at", "text", "council", "deputy")
"""What is told otherwise, or is a whole file."""


def entry_lines(
    entry: ReadEntry, appointed: Mapping[int, Appointed] = MappingProxyType({})
) -> Iterator[str]:
    """Give who acted, and what an entry says with its text opened, in lines; whose appointment it
    ends, by the appointments given."""
    if entry.role is not Role.SYSTEM:
        yield wrapped(f"by: {entry.by_whom}, {entry.role.label}", "     ", "       ")
    if entry.stream.partition("/")[0] in OWN:
        if isinstance(entry.event, AppointmentEnded) and entry.event.number in appointed:
            yield wrapped(f"of: {_appointment(appointed[entry.event.number])}", "     ", "       ")
        yield from _register_lines(entry.event)
    else:
        yield from event_lines(entry)


def _appointment(event: Appointed) -> str:
    of = f" of {event.of}" if event.of else ""
    return f"{event.shown_as} ({event.person}), {event.role.label}{of}"


def _register_lines(event: Event) -> Iterator[str]:
    for each in fields(event):
        value = getattr(event, each.name)
        if each.name in _LEFT_OUT or value in (None, "", ()):
            continue
        label = _AS.get(each.name, each.name.replace("_", " "))
        yield wrapped(f"{label}: {_in_words(value)}", "     ", "       ")
    if getattr(event, "deputy", False):
        yield "     as deputy"
    if isinstance(event, ConstitutionAdopted):
        whole = f"decisions constitution editions {event.council} --text NUMBER"
        yield wrapped(f"text: {whole}", "     ", "       ")


def _in_words(value: Any) -> str:
    if isinstance(value, Role):
        return value.label
    if isinstance(value, datetime):
        return stamped(value)
    if isinstance(value, date):
        return spoken_day(value)
    if isinstance(value, tuple):
        return "; ".join(_in_words(each) for each in value)
    return str(value)
