"""The reviews of the made-up year: how its last weeks were closed, and what this one is for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.reviews import CloseStep, Review, ReviewKind
from habits.store import Op, codec, review_codec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_NOTICED: Final = (
    (1, False, "Most thanks went to whoever spoke last; the quiet fixes came up only in the notes"),
    (2, True, "I sketched solutions on both days on which I was late for the review"),
    (3, False, "Reading the customer's sentence aloud settled the copy in a minute"),
    (5, False, "Three people asked for the same context: it belongs into the ticket"),
)
"""What was noticed, how many weeks ago, and whether there were slips."""

_INTENTIONS: Final = {
    0: ("Thank whoever keeps the alerts quiet", "Give Dev the why of the cache, then stop"),
    1: ("Bring a customer's sentence to planning",),
    2: ("Ask Lee how the panel went", "Name Ana and Sam in the release notes"),
}
"""What was intended, by how many weeks ago."""

_FRIDAY: Final = 4


def reviews(monday: date) -> Iterator[Op]:
    """Yield the closes of weeks that are over, and the aims of these and of the running one.

    Args:
        monday: The first day of the running week.
    """
    for weeks, slipped, noticed in _NOTICED:
        week = monday - timedelta(weeks=weeks)
        answered = dict.fromkeys(CloseStep, week + timedelta(days=_FRIDAY))
        key = review_codec.review_id(ReviewKind.CLOSE, week)
        yield _op(Review(key, ReviewKind.CLOSE, week, answered, 0, slipped, noticed))
    for weeks, intentions in _INTENTIONS.items():
        week = monday - timedelta(weeks=weeks)
        key = review_codec.review_id(ReviewKind.AIM, week)
        yield _op(Review(key, ReviewKind.AIM, week, {}, intentions=intentions))


def _op(review: Review) -> Op:
    return Op(codec.REVIEWS, review.id, review_codec.review_fields(review))
