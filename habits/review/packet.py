"""An evidence packet: what is passed on of somebody's moments. Everybody else is covered in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.record import dataclass

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """An act of theirs.

    Attributes:
        date: The day.
        situation: In what kind of situation it was done.
        act: What they did.
        effect: Why it mattered.
        helped: Whom it helped: "team", "product", "customer".
        where: Where it was credited: "public", "1on1", "written", "stage".
        beside: Those who did it with them: what stands in for them, or names that are to stay.
        links: Where more can be read.
    """

    date: date
    situation: str
    act: str
    effect: str
    helped: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class Own(NamedTuple):
    """Something they said of themselves and share: the day, and the words."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Packet:
    """What is passed on.

    Attributes:
        name: Whom it is about.
        role: What they do.
        manager: The name of their manager, if it is known.
        first: The first day that it tells of; None where it tells of none.
        last: The last day.
        aims: Where they want to go.
        sparks: What lights them up.
        moments: The moments, the oldest first.
    """

    name: str
    role: str
    manager: str
    first: date | None
    last: date
    aims: tuple[Own, ...]
    sparks: tuple[Own, ...]
    moments: tuple[Moment, ...]
