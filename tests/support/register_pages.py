"""Pages of other registers, made for one test each, and decisions as they are read off them."""

from datetime import date
from pathlib import Path
from typing import Any

from workflow.engine import Engine
from workflow.importing import ListedDecision, SourceRead, read_page
from workflow.importing.assess import assess
from workflow.model.people import Actor

DATA = Path(__file__).parents[1] / "data" / "listings"
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


def a_listed(**more: Any) -> ListedDecision:
    """Give a decision of Herefordshire's as its register lists it, ended long ago."""
    given: dict[str, Any] = {
        "source": "list.html",
        "title": "Ofsted action plan",
        "identity": "5038",
        "site": "https://councillors.example",
        "decided_by": "Cabinet",
        "made_on": date(2018, 3, 6),
        "published_on": date(2018, 3, 6),
        "effective_from": date(2018, 3, 13),
        "is_key": False,
        "is_subject_to_call_in": True,
        "call_ins": 0,
        "decision": "That the plan be approved.",
        "raw": (("Decision Maker", "Cabinet"),),
    }
    return ListedDecision(**{**given, **more})


def import_listed(
    engine: Engine, by: Actor, *listed: ListedDecision, council: str = "herefordshire"
) -> Any:
    """Assess decisions as they are listed, and import them."""
    calendar = engine.calendars.of(council)
    constitution, now = engine.councils.named(council), engine.clock.now()
    found = tuple(assess(each, constitution, calendar, now) for each in listed)
    return engine.imports.write(council, found, by=by)
