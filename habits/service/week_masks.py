"""A week's close and its aim behind the mask: stand-ins for all names and texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.record import replace
from habits.stand_ins import unsaid_intentions, unsaid_review

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.review.aim import Aim, Longest
    from habits.review.coverage import PersonRow
    from habits.review.week_close import WeekClose
    from habits.service.mask import Mask


def masked_close(close: WeekClose, mask: Mask) -> WeekClose:
    """Return a close that tells nobody's name and nothing that was written."""
    return replace(
        close,
        review=unsaid_review(close.review) if close.review else None,
        intentions=unsaid_intentions(close.intentions),
        rows=tuple(map(mask.row, close.rows)),
        stubs=tuple(map(mask.entry, close.stubs)),
        slips=tuple(map(mask.entry, close.slips)),
        apart=_hidden(close.apart, mask),
        follow_ups=tuple(map(mask.follow_up, close.follow_ups)),
    )


def masked_aim(aim: Aim, mask: Mask) -> Aim:
    """Return an aim that tells nobody's name and nothing that was written."""
    return replace(
        aim,
        intentions=unsaid_intentions(aim.intentions),
        follow_ups=tuple(map(mask.follow_up, aim.follow_ups)),
        closing=tuple(map(mask.habit_row, aim.closing)),
        longest=tuple(_hidden_longest(each, mask) for each in aim.longest),
    )


def _hidden(rows: Iterable[PersonRow], mask: Mask) -> tuple[PersonRow, ...]:
    return tuple(replace(row, person=mask.person(row.person)) for row in rows)


def _hidden_longest(longest: Longest, mask: Mask) -> Longest:
    (row,) = _hidden([longest.row], mask)
    return longest._replace(row=row, said=mask.entry(longest.said) if longest.said else None)
