"""Small pages of a register, made for one test each."""

from pathlib import Path

from workflow.importing import ListedDecision, SourceRead, read_page

DATA = Path(__file__).parents[2] / "data" / "listings"
HEADS = ("Title", "Date of decision", "Effective from")


def link(title: str, number: object = 7) -> str:
    """Give a link to a decision."""
    return f'<a href="ieDecisionDetails.aspx?ID={number}">{title}</a>'


def row(*cells: object, tag: str = "td") -> str:
    """Give a row of a table."""
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def table(*rows: str, heads: tuple[str, ...] = HEADS, heading: str = "Decisions published") -> str:
    """Give a list of decisions as a table."""
    caption = f"<caption>{heading}</caption>" if heading else ""
    return f"<table>{caption}{row(*heads, tag='th')}{''.join(rows)}</table>"


def whole(body: str, head: str = "") -> str:
    """Give a whole page."""
    return f'<html><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'


def details(*labels: tuple[str, str], title: str = "A flag", head: str = "") -> str:
    """Give the page of one decision, its labels marked as ModernGov marks them."""
    lines = (f'<p><span class="mgLabel">{a}: </span>{b}</p>' for a, b in labels)
    return whole(f'<h2 class="mgSubTitleTxt">{title}</h2>{"".join(lines)}', head)


def read(page: str, name: str = "page.html") -> SourceRead:
    """Read a page."""
    return read_page(page.encode(), name)


def one(page: str) -> ListedDecision:
    """Read a page that holds one decision, and nothing that cannot be read."""
    found = read(page)
    assert found.unread == ()
    assert len(found.listed) == 1
    return found.listed[0]


def from_data(name: str) -> SourceRead:
    """Read one of the made-up pages that lie beside the tests."""
    return read_page((DATA / name).read_bytes(), name)
