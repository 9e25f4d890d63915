"""The provisions a constitution may hold: for each its record, and how it is read from a file."""

from collections.abc import Callable
from typing import Final

from workflow.constitution.provisions.council_ends import read_council_ends
from workflow.constitution.provisions.effect import (
    read_implementation,
    read_officer_report,
    read_required_report,
    read_separation,
    read_special_urgency,
    read_written_statement,
)
from workflow.constitution.provisions.grounds import read_grounds
from workflow.constitution.provisions.notice import (
    read_consent,
    read_notice,
    read_report,
    read_target,
)
from workflow.constitution.provisions.period import read_period, read_subject
from workflow.constitution.provisions.request import read_request
from workflow.constitution.provisions.scrutiny import (
    read_direction,
    read_limit,
    read_membership,
    read_outcomes,
    read_reconsidered,
)
from workflow.files.toml_table import TableReader

READERS: Final[dict[str, Callable[[TableReader], object]]] = {
    "call-in-period": read_period,
    "subject-to-call-in": read_subject,
    "call-in-request": read_request,
    "call-in-grounds": read_grounds,
    "membership": read_membership,
    "scrutiny-meets": read_limit,
    "scrutiny-outcomes": read_outcomes,
    "direction": read_direction,
    "reconsidered-by": read_limit,
    "reconsidered": read_reconsidered,
    "council-meets": read_limit,
    "key-decision-notice": read_notice,
    "general-exception-notice": read_notice,
    "private-meeting-notice": read_notice,
    "private-meeting-further": read_notice,
    "special-urgency-consent": read_consent,
    "private-meeting-consent": read_consent,
    "exemption-consent": read_consent,
    "publication-target": read_target,
    "special-urgency-report": read_report,
    "exemption-report": read_report,
    "call-in-report": read_report,
    "written-statement": read_written_statement,
    "early-implementation-consent": read_consent,
    "officer-report": read_officer_report,
    "required-report": read_required_report,
    "separation": read_separation,
    "special-urgency": read_special_urgency,
    "implementation": read_implementation,
    "council-ends": read_council_ends,
}
"""Each table of a constitution file, by its name, in the order in which they are shown."""
