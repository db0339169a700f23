"""Pauses: days that do not count, for everything, one practice, one habit or one person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.lookup import require_one
from habits.model import Pause
from habits.record import dataclass, replace
from habits.store import Op, codec
from habits.store.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from habits.model import Person
    from habits.service.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scope:
    """What is paused: one practice, one habit, one person, or everything where none is named."""

    practice: str | None = None
    habit: UUID | None = None
    person: UUID | None = None


EVERYTHING = Scope()


def require_person(workspace: Workspace, word: str) -> Person:
    """Return the person that a word means: a handle, a name, the beginning of one, or an id's end.

    Raises:
        RefusedError: Nobody is meant, or several are.
    """
    people = workspace.ledger.people()
    handle = word.strip().removeprefix("@").casefold()
    for person in people:
        if person.handle == handle:
            return person
    see = "People are known once an entry names them, or by 'rapport person add NAME'."
    return require_one(handle, people, "person", see)


def pause(
    workspace: Workspace, first: date, last: date | None, scope: Scope = EVERYTHING
) -> Change:
    """Pause days, from the first to the last, both included, or until further notice.

    Args:
        workspace: Where to store it.
        first: The first day; it may be past or to come.
        last: The last day, None while it is open.
        scope: What is paused.

    Raises:
        RefusedError: The last day is before the first, or these days are paused already.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        if last is not None and last < first:
            message = (
                f"The pause would end on {last.isoformat()}, before it begins on "
                f"{first.isoformat()}. Name the first day and then the last."
            )
            raise RefusedError(message)
        made = Pause(
            new_id(workspace.clock.now().instant),
            first,
            last,
            scope.practice,
            scope.habit,
            scope.person,
        )
        for known in workspace.ledger.pauses():
            if replace(known, id=made.id, note="") == made:
                message = "These days are paused already. 'rapport pause' lists all pauses."
                raise RefusedError(message)
        yield Op(codec.PAUSES, made.id, codec.pause_fields(made))

    return change_of(workspace.store.commit(propose))


def resume(workspace: Workspace, scope: Scope = EVERYTHING) -> Change:
    """End the pauses that run today, so that today counts again.

    Args:
        workspace: Where they are stored.
        scope: What is paused; a pause of something else goes on.

    Raises:
        RefusedError: No such pause runs today.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        today = workspace.today
        running = [known for known in _pauses_of(workspace, scope) if today in known]
        if not running:
            raise RefusedError(_not_running(pauses_to_come(workspace, scope)))
        for known in running:
            yesterday = today - timedelta(days=1)
            ended = None if known.first == today else {"last": yesterday.isoformat()}
            yield Op(codec.PAUSES, known.id, ended)

    return change_of(workspace.store.commit(propose))


def pauses_to_come(workspace: Workspace, scope: Scope = EVERYTHING) -> tuple[Pause, ...]:
    """Return the pauses that have not begun yet, the earliest first.

    Args:
        workspace: Where they are stored.
        scope: What is paused; a pause of something else is left out.
    """
    planned = [each for each in _pauses_of(workspace, scope) if each.first > workspace.today]
    return tuple(sorted(planned, key=lambda pause: pause.first))


def withdraw_pause(
    workspace: Workspace,
    first: date | None = None,
    scope: Scope = EVERYTHING,
    last: date | None = None,
) -> Change:
    """Take a pause back before it begins, so that all its days count.

    Args:
        workspace: Where it is stored.
        first: The day on which it would begin; None for the only one that is to come.
        scope: What would be paused; a pause of something else stays.
        last: The day on which it would end. Without one it is that which begins on the first day
            or, where several do, the one without an end.

    Raises:
        RefusedError: No such pause is to come, or several are and no day says which.
        StoreError: It could not be made durable; nothing has changed.
    """

    def propose() -> Iterator[Op]:
        planned = pauses_to_come(workspace, scope)
        chosen = planned if first is None else _of_days(planned, first, last)
        if not chosen:
            which = "is to come" if first is None else f"begins on {first.isoformat()}"
            message = f"No such pause {which}. 'rapport pause' lists all pauses."
            raise RefusedError(message)
        if first is None and len(chosen) > 1:
            message = (
                f"{len(chosen)} such pauses are to come, {_first_days(chosen)}. "
                "Name the first day of one."
            )
            raise RefusedError(message)
        yield Op(codec.PAUSES, chosen[0].id, None)

    return change_of(workspace.store.commit(propose))


def _of_days(planned: Sequence[Pause], first: date, last: date | None) -> list[Pause]:
    """Return the pauses of these days; where only one begins on the first, none need be its last.

    Raises:
        RefusedError: Some begin on that day, and none of them ends so.
    """
    beginning = [each for each in planned if each.first == first]
    if last is None and len(beginning) == 1:
        return beginning
    chosen = [each for each in beginning if each.last == last]
    if beginning and not chosen:
        ends = " and ".join(each.last.isoformat() for each in beginning if each.last)
        message = (
            f"What begins on {first.isoformat()} ends on {ends or 'no day'}. "
            "Name the first and the last day of one, as in '24 dec to 2 jan'."
        )
        raise RefusedError(message)
    return chosen


def _pauses_of(workspace: Workspace, scope: Scope) -> list[Pause]:
    wanted = (scope.practice, scope.habit, scope.person)
    return [known for known in workspace.ledger.pauses() if known.scope == wanted]


def _not_running(planned: Sequence[Pause]) -> str:
    """Return why nothing is resumed, and where a pause is to come what ends that."""
    if not planned:
        return "No such pause runs today. 'rapport pause' lists all pauses."
    return (
        f"No such pause runs today, only {_first_days(planned)}. "
        "'rapport resume --planned' withdraws what is to come."
    )


def _first_days(pauses: Sequence[Pause]) -> str:
    return " and ".join(f"from {each.first.isoformat()}" for each in pauses)
