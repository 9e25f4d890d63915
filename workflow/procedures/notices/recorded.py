"""A notice that stands on the record already is not recorded again."""

from dataclasses import fields

from workflow.errors import Refusal
from workflow.procedures.case import Case
from workflow.procedures.notices import refusals
from workflow.procedures.notices.events import NoticeGiven
from workflow.procedures.notices.inputs import GiveNotice

NOTICE_APART = ("kind", "published_at", "where", "decide_from", "decide_until")
"""The parts of a notice that stand apart in the journal, and not among its particulars."""


def particulars_of(inputs: GiveNotice) -> tuple[str, ...]:
    """Give what a notice says, each part with its name, as it is kept."""
    parts = [each.name for each in fields(inputs) if each.name not in NOTICE_APART]
    said = ((name, getattr(inputs, name)) for name in parts)
    return tuple(f"{name}: {text}" for name, text in said if text is not None)


def notice_is_new(case: Case) -> Refusal | None:
    """The same notice, published at the same time, is not on record yet."""
    details, decision = case.inputs, case.subject
    if not isinstance(details, GiveNotice):
        return None
    known = [(each.kind, each.published_at) for each in decision.proceedings.notices]
    if (details.kind, details.published_at) not in known:
        return None
    for event, erased in case.rules.on_record(decision.ref, NoticeGiven):
        if (
            isinstance(event, NoticeGiven)
            and all(getattr(event, part) == getattr(details, part) for part in NOTICE_APART)
            and ("particulars" in erased or event.particulars == particulars_of(details))
        ):
            return refusals.NOTICE_RECORDED(
                ref=decision.ref, kind=event.kind, published_at=event.published_at
            )
    return None
