"""The library of holidays, with this country alone: it loads some 250 of them to give one, and that
is a tenth of a short command's time."""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any, Final

_PACKAGE: Final = "holidays.countries"
_MODULE: Final = "united_kingdom"
_CLASS: Final = "UnitedKingdom"


def load_one_country_only() -> None:
    """Have the library find the United Kingdom without loading the others, in this process.

    For a process that is one command, and never within a host's: that may ask for another country.
    Where the library is laid out otherwise, it is left as it is.
    """
    found = find_spec("holidays")
    places = () if found is None else found.submodule_search_locations or ()
    folders = [Path(each, "countries") for each in places]
    if _PACKAGE in sys.modules or not any((each / f"{_MODULE}.py").is_file() for each in folders):
        return
    package = ModuleType(_PACKAGE)
    package.__path__ = [str(each) for each in folders]
    package.__getattr__ = _give  # type: ignore[method-assign]
    sys.modules[_PACKAGE] = package


def _give(name: str) -> Any:
    if name != _CLASS:
        raise AttributeError(f"{_PACKAGE} is loaded for the United Kingdom alone, not for {name}")
    return getattr(import_module(f"{_PACKAGE}.{_MODULE}"), _CLASS)
