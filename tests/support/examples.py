"""The worked examples, as they lie in tests/examples, and copies of them with a thing changed."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
FILES = sorted(EXAMPLES.glob("*.toml"))
OFSTED = EXAMPLES / "01-herefordshire-ofsted.toml"
REFUSED = EXAMPLES / "33-scrutiny-late.toml"


def altered(tmp_path: Path, before: str, after: str, of: Path = OFSTED) -> Path:
    """Give a copy of an example with one thing changed."""
    text = of.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "altered.toml"
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    return path
