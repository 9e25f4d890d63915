"""Reading a council's written statement of an executive decision from text."""

from workflow.importing.statements.files import read_file
from workflow.importing.statements.found import Found, StatementReading
from workflow.importing.statements.labels import FIELDS
from workflow.importing.statements.reading import read_statement

__all__ = ["FIELDS", "Found", "StatementReading", "read_file", "read_statement"]
