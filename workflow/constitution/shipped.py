"""Which councils' constitutions come with the package: each file is named by its council."""

from collections.abc import Mapping
from pathlib import Path


def shipped() -> Mapping[str, Path]:
    """Give the constitution files that come with the package, by council. None is read."""
    files = Path(__file__).with_name("councils").glob("*.toml")
    return {path.stem: path for path in sorted(files)}
