"""An explanation set out as plain text, as Markdown or as a calendar file."""
