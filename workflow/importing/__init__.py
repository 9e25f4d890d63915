"""Reading what a council has already of its decisions: saved pages of its ModernGov register, its
own sheets, and written statements."""

from workflow.importing.moderngov.pages import read_page, read_pages
from workflow.importing.records import (
    HeadingStanding,
    LinkedDocument,
    ListedDecision,
    PageKind,
    Register,
    SourceRead,
)
from workflow.importing.sources import Pages, Source
from workflow.importing.spreadsheet.mapping import SheetMapping, read_mapping
from workflow.importing.spreadsheet.sheet import MappedSheet
from workflow.importing.statement_papers import Statements

__all__ = [
    "HeadingStanding",
    "LinkedDocument",
    "ListedDecision",
    "MappedSheet",
    "PageKind",
    "Pages",
    "Register",
    "SheetMapping",
    "Source",
    "SourceRead",
    "Statements",
    "read_mapping",
    "read_page",
    "read_pages",
]
