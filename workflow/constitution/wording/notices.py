"""Notices before a decision, consents, targets and reports, in words."""

from workflow.constitution.provisions.notice import (
    ConsentRule,
    NoticeRule,
    PublicationTarget,
    ReportRule,
)


def notice(value: NoticeRule) -> str:
    """Say how long before a notice comes."""
    return f"{value.days} clear {value.unit} days before"


def consent(value: ConsentRule) -> str:
    """Say who agrees, and of what they must be satisfied."""
    ladders = [", failing whom the ".join(role.label for role in each) for each in value.ladders]
    who = "; and ".join(f"the {each}" for each in ladders)
    hours = value.not_contactable_hours
    passed = f"; one not reached in {hours} hours is passed over" if hours is not None else ""
    return f"{who}, on this ground: {value.ground.rstrip('.')}{passed}"


def target(value: PublicationTarget) -> str:
    """Say how soon a decision is published."""
    if value.days == 0:
        return "on the day it is made"
    return f"within {value.days} working {'day' if value.days == 1 else 'days'} of being made"


def report(value: ReportRule) -> str:
    """Say how often a matter is reported to council."""
    months = value.every_months
    return "every month" if months == 1 else f"every {months} months"
