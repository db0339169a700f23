"""The board: the standings of a home, kept up with every act, and with what was kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from habits.model import Entry, Habit, OwnPractice
from habits.practices import BY_SLUG
from habits.service import kept_tallies
from habits.standings import Basis, Standings
from habits.store import codec
from habits.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from habits.store import Store
    from habits.store.ledger import Ledger
    from habits.store.steps import Step

_BEARING = frozenset({codec.ENTRIES, codec.HABITS, codec.PAUSES, codec.PEOPLE, codec.PRACTICES})
"""The tables that standings are made of. That of the settings is none of them: whether they change
a standing is seen by its basis."""

LEAST_KEPT = 1000
"""From how many entries on what was reckoned of them is worth a file of its own."""


class Board:
    """The standings of a home.

    Args:
        store: The home.
        ledger: Its records; nothing else may ask it what became of them.
        said: What was kept of it, where that was read already.
    """

    def __init__(self, store: Store, ledger: Ledger, said: Mapping[str, Any] | None = None) -> None:
        self._said = said
        self._store = store
        self._ledger = ledger
        self._standings: Standings | None = None
        self._tallies: dict[str, Tally] = {}
        self._was_read = False
        self._was_reckoned = False

    def at(self, as_of: date) -> Standings:
        """Return the standings of a day, with all that was stored until now.

        Raises:
            StoreError: A record cannot be understood.
        """
        if not self._was_read:
            self._was_read = True
            eight, habits = self._ledger.practices(), self._ledger.habits()
            self._tallies = kept_tallies.read(self._store, eight, habits, as_of, self._said)
        self._follow()
        basis = Basis(as_of, self._ledger.settings().week_start)
        if self._standings is None or self._standings.basis != basis:
            self._keep(tally for tally in self._tallies.values() if tally.holds_on(as_of))
            self._standings = Standings(
                lambda slug: self._tally(slug, as_of),
                BY_SLUG,
                self._ledger.people(),
                self._ledger.pauses(),
                basis,
            )
        return self._standings

    @property
    def is_worth_keeping(self) -> bool:
        """Whether much was read or reckoned that no file holds."""
        is_new = self._was_reckoned or (self._said is not None and not self._store.is_brief)
        return is_new and len(self._store.table(codec.ENTRIES)) >= LEAST_KEPT

    def keep(self, as_of: date, shown: object = None) -> None:
        """Keep the tallies for those who open the home later; the TinyDB file holds everything.

        Args:
            as_of: The local today.
            shown: What a screen shows of them, as JSON.

        Raises:
            StoreError: A record cannot be understood.
        """
        self.at(as_of)
        tallies = [self._tally(slug, as_of) for slug in BY_SLUG]
        if not any(tally.is_ahead for tally in tallies):
            kept_tallies.write(self._store, tallies, as_of, shown)
        self._was_reckoned = False

    def _tally(self, slug: str, as_of: date) -> Tally:
        if slug not in self._tallies:
            habits = [habit for habit in self._ledger.habits() if habit.practice == slug]
            practice = self._ledger.practices()[slug]
            # Where the others are known still, reading all entries would be for this one alone.
            read = self._ledger.entries_of_one if self._tallies else self._ledger.entries_of
            self._tallies[slug] = Tally(practice, habits, as_of, read(slug))
            self._was_reckoned = True
        return self._tallies[slug]

    def _follow(self) -> None:
        """Take in what became of the records since the last time."""
        steps = self._ledger.take_steps()
        if steps is None:
            self._keep(())
        for step in steps or ():
            self._take(step)

    def _take(self, step: Step) -> None:
        if step.table not in _BEARING:
            return
        records = [record for record in (step.before, step.after) if record is not None]
        if step.table == codec.PEOPLE:
            if self._standings is not None:
                self._standings.meet(self._ledger.people())
        elif not step.is_known and step.table != codec.PAUSES:
            self._keep(())
        elif isinstance(step.after, Entry) and step.before is None:
            self._add(step.after)
        elif isinstance(step.before, Entry) and step.after is None and self._take_back(step.before):
            return
        else:
            # A pause changes no tally, but may change every standing.
            touched = {r.practice for r in records if isinstance(r, Entry | Habit)}
            # What is a slip may have changed.
            touched |= {r.slug for r in records if isinstance(r, OwnPractice)}
            self._keep(tally for slug, tally in self._tallies.items() if slug not in touched)

    def _add(self, entry: Entry) -> None:
        if entry.practice in self._tallies:
            if self._standings is not None:
                self._standings.add(entry)
            else:
                self._tallies[entry.practice].add(entry)

    def _take_back(self, entry: Entry) -> bool:
        return self._standings is not None and self._standings.take_back(entry)

    def _keep(self, tallies: Iterable[Tally]) -> None:
        """Keep some tallies, and judge everything anew."""
        kept = list(tallies)
        self._tallies = {slug: each for slug, each in self._tallies.items() if each in kept}
        self._standings = None
