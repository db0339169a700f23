"""Importing what rapport itself has written: a whole home, or a table of entries."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from habits import quicklog
from habits.change import change_of
from habits.day import EARLIEST, local_date
from habits.errors import RefusedError
from habits.exchange.bounds import read_json
from habits.exchange.entries_csv import read_rows
from habits.exchange.foreign import LeftOut
from habits.exchange.landing import instants
from habits.exchange.report import Report
from habits.model import Entry, Person
from habits.practices import is_move, require_practice
from habits.store import Document, Op, codec
from habits.store.arrivals import Arrivals, is_ahead, rehearse
from habits.store.ids import fixed_id, new_id
from habits.store.meanings import has_meaning
from habits.store.wholes import Tables, tables_in, take_in
from habits.text import folded, one_line, quoted, require_name, require_note, tidy
from habits.when import require_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path
    from uuid import UUID

    from habits.exchange.entries_csv import Row
    from habits.service.workspace import Workspace

AHEAD: Final = "entries of days to come"
"""Why an entry is not taken in: none is ever of the future."""

MADE_AHEAD: Final = "records of a time to come: a clock was wrong when they were made"
"""Why a record is not taken in: it would set all clocks of a home ahead."""

_UNKNOWN_COLUMN: Final = "columns that mean nothing here"


def import_json(workspace: Workspace, path: Path, *, dry_run: bool = False) -> Report:
    """Take in what a whole home held that this one lacks, as one act, which can be taken back.

    What is here stays as it is, but for the first promises where nobody has touched them. An entry
    of a day to come is left out; one of today where it was logged may be of tomorrow here.

    Args:
        workspace: Where to store it.
        path: What `exported` wrote as "json".
        dry_run: Whether nothing is stored.

    Raises:
        RefusedError: It cannot be read, or is no such file.
        NewerFormatError: A newer version wrote it.
        StoreError: It could not be made durable; nothing was stored.
    """
    now = workspace.clock.now().instant
    tables = tables_in(read_json(path), one_line(str(path)))
    read = sum(map(len, tables.values()))
    ahead = _ahead(workspace, tables.get(codec.ENTRIES, {}), now)
    for key in ahead:
        del tables[codec.ENTRIES][key]
    made_ahead = _take_out_made_ahead(tables, now)
    commit = take_in(workspace.store, tables, dry_run=dry_run)
    known = read - len(ahead) - made_ahead - len(commit.written)
    counts = ((AHEAD, len(ahead)), (MADE_AHEAD, made_ahead))
    left = tuple(LeftOut(why, count) for why, count in counts if count)
    others = sum(not has_meaning(written.table) for written in commit.written)
    return Report("json", read, change_of(commit), known, left, others=others)


def _take_out_made_ahead(tables: Tables, now: datetime) -> int:
    """Take out what was made at a time to come, by a clock that was wrong, and return how much."""
    count = 0
    for records in tables.values():
        wrong = [key for key in records if is_ahead(key, now)]
        count += len(wrong)
        for key in wrong:
            del records[key]
    return count


def _ahead(workspace: Workspace, entries: Mapping[UUID, Document], now: datetime) -> list[UUID]:
    """Return which entries are of a day that is to come here and where they were logged."""
    today = workspace.today.isoformat()
    later = [codec.entry_from(key, each) for key, each in entries.items() if each["date"] > today]
    return [entry.id for entry in later if entry.date > _day_in(entry.zone, now)]


def _day_in(zone: str, now: datetime) -> date:
    """Return the day that it is in a zone; the first of all days where there is no such zone."""
    try:
        return local_date(now, zone)
    except ValueError:
        return EARLIEST


def import_csv(workspace: Workspace, path: Path, *, dry_run: bool = False) -> Report:
    """Take in a table of entries, as one act, which can be taken back; who is new becomes known.

    Rows without an id get one of what they say, so that they are known when they come again.

    Args:
        workspace: Where to store them.
        path: What `exported` wrote as "csv", or a table with such columns.
        dry_run: Whether nothing is stored.

    Raises:
        RefusedError: It cannot be read, or a row means nothing; it is told with its line.
        StoreError: It could not be made durable; nothing was stored.
    """
    rows, unknown = read_rows(path)
    known: list[int] = []

    def propose() -> Iterator[Op]:
        arrivals, reader = Arrivals(workspace.store), _Reader(workspace, path)
        entries = {entry.id: entry for entry in map(reader.entry, rows)}
        new = [each for each in entries.values() if arrivals.may_come(codec.ENTRIES, each.id)]
        known.append(len(rows) - len(new))
        yield from reader.new_people(new)
        yield from (Op(codec.ENTRIES, entry.id, codec.entry_fields(entry)) for entry in new)

    store = workspace.store
    commit = rehearse(store, propose()) if dry_run else store.commit(propose)
    left = (LeftOut(_UNKNOWN_COLUMN, len(unknown)),) if unknown else ()
    return Report("csv", len(rows), change_of(commit), known[-1], left)


class _Reader:
    """What rows mean in a home."""

    def __init__(self, workspace: Workspace, path: Path) -> None:
        self._path = path
        self._eight = workspace.practices
        self._now = workspace.clock.now()
        self._today = workspace.day_of(self._now)
        self._people = {person.handle: person.id for person in workspace.ledger.people()}
        self._new: dict[UUID, str] = {}
        self._alike: Counter[tuple[object, ...]] = Counter()
        self._instants = instants(self._now.instant)

    def entry(self, row: Row) -> Entry:
        """Return the entry that a row says.

        Raises:
            RefusedError: It says none.
        """
        try:
            return self._entry(row)
        except RefusedError as error:
            message = f"{one_line(str(self._path))}, line {row.line}: {error}"
            raise RefusedError(message) from error

    def new_people(self, entries: list[Entry]) -> Iterator[Op]:
        """Yield the operations that make those known whom entries name first."""
        named = {person for entry in entries for person in entry.people}
        for key, handle in self._new.items():
            if key in named:
                person = Person(key, quicklog.display_name(handle), handle)
                yield Op(codec.PEOPLE, key, codec.person_fields(person))

    def _entry(self, row: Row) -> Entry:
        what, why = tidy(row.cells["what"]), tidy(row.cells["why"])
        require_note(what, why)
        day = require_past(row.day(), self._today)
        practice = require_practice(row.cells["practice"], self._eight).slug
        people = tuple(dict.fromkeys(map(self._person, row.people())))
        said = (day.isoformat(), practice, _move(row), what, why, *row.people())
        self._alike[said] += 1
        name = "/".join(map(str, ("import/csv", *said, self._alike[said])))
        return Entry(
            id=_id(row, self._now.instant) or fixed_id(codec.ENTRIES, name),
            practice=practice,
            date=day,
            logged_at=row.logged_at() or next(self._instants),
            zone=self._now.zone,
            move=_move(row),
            what=what,
            why=why,
            people=people,
            tags=tuple(dict.fromkeys(map(_tag, row.tags()))),
        )

    def _person(self, word: str) -> UUID:
        handle = quicklog.handle_in(word)
        if handle not in self._people:
            self._people[handle] = new_id(self._now.instant)
            self._new[self._people[handle]] = handle
        return self._people[handle]


def _id(row: Row, now: datetime) -> UUID | None:
    key = row.id()
    if key is not None and is_ahead(key, now):
        message = f"the id {quoted(str(key))} tells of a time to come."
        raise RefusedError(message)
    return key


def _move(row: Row) -> str | None:
    slug = folded(one_line(row.cells["move"])).removeprefix("/")
    if slug and not is_move(require_name(slug)):
        message = f"{quoted(slug)} is no move: it is one word of letters, digits and _."
        raise RefusedError(message)
    return slug or None


def _tag(word: str) -> str:
    return require_name(folded(word))
