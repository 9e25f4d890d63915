"""An explanation set out: as text, in sections, on a page, as Markdown or as a calendar file."""
