"""A report set out as Markdown for an agenda, as a page of text, or as rows of a table."""
