"""On whose account a decision may be held."""

from enum import StrEnum


class Holder(StrEnum):
    """On whose account a decision is held."""

    MONITORING_OFFICER = "monitoring-officer"
    FINANCE_OFFICER = "finance-officer"
    COURT = "court"
