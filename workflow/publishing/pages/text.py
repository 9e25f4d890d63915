"""A page for the public as plain text, as wide as the face that shows it."""

from collections.abc import Iterator

from workflow.explanation.renderers.page import Page
from workflow.publishing.pages.page import PublicPage


def text_lines(page: PublicPage, face: Page) -> Iterator[str]:
    """Give the lines of a page: its title, each decision with what is said of it, and the rest."""
    yield page.title
    for paragraph in page.lead:
        yield face.wrapped(paragraph, "", "")
    if not page.entries:
        yield from ("", page.nothing)
    for entry in page.entries:
        yield ""
        yield face.wrapped(f"{entry.ref}: {_one_line(entry.title)}", "", "  ")
        for heading, cell in zip(page.headings, entry.cells, strict=True):
            if cell:
                yield face.wrapped(f"{heading}: {_one_line(cell)}", "  ", "    ")
    for paragraph in page.after:
        yield ""
        yield face.wrapped(paragraph, "", "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
