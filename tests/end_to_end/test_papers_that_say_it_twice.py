"""What a paper says twice, once in its heading and once under a label; and a label that asks."""

from pathlib import Path

import pytest

from support.terminal import Terminal
from workflow.errors import Invalid
from workflow.importing.statements.drafting import to_statement
from workflow.importing.statements.reading import read_statement
from workflow.model.kind import Kind

HEADING = "RECORD OF DECISION - INDIVIDUAL CABINET MEMBER"
MIKE = "Lead Member for Highways, Councillor Mike Brown"


def paper(heading: str = HEADING, maker: str = MIKE, key: str = "Is it a key decision? No") -> str:
    return f"""{heading}

Title: Zebra crossing, Mill Lane
Decision maker: {maker}
{key}
Decision: That the crossing be built.
"""


@pytest.mark.parametrize("maker", [MIKE, "Councillor Mike Brown", "Mike Brown"])
def test_a_label_names_who_decided_where_a_heading_names_nobody(maker: str) -> None:
    read = read_statement(paper(maker=maker))
    assert (read.text("body"), read.line("body")) == (maker, 4)
    assert read.text("kind") == Kind.NON_KEY
    assert not any("names" in remark for remark in read.remarks)


@pytest.mark.parametrize(
    ("heading", "maker"),
    [
        (HEADING, "The Director of Place"),
        ("Record of decision - Delegated officer", "Councillor Mike Brown"),
        ("Record of decision - Cabinet", "The Licensing Committee"),
        ("Record of decision - Cabinet Member for Roads", MIKE),
    ],
)
def test_where_heading_and_label_disagree_their_lines_are_named(heading: str, maker: str) -> None:
    read = read_statement(paper(heading, maker))
    assert read.text("body") is None
    assert read.text("kind") is None
    with pytest.raises(Invalid, match=r"line 1 and line 4 disagree on who decided, so no draft"):
        to_statement(read)
    assert to_statement(read, Kind.NON_KEY, body="Cabinet").body == "Cabinet"


def test_two_labels_that_disagree_are_named_by_their_lines() -> None:
    read = read_statement(paper() + "Subject matter: Another crossing\n")
    with pytest.raises(Invalid, match="Line 3 and line 7 disagree on its title, so no draft"):
        to_statement(read)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Is it a key decision? No", Kind.NON_KEY),
        ("Is this a key decision? Yes", Kind.KEY),
        ("Key decision? Perhaps", None),
        ("Is it key? No", None),
    ],
)
def test_a_label_may_ask(line: str, kind: Kind | None) -> None:
    assert read_statement(paper(key=line)).text("kind") == kind


def test_a_heading_alone_names_who_decided_as_before() -> None:
    assert read_statement(f"{HEADING}\n\nTitle: A\n").text("body") == "INDIVIDUAL CABINET MEMBER"


def test_what_is_given_is_not_asked_for_again(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("Record of decision\nTitle: A\nDecision: That it be so.\n")
    given = ("--draft", "--body", "Cabinet", "--kind", "non-key")
    said = " ".join(terminal.staffed().did("statement", "read", "p.txt", *given).err.split())
    assert "Before a draft can be made" not in said
    assert "Not found: kind" not in said
    assert "Not found: body" not in said
    assert "not whether key" not in said
    assert "Not found: made on" in said
