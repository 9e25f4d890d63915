"""Opening a register for a command: its settings, its engine, and who is at the keyboard."""

import os
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from cli.output import Manner, note
from workflow.clock import Clock, ManualClock, SystemClock
from workflow.config import Setting, settings
from workflow.errors import Invalid, NotSetUp

if TYPE_CHECKING:
    from workflow.engine import Engine
    from workflow.model.people import Person
    from workflow.policy.constitution import Constitution
    from workflow.service.councils import Councils
    from workflow.service.looking import Looking
    from workflow.store.unit_of_work import Database


def os_user() -> str:
    """Give the operating system's name for whoever runs this."""
    try:
        import pwd

        return pwd.getpwuid(os.geteuid()).pw_name
    except (ImportError, KeyError):
        return getuser()


@dataclass(kw_only=True)
class Opening:
    """One command's way to the register; nothing is opened before it is needed."""

    db: str | None = None
    council: str | None = None
    person: str | None = None
    as_of: datetime | None = None
    begins: bool = False
    """Whether the command may begin a register where there is none."""

    @cached_property
    def settings(self) -> dict[str, Setting]:
        """Give the settings, with what the command was given on top."""
        given = {"database": self.db, "council": self.council, "policy-path": Manner.policy_path}
        return settings(given)

    @property
    def address(self) -> str:
        """Give the register's address."""
        address = self.settings["database"].value
        assert address is not None
        return address

    def clock(self) -> Clock:
        """Give the machine's clock, or one that stands at the instant asked about."""
        return SystemClock() if self.as_of is None else ManualClock(self.as_of)

    def has_register(self) -> bool:
        """Say whether there is a register already, without making one."""
        return "://" in self.address or Path(self.address).expanduser().exists()

    @property
    def constitutions(self) -> list[str]:
        """Give the folders with constitutions of one's own."""
        own = self.settings["policy-path"].value
        return [] if own is None else [own]

    def councils(self) -> "Councils":
        """Give the constitutions in use: what the register holds before any file."""
        if self.has_register():
            return self.engine.councils_now()
        from workflow.service.councils import load_councils

        return load_councils(self.constitutions)

    def constitution(self, council: str) -> "Constitution":
        """Give the constitution a council goes by now, from the register or else from a file."""
        if self.has_register():
            return self.engine.constitution(council)
        return self.councils().named(council)

    @cached_property
    def database(self) -> "Database":
        """Give the register's database, to look at or to bring up to date."""
        from workflow.store.unit_of_work import Database, make_engine

        self._make_folder()
        return Database(make_engine(self.address))

    def _make_folder(self) -> None:
        """Make the folder of the default register, if need be."""
        if self.settings["database"].origin != "default":
            return
        try:
            Path(self.address).parent.mkdir(parents=True, exist_ok=True)
        except OSError as wrong:
            raise Invalid(
                f"The folder for the register cannot be made: {wrong}.",
                remedy="Say where the register is: --db FILE",
            ) from None

    @cached_property
    def engine(self) -> "Engine":
        """Open the engine; the folder of the default register is made if need be."""
        from workflow.engine import open_engine

        self._say_if_new()
        return open_engine(self.address, clock=self.clock(), constitutions=self.constitutions)

    @cached_property
    def register(self) -> "Looking":
        """Open the register only to look decisions up: no rule is read, and less is loaded."""
        from workflow.service.councils import load_councils
        from workflow.service.looking import Looking

        self._say_if_new()
        return Looking(self.database, load_councils(self.constitutions), self.clock())

    def _say_if_new(self) -> None:
        """Say that a register is begun; NotSetUp where one was named that a command only reads."""
        if self.has_register():
            return
        if self.settings["database"].origin == "command line" and not self.begins:
            raise NotSetUp(
                f"There is no register at {self.address}.",
                remedy="Mend the address (--db); or begin one: decisions people add PERSON --role "
                "ROLE",
            )
        self._make_folder()
        if not Manner.as_json:
            note(f"A new register is begun in {self.address}.")

    def council_name(self) -> str:
        """Give the council named, or set; Invalid where there is neither."""
        name = self.settings["council"].value
        if name is None:
            raise Invalid(
                "No council is named.",
                remedy="Give --council NAME, or set it: export DECISIONS_COUNCIL=NAME",
            )
        return name

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
        """Give who acts. In which roles is settled by the transaction that writes."""
        from workflow.model.people import Person

        return Person(person=self.who, established=self.established)
