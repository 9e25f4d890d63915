"""Making the notice of a decision from its record, and from its council's rules."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from workflow.clock import london_day
from workflow.constitution.constitution import InForce
from workflow.errors import Refusal
from workflow.explanation.printed_notice import printed_of
from workflow.explanation.timeline import TimelineEntry, lived
from workflow.model.decision import Decision
from workflow.model.kind import Access
from workflow.model.refusal import advising
from workflow.model.state import State
from workflow.model.statement import Statement
from workflow.procedures.making.statement import record_says
from workflow.publishing.asking import Asking, asking_at, logo_at
from workflow.publishing.notice import refusals
from workflow.publishing.notice.agreed import consents
from workflow.publishing.notice.contents import DecisionNotice, HowToAsk
from workflow.publishing.notice.signature import signature
from workflow.register.councils import ConstitutionsOnFile
from workflow.register.ports import UnitOfWork
from workflow.register.rules import RulesOf

_KEPT_FROM_THE_PUBLIC: Final = {
    Access.EXEMPT: "exempt information (Local Government Act 1972, Schedule 12A)",
    Access.CONFIDENTIAL: "confidential information (Local Government Act 1972, section 100A(3))",
}
_ADD_WHERE: Final = (
    "The council's file does not say where a request is sent, so the notice cannot either. Add it "
    "to the file, in [[decision-notice]], with its source: decisions constitution show {council}"
)
_ADD_ADDRESS: Final = (
    "The council's file says to whom a request is sent, and no address, so the notice has none "
    "either. Add address, email or form to the file, in [[decision-notice]]: decisions "
    "constitution show {council}"
)
_CHECK_TITLE: Final = (
    "The title, the decision maker and who signed are printed, although part of this decision is "
    "kept from the public. Check that they say nothing of it."
)
_NOTHING_OPEN: Final = (
    "The notice gives none of the text, because the record does not say which part of it is kept "
    "from the public. To print the rest, record that part by itself: decisions correct {ref} "
    "--withheld TEXT --ruling TEXT"
)


def notice_of(
    work: UnitOfWork, councils: ConstitutionsOnFile, ref: str, now: datetime
) -> DecisionNotice | Refusal:
    """Make the notice of a published decision as it stands now; or say why there is none. Raises
    NotFound."""
    return notice_at_end_of(lived(work, ref), work, councils, now)


def notice_at_end_of(
    life: Sequence[TimelineEntry],
    work: UnitOfWork,
    councils: ConstitutionsOnFile,
    now: datetime,
) -> DecisionNotice | Refusal:
    """Make the notice of a decision by its life, as it stands at the end of that."""
    decision = life[-1].decision
    ref = decision.ref
    rules = RulesOf(councils.named(decision.council), work)
    words = printed_of(life, rules, now)
    if isinstance(words, Refusal):
        return _what_to_do(words, decision)
    statement = work.decisions.statement(decision)
    if statement.is_erased:
        return refusals.STATEMENT_ERASED(ref=ref)
    assert decision.published_at is not None
    today = rules.in_force_on(london_day(now))
    own = asking_at(today)
    logo, logo_alt = logo_at(today)
    is_open = _is_open(decision, now)
    asking = _how_to_ask(own, today) if is_open else None
    secret = statement.access in _KEPT_FROM_THE_PUBLIC or statement.withheld is not None
    text_is_open = not secret or statement.withheld is not None
    beside = [*words.beside]
    if asking is not None and not asking.on_file:
        add = _ADD_ADDRESS if asking.to else _ADD_WHERE
        beside.append(add.format(council=decision.council))
    if secret:
        beside.append(_CHECK_TITLE)
    if not text_is_open:
        beside.append(_NOTHING_OPEN.format(ref=ref))
    shown = statement if text_is_open else None
    events = [each.event for each in life]
    signed_by, signed_on = signature(events)
    return DecisionNotice(
        council=decision.council,
        council_name=today.council_name,
        ref=decision.ref,
        issue_reference=statement.issue_reference,
        title=statement.title,
        kind=statement.kind,
        maker=statement.body,
        made_on=decision.made_on or statement.made_on,
        access=statement.access,
        withheld=_withheld(statement, text_is_open=text_is_open) if secret else "",
        purpose=None if shown is None else shown.purpose,
        decision=None if shown is None else shown.decision,
        reasons=None if shown is None else shown.reasons,
        alternatives=None if shown is None else shown.alternatives,
        conflicts=None if shown is None else shown.conflicts,
        consultation=None if shown is None else shown.consultation,
        attended=() if shown is None else shown.attended,
        apologies=None if shown is None else shown.apologies,
        consents=tuple(
            consents(events, rules, decision, statement.urgency, reasons_are_open=text_is_open)
        ),
        signed_by=signed_by,
        signed_on=signed_on,
        published_at=decision.published_at,
        is_published=True,
        last_day=None if decision.window is None else decision.window.last_day,
        is_open=is_open,
        call_in=words.paragraphs,
        how_to_ask=asking,
        copies="" if own is None else own.copies,
        standing_words="" if own is None else own.standing_words,
        logo=logo,
        logo_alt=logo_alt,
        as_of=now,
        must_say=record_says(rules.in_force_on(london_day(decision.published_at)), statement.kind),
        beside=tuple(beside),
    )


def _what_to_do(words: Refusal, decision: Decision) -> Refusal:
    """Give why there is no notice, with what makes one."""
    advice = refusals.UNPUBLISHED.get(decision.state)
    return words if advice is None else advising(words, advice)


def _is_open(decision: Decision, now: datetime) -> bool:
    window = decision.window
    return decision.state is State.CALL_IN_OPEN and window is not None and window.in_time(now)


def _how_to_ask(own: Asking | None, rules: InForce) -> HowToAsk:
    """Say to whom and where a request is sent. Nothing is made up where that is not on file.

    It goes by the rules of the day of the notice: whoever asks today writes to today's address.
    """
    if own is not None and own.says_where:
        words = f"Send a request for a call-in {own.sent_to}."
        return HowToAsk(to=own.requests_to, words=words, on_file=True)
    to = "" if own is None else own.requests_to
    whom = f"to {to}" if to else "to the council"
    words = f"Send a request for a call-in {whom}. Ask {rules.council_name} where to send it."
    return HowToAsk(to=to, words=words, on_file=False)


def _withheld(statement: Statement, *, text_is_open: bool) -> str:
    """Say that a part is kept from the public, by which law where the statement says that."""
    access = statement.access
    kind = None if access is None else _KEPT_FROM_THE_PUBLIC.get(access)
    why = "" if kind is None else f" It is {kind}."
    if text_is_open:
        return f"A part of this decision is kept from the public, and is not printed here.{why}"
    return (
        "A part of this decision is kept from the public. The text of the decision is not printed "
        f"here.{why.replace('It is', 'That part is')}"
    )
