"""Behind a pooler that takes no settings with a connection, the register is kept all the same."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from sqlalchemy import make_url

from support.registers import database, let_go
from support.steps import opened, published
from workflow import ManualClock
from workflow.errors import NotSetUp

_SAID = b"SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: options\0\0"


class _Pooler:
    """What PgBouncer does as it comes: it refuses whoever asks for options, and lends the rest."""

    def __init__(self, folder: str) -> None:
        self._server = f"{folder}/.s.PGSQL.5432"
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        self.asked: list[bytes] = []
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._door.accept()
                self._open.append(client)
                threading.Thread(target=self._lend, args=(client,), daemon=True).start()

    def _lend(self, client: socket.socket) -> None:
        with suppress(OSError):
            first = b""
            while len(first) < 9:
                first = client.recv(4096)
                if struct.unpack("!I", first[4:8])[0] in (80877103, 80877104):
                    client.sendall(b"N")
                    first = b""
            self.asked.append(first)
            if b"\0options\0" in first:
                client.sendall(b"E" + struct.pack("!I", len(_SAID) + 4) + _SAID)
                client.close()
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._server)
            self._open.append(server)
            server.sendall(first)
            threading.Thread(target=_pass_on, args=(server, client), daemon=True).start()
            _pass_on(client, server)

    def close(self) -> None:
        for each in (self._door, *self._open):
            each.close()


def _pass_on(of: socket.socket, to: socket.socket) -> None:
    with suppress(OSError):
        while said := of.recv(65536):
            to.sendall(said)
        to.shutdown(socket.SHUT_WR)


@pytest.fixture
def pooled(postgres_address: str) -> Iterator[tuple[str, _Pooler]]:
    """The address of a register behind such a pooler."""
    url = make_url(postgres_address)
    pooler = _Pooler(str(url.query["host"]))
    yield f"postgresql://postgres@127.0.0.1:{pooler.port}/{url.database}", pooler
    pooler.close()


def test_the_register_is_kept_and_each_transaction_is_set(
    pooled: tuple[str, _Pooler], clock: ManualClock
) -> None:
    """For that transaction alone: the server's connections are others' too."""
    given, pooler = pooled
    engine = opened(given, clock)
    assert published(engine)
    assert engine.journal.verify().breaks == ()
    with database(engine).connect() as connection:
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "5s"
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        assert raw.execute("SHOW lock_timeout").fetchone() == ("0",)
        assert raw.prepare_threshold is None
        raw.rollback()
    assert [b"\0options\0" in each for each in pooler.asked] == [True, False]
    let_go(engine)


def test_what_the_address_asks_for_is_not_dropped_and_the_cure_is_named(
    pooled: tuple[str, _Pooler], clock: ManualClock
) -> None:
    """To wait would help nobody."""
    engine = opened(f"{pooled[0]}?options=-csearch_path%3Dgov", clock)
    with pytest.raises(NotSetUp, match="pooler") as refused:
        engine.list()
    assert "options=" in refused.value.cure
    let_go(engine)
