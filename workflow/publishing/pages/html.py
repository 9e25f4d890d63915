"""A page for the public as a web page: one file, without scripts, with a table of decisions."""

from pathlib import Path
from typing import Any

from workflow.publishing.pages.page import PublicPage
from workflow.publishing.web.own import render

TEMPLATE = "page.html.j2"


def html(page: PublicPage, templates: Path | None = None) -> str:
    """Set a page out as a web page, by the council's own template where there is one. What was
    typed is shown as it was typed, without effect. Raises Invalid for a template that is wrong."""
    return render(TEMPLATE, facts_of(page), templates)


def facts_of(page: PublicPage) -> dict[str, Any]:
    """Give what a template may use: text, lists and maps, and nothing that can act."""
    return {
        "page_title": f"{page.title} – {page.council_name}",
        "title": page.title,
        "council_name": page.council_name,
        "logo": page.logo,
        "logo_alt": page.logo_alt,
        "lead": list(page.lead),
        "caption": page.caption,
        "headings": ["Reference", page.subject, *page.headings],
        "entries": [
            {
                "ref": each.ref,
                "title": each.title,
                "cells": [cell.splitlines() for cell in (each.title, *each.cells)],
            }
            for each in page.entries
        ],
        "nothing": page.nothing,
        "after": list(page.after),
    }
