"""The tallies of all practices in a small file, so that Today opens without reading every entry.

The file says nothing that the entries do not: where it is missing, older than the TinyDB file, of
another format or ahead of the day, everything is reckoned from the entries. As it counts by date,
neither the first day of the week nor the hour of rollover matters to it.
"""

from __future__ import annotations

from datetime import date
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from habits.errors import StoreError
from habits.practices import BY_SLUG
from habits.store import codec, kept
from habits.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from habits.model import Habit
    from habits.practices import Eight, Practice
    from habits.store import Store


def read(
    store: Store,
    eight: Eight,
    habits: Collection[Habit],
    as_of: date,
    said: Mapping[str, Any] | None = None,
) -> dict[str, Tally]:
    """Return the tallies that were kept, by practice; none where they do not hold.

    Args:
        store: The home, as its TinyDB file has it; what was logged since is not in them.
        eight: The eight practices.
        habits: All habits.
        as_of: The local today.
        said: What the file says, where it was read already.
    """
    try:
        if said is None:
            said = kept.read(store.home)
        day = date.fromisoformat(said["as_of"])
        places = {name: tuple(place) for name, place in said["logs"].items()}
        if places != store.replica.saved_places or day > as_of:
            return {}
        return {
            slug: _tally(practice, said["practices"][slug], habits, as_of)
            for slug, practice in eight.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, StoreError):
        return {}


def write(store: Store, tallies: Iterable[Tally], as_of: date, shown: object = None) -> None:
    """Keep the tallies of all practices; that they cannot be kept harms nothing.

    Args:
        store: The home, whose TinyDB file holds everything.
        tallies: The tallies, in the order of the practices.
        as_of: The local today.
        shown: What a screen showed of them, as JSON; it holds until a file of the home changes.
    """
    said = {
        "as_of": as_of.isoformat(),
        "logs": store.replica.saved_places,
        "practices": {slug: _said(tally) for slug, tally in zip(BY_SLUG, tallies, strict=True)},
        "shown": shown,
        "brief": store.brief(),
    }
    kept.write(store.home, said)


class _LateDays(dict[UUID, "list[date]"]):
    """The dates of what habits count, each made of its steps when it is asked for.

    Args:
        steps: Their steps, by the habit's id.
    """

    def __init__(self, steps: Mapping[UUID, list[int]]) -> None:
        super().__init__()
        self._steps = steps

    def __missing__(self, key: UUID) -> list[date]:
        """Return the dates of a habit."""
        self[key] = _days(self._steps[key])
        return self[key]


def _said(tally: Tally) -> dict[str, Any]:
    last = tally.last
    return {
        "habits": {str(habit.id): _steps(tally.days[habit.id]) for habit in tally.habits},
        "named": {str(key): _with_names(named) for key, named in tally.named.items()},
        "first_named": {str(person): day.toordinal() for person, day in tally.first_named.items()},
        "last": None if last is None else [str(last.id), codec.entry_fields(last)],
    }


def _tally(
    practice: Practice, said: dict[str, Any], habits: Collection[Habit], as_of: date
) -> Tally:
    """Return the tally of a practice.

    Raises:
        ValueError: It is one of other habits.
    """
    mine = [habit for habit in habits if habit.practice == practice.slug]
    tally = Tally(practice, mine, as_of)
    steps = {UUID(key): steps for key, steps in said["habits"].items()}
    tally.named = {
        UUID(key): [tuple(map(UUID, people)) for people in named]
        for key, named in said["named"].items()
    }
    if steps.keys() != tally.days.keys():
        raise ValueError
    tally.days = _LateDays(steps)
    tally.first_named = {
        UUID(person): date.fromordinal(day) for person, day in said["first_named"].items()
    }
    if said["last"] is not None:
        key, fields = said["last"]
        tally.last = codec.entry_from(UUID(key), fields)
    return tally


def _with_names(named: Iterable[tuple[UUID, ...]]) -> list[list[str]]:
    return [[str(person) for person in people] for people in named]


def _steps(days: list[date]) -> list[int]:
    """Return dates as small numbers: the first one's ordinal, then the days from each to the next.

    They stay in their order, as whom each names stands beside them.
    """
    ordinals = [day.toordinal() for day in days]
    return ordinals[:1] + [later - earlier for earlier, later in pairwise(ordinals)]


def _days(steps: Iterable[int]) -> list[date]:
    return list(map(date.fromordinal, accumulate(steps)))
