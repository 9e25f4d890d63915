"""Whether a constitution file reads well, as every face gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.files.toml_table import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class FileChecked:
    """Whether a constitution file reads well."""

    file: str
    """The file."""
    good: bool
    """Whether nothing is wrong with it."""
    complaints: tuple[Problem, ...]
    """What is wrong."""
    to_come: tuple[str, ...]
    """The entries that begin after today, each a sentence."""
    remarks: tuple[str, ...]
    """What a person should look at, each a sentence."""


def file_checked(
    file: str, complaints: Sequence[Problem], to_come: Sequence[str], remarks: Sequence[str]
) -> FileChecked:
    """Give whether a constitution file reads well."""
    return FileChecked(
        file=file,
        good=not complaints,
        complaints=tuple(complaints),
        to_come=tuple(to_come),
        remarks=tuple(remarks),
    )
