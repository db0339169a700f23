"""The codec of reviews: a week's close, its aim, and what a quarter or a year decided."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from habits.reviews import MOST_STUBS, CloseStep, Decided, Decision, Review, ReviewKind
from habits.store.codec import DECIDED, REVIEWS, without_empty
from habits.store.fields import (
    Fields,
    Read,
    as_date,
    as_flag,
    as_id,
    as_list,
    as_note,
    as_number_below,
    as_optional,
    as_tuple_of,
    as_word,
)
from habits.store.ids import fixed_id

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from habits.store.ops import Document

_ANSWERED: Final = {step: f"{step}_on" for step in CloseStep}
"""The fields that hold the day on which a step was gone through."""

_DECIDED: Final = f"{DECIDED}/"
"""What the name of a field begins with that holds what was decided about a habit; its id follows.
"""


@lru_cache(maxsize=1024)
def review_id(kind: ReviewKind, week: date) -> UUID:
    """Return the id of the record of a week, a quarter or a year, the same on every machine."""
    return fixed_id(REVIEWS, f"{kind}/{week.isoformat()}")


def review_from(key: UUID, document: Document) -> Review:
    """Return the review that a document holds.

    Raises:
        StoreError: A field is missing or not what it should be.
    """
    fields = Fields(REVIEWS, key, document)
    days = {step: fields.may(name, as_optional(as_date), None) for step, name in _ANSWERED.items()}
    return Review(
        id=key,
        kind=fields.need("kind", ReviewKind),
        week=fields.need("week", as_date),
        answered={step: day for step, day in days.items() if day is not None},
        sharpened=fields.may("sharpened", as_number_below(MOST_STUBS + 1), 0),
        slipped=fields.may("slipped", as_optional(as_flag), None),
        noticed=fields.may("noticed", as_note, ""),
        intentions=fields.may("intentions", as_tuple_of(as_word), ()),
        decided=dict(
            fields.need(name, _decided_about(name.removeprefix(_DECIDED)))
            for name in document
            if name.startswith(_DECIDED)
        ),
    )


def _decided_about(habit: str) -> Read[tuple[UUID, Decided]]:
    """Return a reader of what was decided about a habit."""

    def read(value: object) -> tuple[UUID, Decided]:
        decision, day = as_list(value)
        return as_id(habit), Decided(Decision(decision), as_date(day))

    return read


def review_fields(review: Review) -> Document:
    """Return the document of a review."""
    days = {_ANSWERED[step]: day.isoformat() for step, day in review.answered.items()}
    said = {} if review.slipped is None else {"slipped": review.slipped}
    return {
        **without_empty(
            kind=review.kind,
            week=review.week.isoformat(),
            noticed=review.noticed,
            intentions=list(review.intentions),
            sharpened=review.sharpened or None,
            **days,
        ),
        **said,
        **{
            f"{_DECIDED}{habit}": [each.decision, each.on.isoformat()]
            for habit, each in review.decided.items()
        },
    }
