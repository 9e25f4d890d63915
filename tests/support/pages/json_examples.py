"""Running the commands on the page on JSON, as a reader would type them."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from json_examples import Example, examples
from support.pages.other_registers import add
from support.pages.register import build
from support.pages.shell import DOCS, Shown, run_all, shown_in
from workflow.clock import LONDON

NOW = datetime(2024, 6, 17, 8, 0, tzinfo=LONDON)
"""When the page says that its examples were run."""
NOTICES = Path(__file__).parents[2] / "data" / "notices.csv"


def write_notices(path: Path) -> None:
    """Write two of the published notices: one irregular, and one by another reading."""
    head, *rows = NOTICES.read_text(encoding="utf-8").splitlines()
    kept = [row for row in rows if row.startswith(("N051,", "N120,"))]
    path.write_text("\n".join([head, *kept, ""]), encoding="utf-8")


def really(folder: Path) -> list[tuple[Example, Any]]:
    """Give each example with what its command really answers."""
    build(folder / "register.db")
    add("json", folder / "register.db")
    write_notices(folder / "notices.csv")
    setting = "export DECISIONS_DB=register.db DECISIONS_COUNCIL=herefordshire"
    example = next(one for one in shown_in(DOCS / "how-to" / "write-an-example.md"))
    plans = shown_in(DOCS / "how-to" / "plan-a-decision.md")
    saved = next(one.command for one in plans if one.command.endswith("> plan.json"))
    before = [Shown(setting, (), NOW), example, Shown(saved, (), NOW)]
    asked = list(examples())
    commands = [Shown(f"decisions {each.command} --json", (), NOW) for each in asked]
    ran = run_all([*before, *commands], folder)[len(before) :]
    return [(each, json.loads(one.said)) for each, one in zip(asked, ran, strict=True)]
