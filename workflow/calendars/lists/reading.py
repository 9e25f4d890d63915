"""Reading a list of days from a file of any of the kinds that are known."""

import hashlib
import os
from pathlib import Path

from workflow.calendars.council import DayKind
from workflow.calendars.lists import closures, govuk, ics
from workflow.calendars.lists.day_list import DayList
from workflow.calendars.nations import Nation
from workflow.errors import Invalid
from workflow.files.encodings import UTF_8, decoded
from workflow.files.opening import bytes_of, shown
from workflow.text import character_name, hidden_in


def read_published(nation: Nation) -> DayList:
    """Give the bank holidays that the government had published when this version was made."""
    return read_day_list(Path(__file__).with_name("published.json"), nation)


def read_day_list(path: str | os.PathLike[str], nation: Nation, encoding: str = UTF_8) -> DayList:
    """Read a nation's bank holidays from the government's JSON or calendar file, or a council's
    closures from a CSV with the columns date and title.

    Raises NotFound where there is no file; and Invalid, naming the place, where it is not such a
    file, is cut short, holds a day twice, or holds a hidden character.
    """
    name = shown(Path(path).name)
    content = bytes_of(path)
    text = decoded(content, name, encoding, "Fetch or save it again.")
    _must_be_plain(text, name)
    begins = text.lstrip()[:20]
    kind = DayKind.HOLIDAY
    if begins.startswith(("{", "[")):
        form, days = govuk.FORM, govuk.read_json(text, name, nation)
    elif begins.upper().startswith("BEGIN:VCALENDAR"):
        form, (days, several) = ics.FORM, ics.read_ics(text.encode(), name)
        if ics.is_councils_own(text, days, several):
            form, kind = ics.CLOSURES, DayKind.CLOSURE
    elif begins.startswith("<"):
        raise Invalid(
            f"{name} is a web page, not a list of days.",
            remedy="Fetch https://www.gov.uk/bank-holidays.json, and give that.",
        )
    else:
        form, days = closures.FORM, closures.read_closures(path, name, encoding)
        kind = DayKind.CLOSURE
    for day, title in days.items():
        mark = hidden_in(title)
        if mark is not None:
            raise Invalid(
                f"{name}: the title of {day.isoformat()} holds a hidden character, "
                f"{character_name(mark)}.",
                remedy="Take it out.",
            )
    digest = hashlib.sha256(content).hexdigest()
    return DayList(name=name, digest=digest, form=form, kind=kind, days=days)


def _must_be_plain(text: str, name: str) -> None:
    """Raise Invalid, naming the line, for a hidden character, which could make a title read
    differently."""
    if hidden_in(text) is None:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        mark = hidden_in(line)
        if mark is not None:
            raise Invalid(
                f"{name}, line {number}: it holds a hidden character, {character_name(mark)}.",
                remedy="Take it out, or save the file as plain text.",
            )
