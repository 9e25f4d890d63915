"""Putting a decision before the public, and the period or the effect that follows."""

from datetime import datetime
from typing import Final

from workflow.authority import MADE_NOT_IMPLEMENTED, REG_14
from workflow.clock import london_day, spoken, spoken_day
from workflow.constitution.jurisdiction import law_of
from workflow.constitution.provisions.consent import EARLY_IMPLEMENTATION_CONSENT, EXEMPTION_CONSENT
from workflow.constitution.wording.readings import NOT_KNOWN
from workflow.model.consent import ConsentApplication, Purpose
from workflow.model.event import Event
from workflow.model.people import Role
from workflow.model.state import IN_EFFECT, UNDER_CALL_IN, State
from workflow.procedures.case import Case
from workflow.procedures.consents.consent_order import consented_exemption
from workflow.procedures.making import signing, urgency
from workflow.procedures.making.steps import COMPLETE, notice_route_of
from workflow.procedures.publication import guards as publication
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
from workflow.procedures.shared.council_has_ended import the_council_has_not_ended
from workflow.procedures.shared.signatories import pseudonym_of
from workflow.procedures.step import step

_PUBLISHED = (*UNDER_CALL_IN, *IN_EFFECT)


def _acted_on(case: Case, acted_at: datetime) -> Event:
    provision = case.in_force[EARLY_IMPLEMENTATION_CONSENT]
    agreed = case.subject.proceedings.granted(Purpose.EARLY_IMPLEMENTATION)
    return TookEffect(
        at=case.at,
        because=f"It was carried out at {spoken(acted_at)}, by consent that it could not wait for "
        "its written statement.",
        authority=law_of(case.rules.nation, REG_14) if provision is None else provision.authority,
        edition=case.in_force.edition,
        stated="" if agreed is None else f"{_answers_in_words(agreed)}.",
    )


def _agreed(case: Case) -> str:
    claimed = case.statement.urgency
    assert claimed is not None
    granted = case.subject.proceedings.granted(Purpose.SPECIAL_URGENCY)
    if granted is not None:
        return f"{claimed.reason} ({_answers_in_words(granted)}.)"
    assert claimed.agreed_on is not None
    return (
        f"{claimed.reason} Agreed by {claimed.agreed_by}, as {claimed.capacity}, on "
        f"{spoken_day(claimed.agreed_on)}."
    )


def _answers_in_words(application: ConsentApplication) -> str:
    return "; ".join(
        f"the {each.capacity.label} {each.reply.label} on {spoken_day(london_day(each.at))}"
        for each in application.answers
    )


def _exempt(case: Case, application: ConsentApplication) -> Event:
    provision, inputs = case.in_force[EXEMPTION_CONSENT], case.inputs
    assert provision is not None
    assert isinstance(inputs, Publish | PublishUnsigned)
    return TookEffect(
        at=case.at,
        because="It is exempt from call-in, by consent given before it was published.",
        authority=provision.authority,
        edition=case.in_force.edition,
        stated=f"{inputs.exemption_reason} ({_answers_in_words(application)}.)",
    )


@step(
    "publish",
    cannot="{ref} cannot be published.",
    source=(State.SIGNED,),
    target=State.PUBLISHED,
    by=(Role.PROPER_OFFICER,),
    under=REG_14,
    needs=(
        the_council_has_not_ended,
        publication.kind_is_on_file,
        publication.period_can_be_counted,
        publication.signer_and_publisher_differ,
    ),
    checks=(exemption_states_its_reason, exemption_was_agreed),
    wants=wants_its_reason,
    then=("open-call-in", "take-effect"),
    wrong_state=no_second_publication,
    example="HFD-042 --where https://councillors.herefordshire.gov.uk/",
)
def publish(case: Case, inputs: Publish) -> Event:
    """Publish a signed decision."""
    return Published(at=case.at, where=inputs.where, target=publication.missed_target(case))


@step(
    "open-call-in",
    cannot="{ref} cannot be opened for call-in.",
    source=(State.PUBLISHED,),
    target=State.CALL_IN_OPEN,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=publication.opens_for_call_in,
    automatic=True,
)
def open_call_in(case: Case) -> Event:
    """The call-in period opens."""
    return CallInOpened(at=case.at, window=publication.the_window(case))


@step(
    "take-effect",
    cannot="{ref} cannot take effect now.",
    source=(State.PUBLISHED,),
    target=State.EFFECTIVE,
    by=(Role.SYSTEM,),
    under=MADE_NOT_IMPLEMENTED,
    when=publication.takes_effect_at_once,
    then=("record-implementation",),
    automatic=True,
)
def take_effect(case: Case) -> Event:
    """The decision takes effect at once: it is not subject to call-in."""
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
    by_kind = publication.not_callable(case)
    assert by_kind is not None
    return TookEffect(
        at=case.at,
        because=f"A decision of this kind ({case.subject.kind}) is not subject to call-in.",
        authority=by_kind.authority,
        edition=case.in_force.edition,
        stated=f"No period for call-in opens.{f' {NOT_KNOWN}' if by_kind.assumed else ''}",
    )


@step(
    "minutes-publish",
    cannot="{ref} cannot be published before it is signed.",
    source=(State.DRAFT,),
    target=State.PUBLISHED,
    by=(Role.PROPER_OFFICER,),
    under=REG_14,
    needs=(
        the_council_has_not_ended,
        signing.the_rule_signs_afterwards,
        *COMPLETE,
        publication.kind_is_on_file,
        publication.period_can_be_counted,
    ),
    checks=(
        signing.those_who_made_it_did_not_consent,
        exemption_states_its_reason,
        exemption_was_agreed,
    ),
    wants=wants_its_reason,
    then=("open-call-in", "take-effect"),
    suggested=False,
    wrong_state=no_second_publication,
    example="FIF-042 --where 'the council website'",
)
def publish_minutes(case: Case, inputs: PublishUnsigned) -> Event:
    """Publish a record that will be signed at a later meeting."""
    made_on = case.statement.made_on
    assert made_on is not None
    council = case.subject.council
    people = case.rules.people() if inputs.made_by else ()
    makers = tuple(dict.fromkeys(pseudonym_of(name, council, people) for name in inputs.made_by))
    return PublishedUnsigned(
        at=case.at,
        where=inputs.where,
        target=publication.missed_target(case),
        made_on=made_on,
        notice_route=notice_route_of(case),
        makers=makers,
    )


@step(
    "minutes-sign",
    cannot="The minutes of {ref} cannot be signed.",
    source=_PUBLISHED,
    target=None,
    by=(Role.DECISION_MAKER, Role.PROPER_OFFICER),
    under=REG_14,
    needs=(signing.not_signed_yet, it_was_published_here),
    stopped_by_hold=False,
    closes_expired=False,
    example="FIF-042 --signatory 'The convener, at the meeting of 4 June'",
)
def sign_minutes(case: Case, inputs: SignMinutes) -> Event:
    """Record the signature of a record that was published unsigned."""
    return MinutesSigned(at=case.at, signatory=inputs.signatory)


ROWS: Final = (publish, open_call_in, take_effect, publish_minutes, sign_minutes)
