"""A page for the public as Markdown. What was typed by others is made safe."""

from collections.abc import Iterable, Iterator

from workflow.explanation.renderers.markdown import safe
from workflow.publishing.pages.page import PublicPage


def markdown(page: PublicPage) -> str:
    """Set a page out as Markdown: its title, its table, and what stands before and after."""
    table = "\n".join(_table(page)) if page.entries else safe(page.nothing)
    parts = (
        f"# {safe(page.title)}",
        *map(safe, page.lead),
        table,
        *map(safe, page.after),
    )
    return "\n\n".join(parts) + "\n"


def _table(page: PublicPage) -> Iterator[str]:
    yield _row(("Reference", page.subject, *page.headings))
    yield _row("---" for _ in range(len(page.headings) + 2))
    for entry in page.entries:
        yield _row(map(safe, (entry.ref, entry.title, *entry.cells)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
