"""A statement damaged in one place loses what was damaged, and gains nothing wrong."""

from pathlib import Path

import pytest

from workflow.errors import Invalid
from workflow.importing.statements import FIELDS, StatementReading, read_statement

DATA = Path(__file__).parents[2] / "data" / "statements"
NAMES = ("lost-labels.txt", "rows.txt", "colons.txt", "columns.txt", "alone.txt", "sentence.txt")

PARTS_OF_A_TEXT = {
    ("colons.txt", 8): "purpose",
    ("colons.txt", 9): "purpose",
    ("columns.txt", 4): "title",
    ("columns.txt", 5): "title",
    ("columns.txt", 10): "purpose",
    ("columns.txt", 11): "purpose",
    ("columns.txt", 13): "reasons",
    ("columns.txt", 14): "reasons",
    ("columns.txt", 16): "conflicts",
    ("columns.txt", 17): "conflicts",
    ("alone.txt", 21): "purpose",
    ("alone.txt", 22): "purpose",
    ("alone.txt", 25): "decision",
    ("alone.txt", 26): "decision",
    ("sentence.txt", 8): "decision",
    ("sentence.txt", 10): "decision",
}
"""Lines that are part of a text of two lines: without one, the field itself is shorter."""

HALF_IS_A_LABEL = {("rows.txt", 13)}
"""Lines whose label's first half, on the line above, is a label of the same field."""


def text_of(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def values(reading: StatementReading) -> dict[str, object]:
    return {field: found.value for field, found in reading.found.items()}


def wrong(good: StatementReading, bad: StatementReading) -> dict[str, object]:
    """Give the fields that a damaged statement gives, and that are not as they were."""
    before = values(good)
    return {field: value for field, value in values(bad).items() if before.get(field) != value}


def each_line() -> list[tuple[str, int]]:
    return [(name, line) for name in NAMES for line in range(1, text_of(name).count("\n") + 2)]


@pytest.mark.parametrize(("name", "line"), each_line())
def test_a_line_left_out_changes_no_other_field_to_something_else(name: str, line: int) -> None:
    lines = text_of(name).split("\n")
    good = read_statement("\n".join(lines))
    bad = read_statement("\n".join(lines[: line - 1] + lines[line:]))
    changed = wrong(good, bad)
    changed.pop(PARTS_OF_A_TEXT.get((name, line), ""), None)
    assert changed == {}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_whose_line_is_left_out_is_missing(name: str, field: str) -> None:
    lines = text_of(name).split("\n")
    good = read_statement("\n".join(lines))
    line = good.line(field)
    if line is None or (name, line) in PARTS_OF_A_TEXT:
        return
    bad = read_statement("\n".join(lines[: line - 1] + lines[line:]))
    assert field in bad.missing


def without_labels() -> list[tuple[str, int, str]]:
    found = []
    marks = {"lost-labels.txt": "\t", "rows.txt": "\t", "colons.txt": ":", "columns.txt": "    "}
    for name, mark in marks.items():
        for number, line in enumerate(text_of(name).split("\n"), 1):
            bullet = "\uf0b7\t" if line.startswith("\uf0b7\t") else ""
            label, cut, value = line.removeprefix(bullet).lstrip(" ").partition(mark)
            if cut and value.strip():
                space = " " * (len(line) - len(value.lstrip()))
                before = ("", space) if name == "columns.txt" else ("", mark, bullet)
                found += [(name, number, kept + value.lstrip(" ")) for kept in before if label]
    return found


@pytest.mark.parametrize(("name", "line", "kept"), without_labels())
def test_a_label_left_out_loses_its_field_and_changes_no_other(
    name: str, line: int, kept: str
) -> None:
    lines = text_of(name).split("\n")
    good = read_statement("\n".join(lines))
    bad = read_statement("\n".join([*lines[: line - 1], kept, *lines[line:]]))
    assert wrong(good, bad) == {}
    if (name, line) in HALF_IS_A_LABEL:
        return
    fields = [field for field in good.found if good.line(field) == line]
    assert set(fields) <= set(bad.missing)


@pytest.mark.parametrize("name", NAMES)
def test_half_a_statement_never_says_other_than_the_whole(name: str) -> None:
    """Cut short at any line, or begun at any line, it gives the same values or none."""
    lines = text_of(name).split("\n")
    good = read_statement("\n".join(lines))
    for cut in range(len(lines)):
        for part in (lines[:cut], lines[cut:]):
            try:
                bad = read_statement("\n".join(part))
            except Invalid:
                continue
            changed = wrong(good, bad)
            allowed = {field for (of, at), field in PARTS_OF_A_TEXT.items() if of == name}
            assert set(changed) <= allowed, (cut, changed)


@pytest.mark.parametrize("name", NAMES)
def test_two_lines_put_the_other_way_round_give_nothing_made_up(name: str) -> None:
    """Neighbouring lines that change places may lose a field; none takes another's words."""
    lines = text_of(name).split("\n")
    good = values(read_statement("\n".join(lines)))
    for at in range(len(lines) - 1):
        swapped = [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]]
        bad = values(read_statement("\n".join(swapped)))
        for field, value in bad.items():
            others = {other for name_, other in good.items() if name_ != field}
            assert value == good.get(field) or value not in others, (at + 1, field, value)
