"""A quarter looked back on, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.review import review_sections as sections
from habits.review.document import Document

if TYPE_CHECKING:
    from habits.review.look_back import LookBack


def quarter_review(back: LookBack) -> Document:
    """Return a quarter looked back on."""
    return Document(
        sections.title(back.look),
        sections.note(back),
        (
            sections.practice_by_week(back),
            sections.people_by_practice(back),
            sections.balance(back),
            sections.slips(back),
            sections.most_specific(back),
            sections.noticed(back),
            sections.cadences(back),
        ),
    )
