"""Cells that no spreadsheet takes for a formula."""

import pytest

from workflow.files.formulas import no_formula


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "＝1", "'x"])
def test_what_a_spreadsheet_might_run_is_marked(cell: str) -> None:
    """What begins with the mark itself is marked too, so that the mark always comes off again."""
    assert no_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1", "Road", "2018-10-24", "a=b"])
def test_what_is_no_formula_is_as_it_was(cell: str) -> None:
    assert no_formula(cell) == cell
