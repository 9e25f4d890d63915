"""Opening a register for a command: its settings, its engine, and who is at the keyboard."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from cli.exits import MachineFault
from cli.shown.fitting import wrapped
from cli.shown.output import Invocation, note
from workflow.clock import Clock, ManualClock, SystemClock
from workflow.config import Setting, set_in_folder, settings
from workflow.errors import Invalid
from workflow.files.opening import expanded, shown
from workflow.store.address import must_be_an_address
from workflow.text import joined

if TYPE_CHECKING:
    from workflow.constitution.constitution import Constitution
    from workflow.engine import Engine
    from workflow.model.people import Person
    from workflow.register.councils import Councils
    from workflow.register.lookup import Lookup
    from workflow.store.database import Database


def os_user() -> str:
    """Give the operating system's name for whoever runs this; its number where it has none."""
    try:
        import pwd
    except ImportError:
        return getuser()
    try:
        return pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        return f"uid {os.geteuid()}"


def must_have_working_folder() -> None:
    """Refuse where the folder that this was started in is gone: it might have held settings."""
    try:
        Path.cwd()
    except OSError:
        raise MachineFault(
            "The folder that this was started in is not there any more.",
            remedy="Go to another (cd), and give the command again.",
        ) from None


@dataclass(kw_only=True)
class Context:
    """One command's way to the register; nothing is opened before it is needed."""

    db: str | None = None
    """The register, where it is another than the command was given."""
    council: str | None = None
    templates: str | None = None
    """A folder of templates of one's own, where the command was given one."""
    person: str | None = None
    as_of: datetime | None = None
    begins: bool = False
    """Whether the command may begin a register where there is none."""
    shared: bool = False
    """Whether the group of a register that begins may read and write it."""
    _warned: bool = False

    @cached_property
    def settings(self) -> dict[str, Setting]:
        """Give the settings, with what the command was given on top."""
        must_have_working_folder()
        db = Invocation.db if self.db is None else self.db
        chosen = {
            "database": db,
            "council": self.council,
            "constitutions": Invocation.constitutions,
            "templates": self.templates,
            "as": self.person,
        }
        settings_read = settings(chosen)
        Invocation.rests_on[:] = set_in_folder(settings_read)
        Invocation.register = db if settings_read["database"].origin == "command line" else None
        return settings_read

    @property
    def address(self) -> str:
        """Give the register's address."""
        address = self.settings["database"].value
        if address is None:
            raise Invalid(
                "No register is named, and this user has no home to keep one in.",
                remedy="Say where it is: --db FILE",
            )
        must_be_an_address(address)
        return address

    @property
    def place(self) -> str:
        """Give the register's address to show: without a password, and of a file the whole path."""
        masked = self.settings["database"].masked or ""
        return masked if "://" in masked else str(expanded(masked).absolute())

    def clock(self) -> Clock:
        """Give the machine's clock, or one that stands at the instant asked about."""
        return SystemClock() if self.as_of is None else ManualClock(self.as_of)

    def has_register(self) -> bool:
        """Say whether there is a register already, without making one."""
        address = self.address
        if "://" not in address:  # without what speaks to databases, which takes long to load
            file = expanded(address)
            return file.exists() and (file.is_dir() or file.stat().st_size > 0)
        from workflow.store.database import has_register

        return has_register(address)

    @property
    def constitutions(self) -> list[str]:
        """Give the folders with constitutions of one's own."""
        own = self.settings["constitutions"].value
        return [] if own is None else [own]

    @property
    def own_templates(self) -> Path | None:
        """Give the folder with templates of one's own."""
        own = self.settings["templates"].value
        return None if own is None else expanded(own)

    def councils(self) -> "Councils":
        """Give the constitutions in use: what the register holds before any file."""
        if self.has_register():
            return self.engine.constitutions.all_in_use()
        from workflow.register.councils import load_councils

        return load_councils(self.constitutions)

    def constitution(self, council: str) -> "Constitution":
        """Give the constitution a council goes by now, from the register or else from a file."""
        if self.has_register():
            return self.engine.constitutions.in_use(council)
        return self.councils().named(council)

    def constitution_for_answer(self, council: str) -> "Constitution":
        """Give it likewise, for an answer; one that is neither shipped nor adopted is named."""
        found = self.constitution(council)
        if found.is_own and not Invocation.as_json:
            note(wrapped(f"Mind: by the rules of {found.rests_on}, neither shipped nor adopted."))
        return found

    @cached_property
    def database(self) -> "Database":
        """Give the register's database, to look at or to bring up to date; nothing is opened yet.

        NotSetUp where there is none, for a command that does not begin one.
        """
        from workflow.store.database import Database, make_engine

        if not self.has_register():
            self._begin()
        database = Database(make_engine(self.address), begins=self.begins, shared=self.shared)
        database.damaged = Invocation.damaged.append
        if not Invocation.as_json:
            database.door.tell = lambda said: note(wrapped(said))
        return database

    def _begin(self) -> None:
        """Say that a register is begun, and where; its folder, by default, is made if need be."""
        if not self.begins:
            return
        address = self.address
        if self.settings["database"].origin == "default":
            self._make_folder(Path(address).parent)
        if not Invocation.as_json:
            place = address if "://" in address else str(expanded(address).absolute())
            note(f"Beginning a new register in {shown(place)}.")

    @staticmethod
    def _make_folder(folder: Path) -> None:
        """Make the folder of the default register, and those above it, for nobody else to see."""
        try:
            for each in reversed([folder, *folder.parents]):
                if not each.exists():
                    each.mkdir(mode=0o700, exist_ok=True)
        except OSError as wrong:
            raise Invalid(
                f"The folder for the register cannot be made: {shown(folder)}: {wrong.strerror}.",
                remedy="Say where the register is: --db FILE",
            ) from None

    @cached_property
    def engine(self) -> "Engine":
        """Open the engine."""
        from workflow.engine import Engine
        from workflow.register.councils import load_councils

        return Engine(self.database, load_councils(self.constitutions), self.clock())

    @cached_property
    def counting_engine(self) -> "Engine":
        """Open the engine only to count days by a council's rules: where no register was named and
        none has begun, on the files alone, which is said."""
        if self.has_register() or self.settings["database"].origin != "default":
            return self.engine
        self.warn_no_register()
        from workflow.engine import Engine
        from workflow.register.councils import load_councils
        from workflow.store.database import Database, make_engine

        nothing = Database(make_engine("sqlite:///:memory:"), begins=True)
        return Engine(nothing, load_councils(self.constitutions), self.clock())

    def warn_no_register(self) -> None:
        """Say, once, that days are counted without a register, where there is none."""
        if Invocation.as_json or self.has_register() or self._warned:
            return
        self._warned = True
        note(wrapped(self.no_register))

    def no_register_lines(self) -> Iterator[str]:
        """Say, at the end of an answer, that days are counted without a register, where there is
        none."""
        if not self.has_register():
            yield from ("", wrapped(self.no_register))

    @property
    def no_register(self) -> str:
        """Say what is not looked at, where there is no register."""
        return (
            f"There is no register at {shown(self.place)}: the rules are those of the files, and "
            "no day that the council closed of its own is counted."
        )

    @cached_property
    def lookup(self) -> "Lookup":
        """Open the register only to look decisions up: no rule is read, and less is loaded."""
        from workflow.register.councils import load_councils
        from workflow.register.lookup import Lookup

        return Lookup(self.database, load_councils(self.constitutions), self.clock())

    def council_name(self) -> str:
        """Give the council named, or set; Invalid where there is neither."""
        name = self.settings["council"].value
        if name is None:
            raise Invalid(
                "No council is named.",
                remedy="Give --council NAME; or set it: decisions config set council NAME",
            )
        Invocation.holds_elsewhere = lambda: self.appointed_elsewhere(name)
        return name

    def appointed_elsewhere(self, council: str) -> str:
        """Say at which other councils whoever acts holds an appointment, where they hold none at
        this one; else nothing."""
        held = self.engine.appointments.councils(self.who) if self.has_register() else ()
        if not held or council in held:
            return ""
        setting = self.settings["council"]
        to_set = "" if setting.final else f" To set it: decisions config set council {held[0]}"
        return (
            f"{self.who} holds an appointment at {joined(held, 'and')}: --council {held[0]}."
            f"{to_set}"
        )

    def other_councils(self, name: str) -> list[str]:
        """Give the councils but one that have decisions on the register."""
        if not self.has_register():
            return []
        return sorted(self.lookup.councils_with_decisions() - {name})

    @property
    def who(self) -> str:
        """Give the stable name of whoever acts."""
        return self.person or os_user()

    @property
    def established(self) -> str:
        """Say how it was established who acts."""
        user = os_user()
        if self.person is None or self.person == user:
            return f"operating-system user {user}"
        return f"asserted by operating-system user {user}"

    @property
    def by(self) -> "Person":
        """Give who acts. In which roles is settled by the transaction that writes.

        Where the clock by which it will be recorded may be wrong, that is said first.
        """
        from cli.warnings.horizon import clock_in_doubt
        from workflow.model.people import Person

        if self.as_of is None and not Invocation.as_json and self.has_register():
            note(*clock_in_doubt(self.engine))
        return Person(person=self.who, established=self.established)
