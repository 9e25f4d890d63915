"""Every table of a constitution file: its title, what it says, and what follows without it."""

from typing import Final, NamedTuple


class TableDescription(NamedTuple):
    """One table, told."""

    title: str
    says: str
    without: str
    """What the engine does where it is not on file."""


TABLES: Final[dict[str, TableDescription]] = {
    "call-in-period": TableDescription(
        "Call-in period",
        "How long a decision may be called in.",
        "One that may be called in cannot be published.",
    ),
    "subject-to-call-in": TableDescription(
        "Subject to call-in",
        "Which kinds of decision may be called in.",
        "Nothing can be published, but what is exempt.",
    ),
    "call-in-request": TableDescription(
        "Call-in request",
        "Who may ask, who rules on it, within what limits.",
        "Who asks is not checked; an officer rules.",
    ),
    "call-in-grounds": TableDescription(
        "Grounds for call-in",
        "On what grounds.",
        "Any ground will do.",
    ),
    "membership": TableDescription(
        "Membership",
        "How many members the council has.",
        "A part of them cannot be counted.",
    ),
    "scrutiny-meets": TableDescription(
        "Scrutiny meets",
        "By when scrutiny meets on a called-in decision.",
        "No clock runs.",
    ),
    "scrutiny-outcomes": TableDescription(
        "What scrutiny may do",
        "What scrutiny may do with it.",
        "It may let it stand or refer it back.",
    ),
    "direction": TableDescription(
        "Direction not to implement",
        "How long a direction not to implement may last.",
        "Scrutiny cannot direct.",
    ),
    "reconsidered-by": TableDescription(
        "Reconsidered by",
        "By when its maker looks again.",
        "No clock runs.",
    ),
    "reconsidered": TableDescription(
        "A decision changed on reconsideration",
        "What a decision is once its maker has changed it.",
        "It cannot be changed, only confirmed or rescinded.",
    ),
    "council-meets": TableDescription(
        "Full council meets",
        "By when full council meets on it.",
        "No clock runs.",
    ),
    "key-decision-notice": TableDescription(
        "Notice of a key decision",
        "How long before a key decision its notice comes.",
        "Notice is not checked.",
    ),
    "general-exception-notice": TableDescription(
        "Notice under a general exception",
        "The same, under a general exception.",
        "That road is closed.",
    ),
    "private-meeting-notice": TableDescription(
        "Notice of a private meeting",
        "How long before a private meeting its notice comes.",
        "It is not checked.",
    ),
    "private-meeting-further": TableDescription(
        "Further notice of a private meeting",
        "The same, for the further notice.",
        "It is not checked.",
    ),
    "special-urgency-consent": TableDescription(
        "Consent to special urgency",
        "Who agrees to special urgency.",
        "It cannot be asked for.",
    ),
    "private-meeting-consent": TableDescription(
        "Consent to a private meeting",
        "Who agrees to a private meeting at short notice.",
        "It cannot be asked for.",
    ),
    "exemption-consent": TableDescription(
        "Consent to exemption from call-in",
        "Who agrees to exemption from call-in.",
        "It cannot be asked for.",
    ),
    "publication-target": TableDescription(
        "Publication target",
        "Within how many days a decision is to be published.",
        "Nothing is called late.",
    ),
    "special-urgency-report": TableDescription(
        "Report on special urgency",
        "How often special urgency is reported to council.",
        "No next report is named.",
    ),
    "exemption-report": TableDescription(
        "Report on exemptions",
        "The same, for exemptions.",
        "No next report is named.",
    ),
    "call-in-report": TableDescription(
        "Report on call-ins",
        "The same, for requests to call in.",
        "No next report is named.",
    ),
    "written-statement": TableDescription(
        "Written statement",
        "What the record of a decision says, and when it is signed.",
        "It is signed before it is published.",
    ),
    "early-implementation-consent": TableDescription(
        "Consent to acting early",
        "Who agrees to act before the statement is signed.",
        "It cannot be asked for.",
    ),
    "officer-report": TableDescription(
        "An officer's report",
        "Within how many days an officer's report is considered.",
        "No day is named on a hold.",
    ),
    "required-report": TableDescription(
        "Report required by scrutiny",
        "Whether scrutiny may require a report on a decision that was not treated as key.",
        "Scrutiny may not require one.",
    ),
    "separation": TableDescription(
        "Separation of duties",
        "Which duties may not fall to one person.",
        "The engine's own rules only.",
    ),
    "special-urgency": TableDescription(
        "Special urgency",
        "Whether special urgency exempts from call-in.",
        "Special urgency exempts nothing.",
    ),
    "implementation": TableDescription(
        "Implementation",
        "Whether carrying out is recorded as a step.",
        "Carrying out is recorded as a step.",
    ),
    "council-ends": TableDescription(
        "End of the council",
        "On what day the council is abolished, and which councils take its place.",
        "Its rules hold for good.",
    ),
}
