"""The logbook: all entries by their day, or those found, each read when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits.errors import StoreError
from habits.finding import Finding, said_in
from habits.service.looks import entries
from habits.store.days import number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.finding import Said, Sieve
    from habits.model import Entry
    from habits.service.workspace import Workspace
    from habits.store.days import Moved, Place

PIECE: Final = 50
"""How many entries are looked through at one go."""

_BEFORE_ALL: Final[Place] = ("\U0010ffff", 0)
_BEHIND_ALL: Final[Place] = ("", -1)
_ABOVE_ANY_ID: Final = 1 << 128


def found(workspace: Workspace, finding: Finding) -> tuple[Entry, ...]:
    """Return the entries that fit, by date and then in the order in which they were logged."""
    ledger = workspace.ledger
    sieve = finding.sieve(ledger.people(), workspace.practices, ledger.habits())
    return tuple(
        entry
        for entry in entries(workspace)
        if finding.day in {None, entry.date} and sieve.lets_through(said_in(entry))
    )


class Logbook:
    """The entries as they are now, the newest day first, or those that are looked for.

    Of one day that comes first which was made last. What is looked for is found a piece at a time:
    between two of them something else can be done, or something else be looked for.

    Args:
        workspace: The home.

    Attributes:
        finding: What is looked for.
        places: Where the entries stand that were found until now.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._said: dict[int, Said | None] = {}
        self._days = workspace.ledger.days()
        self._taken = len(self._days.moves)
        self.look_for(Finding())

    def look_for(self, finding: Finding) -> None:
        """Look for entries; none of them is found until `look_on` is called, but where all are."""
        self.finding = finding
        self._sieve = self._sieve_now()
        self.places: Sequence[Place] = self._days.places
        self._found: list[Place] | None = None
        self._ahead = self._end = _BEHIND_ALL
        if finding.is_anything:
            return
        self.places = self._found = []
        self._ahead = _BEFORE_ALL
        if finding.day is not None:
            day = finding.day.isoformat()
            self._ahead, self._end = (day, _ABOVE_ANY_ID), (day, -1)

    @property
    def is_looking(self) -> bool:
        """Whether there are entries that were not looked at yet."""
        return self._ahead != _BEHIND_ALL

    @property
    def total(self) -> int:
        """How many entries there are, found or not."""
        return len(self._days.places)

    def look_on(self) -> None:
        """Look at the next entries."""
        # Nothing more comes in between here and the end.
        if self._workspace.ledger.days() is not self._days:
            self.follow()
        found, places = self._found, self._days.places
        if found is None:
            return
        first = number_of(places, self._ahead)
        behind = min(first + PIECE, number_of(places, self._end))
        found.extend(place for place in places[first:behind] if self._fits(place))
        is_done = behind < first + PIECE or behind == len(places)
        self._ahead = _BEHIND_ALL if is_done else places[behind]

    def follow(self) -> None:
        """Take in what was stored since the last time."""
        days = self._workspace.ledger.days()
        moves = days.moves[self._taken :] if days is self._days else None
        self._taken = len(days.moves)
        if moves is None:
            self._days = days
            self._said.clear()
        for move in moves or ():
            self._said.pop(move.key, None)
        if moves is None or self._sieve != self._sieve_now():
            self.look_for(self.finding)
        elif self._found is not None:
            for move in moves:
                self._follow(self._found, move)

    def _follow(self, found: list[Place], move: Moved) -> None:
        """Take in what became of one entry; what is not looked at yet will be."""
        _, before, after = move
        if before is not None:
            number = number_of(found, before)
            del found[number : number + (before in found[number : number + 1])]
        if after is not None and self._is_within(after) and self._fits(after):
            number = number_of(found, after)
            # It may have been looked at since it came.
            found[number : number + (after in found[number : number + 1])] = [after]

    def _is_within(self, place: Place) -> bool:
        """Return whether a place is of the day that is looked for, and was passed by already."""
        day = self.finding.day
        return place > self._ahead and (day is None or place[0] == day.isoformat())

    def place(self, number: int) -> Place | None:
        """Return where an entry stands, by its number; None where there is none."""
        return self.places[number] if 0 <= number < len(self.places) else None

    def number(self, place: Place) -> int:
        """Return the number of the entry that stood at a place, where it is now.

        Where it is not among those found it is the number that it would have had there.
        """
        now = self._days.place(place[1]) or place
        number = number_of(self.places, now)
        return number if self.place(number) == now else number_of(self.places, place)

    def entry(self, place: Place) -> Entry | None:
        """Return an entry; None where it is gone, or cannot be understood."""
        try:
            return self._workspace.ledger.entry(UUID(int=place[1]))
        except StoreError:
            return None

    def _fits(self, place: Place) -> bool:
        """Return whether an entry fits; one that cannot be understood says nothing."""
        _, key = place
        if key not in self._said:
            entry = self.entry(place)
            self._said[key] = said_in(entry) if entry else None
        said = self._said[key]
        return said is not None and self._sieve.lets_through(said)

    def _sieve_now(self) -> Sieve:
        workspace = self._workspace
        ledger = workspace.ledger
        return self.finding.sieve(ledger.people(), workspace.practices, ledger.habits())
