"""Every JSON example in the reference is what the command really answers."""

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import docs_register
import pytest
from docs_councils import add
from docs_shell import DOCS, GAP, Shown, run_all, shown_in

from workflow.clock import LONDON

NOW = datetime(2024, 6, 17, 8, 0, tzinfo=LONDON)
"""When the page says that its examples were run."""
NOTICES = Path(__file__).parents[1] / "data" / "notices.csv"
EXAMPLE = re.compile(r"```sh\n(decisions [^\n]*--json)\n```\n\n```json\n(.*?)\n```", re.DOTALL)


def unlike(shown: Any, real: Any, place: str = "$") -> list[str]:
    """Give every place at which the real answer is not what is shown."""
    if shown == GAP:
        return []
    if isinstance(shown, dict) and isinstance(real, dict):
        found = [f"{place}.{name}" for name in shown.keys() ^ real.keys()]
        for name in shown.keys() & real.keys():
            found += unlike(shown[name], real[name], f"{place}.{name}")
        return found
    if isinstance(shown, list) and isinstance(real, list):
        more = bool(shown) and shown[-1] == GAP
        told = shown[:-1] if more else shown
        if len(real) < len(told) + more or (len(real) > len(told) and not more):
            return [place]
        return [
            one for n, item in enumerate(told) for one in unlike(item, real[n], f"{place}[{n}]")
        ]
    return [] if shown == real and type(shown) is type(real) else [place]


def write_notices(path: Path) -> None:
    """Write two of the published notices: one irregular, and one by another reading."""
    head, *rows = NOTICES.read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if row.startswith(("N051,", "N120,"))]
    path.write_text("\n".join([head, *kept, ""]), encoding="utf-8")


def test_the_json_shown_is_the_json_given(tmp_path: Path) -> None:
    """Each example's names and values are those that the command gives, no more and no fewer."""
    docs_register.build(tmp_path / "register.db")
    add("json", tmp_path / "register.db")
    write_notices(tmp_path / "notices.csv")
    page = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    examples = EXAMPLE.findall(page)
    assert len(examples) >= 15
    setting = "export DECISIONS_DB=register.db DECISIONS_COUNCIL=herefordshire"
    written = next(one for one in shown_in(DOCS / "how-to" / "write-an-example.md"))
    plans = shown_in(DOCS / "how-to" / "plan-a-decision.md")
    saved = next(one.command for one in plans if one.command.endswith("> plan.json"))
    commands = [Shown(setting, (), NOW), written, Shown(saved, (), NOW)]
    commands += [Shown(command, (), NOW) for command, _ in examples]
    for (command, shown), ran in zip(examples, run_all(commands, tmp_path)[3:], strict=True):
        assert unlike(json.loads(shown), json.loads(ran.said)) == [], f"{command}\n{ran.said}"


@pytest.mark.parametrize(
    ("shown", "real"),
    [
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"a": 1, "b": 2}),
        ([1], [1, 2]),
        ([1, "…"], [1]),
        (0, False),
    ],
)
def test_what_differs_is_noticed(shown: Any, real: Any) -> None:
    """A value, a name or an item that differs is found."""
    assert unlike(shown, real)
