"""Words for what is decided about habits in a look back, and from when on a change holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from habits.reviews import Decision
from habits.words import long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.review.look_back import Kept, Look


def decision_words(kept: Kept) -> str:
    """Return what was decided about a habit: "keep"; "weekly from Fri 1 Jan 2027 on"; or nothing.

    A change is told as the habit has it now: it may have been changed once more elsewhere.
    """
    decided = kept.decided
    if decided is None:
        return ""
    if decided.decision is not Decision.CHANGE:
        return str(decided.decision)
    since, cadence = kept.habit.cadences[-1]
    return f"{cadence} from {long_day_words(since)} on"


def begins_usually(look: Look) -> date:
    """Return from which day on a change holds unless said: that of the next quarter or year.

    Where that is past, as of a quarter that is over, it is today.
    """
    return max(look.last + timedelta(days=1), look.as_of)


def undecided(habits: Iterable[Kept]) -> int:
    """Return about how many habits nothing is decided yet."""
    return sum(each.decided is None for each in habits)
