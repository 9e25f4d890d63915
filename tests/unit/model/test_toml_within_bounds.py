"""TOML is read through one door, within bounds of time, and with no mark that is not seen."""

import ast
import resource
from pathlib import Path

import pytest

from support.timing import at_once
from workflow.constitution.reading import parse
from workflow.errors import Invalid
from workflow.files.toml import toml_of
from workflow.text import as_kept, clean

ROOT = Path(__file__).parents[3]
N = 400_000
COSTLY = {
    "a dotted key": ".".join(["a"] * (N // 2)) + " = 1",
    "a dotted key in a header": "[" + ".".join(["a"] * (N // 2)) + "]",
    "a dotted key with quotes and spaces": "'a' . \"b\" . " * (N // 12) + "c = 1",
    "a dotted key within a table in line": "a = {" + ".".join(["a"] * (N // 2)) + " = 1}",
    "a long number": "a = " + "9" * 900_000,
    "a long number below nought": "a = -" + "9" * 900_000,
    "a long number with marks between": "a = 1" + "_1" * 400_000,
    "a long number by sixteens": "a = 0x" + "f" * 900_000,
    "deep lists": "a = " + "[" * N,
    "deep tables": "a = " + "{a = " * (N // 5),
    "both by turns": "a = " + "[{a = " * (N // 6),
    "one that does not end": 'a = "' + "x" * N,
    "marks upon one letter": 'a = "e' + "\u0315\u0300" * (N // 2) + '"',
    "hidden marks": "\u200b" * N,
    "many tables": "[[call-in-period]]\n" * 40_000,
    "many lists": "a = [" + "[1], " * 100_000 + "]",
    "quotes": "'" * 900_000,
    "too long": "#" * 1_000_001,
}


@pytest.mark.parametrize("what", COSTLY)
def test_a_costly_text_is_refused_at_once(what: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Invalid) as said, at_once():
        toml_of(COSTLY[what])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    assert len(str(said.value)) < 300
    assert parse(COSTLY[what], "own.toml")[0] is None


@pytest.mark.parametrize(
    "fine",
    [
        'a = "' + "[" * 5_000 + '"',
        "# " + "a." * 5_000,
        f"a = '{'9' * 5_000}'",
        f'a = """{"{" * 5_000}"""',
        "a = [[1, [2]], {b = [3]}]",
        "a.b.c.d = 1.25",
        "[[a]]\n" * 500,
    ],
)
def test_what_is_quoted_or_said_beside_costs_nothing(fine: str) -> None:
    toml_of(fine)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('a = 1\nb = "x\u202ey"', "Line 2 holds a hidden character, U\\+202E"),
        ('a = 1\nb = "x\\u202ey"', "b holds a hidden character, U\\+202E"),
        ('[[a]]\nb = ["\\u001b[2J"]', "b holds a hidden character, U\\+001B"),
        ('"a\\u0000" = 1', "hidden character, U\\+0000"),
        ("a = '\x9b'", "Line 1 holds a hidden character, U\\+009B"),
    ],
)
def test_a_hidden_mark_is_refused_by_its_line_or_its_key(text: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        toml_of(text)


def test_what_was_kept_before_is_read_back() -> None:
    with as_kept():
        assert toml_of('a = "x\\u202ey"') == {"a": "x\u202ey"}


def test_a_typed_text_with_marks_piled_up_is_refused_at_once() -> None:
    with pytest.raises(Invalid, match="more than 60 marks upon one letter"), at_once():
        clean("e" + "\u0315\u0300" * 90_000, "reasons")
    assert clean("e\u0301", "reasons") == "\u00e9"


@pytest.mark.parametrize("key", ["name", "rule", "title", "link"])
def test_a_text_of_one_line_in_a_constitution_has_one(key: str) -> None:
    from workflow.constitution.shipped import shipped

    lines = shipped()["salford"].read_text().splitlines()
    place = (
        next(n for n, each in enumerate(lines) if each.startswith(f"{key} = "))
        if any(each.startswith(f"{key} = ") for each in lines)
        else lines.index("[[call-in-period]]") + 1
    )
    lines[place : place + (lines[place].startswith(f"{key} = "))] = [f'{key} = "a\\nRule: forged"']
    found, complaints = parse("\n".join(lines), "own.toml")
    assert found is None
    assert any(f"{key}: It has more than one line." in str(each) for each in complaints)


@pytest.mark.parametrize("key", ["name", "nation", "prefix", "id"])
def test_a_text_of_one_line_is_no_book_and_is_not_repeated_whole(key: str) -> None:
    head = {"id": "a", "name": "b", "prefix": "AB", "nation": "england", key: "e" * 100_000}
    lines = [f'{name} = "{value}"' for name, value in head.items()]
    _, complaints = parse("\n".join(["[council]", *lines]), "own.toml")
    said = "\n".join(map(str, complaints))
    assert f"council.{key}: It has 100,000 characters; at most 1,000 fit." in said
    assert len(said) < 5_000


def test_many_keys_that_are_not_known_are_complained_of_in_brief() -> None:
    many = "[council]\n" + "".join(f"k{n} = 1\n" for n in range(50_000))
    with at_once():
        _, complaints = parse(many, "own.toml")
    assert len(complaints) < 40
    assert any("more keys are not known" in str(each) for each in complaints)


def test_a_file_with_very_much_wrong_is_complained_of_in_brief() -> None:
    head = '[council]\nid = "a"\nname = "b"\nprefix = "AB"\nnation = "england"\n'
    with at_once():
        _, complaints = parse(head + "[[call-in-period]]\n" * 12_000, "own.toml")
    assert 100 < len(complaints) < 250


def test_one_door_alone_reads_toml() -> None:
    doors = []
    for folder in ("workflow", "cli"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                named = [each.name for each in node.names] if isinstance(node, ast.Import) else []
                named += [node.module] if isinstance(node, ast.ImportFrom) else []
                if "tomllib" in named:
                    doors.append(str(path.relative_to(ROOT)))
    assert doors == ["workflow/files/toml.py"]
