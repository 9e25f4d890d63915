"""What a refusal says and rests on, read in the source: every form its words and rule can take."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from workflow.authority import Authority
from workflow.procedures.render import cited, sentence

GAP = "…"
"""Stands in a sentence for what differs from case to case."""
STEPS_OWN = "the rule the step is taken under"
COUNCILS_OWN = "the council's own rule"
THE_HOLDS = "the authority that was given for the hold"
SEE_NEXT = f"See what can be done now: decisions next {GAP}"
"""What standing() says to do, where a guard passes that on."""

Known = Mapping[str, ast.expr]


def assigned_in(function: ast.FunctionDef) -> dict[str, ast.expr]:
    """Give what each name of a function is made from; of names set together, their whole."""
    found: dict[str, ast.expr] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found[node.target.id] = node.value
        if isinstance(node, ast.Assign):
            for target in node.targets:
                parts = target.elts if isinstance(target, ast.Tuple) else [target]
                whole = isinstance(target, ast.Tuple) and not isinstance(node.value, ast.Tuple)
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
                for part, value in zip(parts, [node.value] * 9 if whole else values, strict=False):
                    if isinstance(part, ast.Name):
                        found[part.id] = ast.Starred(value) if whole else value
    return found


class Reader:
    """Reads the words and rules of one module's refusals."""

    def __init__(self, module: Any, tree: ast.Module) -> None:
        self.module = module
        self.functions = {n.name: n for n in tree.body if isinstance(n, ast.FunctionDef)}

    def words(self, value: ast.expr, known: Known) -> list[str]:
        """Give every form that words can take, with a gap for what only a case can tell."""
        match value:
            case ast.Constant():
                return [GAP if value.value is None else str(value.value)]
            case ast.Name() if value.id in known:
                rest = {name: each for name, each in known.items() if name != value.id}
                return self.words(known[value.id], rest)
            case ast.Name() if isinstance(getattr(self.module, value.id, None), str):
                return [getattr(self.module, value.id)]
            case ast.FormattedValue():
                found = self.words(value.value, known)
                return found if len(found) == 1 else [GAP]
            case ast.JoinedStr():
                return self._joined([self.words(part, known) for part in value.values])
            case ast.BinOp(op=ast.Add()):
                both = self.words(value.left, known), self.words(value.right, known)
                return self._joined(both)
            case ast.IfExp():
                return self.words(value.body, known) + self.words(value.orelse, known)
            case ast.Attribute(attr="remedy", value=ast.Name(id=name)) if name in known:
                return self._passed_on(known[name])
            case ast.Call(func=ast.Name(id=name)) if name in self.functions:
                return self._said_by(self.functions[name], value, known)
        return [GAP]

    def _passed_on(self, made: ast.expr) -> list[str]:
        """Give the remedy of another refusal, which a guard gives as its own."""
        name = getattr(getattr(made, "func", None), "id", "")
        if name in ("standing", "stands_at"):
            return [SEE_NEXT]
        return [
            form
            for node in ast.walk(self.functions.get(name, ast.Pass()))
            if isinstance(node, ast.keyword) and node.arg == "remedy"
            for form in self.words(node.value, {})
        ] or [GAP]

    def _joined(self, parts: Sequence[list[str]]) -> list[str]:
        return ["".join(each).replace(GAP + GAP, GAP) for each in product(*parts)]

    def _said_by(self, function: ast.FunctionDef, call: ast.Call, known: Known) -> list[str]:
        names = [arg.arg for arg in function.args.args]
        inside = {**assigned_in(function), **dict(zip(names, call.args, strict=False))}
        rest = {name: each for name, each in {**known, **inside}.items() if name != "ref"}
        found = [
            form
            for node in ast.walk(function)
            if isinstance(node, ast.Return) and node.value is not None
            for form in self._returned(node.value, rest)
        ]
        return [form for form in found if form != GAP] or [GAP]

    def _returned(self, value: ast.expr, known: Known) -> list[str]:
        match value:
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(by)), attr="join")):
                listed = next(each for each in known.values() if isinstance(each, ast.List))
                return [by.join(self.words(each, known)[0] for each in listed.elts)]
        return self.words(value, known)

    def rules(self, value: ast.expr, known: Known) -> list[str]:
        """Give every rule that a refusal can rest on."""
        match value:
            case ast.Name() if isinstance(getattr(self.module, value.id, None), Authority):
                return [cited(getattr(self.module, value.id))]
            case ast.Name() if value.id in known:
                rest = {name: each for name, each in known.items() if name != value.id}
                return self.rules(known[value.id], rest)
            case ast.IfExp():
                return self.rules(value.body, known) + self.rules(value.orelse, known)
            case ast.Call(func=ast.Name(id="Authority")) | ast.Attribute(value=ast.Name(id="held")):
                return [THE_HOLDS]
            case ast.Call(func=ast.Name(id=name)) if name in self.functions:
                return self._given_by(self.functions[name])
            case ast.Starred() | ast.Attribute() | ast.Subscript():
                return [COUNCILS_OWN]
        return [STEPS_OWN]

    def _given_by(self, function: ast.FunctionDef) -> list[str]:
        """Give the rules that a function gives, with the law that it says it looks for first."""
        inside = assigned_in(function)
        given: Iterator[str] = (
            rule
            for node in ast.walk(function)
            if isinstance(node, ast.Return) and node.value is not None
            for rule in self.rules(node.value, inside)
        )
        said = sentence(getattr(self.module, function.name))
        law = said.removeprefix("Give ").split(", or")[0] if said.startswith("Give the law") else ""
        return [law if law and rule == COUNCILS_OWN else rule for rule in given]
