"""Reading a council's written statement of an executive decision from text."""

from workflow.statements.files import read_file
from workflow.statements.labels import FIELDS
from workflow.statements.reading import Found, Reading, read_statement

__all__ = ["FIELDS", "Found", "Reading", "read_file", "read_statement"]
