"""The notice of a decision in Markdown, for a web page or a message."""

from collections.abc import Iterator

from workflow.explanation.renderers.markdown import safe
from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.parts import NoticePart, parts


def notice_markdown(notice: DecisionNotice) -> str:
    """Set a notice out in Markdown. What was typed is shown as it was typed, and has no effect."""
    blocks = [f"# {safe(notice.title)}", f"{safe(notice.council_name)}: notice of a decision"]
    short = list[str]()
    for part in parts(notice):
        if part.short and part.label != "Title":
            short.append(f"- **{safe(part.label)}:** {safe(part.paragraphs[0])}")
        elif not part.short:
            blocks += ["\n".join(short)] if short else []
            short = []
            blocks += [f"## {safe(part.label)}", *_text(part)]
    blocks += ["\n".join(short)] if short else []
    return "\n\n".join(blocks) + "\n"


def _text(part: NoticePart) -> Iterator[str]:
    if not part.items:
        yield from map(safe, part.paragraphs)
        return
    items = (
        "\n  ".join(f"{safe(line)}\\" for line in item.splitlines()).removesuffix("\\")
        for item in part.paragraphs
    )
    yield "\n".join(f"- {item}" for item in items)
