"""The head of a constitution file: which council it is of, and what sort of body that is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from workflow.calendars.nations import Nation
from workflow.errors import Invalid
from workflow.files.declared import Key
from workflow.files.takes import Takes, fitting, prose, text
from workflow.files.toml_table import TableReader


class Body(StrEnum):
    """What sort of body it is, where the law differs."""

    COUNCIL = "council"
    COMBINED_AUTHORITY = "combined authority"
    """Established under the Act of 2009 for areas in England."""
    COMBINED_COUNTY_AUTHORITY = "combined county authority"
    """Established under the Act of 2023, whose Schedule on scrutiny is its own."""


def _nation() -> Takes:
    """The name of a nation."""

    def read(table: TableReader, key: str) -> Nation:
        named = table.text(key, Nation.one_of())
        try:
            return Nation.named(named)
        except Invalid as wrong:
            if named:
                table.complain(key, str(wrong), wrong.cure)
            return Nation.ENGLAND

    return Takes(read, lambda: {"enum": [nation.value for nation in Nation]})


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Which council a file is of, as its first table says."""

    council: Annotated[
        str,
        Key("id"),
        fitting(
            "the council's short name, as in herefordshire",
            "-*[A-Za-z0-9][A-Za-z0-9-]*",
            "Use letters, digits and dashes.",
        ),
    ]
    """The short name, as in `herefordshire`: letters, digits and dashes. Commands use it."""
    name: Annotated[str, text("the council's full name")]
    """The full name, as in `Herefordshire Council`."""
    nation: Annotated[Nation, _nation()]
    """Whose bank holidays are not counted, and whose national law applies."""
    prefix: Annotated[
        str,
        fitting("what references begin with, as in HFD", "[A-Za-z]{1,6}", "Use up to six letters."),
    ]
    """What references begin with, as in `HFD`: up to six letters."""
    body: Body = Body.COUNCIL
    """What sort of body it is: some law differs. `council`, if left out."""
    begins: date | None = None
    """The day on which the council came into being, as `2020-04-01`. None of its own rules is in
    force before that day, or assumed to be."""
    note: Annotated[str, prose("a note")] = ""
    """Anything worth saying."""
