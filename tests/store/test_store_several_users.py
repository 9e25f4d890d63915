"""Whoever may only read a register can read it, and leaves nothing that stops its writers."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copyfile, rmtree

import pytest

from support.people import OFFICER
from support.registers import let_go
from support.steps import drafted, signed
from workflow import Engine, ManualClock, open_engine
from workflow.errors import Busy, NotSetUp
from workflow.store.database import Database
from workflow.store.faults import NotLetIn, NotWritable

ROOT = os.geteuid() == 0
OWNER, OTHER, GROUP = 60001, 60002, 60010
"""Two users, who need no names, and a group that both are of."""


@contextmanager
def being(user: int, *, of: int = GROUP) -> Iterator[None]:
    """Be another user for a while; for whoever is not root it is always the same one."""
    if not ROOT:
        yield
        return
    before = (os.geteuid(), os.getegid(), os.getgroups(), os.umask(0o022))
    _become(user, user, [of])
    try:
        yield
    finally:
        _become(*before[:3])
        os.umask(before[3])


def _become(user: int, group: int, groups: list[int]) -> None:
    os.seteuid(0)
    os.setgroups(groups)
    os.setegid(group)
    os.seteuid(user)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of the owner's, whose group it hands on, as the how-to has it."""
    made = Path(tempfile.mkdtemp(prefix="users-"))
    if ROOT:
        os.chown(made, OWNER, GROUP)
    made.chmod(0o2770)
    yield made
    made.chmod(0o700)
    rmtree(made)


@contextmanager
def opening(file: Path | str, clock: ManualClock, *, begins: bool = False) -> Iterator[Engine]:
    engine = open_engine(str(file), clock=clock, begins=begins)
    try:
        yield engine
    finally:
        let_go(engine)


def beside(file: Path) -> list[str]:
    return sorted(each.name for each in file.parent.iterdir())


def begun(folder: Path, clock: ManualClock) -> tuple[Path, str]:
    """Begin the owner's register, and load all that it takes: another user may not see it."""
    file = folder / "r.db"
    with opening(file, clock, begins=True) as engine:
        ref = signed(engine)
        if ROOT:
            os.chown(file, OWNER, -1)
        read(file, clock, ref)
    return file, ref


def read(file: Path | str, clock: ManualClock, ref: str) -> None:
    """Ask a register all that an auditor would."""
    with opening(file, clock) as engine:
        assert [each.ref for each in engine.list()][:1] == [ref]
        assert engine.get(ref).version == 2
        assert engine.journal.verify().breaks == ()
        assert not engine.may_implement(ref)
        assert [each.ref for each in engine.reports.facts(None)][:1] == [ref]
        within = engine.transactions
        assert isinstance(within, Database)
        assert within.whole() == []


def test_two_users_of_a_group_write_in_turn_and_at_once(folder: Path, clock: ManualClock) -> None:
    """As the how-to has it: what one leaves beside the file, the other may write."""
    file, ref = begun(folder, clock)
    assert stat.S_IMODE(file.stat().st_mode) == 0o660
    with being(OWNER), opening(file, clock) as mine:
        assert mine.list()
        with being(OTHER), opening(file, clock) as theirs:
            assert theirs.take(ref, "withdraw", by=OFFICER, reason="r")
            assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o660}
            drafted(mine)
        drafted(mine)
    with being(OTHER), opening(file, clock) as theirs:
        drafted(theirs)
        assert theirs.journal.verify().breaks == ()


WRITTEN = ("{}", "sqlite:///{}", "sqlite:///file:{}?uri=true", "sqlite:///file:{}?mode=ro&uri=true")
"""A register's address, as people write it."""


@pytest.mark.parametrize("written", WRITTEN)
def test_a_reader_who_may_not_write_leaves_nothing_and_stops_nobody(
    folder: Path, clock: ManualClock, written: str
) -> None:
    """Though the folder would let it leave files: the owner writes as before."""
    file, ref = begun(folder, clock)
    file.chmod(0o640 if ROOT else 0o440)
    with being(OTHER):
        read(written.format(file), clock, ref)
        with opening(file, clock) as engine, pytest.raises(NotWritable, match=r"r\.db") as no:
            drafted(engine)
        assert "write permission" in no.value.cure
        assert beside(file) == ["r.db"]
    file.chmod(0o640)
    with being(OWNER), opening(file, clock) as engine:
        drafted(engine)


def test_a_reader_sees_what_a_writer_has_only_in_its_log(
    folder: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    """From a copy of its own, and it says of when; a writer writes on meanwhile."""
    file, ref = begun(folder, clock)
    with being(OWNER), opening(file, clock) as writer:
        more = drafted(writer)
        file.chmod(0o640 if ROOT else 0o440)
        there = beside(file)
        assert "r.db-wal" in there
        with being(OTHER):
            read(file, clock, ref)
            with opening(file, clock) as reader:
                assert [each.ref for each in reader.list()] == [ref, more]
            assert beside(file) == there
        assert "this is from a copy made" in caplog.text
        file.chmod(0o640)
        drafted(writer)


@pytest.mark.parametrize("slashes", ["", "//", "//localhost"])
def test_a_register_begun_by_a_uri_is_its_owners_alone(
    tmp_path: Path, clock: ManualClock, slashes: str
) -> None:
    file = tmp_path / "r.db"
    with opening(f"sqlite:///file:{slashes}{file}?uri=true", clock, begins=True) as engine:
        drafted(engine)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    read_only = f"sqlite:///file:{slashes}{tmp_path / 'none.db'}?mode=ro&uri=true"
    with opening(read_only, clock, begins=True) as engine, pytest.raises(NotSetUp):
        drafted(engine)
    assert beside(file) == ["r.db"]


@pytest.mark.parametrize("log", [False, True])
def test_a_folder_that_may_not_be_written_is_read(
    folder: Path, clock: ManualClock, log: bool
) -> None:
    """As on a read-only mount, with the log of a writer beside the file, or without."""
    file, ref = begun(folder, clock)
    sealed = folder / "sealed"
    sealed.mkdir()
    with opening(file, clock) as writer:
        drafted(writer)
        for each in folder.glob("r.db*"):
            if log or each == file:
                copyfile(each, sealed / each.name)
    if not log:
        copyfile(file, sealed / "r.db")
    for each in sealed.iterdir():
        each.chmod(0o444)
    sealed.chmod(0o555)
    there = beside(sealed / "r.db")
    with being(OTHER):
        read(sealed / "r.db", clock, ref)
        with opening(sealed / "r.db", clock) as engine, pytest.raises(NotWritable):
            engine.close_due()
    assert beside(sealed / "r.db") == there
    sealed.chmod(0o755)


def test_what_another_left_beside_the_file_is_named(folder: Path, clock: ManualClock) -> None:
    """A writer is told which file stands in its way; whoever reads, reads on."""
    file, ref = begun(folder, clock)
    left = Path(f"{file}-wal")
    left.touch()
    if ROOT:
        os.chown(left, OTHER, OTHER)
    left.chmod(0o444)
    with being(OWNER), opening(file, clock) as engine:
        with pytest.raises(NotWritable, match=r"r\.db-wal may not be written"):
            drafted(engine)
        assert engine.get(ref).version == 2


def test_a_file_that_is_written_while_it_is_read_alone_is_read_again(
    folder: Path, clock: ManualClock
) -> None:
    """What was half read is not given for the whole."""
    file, _ = begun(folder, clock)
    file.chmod(0o440)
    folder.chmod(0o550)
    with suppress(StopIteration), being(OTHER), opening(file, clock) as reader:
        rows = iter(reader.reports.facts(None))
        next(rows)
        with being(OWNER):
            os.utime(file)
        with pytest.raises(Busy, match="was written while it was read"):
            next(rows)


@pytest.mark.skipif(not ROOT, reason="only root can be two users")
def test_a_register_that_root_began_is_said_to_be_unreadable(folder: Path) -> None:
    register = folder / "register.db"
    open_engine(str(register))
    drafted(open_engine(str(register)), ref="HFD-1")
    register.chmod(0o600)
    os.chown(register, 0, 0)
    with being(OWNER), pytest.raises(NotLetIn, match="is there, but this user may not read it"):
        open_engine(str(register), begins=False).get("HFD-1")
