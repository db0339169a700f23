"""Settings: what holds for a whole home, read as it is typed and told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.pattern import pattern
from habits.record import dataclass
from habits.text import folded, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY_NAMES: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

_HOUR: Final = pattern("0*([0-9]{1,2})(?::00)?")

WEEK_DAYS: Final = 7
LATEST_ROLLOVER: Final = 11
"""The latest hour at which a new day may begin."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole home, on every machine that shares it.

    Attributes:
        week_start: The first day of the week, counted from Monday = 0.
        rollover_hour: When a new day begins, 0 to 11 (see `habits.day.local_date`).
        welcomed: Whether the first run was gone through.

    Raises:
        ValueError: There is no such day of the week, or no day may begin at that hour.
    """

    week_start: int = 0
    rollover_hour: int = 0
    welcomed: bool = False

    def __post_init__(self) -> None:
        """Check that both numbers are in their range."""
        if not (0 <= self.week_start < WEEK_DAYS and 0 <= self.rollover_hour <= LATEST_ROLLOVER):
            message = f"no week begins on {self.week_start} or no day at {self.rollover_hour}"
            raise ValueError(message)


def require_week_start(text: str) -> int:
    """Return the day that a name, or the beginning of one, means, counted from Monday = 0.

    Raises:
        RefusedError: It means no day of the week, or several.
    """
    word = folded(one_line(text))
    meant = [number for number, name in enumerate(DAY_NAMES) if folded(name).startswith(word)]
    if len(meant) == 1:
        return meant[0]
    message = f"{quoted(text)} is no day of the week. Write monday, sunday or another day."
    raise RefusedError(message)


def require_rollover(text: str) -> int:
    """Return the hour at which a new day begins, typed as 4 or 4:00.

    Raises:
        RefusedError: It is no hour at which one may begin.
    """
    match = _HOUR.fullmatch(one_line(text))
    if match and int(match[1]) <= LATEST_ROLLOVER:
        return int(match[1])
    message = (
        f"{quoted(text)} is no hour from 0 to {LATEST_ROLLOVER}. "
        "Write 4 where what is done before 4:00 belongs to the day before."
    )
    raise RefusedError(message)


def rollover_words(hour: int) -> str:
    """Return when a new day begins: "4:00", "midnight"."""
    return f"{hour}:00" if hour else "midnight"


def settings_differences(before: Settings, after: Settings) -> Iterator[str]:
    """Yield what holds after a change of settings and did not before."""
    if before.week_start != after.week_start:
        yield f"the week begins on {DAY_NAMES[after.week_start]}"
    if before.rollover_hour != after.rollover_hour:
        yield f"the day turns at {rollover_words(after.rollover_hour)}"
    if before.welcomed != after.welcomed:
        yield "the first steps are done" if after.welcomed else "the first steps come again"
