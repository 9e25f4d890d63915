"""Every refusal stands in a catalogue, and whoever makes one gives all that its sentence names."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from refusal_pages import kinds_in
from workflow.authority import REG_14, engine_rule
from workflow.model.people import Role
from workflow.model.refusal import COUNCILS_RULE, RefusalKind

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "workflow").rglob("*.py"))
MAKES_THEM = {"workflow/model/refusal.py", "workflow/procedures/shared/faults.py"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def test_a_refusal_is_made_only_from_its_kind() -> None:
    """A sentence that no catalogue has would be on no page, and have no other language."""
    made = {
        _name(path)
        for path in MODULES
        for call in _calls(path)
        if isinstance(call.func, ast.Name) and call.func.id == "Refusal"
    }
    assert made == MAKES_THEM


def _kinds_called(path: Path, module: ModuleType) -> Iterator[tuple[RefusalKind, ast.Call]]:
    for call in _calls(path):
        match call.func:
            case (
                ast.Attribute(value=ast.Name(id="refusals"), attr=name)
                | ast.Subscript(value=ast.Attribute(value=ast.Name(id="refusals"), attr=name))
            ):
                for kind in kinds_in(getattr(module.refusals, name)):
                    yield kind, call


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in MODULES
        if " import refusals" in path.read_text(encoding="utf-8")
        or ", refusals" in path.read_text(encoding="utf-8")
    ],
    ids=_name,
)
def test_whoever_refuses_gives_what_the_sentence_names(path: Path) -> None:
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for kind, call in _kinds_called(path, module):
        given = {word.arg for word in call.keywords}
        if None not in given:  # not those that pass on what another function made
            assert kind.names <= given, (kind.code, call.lineno)
        assert call.args or (len(kind.rules) == 1 and not isinstance(kind.rules[0], str)), kind.code


def test_a_kind_says_its_values_in_words_and_keeps_them_by_name() -> None:
    rule = engine_rule("a rule", "It is so.")
    kind = RefusalKind(
        code="a-code", because="{who} of {names:or}.", rule=rule, remedy="Ask {who}."
    )
    refusal = kind(who=Role.MONITORING_OFFICER, names=("a", "b", "c"))
    assert refusal.because == "monitoring officer of a, b or c."
    assert refusal.remedy == "Ask monitoring officer."
    assert refusal.authority is rule
    assert refusal.values == {"who": Role.MONITORING_OFFICER, "names": ("a", "b", "c")}
    assert not refusal


def test_a_kind_without_a_rule_of_its_own_is_given_one() -> None:
    kind = RefusalKind(code="a-code", because="So.", rule=COUNCILS_RULE, remedy="Do.")
    assert kind(REG_14).authority is REG_14
    with pytest.raises(AssertionError, match="given no rule"):
        kind()


def test_a_remedy_shows_a_command_whole() -> None:
    """An option that stands before the command it belongs to has to be put together by hand."""
    kinds = [
        (_name(path), name, kind.remedy)
        for path in MODULES
        if path.name.endswith("refusals.py")
        for name, kind in vars(
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        ).items()
        if isinstance(kind, RefusalKind)
    ]
    assert len(kinds) > 100
    split = re.compile(r"(?:with |say |\()--[a-z][a-z-]+[^:.;]*: decisions ")
    assert [each for each in kinds if split.search(each[2])] == []
