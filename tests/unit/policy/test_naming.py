"""A council is known by its name in any style, and by nobody else's."""

from pathlib import Path

import pytest

from workflow.policy.naming import known_by, name_in
from workflow.policy.reading import read
from workflow.policy.shipped import shipped
from workflow.service.councils import load_councils


@pytest.mark.parametrize(
    "style",
    ["Brent", "brent council", "London Borough of Brent", "Brent London Borough Council"],
)
def test_styles_of_one_name(style: str) -> None:
    assert known_by(style) == "brent"
    found = load_councils().called(style)
    assert found is not None
    assert found.council == "brent"


@pytest.mark.parametrize(
    "other",
    [
        "West Yorkshire",  # no council of that name: the combined authority is another body
        "Wiltshire Council (Area Board)",
        "Brentwood Borough Council",
        "Kingston upon Hull City Council",
        "",
    ],
)
def test_another_body_is_not_taken_for_it(other: str) -> None:
    assert load_councils().called(other) is None


def test_no_two_shipped_councils_have_one_name() -> None:
    """And the name in the head of each file is the name of the council."""
    names = {path: name_in(path) for path in shipped().values()}
    assert len({known_by(name) for name in names.values()}) == len(names)
    for path, name in names.items():
        assert name == read(path).name


def test_a_name_that_fits_two_is_neither(tmp_path: Path) -> None:
    head = '[council]\nid = "{}"\nname = "{}"\nnation = "wales"\nprefix = "X"\n'
    (tmp_path / "a.toml").write_text(head.format("a", "Ambridge Borough Council"))
    (tmp_path / "b.toml").write_text(head.format("b", "City of Ambridge"))
    councils = load_councils([tmp_path])
    assert councils.called("Ambridge") is None
    assert councils.called("a") is not None
    assert councils.called("Borchester") is None
