"""Importing: what another program kept becomes habits, entries and pauses, in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.change import change_of
from habits.errors import RefusedError
from habits.exchange.foreign import LeftOut
from habits.exchange.report import Report
from habits.service.carrying import Carrier, practice_of
from habits.store.arrivals import rehearse
from habits.text import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.exchange.foreign import Foreign, ForeignHabit
    from habits.service.carrying import Mapped
    from habits.service.workspace import Workspace
    from habits.store import Op

_MOST_NAMED: Final = 5


def unmapped(workspace: Workspace, foreign: Foreign, mapped: Mapped) -> list[ForeignHabit]:
    """Return the habits of which neither a mapping nor an earlier import says where they go."""
    return [
        habit
        for habit in foreign.habits
        if habit.key not in mapped and practice_of(workspace, foreign.source, habit) is None
    ]


def import_foreign(
    workspace: Workspace, foreign: Foreign, mapped: Mapped, *, dry_run: bool = False
) -> Report:
    """Take in what another program kept, as one act, which can be taken back.

    What came before is known again by its id: a second run adds only what is new, and leaves what
    was changed or deleted since as it is.

    Args:
        workspace: Where to store it.
        foreign: What was kept.
        mapped: To which practice each habit goes; one that came before goes where it is.
        dry_run: Whether nothing is stored.

    Raises:
        RefusedError: Of some habits nobody says where they go.
        StoreError: It could not be made durable; nothing was stored.
    """
    if lost := unmapped(workspace, foreign, mapped):
        raise _lost(lost)
    done: list[Carrier] = []

    def propose() -> Sequence[Op]:
        done.append(Carrier(workspace, foreign, mapped))
        return done[-1].ops()

    store = workspace.store
    commit = rehearse(store, propose()) if dry_run else store.commit(propose)
    carried = done[-1]
    return Report(
        source=foreign.source,
        read=foreign.read,
        change=change_of(commit),
        known=sum(taken.known for taken in carried.taken),
        left_out=(*foreign.left_out, *(LeftOut(*each) for each in carried.left.items())),
        taken=tuple(carried.taken),
        notes=tuple(carried.notes),
    )


def _lost(habits: Sequence[ForeignHabit]) -> RefusedError:
    named = ", ".join(quoted(habit.name) for habit in habits[:_MOST_NAMED])
    more = f" and {len(habits) - _MOST_NAMED} more" if len(habits) > _MOST_NAMED else ""
    return RefusedError(
        f"Nobody says which practice these belong to: {named}{more}. Name one for all with "
        "--as PRACTICE, or each in a file with --map FILE."
    )
