"""What Review draws, in words and signs: all that its widgets need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tui.row_text import Tone

if TYPE_CHECKING:
    from tui.row_text import Cell

LEVELS: Final = ("level-1", "level-2", "level-3", "level-4")
"""How dark a day can be on which something was done; each is a component class."""


@dataclass(frozen=True, slots=True)
class WeekRowText:
    """A practice's weeks.

    Attributes:
        key: Its key.
        name: Its name.
        cells: A sign, or a number, for each week, with its tone.
        count: Its streak in weeks; empty for none.
        streak: The same in words.
        best: Its best streak, in words; empty for none.
    """

    key: str
    name: str
    cells: tuple[Cell, ...]
    count: str
    streak: str
    best: str


@dataclass(frozen=True, slots=True)
class WeeksText:
    """Practices by weeks.

    Attributes:
        months: What stands over each week: the month that begins in it, or nothing.
        rows: The practices.
        heading: What stands over their streaks, where these are bare numbers.
    """

    months: tuple[str, ...] = ()
    rows: tuple[WeekRowText, ...] = ()
    heading: str = "weeks"


@dataclass(frozen=True, slots=True)
class HeatText:
    """The days of a year, a column for each week.

    Attributes:
        months: What stands over each week: the month that begins in it, or nothing.
        weekdays: What stands beside each of the seven lines.
        cells: A sign, or a number, for each day, with its tone or how dark it is, as one of
            `LEVELS`; the days of a week together.
    """

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A period in a chart.

    Attributes:
        height: How high it stands, 0 to 1.
        sign: What it came to.
        month: The month, or the year, that begins with it; empty where none does.
    """

    height: float
    sign: Cell
    month: str = ""


@dataclass(frozen=True, slots=True)
class BarLine:
    """A line with a bar, or a heading.

    Attributes:
        label: What it is about.
        bar: How many there are of each kind, with the kind's sign and tone.
        words: The numbers, in words.
        is_heading: Whether it only names the lines under it.
        tone: How the label looks.
    """

    label: str
    bar: tuple[tuple[int, Cell], ...] = ()
    words: str = ""
    is_heading: bool = False
    tone: Tone = Tone.PLAIN

    @property
    def length(self) -> int:
        """How many there are of all kinds."""
        return sum(count for count, _ in self.bar)
