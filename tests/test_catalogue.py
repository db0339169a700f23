"""What is on offer can be promised as it stands."""

from __future__ import annotations

import pytest

from habits.cadence import parse_cadence
from habits.catalogue import CATALOGUE, Offer
from habits.practices import BY_SLUG
from habits.promises import require_countable
from habits.text import require_name

OFFERS = [
    pytest.param(slug, offer, id=f"{slug}-{offer.slug}")
    for slug, offers in CATALOGUE.items()
    for offer in offers
]


def test_every_practice_has_something_on_offer() -> None:
    assert list(CATALOGUE) == list(BY_SLUG)
    assert all(CATALOGUE.values())
    assert sum(map(len, CATALOGUE.values())) == 16


@pytest.mark.parametrize(("slug", "offer"), OFFERS)
def test_an_offer_can_be_promised(slug: str, offer: Offer) -> None:
    practice, cadence = BY_SLUG[slug], parse_cadence(offer.cadence)
    assert str(cadence) == offer.cadence
    assert require_name(offer.name) == offer.name
    assert all(practice.move(move) for move in offer.moves)
    require_countable(practice, cadence, offer.moves, each_person=offer.each_person)


@pytest.mark.parametrize("offers", CATALOGUE.values(), ids=CATALOGUE)
def test_offers_of_a_practice_are_told_apart(offers: tuple[Offer, ...]) -> None:
    assert len({offer.slug for offer in offers}) == len(offers)
    assert len({offer.name.casefold() for offer in offers}) == len(offers)
