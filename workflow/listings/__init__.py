"""Reading the saved pages of a council's register of decisions, as ModernGov prints it."""

from workflow.listings.pages import read_page, read_pages
from workflow.listings.records import Document, Kind, Listed, Read, Standing

__all__ = ["Document", "Kind", "Listed", "Read", "Standing", "read_page", "read_pages"]
