"""What each step brings about: the event that goes on the record, and nothing else."""

from dataclasses import replace

from workflow.clock import spoken_day
from workflow.model import details as asks
from workflow.model import events as e
from workflow.policy.call_in_guards import (
    counts_as_implemented,
    not_callable,
    the_window,
    urgency_exemption,
)
from workflow.policy.case import Case
from workflow.policy.window import recount


def drafted(case: Case) -> e.Event:
    """The first draft."""
    given = case.details
    assert isinstance(given, asks.Draft)
    statement = given.statement
    return e.Drafted(
        at=case.at,
        council=given.council,
        kind=statement.kind,
        title=statement.title,
        statement=statement,
    )


def amended(case: Case) -> e.Event:
    """The draft as it now reads."""
    given = case.details
    assert isinstance(given, asks.Amend)
    statement = given.statement
    return e.Amended(at=case.at, kind=statement.kind, title=statement.title, statement=statement)


def signed(case: Case) -> e.Event:
    """The signature, with the day on which the decision was made."""
    given, made_on = case.details, case.statement.made_on
    assert isinstance(given, asks.Sign)
    assert made_on is not None
    return e.Signed(at=case.at, made_on=made_on, signatory=given.signatory)


def published(case: Case) -> e.Event:
    """Publication."""
    given = case.details
    assert isinstance(given, asks.Publish)
    return e.Published(at=case.at, where=given.where)


def call_in_opened(case: Case) -> e.Event:
    """The call-in period, with its days and its two instants."""
    return e.CallInOpened(at=case.at, window=the_window(case))


def took_effect(case: Case) -> e.Event:
    """Effect at once, with why no call-in period opened."""
    urgent = urgency_exemption(case)
    edition = case.in_force.edition
    if urgent is not None:
        urgency = case.statement.urgency
        assert urgency is not None
        assert urgency.agreed_on is not None
        return e.TookEffect(
            at=case.at,
            because="Special urgency applies, so the decision is not subject to call-in.",
            authority=urgent.authority,
            edition=edition,
            stated=f"{urgency.reason} Agreed by {urgency.agreed_by}, as {urgency.capacity}, on "
            f"{spoken_day(urgency.agreed_on)}.",
        )
    by_kind = not_callable(case)
    assert by_kind is not None
    return e.TookEffect(
        at=case.at,
        because=f"A decision of this kind ({case.subject.kind}) is not subject to call-in.",
        authority=by_kind.authority,
        edition=edition,
        stated="No period for call-in opens.",
    )


def called_in(case: Case) -> e.Event:
    """The call-in, with who asked, why, and when it was received."""
    given = case.details
    assert isinstance(given, asks.CallIn)
    return e.CalledIn(
        at=case.at,
        received_at=given.received_at,
        requested_by=given.requested_by,
        grounds=given.grounds,
    )


def request_found(case: Case) -> e.Event:
    """The request that was found late, with who asked, why, and when it was received."""
    given = case.details
    assert isinstance(given, asks.CallIn)
    return e.RequestFound(
        at=case.at,
        received_at=given.received_at,
        requested_by=given.requested_by,
        grounds=given.grounds,
    )


def resolved(case: Case) -> e.Event:
    """The end of the call-in."""
    given = case.details
    assert isinstance(given, asks.Resolve)
    return e.CallInResolved(at=case.at, outcome=given.outcome, reason=given.reason)


def closed(case: Case) -> e.Event:
    """The end of the period, dated at the legal instant however late it is recorded."""
    at = case.subject.due_effect
    assert at is not None
    return e.CallInClosed(at=at)


def deadline_reviewed(case: Case) -> e.Event:
    """The deadline kept or revised, with the days as they now count."""
    given, window = case.details, case.subject.window
    assert isinstance(given, asks.ReviewDeadline)
    assert window is not None
    again = recount(window, case.rules.calendar(window.effective_from))
    if given.outcome is asks.Review.KEEP:
        again = replace(window, calendar_hash=again.calendar_hash)
    return e.DeadlineReviewed(at=case.at, outcome=given.outcome, window=again, reason=given.reason)


def implemented_by_rule(case: Case) -> e.Event:
    """Implementation, where the council records no later step."""
    rule, effective_at = counts_as_implemented(case), case.subject.effective_at
    assert rule is not None
    assert effective_at is not None
    return e.ImplementedByRule(at=effective_at, authority=rule)


def implemented(case: Case) -> e.Event:
    """Implementation, with what was done."""
    given = case.details
    assert isinstance(given, asks.Implement)
    return e.Implemented(at=case.at, evidence=given.evidence)


def withdrawn(case: Case) -> e.Event:
    """Withdrawal, with its reason."""
    given = case.details
    assert isinstance(given, asks.Because)
    return e.Withdrawn(at=case.at, reason=given.reason)


def held(case: Case) -> e.Event:
    """The hold, on whose account, under what authority and why."""
    given = case.details
    assert isinstance(given, asks.Hold)
    return e.Held(
        at=case.at, on_account_of=given.on_account_of, under=given.under, reason=given.reason
    )


def released(case: Case) -> e.Event:
    """The end of the hold."""
    given = case.details
    assert isinstance(given, asks.Because)
    return e.Released(at=case.at, reason=given.reason)
