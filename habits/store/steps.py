"""Steps: what became of the records of a ledger, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from habits.model import Entry, FollowUp, Habit, NorthStar, OwnPractice, Pause, Person
    from habits.settings import Settings

    AnyRecord = Entry | FollowUp | Habit | NorthStar | OwnPractice | Pause | Person | Settings


class Step(NamedTuple):
    """What became of one record.

    Attributes:
        table: Its table.
        before: What it was; None where it was not there.
        after: What it is; None where it is gone.
        is_known: Whether that is certain: what cannot be understood is not.
    """

    table: str
    before: AnyRecord | None
    after: AnyRecord | None
    is_known: bool
