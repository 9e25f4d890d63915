"""Everything that a reader can meet is on a page."""

import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer

from cli import exits
from cli.application import app
from cli.command_list import COMMANDS
from cli.names import TOP
from support.pages.shell import DOCS, ROOT
from workflow.config import KNOWN
from workflow.constitution import provisions, reading
from workflow.constitution.schema import schema
from workflow.errors import WorkflowError
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.table import OFFERED
from workflow.register.events import EVERY_NAME
from workflow.store import faults

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CODES = (
    re.compile(r'\bcode=(?:\n\s*)?"([a-z-]+)"'),
    re.compile(r'\bcode(?:: ClassVar\[str\])? = "([a-z-]+)"'),
    re.compile(r'= _(?:missing|urgency)\(\s*"([a-z]+(?:-[a-z]+)+)"'),
    re.compile(r'return (?:Refusal|NotClosed)\(\s*"([a-z-]+)"'),
)
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])


def page(name: str) -> str:
    """Give the text of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


def kinds_of_fault(kind: type[WorkflowError] = WorkflowError) -> set[str]:
    """Give the code of every kind of fault."""
    assert faults
    return {kind.code}.union(*(kinds_of_fault(each) for each in kind.__subclasses__()))


def codes_in_the_source() -> set[str]:
    """Give every code that the source writes out."""
    found: set[str] = set()
    for folder in ("workflow", "cli"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            found |= {code for pattern in CODES for code in pattern.findall(text)}
    return found


def test_every_refusal_and_fault_is_documented() -> None:
    """Each code has its line on the page of refusals and faults."""
    codes = codes_in_the_source()
    assert {"call-in-open", "date-made-missing", "not-authorised", "read-only"} <= codes
    standing = {
        f"is-{state.label.replace(' ', '-')}" for state in State if state is not State.CALL_IN_OPEN
    }
    told = set(re.findall(r"^\| `([a-z-]+)` \|", page("reference/refusals.md"), re.MULTILINE))
    assert codes | standing | kinds_of_fault() <= told


def command_named(*names: str) -> Any:
    """Give a command of the command line, or one within it; None for no such command."""
    found: Any = typer.main.get_command(app)
    for name in names:
        found = found.get_command(None, name) if hasattr(found, "get_command") else None
    return found


def test_every_command_is_documented() -> None:
    """Each command, and each group, has its heading."""
    headings = re.findall(r"^##+ (.*)$", page("reference/commands.md"), re.MULTILINE)
    assert {*COMMANDS, *TOP} <= set(headings)


def commands_shown() -> list[str]:
    """Give every command line that the pages show without running it."""
    found = []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for language, block in BLOCK.findall(text):
            if language not in ("", "sh", "ini", "console"):
                continue
            joined = block.replace("\\\n", " ")
            found += re.findall(r"(?:^|/bin/|&& |=/\S*/)(decisions [^\n>]*)", joined, re.MULTILINE)
    return sorted(set(found))


@pytest.mark.parametrize("line", commands_shown())
def test_a_command_that_is_shown_exists(line: str) -> None:
    """A command in the README, a unit file or an example has its name and its options right."""
    words = shlex.split(line, comments=True)[1:]
    command = command_named(words[0])
    if hasattr(command, "list_commands") and len(words) > 1:
        command = command_named(*words[:2]) or command
    assert command is not None, line
    options = {option for param in command.params for option in param.opts}
    assert {word for word in words if word.startswith("--")} <= options, line


def test_every_step_is_a_command() -> None:
    """Each step that somebody takes is on the page of commands."""
    headings = re.findall(r"^##+ (.*)$", page("reference/commands.md"), re.MULTILINE)
    assert {step.on_terminal for step in OFFERED} <= set(headings)


def test_every_event_is_documented() -> None:
    """Each event has its line."""
    for name in EVERY_NAME:
        assert f"| `{name}` |" in page("reference/events.md")


def test_every_exit_code_is_documented() -> None:
    """Each exit code has its line."""
    for code in exits.MEANINGS:
        assert f"\n| {code} |" in page("reference/exit-codes.md")


def test_every_setting_is_documented() -> None:
    """Each setting has its line, with its variable, and no other has one."""
    told = re.findall(r"^\| `([a-z-]+)` \| `([A-Z_]+)` \|", page("reference/settings.md"), re.M)
    assert told == [(known.name, known.variable) for known in KNOWN]


IN_EVERY_ENTRY = {
    "from": date(2024, 5, 21),
    "basis": "constitution",
    "rule": "rule 1",
    "words": "Made up.",
}
TOML = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def said_in(part: Any) -> Iterator[str]:
    """Give every key, and every word that a key takes, of a part of a schema, however deep."""
    if isinstance(part, dict):
        yield from part.get("properties", ())
        yield from part.get("enum", ())
    within = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    for each in within:
        yield from said_in(each)


def test_every_word_of_a_constitution_is_documented() -> None:
    """Each table, key and word that a constitution file may hold is on its page."""
    text = page("reference/constitution-file.md")
    said = set(said_in(schema())) - {role.value for role in Role}
    assert {
        "days",
        "from",
        "title",
        "may-ask",
        "once",
        "refer back",
        "not-contactable-hours",
    } <= said
    for word in sorted(said):
        assert f"`{word}`" in text or f"`[[{word}]]`" in text or f"`[{word}]`" in text, word


def test_every_table_of_a_constitution_has_an_example_that_reads_well() -> None:
    """The examples on the page, with the keys that every entry has, make one good file."""
    examples = TOML.findall(page("reference/constitution-file.md"))
    data: dict[str, Any] = {}
    for each in examples:
        for table, value in tomllib.loads(each).items():
            entries = value if isinstance(value, list) else [value]
            if table != "council":
                data[table] = [{**IN_EVERY_ENTRY, **entry} for entry in entries]
            else:
                data[table] = value
    found, complaints = reading.parse_plain(data, "the page")
    assert found is not None, "\n".join(str(each) for each in complaints)
    assert set(data) == {"council", *provisions.TABLES}


def test_every_role_and_state_is_documented() -> None:
    """Each role and each state has its line on the page of steps."""
    for word in (*Role, *State):
        assert f"| {word.label} | `{word.value}` | {word.says} |" in page("reference/lifecycle.md")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path: Path) -> None:
    """A link to a file leads to one, and one to a heading to a heading."""
    text = FENCED.sub("", path.read_text(encoding="utf-8"))
    for link in LINK.findall(text):
        if "://" in link:
            continue
        file, _, heading = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            assert heading in {
                re.sub(r"[^a-z0-9 -]", "", h.lower()).replace(" ", "-") for h in headings
            }


def test_every_page_is_in_the_index() -> None:
    """No page stands where nobody would find it."""
    index = page("index.md")
    for path in DOCS.rglob("*.md"):
        if path.name != "index.md":
            assert f"({path.relative_to(DOCS).as_posix()})" in index, path


def test_no_page_names_a_machine() -> None:
    """No page holds a path of the machine it was written on."""
    for path in PAGES:
        assert not re.search(r"/(work|tmp|root|Users)/", path.read_text(encoding="utf-8")), path


def test_continuous_integration_finds_its_command() -> None:
    """The command after the mark in the README is the one that runs the tests."""
    found = subprocess.run(
        ["bash", "-c", "grep -A2 '<!-- test -->' README.md | grep '^python3 '"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout == (
        "python3 -m venv .venv && .venv/bin/pip install -q -c constraints.txt -e '.[dev]' "
        "&& .venv/bin/pytest\n"
    )
