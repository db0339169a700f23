"""Slips by their kind: what the user meant not to do, counted and told without blame."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from habits.review.evidence_choice import is_slip, move_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.model import Entry
    from habits.practices import Eight


class SlipKind(NamedTuple):
    """One kind of slip.

    Attributes:
        practice: The slug of its practice.
        move: The slug of its move.
        meaning: What was done, in the words of the move.
        times: How often it was logged.
    """

    practice: str
    move: str
    meaning: str
    times: int


def slips_by_kind(entries: Iterable[Entry], eight: Eight) -> tuple[SlipKind, ...]:
    """Return the slips among some entries by kind, in the order of the practices.

    Args:
        entries: The entries.
        eight: The practices, as the user has made them.
    """
    slips = [entry for entry in entries if is_slip(entry, eight)]
    counts = Counter((entry.practice, move_of(entry, eight)) for entry in slips)
    return tuple(
        SlipKind(slug, move.slug, move.meaning, count)
        for slug in eight
        for (practice, move), count in counts.items()
        if practice == slug and move is not None
    )
