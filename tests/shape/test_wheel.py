"""What is installed is the wheel: it carries all it needs, and works away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), "."],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    return next(out.glob("council_decisions-*.whl"))


def test_the_wheel_carries_constitutions_migrations_and_the_type_marker(wheel: Path) -> None:
    """Everything under workflow and cli that git keeps is in it, and nothing else of ours."""
    kept = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "workflow", "cli"],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout.split()
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert inside == set(kept)
    for needed in (
        "workflow/py.typed",
        "workflow/constitution/councils/herefordshire.toml",
        "workflow/constitution/councils/salford.toml",
        "workflow/store/migrations/versions/0001_register.py",
        "workflow/store/migrations/script.py.mako",
        "cli/examples/demo_lives/1-published.toml",
        "cli/examples/demo_lives/statement.txt",
    ):
        assert needed in inside


def test_the_wheel_works_by_itself(wheel: Path, tmp_path: Path) -> None:
    """Unpacked in an empty folder, with only its own files and its requirements, the demo runs."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    script = (
        "import sys, pathlib, workflow, cli\n"
        f"assert pathlib.Path(workflow.__file__).is_relative_to({str(tmp_path)!r})\n"
        "from cli.main import main\n"
        "sys.exit(main(['demo']))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
    )
    assert ran.returncode == 0, ran.stderr
    assert "AGREES" in ran.stdout
