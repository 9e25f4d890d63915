"""Whom a name was most likely meant for: a name given short, with an initial, or with a slip."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import pairwise

from workflow.errors import Refusal
from workflow.model.refusal import advising
from workflow.procedures.shared.refusals import DID_YOU_MEAN

_MOST = 3
"""Names that are given at most."""


def near_names(given: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Give the people who may have been meant, by names that are alike."""
    names = sorted(set(known))
    near = [name for each in given for name in _near(each, names)]
    return tuple(dict.fromkeys(near))[:_MOST]


def or_meant(refusal: Refusal, near: tuple[str, ...]) -> Refusal:
    """Give a refusal that first asks whether these people were meant, where there are any."""
    return advising(refusal, DID_YOU_MEAN, *refusal.remedies, near=near) if near else refusal


def _near(given: str, names: list[str]) -> list[str]:
    words = _words(given)
    within = [name for name in names if words and _is_within(words, _words(name))]
    return within or get_close_matches(given, names, n=_MOST, cutoff=0.8)


def _is_within(words: list[str], name: list[str]) -> bool:
    """Say whether every word is one of a name's, or the first letter of one, and in its order."""
    places = [
        next((place for place, each in enumerate(name) if _stands_for(word, each)), None)
        for word in words
    ]
    places_found = [place for place in places if place is not None]
    whole = any(len(word) > 1 and word == each for word in words for each in name[-1:])
    return (
        whole
        and len(places_found) == len(words)
        and all(one < two for one, two in pairwise(places_found))
    )


def _stands_for(word: str, of_name: str) -> bool:
    return word == of_name or (len(word) == 1 and of_name.startswith(word))


def _words(name: str) -> list[str]:
    return name.casefold().replace(".", " ").split()
