"""A new file to write in, which is never one that is there already."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from workflow.errors import Invalid
from workflow.model.files import shown


@contextmanager
def new_file(path: Path) -> Iterator[TextIO]:
    """Open a new file to write text in, its line ends as they are written.

    A file that is there is not written over, and one that could not be written whole is not left.
    Raises Invalid where it cannot be made.
    """
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            try:
                yield file
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        raise Invalid(
            f"{shown(path)} is there already, and is not written over.",
            remedy="Give another file: --out FILE",
        ) from None
    except OSError as fault:
        raise Invalid(
            f"{shown(path)} cannot be written: {fault.strerror}.",
            remedy="Give another: --out FILE",
        ) from None
