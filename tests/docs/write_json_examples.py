"""Write what the commands on the page on JSON really answer, cut short, to docs/made/json.

Run it when an answer has changed, and docs/generate.py after it.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "docs")]

from json_examples import MADE, written  # noqa: E402
from support.pages.json_examples import really  # noqa: E402

if __name__ == "__main__":
    MADE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for each, answer in really(Path(folder)):
            text = f"{written(each.cut(answer))}\n"
            (MADE / f"{each.name}.json").write_text(text, encoding="utf-8")
