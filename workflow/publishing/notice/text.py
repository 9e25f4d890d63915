"""The notice of a decision as plain text, from which `statement read` has the same facts.

A label begins a line. A short answer stands beside its label; other text stands below it, each
paragraph two spaces in, and its further lines two more. The last line names this form.
"""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.parts import NoticePart, parts
from workflow.publishing.pages.page import seen

FORM: Final = "Laid out as: notice of a decision, form 1"
"""The last line, by which a text laid out here is known."""
STEP: Final = "  "
"""How far text stands in from its label, and a line that goes on from where it began."""
ITEM: Final = "- "
"""What an item of a list begins with."""
_WIDTH: Final = 80


def notice_text(notice: DecisionNotice, width: int = _WIDTH) -> str:
    """Set a notice out as text, in lines of so many characters where its words allow that."""
    lines = [seen(notice.council_name), "Notice of a decision", ""]
    below_text = False
    for part in parts(notice):
        if below_text or not part.short:
            lines.append("")
        lines += _part(part, width)
        below_text = not part.short
    return "\n".join([*lines, "", FORM]) + "\n"


def _part(part: NoticePart, width: int) -> Iterator[str]:
    if part.short:
        yield from _folded(f"{part.label}: {part.paragraphs[0]}", width, "", STEP * 2)
        return
    yield f"{part.label}:"
    for paragraph in part.paragraphs:
        if part.items:
            first, *others = paragraph.splitlines() or [""]
            yield from _folded(first, width, STEP + ITEM, STEP * 3)
            for line in others:
                yield from _folded(line, width, STEP * 2, STEP * 3)
        else:
            yield from _folded(paragraph, width, STEP, STEP * 2)


def _folded(text: str, width: int, first: str, others: str) -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )
