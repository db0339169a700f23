"""What is known of one habit: all that its figures are reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from habits.cadence import Cadence

Span = tuple[date, date | None]
"""A pause: its first and last day, both included; no last day while it is open."""


@dataclass(frozen=True, slots=True)
class HabitHistory:
    """The past of one habit, by local dates (cadence spec, sections 1 and 15).

    Attributes:
        created: The day from which the habit is promised.
        cadences: Pairs of the date from which a cadence is in force and the cadence. The first
            governs everything before it too. Of two on one date the later pair holds.
        logs: The dates of the completions, in any order, repeats included.
        pauses: Days that do not count; they may overlap.
        archived: The day on which all figures stand still, if any.

    Raises:
        ValueError: There is no cadence.
    """

    created: date
    cadences: tuple[tuple[date, Cadence], ...]
    logs: tuple[date, ...]
    pauses: tuple[Span, ...] = ()
    archived: date | None = None

    def __post_init__(self) -> None:
        """Check that there is a cadence."""
        if not self.cadences:
            message = "a habit's history needs a cadence"
            raise ValueError(message)


class Segment(NamedTuple):
    """Days governed by one cadence: `first` to `last`, without end where `last` is None."""

    first: date
    last: date | None
    effective_from: date
    cadence: Cadence


def segments(history: HabitHistory, start: date, as_of: date) -> list[Segment]:
    """Return the segments from `start` on that exist on `as_of`, oldest first (section 6)."""
    by_date = dict(sorted(history.cadences, key=lambda pair: pair[0]))
    dates = list(by_date)
    known = dates[:1] + [day for day in dates[1:] if day <= as_of]
    firsts = [min(start, known[0]), *known[1:]]
    lasts = [day - timedelta(days=1) for day in known[1:]]
    return [
        Segment(first, last, day, by_date[day])
        for first, last, day in zip(firsts, [*lasts, None], known, strict=True)
    ]
