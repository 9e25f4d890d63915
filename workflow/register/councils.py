"""The constitutions on file, by council, each read when it is first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from workflow.constitution.council_names import as_typed, name_in, name_key, names_of, prefix_in
from workflow.constitution.shipped import shipped
from workflow.errors import BadConstitution, Invalid, NotFound
from workflow.files.opening import shown
from workflow.files.trusted import must_be_trusted, trusted_text
from workflow.text import near_word_hint

if TYPE_CHECKING:
    from workflow.constitution.constitution import Constitution


SHIPPED: Final = "the one that is shipped"


def _read(path: Path) -> "Constitution":
    from workflow.constitution.reading import read  # a list of decisions reads none

    return marked(read(path), "the shipped rules")


def marked(constitution: "Constitution", where: str, *, is_own: bool = False) -> "Constitution":
    """Give a constitution with where it is from, for the record. `is_own` is for a user's own
    file."""
    rests_on = f"{where} (SHA-256 {constitution.digest[:16]})"
    return replace(constitution, rests_on=rests_on, is_own=is_own)


class ConstitutionsOnFile(Protocol):
    """The constitutions on file, wherever they are kept."""

    __slots__ = ()

    def names(self) -> tuple[str, ...]:
        """Give every council on file."""

    def must_hold(self, council: str) -> None:
        """Raise NotFound, with the nearest name, unless a council's constitution is on file."""

    def named(self, council: str) -> "Constitution":
        """Give a council's constitution. Raises NotFound if none is on file, and BadConstitution
        if it cannot be read."""

    def prefix_of(self, council: str) -> str:
        """Give what a council's references begin with; empty where its file does not say."""

    def own_file(self, council: str) -> str:
        """Give the user's own file that a council's rules are from: its path and a digest of its
        text. Empty where they are shipped, or an edition adopted in the register."""


class Councils(ConstitutionsOnFile):
    """The constitutions on file: those given, and those read from files.

    One that is given takes the place of a file. A file is read when its council is first asked
    for, and only then raises BadConstitution. So do two constitutions given for one council.
    """

    __slots__ = ("_by_name", "_files", "_known", "_others", "_over")

    def __init__(
        self,
        constitutions: Iterable["Constitution"] = (),
        files: Mapping[str, Path] | None = None,
    ) -> None:
        self._files = dict(files or {})
        self._known: dict[str, set[str]] | None = None
        self._others: dict[str, Callable[[], Constitution]] = {}
        self._over: dict[str, str] = {}
        self._by_name: dict[str, Constitution] = {}
        for constitution in constitutions:
            first = self._by_name.setdefault(constitution.council, constitution)
            if first is not constitution:
                raise BadConstitution(
                    f"{constitution.source} and {first.source} are both for "
                    f"{constitution.council}.",
                    remedy="Keep one file for each council.",
                )

    def under(self, others: Mapping[str, Callable[[], "Constitution"]]) -> "Councils":
        """Give these constitutions with others in their place, each read when it is asked for."""
        councils = Councils(
            (each for council, each in self._by_name.items() if council not in others), self._files
        )
        councils._others = dict(others)
        councils._over = {
            council: self._by_name[council].source if council in self._by_name else SHIPPED
            for council in others
            if council in self._by_name or council in self._files
        }
        return councils

    def names(self) -> tuple[str, ...]:
        return tuple(sorted({*self._by_name, *self._files, *self._others}))

    def must_hold(self, council: str) -> None:
        if council in self._by_name or council in self._files or council in self._others:
            return
        hint = near_word_hint(council[:60].casefold().removesuffix(" council"), self.names())
        raise NotFound(
            f"No constitution is on file for a council called {council!a}.",
            remedy=f"{hint}See what is on file: decisions constitution list",
        )

    def prefix_of(self, council: str) -> str:
        if council in self._by_name or council in self._others:
            return self.named(council).prefix
        return prefix_in(self._files[council])

    def own_file(self, council: str) -> str:
        held = self._by_name.get(council)
        if held is None or council in self._others:
            return ""
        shipped_one = self._files.get(council)
        if shipped_one is not None and held.source == str(shipped_one):
            return ""
        return held.rests_on or held.source

    def in_place_of(self, council: str) -> str:
        """Say what the constitution in use takes the place of; empty if nothing."""
        held = self._by_name.get(council)
        if held is None or council in self._over:
            return self._over.get(council, "")
        shipped_too = council in self._files and held.source != str(self._files[council])
        return SHIPPED if shipped_too else ""

    def named(self, council: str) -> "Constitution":
        constitution = self._by_name.get(council)
        if constitution is None:
            self.must_hold(council)
            read = self._others.get(council)
            constitution = _read(self._files[council]) if read is None else read()
            self._by_name[council] = constitution
        return constitution

    def called(self, name: str) -> "Constitution | None":
        """Give the constitution of a council by its short name, or by its name in any style; None
        where none is on file, or the name fits two. Only the heads of other files are read."""
        if name in self._by_name or name in self._files or name in self._others:
            return self.named(name)
        if self._known is None:
            known: dict[str, set[str]] = {}
            for council in self.names():
                for key in names_of(council, self._name_of(council)):
                    known.setdefault(key, set()).add(council)
            self._known = known
        names = self._known.get(name_key(name), set()) | self._known.get(as_typed(name), set())
        return self.named(min(names)) if len(names) == 1 else None

    def _name_of(self, council: str) -> str:
        if council in self._by_name or council in self._others:
            return self.named(council).name
        return name_in(self._files[council])

    def all(self) -> Mapping[str, "Constitution"]:
        """Give every constitution on file, by council. Raises as `named` does."""
        return {council: self.named(council) for council in self.names()}


def load_councils(folders: Iterable[str | Path] = ()) -> Councils:
    """Give the constitutions that are shipped, each read when it is first asked for, and those in
    the user's own folders, which are read at once and take the place of the shipped ones.

    Raises Invalid for a folder that is not there, cannot be read, or that another user could write
    to; and BadConstitution for a file in it that cannot be used or trusted.
    """
    own = [each for folder in folders for each in _own_in(Path(folder))]
    return Councils(own, shipped())


def _own_in(folder: Path) -> Iterator["Constitution"]:
    """Give the constitutions of a folder. Raises as `load_councils` does."""
    try:
        is_there = folder.is_dir()
    except OSError as fault:
        raise Invalid(
            f"The folder {shown(folder)} cannot be read: {fault.strerror}.",
            remedy="Ask its owner for leave to read it, or name another.",
        ) from None
    if not is_there:
        raise Invalid(
            f"There is no folder {shown(folder)} to read constitutions from.",
            remedy="Correct its name in --constitutions, in DECISIONS_CONSTITUTIONS or in the "
            "settings file.",
        )
    from workflow.constitution.reading import read_text

    must_be_trusted(folder)
    for path in sorted(folder.glob("*.toml")):
        try:
            text = trusted_text(path)
        except (Invalid, NotFound) as wrong:
            raise BadConstitution(str(wrong), remedy=wrong.cure) from None
        yield marked(read_text(text, str(path)), str(path), is_own=True)
