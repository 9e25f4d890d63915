"""A name that the register does not know is met with those that are alike, and with no other."""

import pytest

from workflow.procedures.shared.near_names import near_names

KNOWN = ("Cllr Wes West", "Cllr Rosa Garrido", "Cllr Ann Lee", "Cllr Bob Lee")


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("Wes West", ("Cllr Wes West",)),
        ("west", ("Cllr Wes West",)),
        ("Cllr R Garrido", ("Cllr Rosa Garrido",)),
        ("R. Garrido", ("Cllr Rosa Garrido",)),
        ("Cllr Wes Wset", ("Cllr Wes West",)),
        (
            "Lee",
            (
                "Cllr Ann Lee",
                "Cllr Bob Lee",
            ),
        ),
        ("A Lee", ("Cllr Ann Lee",)),
    ],
)
def test_those_alike_are_named(given: str, near: tuple[str, ...]) -> None:
    assert near_names([given], KNOWN) == near


@pytest.mark.parametrize("given", ["Cllr", "W", "Ann", "Garrido Rosa", "Nobody"])
def test_those_not_alike_are_not(given: str) -> None:
    assert near_names([given], KNOWN) == ()
