"""The notice of a decision as a web page: one file, without scripts, for any reader."""

from pathlib import Path
from typing import Any

from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.parts import NoticePart, parts
from workflow.publishing.web.own import render

TEMPLATE = "notice.html.j2"


def notice_html(notice: DecisionNotice, templates: Path | None = None) -> str:
    """Set a notice out as a web page, by the council's own template where there is one. What was
    typed is shown as it was typed, without effect. Raises Invalid for a template that is wrong."""
    return render(TEMPLATE, facts_of(notice), templates)


def facts_of(notice: DecisionNotice) -> dict[str, Any]:
    """Give what a template may use: text, numbers, lists and maps, and nothing that can act.

    `facts` are the short answers, `parts` the rest in order, and `by_label` all of them by label.
    """
    every = [_plain(part) for part in parts(notice)]
    first = next((place for place, part in enumerate(every) if not part["short"]), len(every))
    title = every[0]["paragraphs"][0]
    return {
        "page_title": f"{notice.ref}: {title} – {notice.council_name}",
        "title": title,
        "ref": notice.ref,
        "council_name": notice.council_name,
        "is_open": notice.is_open,
        "facts": every[1:first],
        "parts": every[first:],
        "by_label": {part["label"]: part["paragraphs"] for part in every},
        "logo": notice.logo,
        "logo_alt": notice.logo_alt,
    }


def _plain(part: NoticePart) -> dict[str, Any]:
    return {
        "label": part.label,
        "short": part.short,
        "items": part.items,
        "paragraphs": list(part.paragraphs),
        "lines": [paragraph.splitlines() for paragraph in part.paragraphs],
    }
