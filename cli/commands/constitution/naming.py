"""A constitution by a council's name or by a file's."""

from pathlib import Path

from cli.context import Context
from workflow.constitution.constitution import Constitution


def named_or_read(name: str, context: Context) -> Constitution:
    """Give the constitution of a file, where the name is a path, or of a council on file."""
    from workflow.constitution.reading import read

    if name.endswith(".toml") or "/" in name:
        return read(Path(name))
    return context.constitution(name)
