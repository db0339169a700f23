"""Leave: on which days somebody is away, told once where several pauses tell of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from habits.record import replace
from habits.streaks.pauses import merged_spans

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from habits.model import Pause


def leave_of(person: UUID, pauses: Iterable[Pause]) -> tuple[Pause, ...]:
    """Return the days on which somebody is away as pauses with other days between them.

    They are in the order of their days, and each bears the id of the pause that it begins with.

    Args:
        person: The id of the person.
        pauses: All pauses; those of a person may overlap, or follow on one another.
    """
    theirs = [each for each in pauses if each.person == person]
    first = {each.first: each for each in reversed(theirs)}
    return tuple(
        replace(first[begin], last=None if end == date.max else end)
        for begin, end in merged_spans((each.first, each.last) for each in theirs)
    )
