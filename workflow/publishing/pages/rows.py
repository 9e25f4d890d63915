"""The two pages as rows of a spreadsheet, one a decision: each instant in ISO 8601 with its offset,
and beside it in words."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from workflow.clock import london
from workflow.publishing.forward_plan import ForwardPlan
from workflow.publishing.open_decisions import OpenForCallIn
from workflow.publishing.pages.page import seen

OPEN_COLUMNS: Final = (
    "ref",
    "title",
    "kind",
    "made_by",
    "made_on",
    "published_at",
    "last_day",
    "request_deadline",
    "deadline_included",
    "until",
    "may_ask",
    "effective_from",
    "takes_effect",
    "remarks",
    "requests_to",
    "requests_address",
    "requests_email",
    "requests_form",
)
PLAN_COLUMNS: Final = (
    "ref",
    "notice",
    "notice_published_at",
    "notice_published_where",
    "matter",
    "maker",
    "decide_from",
    "decide_until",
    "when",
    "documents",
    "copies",
    "not_stated",
    "text_erased",
    "day_has_passed",
    "private_notice_published_at",
    "private_reasons",
    "private_representations",
)

Row = tuple[str, ...]


def open_rows(found: OpenForCallIn) -> Iterator[Row]:
    """Give a row for each decision that is open for call-in."""
    asking = found.asking
    to = ("",) * 4
    if asking is not None:
        to = (asking.requests_to, asking.address, asking.email, asking.form)
    for each in found.decisions:
        yield (
            each.ref,
            _or_blank(each.title),
            each.kind.value,
            _or_blank(each.maker),
            _day(each.made_on),
            _instant(each.published_at),
            each.last_day.isoformat(),
            _instant(each.request_deadline),
            _yes(each.deadline_included),
            each.until,
            _or_blank(each.may_ask),
            _instant(each.effective_from),
            _or_blank(each.takes_effect),
            " ".join(each.remarks),
            *to,
        )


def plan_rows(found: ForwardPlan) -> Iterator[Row]:
    """Give a row for each key decision to come."""
    for each in found.decisions:
        private = each.private
        yield (
            each.ref,
            each.notice.value,
            _instant(each.published_at),
            each.where,
            _or_blank(each.matter),
            _or_blank(each.maker),
            _day(each.decide_from),
            _day(each.decide_until),
            _or_blank(each.when),
            _or_blank(each.documents),
            _or_blank(each.copies),
            " ".join(each.missing),
            _yes(each.erased),
            _yes(each.overdue),
            *(
                ("", "", "")
                if private is None
                else (
                    _instant(private.published_at),
                    _or_blank(private.reasons),
                    _or_blank(private.representations),
                )
            ),
        )


def _or_blank(text: str | None) -> str:
    return seen(text or "")


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _instant(instant: datetime | None) -> str:
    return "" if instant is None else london(instant).isoformat()


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
