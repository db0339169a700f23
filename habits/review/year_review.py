"""A year looked back on, as a document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from habits.review import review_sections as sections
from habits.review.act_pictures import day_by_day
from habits.review.document import Document, Section, Table
from habits.words import MONTHS

if TYPE_CHECKING:
    from habits.review.look_back import LookBack


def year_review(back: LookBack) -> Document:
    """Return a year looked back on."""
    return Document(
        sections.title(back.look),
        sections.note(back),
        (
            sections.practice_by_week(back),
            Section("Day by day", (day_by_day(back),)),
            Section("Acts by month", (_months(back),)),
            sections.balance(back),
            sections.slips(back),
            sections.most_specific(back),
            sections.noticed(back),
            sections.cadences(back),
        ),
    )


def _months(back: LookBack) -> Table:
    acts = Counter((act.practice, act.date.month) for act in back.acts)
    return Table(
        ("practice", *MONTHS),
        tuple(
            (practice.name, *(str(acts[slug, month]) for month in range(1, 13)))
            for slug, practice in back.eight.items()
        ),
    )
