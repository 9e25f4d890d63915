"""Reading what a council has already of its decisions: saved pages of its ModernGov register, its
own sheets, and written statements."""

from workflow.listings.mapping import SheetMapping, read_mapping
from workflow.listings.pages import read_page, read_pages
from workflow.listings.records import Document, Listed, PageKind, Read, Register, Standing
from workflow.listings.sheet import MappedSheet
from workflow.listings.sources import Pages, Source
from workflow.listings.statement import Statements

__all__ = [
    "Document",
    "Listed",
    "MappedSheet",
    "PageKind",
    "Pages",
    "Read",
    "Register",
    "SheetMapping",
    "Source",
    "Standing",
    "Statements",
    "read_mapping",
    "read_page",
    "read_pages",
]
