"""Oddities of logs: lines that cannot be read, and logs that are not what they were, told in words.

The bytes of a log are never changed. What cannot be read is copied aside as well, so that it
outlives the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.clock import utc_now, wall_milliseconds
from habits.store.files import append_private
from habits.store.logs import is_of
from habits.store.stamps import milliseconds_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from habits.store.home import Home
    from habits.store.logs import Reading


DAY: Final = 24 * 3_600_000
"""How far the clock of another device may be ahead before it is told, in milliseconds."""


class Oddities:
    """What was odd about the logs as they were read, until it is told.

    Args:
        device: Returns by which name this machine writes; only asked where a stamp is ahead.
    """

    def __init__(self, device: Callable[[], str]) -> None:
        self._device = device
        self._readings: list[Reading] = []
        self._waiting: dict[str, Reading] = {}
        self._told: set[str] = set()
        self._told_clocks: set[str] = set()

    @property
    def are_any(self) -> bool:
        """Whether something is still to be told."""
        return bool(self._readings or self._waiting)

    def note(self, reading: Reading) -> None:
        """Note what is odd about a log as it was read; an unfinished line may be finished later."""
        self._waiting.pop(reading.name, None)
        if reading.damaged or reading.restarted or self._is_news_of_a_clock(reading):
            self._readings.append(reading)
        elif (reading.unfinished or reading.newer) and reading.name not in self._told:
            self._waiting[reading.name] = reading

    def _is_news_of_a_clock(self, reading: Reading) -> bool:
        """Return whether another device's clock is ahead, and it was not told before."""
        told_already = reading.name in self._told_clocks
        if told_already or not _is_ahead(reading) or is_of(reading.name, self._device()):
            return False
        self._told_clocks.add(reading.name)
        return True

    def take(self) -> list[Reading]:
        """Return what was odd since this was asked last; the lock is held.

        Only then is it certain that an unfinished line is not one that is just being written.
        """
        readings = [*self._readings, *self._waiting.values()]
        self._told.update(self._waiting)
        self._readings, self._waiting = [], {}
        return readings


def told(home: Home, reading: Reading) -> Iterator[str]:
    """Yield what is odd about a log as it was read, one sentence or two for each thing."""
    if reading.restarted:
        yield (
            f"{reading.name} is not the log it was: it was cut or replaced. It was read again from "
            "its beginning, and what was known already stays."
        )
    if reading.damaged:
        lines = "1 line" if len(reading.damaged) == 1 else f"{len(reading.damaged)} lines"
        yield (
            f"{lines} of {reading.name} could not be read and left out: cut off by a crash before "
            f"it was said to be logged, or damaged since. They are kept in {_kept(home, reading)}."
        )
    if _is_ahead(reading):
        yield (
            f"{reading.name} was written by a clock that is over a day ahead, or after such a one. "
            "What it says was taken in; see that the clocks of your machines, and of this one, are "
            "right."
        )
    if reading.unfinished:
        yield (
            f"{reading.name} ends with an unfinished line of {reading.unfinished} bytes. It was "
            "never said to be logged, or has not wholly arrived, and is left out."
        )
    if reading.newer:
        yield (
            f"{reading.name} goes on in a newer format. What stands there waits until this rapport "
            "is upgraded."
        )


def _is_ahead(reading: Reading) -> bool:
    newest = max((line.stamp for line in reading.lines), default=0)
    return milliseconds_of(newest) > wall_milliseconds() + DAY


def _kept(home: Home, reading: Reading) -> str:
    """Copy aside what cannot be read, and return where it is; in the log it stays in any case."""
    path = home.path / f"{reading.name}.corrupt-{utc_now():%Y%m%dT%H%M%SZ}"
    try:
        append_private(path, b"".join(line + b"\n" for line in reading.damaged))
    except OSError:
        return "the log"
    return path.name
