"""A page for the public as a web page: one file, without scripts, with a table of decisions."""

from workflow.publishing.pages.page import PublicPage
from workflow.publishing.web.environment import render


def html(page: PublicPage) -> str:
    """Set a page out as a web page. What was typed is shown as it was typed, without effect."""
    rows = [{"ref": each.ref, "cells": (each.title, *each.cells)} for each in page.entries]
    return render(
        "page.html.j2",
        page_title=f"{page.title} – {page.council_name}",
        title=page.title,
        logo="",
        logo_alt="",
        lead=page.lead,
        caption=page.caption,
        headings=("Reference", page.subject, *page.headings),
        entries=rows,
        nothing=page.nothing,
        after=page.after,
    )
