"""Many entries logged as one act: all of them or none."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.many_lines import draft_of, read_line
from habits.practices import require_practice
from habits.service.acts import entry_of, ids_of
from habits.service.roster import require_names
from habits.store import Op, codec
from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from habits.many_lines import Line
    from habits.service.workspace import Workspace


_Refused: TypeAlias = "dict[int, str]"
"""Why lines are refused, by their numbers."""

_MOST_NAMED: Final = 5
"""How many of them are told one by one."""


def log_many(workspace: Workspace, lines: Iterable[str], options: Collection[str] = ()) -> Change:
    """Log what each line says, as one act, which one undo takes back.

    Args:
        workspace: Where to log it.
        lines: The lines, in the form of `habits.many_lines`; empty ones say nothing.
        options: The words that would be options where one entry is logged alone.

    Raises:
        RefusedError: Lines cannot be logged, which are named by their numbers, or there is none.
        StoreError: They could not be made durable; nothing was stored.
    """
    wanted = []
    refused: _Refused = {}
    for number, text in enumerate(lines, start=1):
        with _noted(refused, number):
            if line := read_line(number, text, options):
                wanted.append(line)
    if not (wanted or refused):
        message = "No entry came. Give one a line, as in: thanks @maya the on-call fix"
        raise RefusedError(message)
    return change_of(workspace.store.commit(lambda: _Logging(workspace, refused).ops(wanted)))


@contextmanager
def _noted(refused: _Refused, number: int) -> Iterator[None]:
    """Note why a line is refused, so that the following ones are looked at too."""
    try:
        yield
    except RefusedError as error:
        refused[number] = str(error)


def _refusal(refused: _Refused) -> RefusedError:
    """Return what to say of lines that cannot be logged, the first ones one by one."""
    first = sorted(refused.items())[:_MOST_NAMED]
    told = " ".join(f"Line {number}: {why}" for number, why in first)
    more = len(refused) - len(first)
    others = f" {more:,} more {'line' if more == 1 else 'lines'} cannot be logged either."
    return RefusedError(f"{told}{others if more else ''} Nothing was logged.")


class _Logging:
    """Lines on their way to be entries: whom one makes known the next ones know.

    Args:
        workspace: Where they are logged.
        refused: Why lines are refused, by their numbers.
    """

    def __init__(self, workspace: Workspace, refused: _Refused) -> None:
        self._workspace = workspace
        self._refused = dict(refused)
        self._now = workspace.clock.now()
        self._today = workspace.day_of(self._now)
        self._practices = workspace.practices
        people = workspace.ledger.people()
        self._ids = {person.handle: person.id for person in people}
        self._names = {person.handle: person.name for person in people}
        self._handles = {folded(person.name): person.handle for person in people}

    def ops(self, lines: Iterable[Line]) -> Iterator[Op]:
        """Yield the operations that log them.

        Raises:
            RefusedError: Some of them cannot be logged.
        """
        for line in lines:
            with _noted(self._refused, line.number):
                yield from self._ops_of(line)
        if self._refused:
            raise _refusal(self._refused)

    def _ops_of(self, line: Line) -> list[Op]:
        practice = require_practice(line.practice, self._practices)
        draft = draft_of(line, practice, self._today, self._names, self._person)
        new, people = ids_of(self._workspace, draft, self._now.instant, self._ids)
        for handle, name in draft.people:
            self._names.setdefault(handle, name)
            self._handles.setdefault(folded(name), handle)
        entry = entry_of(practice, draft, people, self._now, self._today)
        return [*new, Op(codec.ENTRIES, entry.id, codec.entry_fields(entry))]

    def _person(self, called: str) -> tuple[str, str]:
        """Return the handle and the name of whom a name or a handle means."""
        handle = self._handles.get(folded(called), folded(called).removeprefix("@"))
        if handle in self._names:
            return handle, self._names[handle]
        ((handle, name),) = require_names([called]).items()
        return handle, self._names.get(handle, name)
