"""What another program kept, in the one form that all importers read it into.

An importer is a module of this folder with a `FORMAT` and a function `read`, which takes the path
of a file and returns a `Foreign`. It raises `RefusedError` with one clear line where the
file is not what it ought to be, and touches no home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.record import dataclass

if TYPE_CHECKING:
    from datetime import date

    from habits.cadence import Cadence


@dataclass(frozen=True, slots=True)
class Mark:
    """One day on which a habit was done.

    Attributes:
        date: The local date it counts for.
        amount: How much was done, with its unit, in words: "12 pages"; empty where it was just
            done.
        note: What was written down beside it, empty if nothing was.
    """

    date: date
    amount: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """One day that did not count.

    Attributes:
        date: The local date.
        note: What was written down beside it, empty if nothing was.
    """

    date: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What was written down of a day on which a habit was neither done nor skipped.

    Attributes:
        date: The local date.
        text: The note.
    """

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class ForeignHabit:
    """A habit as another program kept it.

    Attributes:
        key: What tells it from all others of its source, also when it is read again.
        name: What it was called.
        description: What was said of it, empty if nothing was.
        cadence: The nearest cadence; None where it was promised at no cadence at all.
        cadence_note: Why the cadence is not the same as there, empty where it is.
        marks: The days on which it was done, in any order.
        skips: The days that did not count, in any order.
        notes: What was written down of other days, in any order.
        archived: Whether it was put away.
    """

    key: str
    name: str
    description: str = ""
    cadence: Cadence | None = None
    cadence_note: str = ""
    marks: tuple[Mark, ...] = ()
    skips: tuple[Skip, ...] = ()
    notes: tuple[Note, ...] = ()
    archived: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that were read and are not carried.

    Attributes:
        why: What they are, in the plural: "days that only the program itself reckoned".
        count: How many.
    """

    why: str
    count: int


@dataclass(frozen=True, slots=True)
class Foreign:
    """All that was read of another program's file.

    Attributes:
        source: The format it was read from; with the key of a habit and a date it makes an id.
        habits: The habits, in the order in which the file has them.
        left_out: What is not carried, each reason once.
        read: How many rows were read, carried or not.
    """

    source: str
    habits: tuple[ForeignHabit, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    read: int = 0
