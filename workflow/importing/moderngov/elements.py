"""What each element of a page does to what stands in it: told by its tag and its classes."""

from functools import lru_cache
from typing import Final, NamedTuple

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""Elements that begin and end a line."""
_SKIPPED: Final = frozenset({
    "applet", "audio", "button", "canvas", "datalist", "footer", "frame", "frameset", "head",
    "iframe", "math", "nav", "noembed", "noframes", "noscript", "object", "script", "select",
    "style", "svg", "template", "textarea", "video",
})  # fmt: skip
"""Elements of which nothing is read."""
_SKIPPED_CLASSES: Final = frozenset({"mgfooter", "mglinks", "mgactionlist", "mgfilesize"})
"""ModernGov's own names for what stands around a decision, and for the size of a file."""
_HIDDEN_CLASSES: Final = frozenset({"mghide", "sr-only", "visually-hidden", "visuallyhidden"})
_PROSE_CLASSES: Final = frozenset({"mgwordpara", "msonormal"})
_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "caption": 2}
_VOID: Final = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr",
})  # fmt: skip
_LONGEST_CLASS: Final = 300


class Marks(NamedTuple):
    """What one element does."""

    blocks: bool
    """It begins and ends a line."""
    begins: bool
    """It begins a line, though it may end within one."""
    alters: bool
    """It does any of what follows."""
    skips: bool = False
    """Nothing in it is read."""
    hidden: bool = False
    """What stands in it is not shown on a screen."""
    label: bool = False
    """It is the register's own mark of a label."""
    bold: bool = False
    """It is bold, and may be a label."""
    prose: bool = False
    """It was pasted from a word processor."""
    names: bool = False
    """It is marked as the title of the decision."""
    level: int = 0
    """The level of a heading; 0 where it is none."""


def marks_of(tag: str, classes: str, *, hidden: bool) -> Marks:
    """Give what an element does; `hidden` says that its own style or attribute hides it."""
    return _marks_of(tag, classes[:_LONGEST_CLASS].lower(), hidden)


@lru_cache(maxsize=1_000)
def _marks_of(tag: str, classes: str, hidden: bool) -> Marks:
    names = classes.split()
    level = _HEADINGS.get(tag, 0)
    marks = {
        "skips": tag not in _VOID and (tag in _SKIPPED or not _SKIPPED_CLASSES.isdisjoint(names)),
        "hidden": hidden or not _HIDDEN_CLASSES.isdisjoint(names),
        "label": tag == "dt" or "mglabel" in names,
        "bold": tag in ("b", "strong", "label"),
        "prose": any(n in _PROSE_CLASSES or n.startswith("wordsection") for n in names),
        "names": "mgsubtitletxt" in names,
    }
    if "mgsectiontitle" in names:
        level = level or 2
    return Marks(
        blocks=tag in _BLOCKS,
        begins=marks["label"],
        alters=bool(level) or any(marks.values()),
        level=level,
        **marks,
    )
