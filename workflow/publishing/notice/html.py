"""The notice of a decision as a web page: one file, without scripts, for any reader."""

from workflow.publishing.notice.contents import DecisionNotice
from workflow.publishing.notice.parts import parts
from workflow.publishing.web.environment import render


def notice_html(notice: DecisionNotice) -> str:
    """Set a notice out as a web page. What was typed is shown as it was typed, without effect."""
    every = tuple(parts(notice))
    first = next((place for place, part in enumerate(every) if not part.short), len(every))
    return render(
        "notice.html.j2",
        page_title=f"{notice.ref}: {every[0].paragraphs[0]} – {notice.council_name}",
        logo=notice.logo,
        logo_alt=notice.logo_alt,
        title=every[0].paragraphs[0],
        council_name=notice.council_name,
        facts=every[1:first],
        parts=every[first:],
    )
