"""Settings in words: read as they are typed, and told as they hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.model import LATEST_ROLLOVER
from habits.text import folded, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.model import Settings

DAY_NAMES: Final = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

_HOUR: Final = re.compile("0*([0-9]{1,2})(?::00)?")


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
