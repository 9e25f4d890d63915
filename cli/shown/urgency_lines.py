"""Who agreed that a decision is urgent, in words: as it was asked and as it is stated."""

from cli.shown.fitting import wrapped
from cli.shown.names_on_record import NamesOnRecord
from workflow.clock import spoken_day, stamped
from workflow.model.consent import ConsentAnswer, ConsentApplication, ConsentReply, Purpose
from workflow.model.proceedings import Proceedings
from workflow.model.statement import Urgency


def urgency_lines(urgency: Urgency, proceedings: Proceedings, record: NamesOnRecord) -> list[str]:
    """Give the reason for urgency and who agreed to it, in lines."""
    application = proceedings.application(Purpose.SPECIAL_URGENCY)
    lines = [] if application is None else _asked(application, record)
    stated = any((urgency.agreed_by, urgency.capacity, urgency.agreed_on))
    if stated or not lines:
        lines.append(_stated(urgency))
    return [
        "  Special urgency:",
        wrapped(urgency.reason or "no reason recorded", "    "),
        *(wrapped(each, "    ") for each in lines),
    ]


def _asked(asked: ConsentApplication, record: NamesOnRecord) -> list[str]:
    """Give what came of the consent that was asked, office by office."""
    told = [_answered(each, record) for each in asked.answers]
    if asked.is_open:
        told.append(f"Consent was asked {stamped(asked.asked_at)}, and is not given.")
    return told


def _answered(answer: ConsentAnswer, record: NamesOnRecord) -> str:
    who = record.answered.get(answer)
    office, when = record.offices.get(answer, answer.capacity.label), stamped(answer.at)
    office = f"the {office}"
    if answer.reply is ConsentReply.SKIPPED:
        why = "" if answer.why is None else f" ({answer.why.label})"
        return f"{office[0].upper()}{office[1:]} was passed over{why}."
    by = office if who is None else f"{who}, {office}"
    return f"{'Agreed' if answer.reply is ConsentReply.CONSENTED else 'Refused'} by {by}, {when}."


def _stated(urgency: Urgency) -> str:
    on = "" if urgency.agreed_on is None else f" on {spoken_day(urgency.agreed_on)}"
    return (
        f"Agreed by {urgency.agreed_by or 'nobody on record'}"
        f" ({urgency.capacity or 'capacity not recorded'}){on}."
    )
