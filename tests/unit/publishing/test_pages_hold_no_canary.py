"""At no moment of many lives is anything on the pages but what may be published."""

import re

from support.councils import GULLSHIRE, HEREFORDSHIRE, LARKSHIRE, WEALDSHIRE
from support.lives.canaries import CANARY, canary, lives_full_of_canaries
from workflow import Engine, ManualClock
from workflow.answers.as_atom import as_atom
from workflow.answers.as_csv import as_csv
from workflow.answers.as_html import as_html
from workflow.answers.as_ics import as_ics
from workflow.answers.as_json import as_json
from workflow.answers.as_markdown import as_markdown
from workflow.procedures.attempt import Taken

COUNCILS = (HEREFORDSHIRE, LARKSHIRE, GULLSHIRE, WEALDSHIRE)
FORMS = (as_markdown, as_csv, as_atom, as_html, as_json)


def test_no_text_of_a_record_is_on_a_page_but_who_made_the_decision(
    sqlite_engine: Engine, clock: ManualClock
) -> None:
    found: set[str] = set()
    many = 0

    def look(_: Taken) -> None:
        nonlocal many
        publishing = sqlite_engine.publishing
        for council in COUNCILS:
            open_now, plan = publishing.open_for_call_in(council), publishing.forward_plan(council)
            many += len(open_now.decisions)
            written = [str(form(page)) for page in (open_now, plan) for form in FORMS]
            written += [
                as_ics(publishing.open_days(council)),
                as_ics(publishing.plan_days(council)),
            ]
            for text in (*written, *open_now.beside, *plan.beside):
                unfolded = text.replace("\r\n ", "")
                found.update(re.findall(f"{re.escape(CANARY)}[a-z-]+", unfolded))

    sqlite_engine.on_commit(look)
    lives_full_of_canaries(sqlite_engine, clock)
    assert many > 50
    assert found == {canary("body")}
