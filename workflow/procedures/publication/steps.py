"""Putting a decision before the public, and the period or the effect that follows."""

from datetime import datetime
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14
from workflow.clock import london_day, spoken, spoken_day
from workflow.constitution.jurisdiction import law_of
from workflow.constitution.provisions.consent import EARLY_IMPLEMENTATION_CONSENT, EXEMPTION_CONSENT
from workflow.constitution.wording.readings import NOT_KNOWN
from workflow.model.consent import Application, Purpose
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import State
from workflow.procedures.case import Case
from workflow.procedures.consents.consent_order import consented_exemption
from workflow.procedures.making import signing, urgency
from workflow.procedures.making.steps import COMPLETE, road_of
from workflow.procedures.publication import guards as period
from workflow.procedures.publication.events import (
    CallInOpened,
    MinutesSigned,
    Published,
    PublishedUnsigned,
    TookEffect,
)
from workflow.procedures.publication.exemption import (
    exemption_states_its_reason,
    exemption_was_agreed,
    wants_its_reason,
)
from workflow.procedures.publication.guards import it_was_published_here
from workflow.procedures.publication.inputs import Publish, PublishUnsigned, SignMinutes
from workflow.procedures.publication.wrong_state import no_second_publication
from workflow.procedures.shared import every_step
from workflow.procedures.shared.council_ends import the_council_has_not_ended
from workflow.procedures.shared.signatories import mark_of
from workflow.procedures.step import Step

_PUBLISHED = (
    State.CALL_IN_OPEN,
    State.CALLED_IN,
    State.REFERRED_BACK,
    State.REFERRED_TO_COUNCIL,
    State.EFFECTIVE,
    State.IMPLEMENTED,
)


def published(case: Case) -> Event:
    """Publication."""
    given = case.details
    assert isinstance(given, Publish)
    return Published(at=case.at, where=given.where, target=period.missed_target(case))


def call_in_opened(case: Case) -> Event:
    """The call-in period, with its days and its two instants."""
    return CallInOpened(at=case.at, window=period.the_window(case))


def took_effect(case: Case) -> Event:
    """Effect at once, with why no call-in period opened."""
    acted_at = case.subject.proceedings.acted_at
    if acted_at is not None:
        return _acted_on(case, acted_at)
    consented, urgent = consented_exemption(case), urgency.urgency_exemption(case)
    if consented is not None:
        return _exempt(case, consented)
    if urgent is not None:
        return TookEffect(
            at=case.at,
            because="Special urgency applies, so the decision is not subject to call-in.",
            authority=urgent.authority,
            edition=case.in_force.edition,
            stated=_agreed(case),
        )
    by_kind = period.not_callable(case)
    assert by_kind is not None
    return TookEffect(
        at=case.at,
        because=f"A decision of this kind ({case.subject.kind}) is not subject to call-in.",
        authority=by_kind.authority,
        edition=case.in_force.edition,
        stated=f"No period for call-in opens.{f' {NOT_KNOWN}' if by_kind.assumed else ''}",
    )


def _acted_on(case: Case, acted_at: datetime) -> Event:
    provision = case.in_force[EARLY_IMPLEMENTATION_CONSENT]
    agreed = case.subject.proceedings.granted(Purpose.EARLY_IMPLEMENTATION)
    return TookEffect(
        at=case.at,
        because=f"It was carried out at {spoken(acted_at)}, by consent that it could not wait for "
        "its written statement.",
        authority=law_of(case.rules.nation, REG_14) if provision is None else provision.authority,
        edition=case.in_force.edition,
        stated="" if agreed is None else f"{_answered(agreed)}.",
    )


def _agreed(case: Case) -> str:
    claimed = case.statement.urgency
    assert claimed is not None
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    if granted is not None:
        return f"{claimed.reason} ({_answered(granted)}.)"
    assert claimed.agreed_on is not None
    return (
        f"{claimed.reason} Agreed by {claimed.agreed_by}, as {claimed.capacity}, on "
        f"{spoken_day(claimed.agreed_on)}."
    )


def _answered(application: Application) -> str:
    return "; ".join(
        f"the {each.capacity.label} {each.given.label} on {spoken_day(london_day(each.at))}"
        for each in application.answers
    )


def _exempt(case: Case, application: Application) -> Event:
    provision, given = case.in_force[EXEMPTION_CONSENT], case.details
    assert provision is not None
    assert isinstance(given, Publish | PublishUnsigned)
    return TookEffect(
        at=case.at,
        because="It is exempt from call-in, by consent given before it was published.",
        authority=provision.authority,
        edition=case.in_force.edition,
        stated=f"{given.exemption_reason} ({_answered(application)}.)",
    )


def published_unsigned(case: Case) -> Event:
    """Publication of a record that is signed afterwards."""
    given, made_on = case.details, case.statement.made_on
    assert isinstance(given, PublishUnsigned)
    assert made_on is not None
    council = case.subject.council
    people = case.rules.people() if given.made_by else ()
    makers = tuple(dict.fromkeys(mark_of(name, council, people) for name in given.made_by))
    return PublishedUnsigned(
        at=case.at,
        where=given.where,
        target=period.missed_target(case),
        made_on=made_on,
        road=road_of(case),
        makers=makers,
    )


def minutes_signed(case: Case) -> Event:
    """The signature of a record that was published unsigned."""
    given = case.details
    assert isinstance(given, SignMinutes)
    return MinutesSigned(at=case.at, signatory=given.signatory)


ROWS: Final = (
    Step(
        verb="publish",
        done="published",
        source=(State.SIGNED,),
        target=State.PUBLISHED,
        by=(Role.PROPER_OFFICER,),
        says="Put the signed decision before the public.",
        under=REG_14,
        asks=Publish,
        needs=(
            the_council_has_not_ended,
            period.kind_is_on_file,
            period.period_can_be_counted,
            every_step.signer_and_publisher_differ,
        ),
        checks=(exemption_states_its_reason, exemption_was_agreed),
        wants=wants_its_reason,
        records=published,
        then=("open-call-in", "take-effect"),
        elsewhere=no_second_publication,
        example="HFD-042 --where https://councillors.herefordshire.gov.uk/",
    ),
    Step(
        verb="open-call-in",
        done="opened for call-in",
        source=(State.PUBLISHED,),
        target=State.CALL_IN_OPEN,
        by=(Role.SYSTEM,),
        says="The call-in period opens.",
        under=MADE_NOT_IMPLEMENTED,
        when=period.opens_for_call_in,
        records=call_in_opened,
        automatic=True,
    ),
    Step(
        verb="take-effect",
        done="put into effect",
        source=(State.PUBLISHED,),
        target=State.EFFECTIVE,
        by=(Role.SYSTEM,),
        says="The decision takes effect at once: it is not subject to call-in.",
        under=MADE_NOT_IMPLEMENTED,
        when=period.takes_effect_at_once,
        records=took_effect,
        then=("record-implementation",),
        automatic=True,
    ),
    Step(
        verb="minutes-publish",
        done="published before it is signed",
        source=(State.DRAFT,),
        target=State.PUBLISHED,
        by=(Role.PROPER_OFFICER,),
        says="Put a record before the public that is signed at a later meeting.",
        under=REG_14,
        asks=PublishUnsigned,
        needs=(
            the_council_has_not_ended,
            signing.the_rule_signs_afterwards,
            *COMPLETE,
            period.kind_is_on_file,
            period.period_can_be_counted,
        ),
        checks=(
            signing.those_who_made_it_did_not_consent,
            exemption_states_its_reason,
            exemption_was_agreed,
        ),
        wants=wants_its_reason,
        records=published_unsigned,
        then=("open-call-in", "take-effect"),
        usual=False,
        elsewhere=no_second_publication,
        example="FIF-042 --where 'the council website'",
    ),
    Step(
        verb="minutes-sign",
        done="signed",
        source=_PUBLISHED,
        target=None,
        by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
        says="Record the signature of a record that was published unsigned.",
        under=REG_14,
        asks=SignMinutes,
        needs=(signing.not_signed_yet, it_was_published_here),
        records=minutes_signed,
        forward=False,
        settles=False,
        example="FIF-042 --signatory 'The convener, at the meeting of 4 June'",
    ),
)
