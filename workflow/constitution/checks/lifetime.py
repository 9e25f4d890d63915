"""A council's life as its file has it: nothing of its own comes before it began, it ends once, for
good, and nothing of its own follows."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from workflow.clock import spoken_day
from workflow.constitution.provisions.provision import Provision
from workflow.files.toml_table import Problem

Tables = Mapping[str, tuple[Provision[object], ...]]
_END: Final = "council_ends"


def before_it_began(tables: Tables, begins: date | None, file: str) -> Iterator[Problem]:
    """Give every entry that is older than the council itself, and an end that is no later."""
    if begins is None:
        return
    for name, entries in tables.items():
        for number, entry in enumerate(entries, start=1):
            if entry.since < begins or (name == _END and entry.since == begins):
                yield Problem(
                    file,
                    f"{name.replace('_', '-')}[{number}].from",
                    f"The council {'ends' if name == _END else 'has this rule'} before it begins: "
                    f"it began on {spoken_day(begins)}, and this is {spoken_day(entry.since)}.",
                    "Mend one of the two days.",
                )


def against_its_end(tables: Tables, file: str) -> Iterator[Problem]:
    """Give every way in which the end of a council contradicts itself, or its other rules."""
    ends = tables.get(_END, ())
    if not ends:
        return
    for number, end in enumerate(ends, start=1):
        if number > 1:
            yield Problem(
                file,
                f"council-ends[{number}].from",
                "A council ends once, and this is a second end.",
                "Keep the entry with the right day, and leave the other out.",
            )
        elif end.value is None:
            yield Problem(
                file,
                f"council-ends[{number}].repealed",
                "The end of a council is not repealed here.",
                "If it is not to end, leave the table out.",
            )
        if end.before_assumed or end.known_to is not None:
            yield Problem(
                file,
                f"council-ends[{number}].{'before' if end.before_assumed else 'known-to'}",
                "A council ends on one day, and for good.",
                "Leave this key out.",
            )
    if len(ends) == 1 and ends[0].value is not None:
        yield from _after_it(tables, ends[0], file)


def _after_it(tables: Tables, end: Provision[object], file: str) -> Iterator[Problem]:
    others = {name: entries for name, entries in tables.items() if name != _END and entries}
    begins = min((entries[0].since for entries in others.values()), default=None)
    if begins is not None and begins >= end.since:
        yield Problem(
            file,
            "council-ends[1].from",
            f"The council ends before it begins: the first of its other rules begins on "
            f"{spoken_day(begins)}.",
            "Give the day on which it is abolished, after that; or mend the days of the others.",
        )
        return
    for name, entries in others.items():
        for number, entry in enumerate(entries, start=1):
            if entry.since >= end.since:
                yield Problem(
                    file,
                    f"{name.replace('_', '-')}[{number}].from",
                    f"The council ends on {spoken_day(end.since)}, so nothing begins on "
                    f"{spoken_day(entry.since)}.",
                    "Leave this entry out: from its end no rule of the council's own is in force.",
                )
