"""The templates of what is published, in Jinja2's language."""
