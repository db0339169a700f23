"""Carrying: what a foreign habit comes to in a home, worked out before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.cadence import Limit
from habits.exchange import landing
from habits.exchange.foreign import Note
from habits.exchange.report import LeftNote, Taken
from habits.model import Entry, Habit, Pause
from habits.service.practices import rewriting
from habits.store import Op, codec
from habits.store.arrivals import Arrivals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from habits.cadence import Cadence
    from habits.exchange.foreign import Foreign, ForeignHabit
    from habits.exchange.landing import Act, Rest
    from habits.practices import Move
    from habits.service.workspace import Workspace

Mapped = Mapping[str, str | None]
"""To which practice each foreign habit goes, by its key: a slug, or None to leave it out."""

UNWANTED: Final = "habits that were not wanted"
GONE: Final = "days of habits that were deleted here"
NO_PROMISE: Final = "skipped days of what is not promised"
"""Why something is not carried."""


def practice_of(workspace: Workspace, source: str, foreign: ForeignHabit) -> str | None:
    """Return the slug of the practice that a habit went to before; None if it never came.

    What came without a promise is known by its entries.
    """
    key = landing.habit_id(source, foreign)
    for habit in workspace.ledger.habits():
        if habit.id == key:
            return habit.practice
    for act in landing.acts(source, foreign, workspace.today, Counter()):
        if entry := workspace.ledger.entry(act.id):
            return entry.practice
    return None


class _Load(NamedTuple):
    """What one foreign habit brings.

    Attributes:
        foreign: The habit.
        id: The id of the habit that it becomes.
        known: That habit, where it came before.
        slug: The slug of its practice.
        acts: Its marks.
        rests: Its skipped days in runs, by the ids of the pauses that they become.
    """

    foreign: ForeignHabit
    id: UUID
    known: Habit | None
    slug: str
    acts: list[Act]
    rests: dict[UUID, Rest]


class Carrier:
    """One run of an import.

    Attributes:
        taken: What becomes of each habit.
        left: How much is not carried, by the reason.
        notes: The notes of days that are not carried, by habit and then by day.
    """

    def __init__(self, workspace: Workspace, foreign: Foreign, mapped: Mapped) -> None:
        self.taken: list[Taken] = []
        self.left: Counter[str] = Counter()
        self.notes: list[LeftNote] = []
        self._workspace = workspace
        self._foreign = foreign
        self._mapped = mapped
        self._arrivals = Arrivals(workspace.store)
        self._now = workspace.clock.now()
        self._instants = landing.instants(self._now.instant)
        self._today = workspace.day_of(self._now)
        self._practices = dict(workspace.practices)
        self._habits = {habit.id: habit for habit in workspace.ledger.habits()}

    def ops(self) -> list[Op]:
        """Return the operations that make all of it; what is here already needs none."""
        loads = (self._load(habit) for habit in self._foreign.habits)
        ops = [op for load in loads if load for op in self._carried(load)]
        before = self._workspace.practices
        taught = [each for slug, each in self._practices.items() if each != before[slug]]
        return [*(rewriting(self._workspace, practice) for practice in taught), *ops]

    def _load(self, foreign: ForeignHabit) -> _Load | None:
        """Return what a habit brings; None where it is not wanted."""
        source = self._foreign.source
        key = landing.habit_id(source, foreign)
        known = self._habits.get(key)
        slug = practice_of(self._workspace, source, foreign) or self._mapped[foreign.key]
        if slug is None:
            self.left[UNWANTED] += 1
            return None
        if known is None and not self._arrivals.may_come(codec.HABITS, key):
            self.left[GONE] += len(foreign.marks) + len(foreign.skips)
            return None
        acts = list(landing.acts(source, foreign, self._today, self.left))
        return _Load(foreign, key, known, slug, acts, self._rests(foreign, known))

    def _rests(self, foreign: ForeignHabit, known: Habit | None) -> dict[UUID, Rest]:
        self._leave_notes(foreign, foreign.notes)
        if known is None and foreign.cadence is None:
            if foreign.skips:
                self.left[NO_PROMISE] += len(foreign.skips)
            self._leave_notes(foreign, (Note(each.date, each.note) for each in foreign.skips))
            return {}
        source = self._foreign.source
        rests = landing.rests(foreign, self.left)
        return {landing.pause_id(source, foreign, rest): rest for rest in rests}

    def _leave_notes(self, foreign: ForeignHabit, notes: Iterable[Note]) -> None:
        said = sorted((each for each in notes if each.text.strip()), key=lambda note: note.date)
        self.notes += [LeftNote(foreign.name, each.date, each.text) for each in said]

    def _carried(self, load: _Load) -> Iterator[Op]:
        new = [act for act in load.acts if self._arrivals.may_come(codec.ENTRIES, act.id)]
        rests = {
            key: span
            for key, span in load.rests.items()
            if self._arrivals.may_come(codec.PAUSES, key)
        }
        cadence = load.known.cadence(self._today) if load.known else load.foreign.cadence
        move = self._move(load, cadence)
        made = self._habit(load, move, cadence) if load.known is None and cadence else None
        if made:
            self._habits[made.id] = made
            yield Op(codec.HABITS, made.id, codec.habit_fields(made))
        if new or made:
            self._practices[load.slug] = landing.taught(self._practices[load.slug], move)
        yield from self._entries(new, load.slug, move)
        yield from _pauses(rests, load.id)
        self._tell(load, move, cadence, len(new), len(rests))

    def _tell(
        self, load: _Load, move: Move, cadence: Cadence | None, entries: int, pauses: int
    ) -> None:
        foreign = load.foreign
        known = len(load.acts) + len(load.rests) - entries - pauses
        note = foreign.cadence_note
        self.taken.append(
            Taken(foreign.name, load.slug, move.slug, cadence, note, entries, pauses, known)
        )

    def _move(self, load: _Load, cadence: Cadence | None) -> Move:
        """Return the move of a habit's entries: the one that it counts, or one of its own."""
        practice = self._practices[load.slug]
        counted = load.known.moves if load.known else ()
        move = practice.move(counted[0]) if counted else None
        return move or landing.move_for(load.foreign, practice, is_slip=isinstance(cadence, Limit))

    def _habit(self, load: _Load, move: Move, cadence: Cadence) -> Habit:
        foreign, today = load.foreign, self._today
        days = landing.days_of(load.acts, load.rests.values(), today) or [today]
        beside = [each.name for each in self._habits.values() if each.practice == load.slug]
        return Habit(
            id=load.id,
            practice=load.slug,
            name=landing.name_for(foreign, beside),
            created=days[0],
            made_at=self._now.instant,
            cadences=((days[0], cadence),),
            moves=(move.slug,),
            archived=days[-1] if foreign.archived else None,
        )

    def _entries(self, acts: Iterable[Act], slug: str, move: Move) -> Iterator[Op]:
        zone = self._now.zone
        for act, instant in zip(acts, self._instants, strict=False):
            entry = Entry(act.id, slug, act.date, instant, zone, move.slug, act.text)
            yield Op(codec.ENTRIES, entry.id, codec.entry_fields(entry))


def _pauses(rests: Mapping[UUID, Rest], habit: UUID) -> Iterator[Op]:
    for key, (first, last, note) in rests.items():
        pause = Pause(key, first, last, habit=habit, note=note)
        yield Op(codec.PAUSES, key, codec.pause_fields(pause))
