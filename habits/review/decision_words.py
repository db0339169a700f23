"""Words for what is decided about habits in a look back, and from when on a change holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from habits.deeds import KEPT
from habits.reviews import Decision
from habits.words import long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.review.look_back import Kept, Look
    from habits.reviews import Review

_GONE = "a habit that is gone"


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


def decision_differences(
    before: Review | None, after: Review | None, names: Mapping[UUID, str], deed: str = ""
) -> Iterator[str]:
    """Yield what became of decisions, a line for each that differs.

    Args:
        before: The record of the quarter or the year, as it was.
        after: The same as it is.
        names: The names of habits by their ids.
        deed: What is said before these words, in a word; they do not say it again.
    """
    was, is_now = (each.decided if each else {} for each in (before, after))
    for habit in {**was, **is_now}:
        name, decided = names.get(habit, _GONE), is_now.get(habit)
        if decided is None:
            yield f"{name} · to be decided again"
        elif decided != was.get(habit):
            yield name if deed == KEPT else f"{name} · {decided.decision}"


def begins_usually(look: Look) -> date:
    """Return from which day on a change holds unless said: that of the next quarter or year.

    Where that is past, as of a quarter that is over, it is today.
    """
    return max(look.last + timedelta(days=1), look.as_of)


def undecided(habits: Iterable[Kept]) -> int:
    """Return about how many habits nothing is decided yet."""
    return sum(each.decided is None for each in habits)
