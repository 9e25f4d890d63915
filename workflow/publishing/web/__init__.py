"""Web pages, filled in from templates."""
