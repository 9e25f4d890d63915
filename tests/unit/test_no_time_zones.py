"""On a machine without time zones nothing is counted, and it is said how to mend that."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from workflow.clock import zone
from workflow.errors import NoTimeZones

_HIDDEN = "import sys; sys.modules['tzdata'] = None\n"


def _without(code: str, tmp_path: Path, tzpath: str = "") -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", _HIDDEN + code],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONTZPATH": tzpath, "DECISIONS_DB": str(tmp_path / "r.db")},
    )


def test_a_command_says_so_and_does_not_crash(tmp_path: Path) -> None:
    """Whatever needs no date, as help, works."""
    told = (
        "from cli.main import main\n"
        "codes = [main(each.split()) for each in ('--version', 'people --help')]\n"
        "ask = 'deadline --council herefordshire --published 2018-10-18T10:00'\n"
        "codes += [main(ask.split()), main(['close']), main([*ask.split(), '--json'])]\n"
        "sys.exit(str(codes))\n"
    )
    said = _without(told, tmp_path)
    assert said.stderr.endswith("[0, 0, 1, 1, 1]\n")
    assert "Traceback" not in said.stderr
    assert "This machine does not know the time zone Europe/London" in said.stderr
    assert "pip install tzdata" in " ".join(said.stderr.split())


def test_the_library_raises_it_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "Europe").mkdir()
    (tmp_path / "Europe" / "London").write_bytes(b"not a time zone")
    code = "from workflow import open_engine; open_engine('r.db').close_due()"
    said = _without(code, tmp_path, str(tmp_path))
    assert said.stderr.splitlines()[-1].startswith("workflow.errors.NoTimeZones: This machine")


def test_whatever_is_asked_of_a_zone_that_is_not_known_is_refused() -> None:
    nowhere = zone("Europe/Nowhere")
    asked = datetime(2018, 10, 24, tzinfo=UTC)
    for ask in (
        lambda: asked.astimezone(nowhere),
        lambda: datetime.combine(date(2018, 10, 24), asked.time(), nowhere).astimezone(UTC),
        lambda: asked.replace(tzinfo=nowhere).isoformat(),
        lambda: asked.replace(tzinfo=nowhere).dst(),
        lambda: asked.replace(tzinfo=nowhere) < asked,
    ):
        with pytest.raises(NoTimeZones, match="time zone Europe/Nowhere") as refused:
            ask()
        assert "pip install tzdata" in refused.value.cure
