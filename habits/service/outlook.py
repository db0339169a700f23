"""The outlook: the north star with the dates it held, and follow-ups."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.follow_line import require_due
from habits.model import FollowUp, NorthStar
from habits.store import Op, codec, outlook_codec
from habits.store.ids import new_id
from habits.store.ops import changed_fields
from habits.text import require_note, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from uuid import UUID

    from habits.service.workspace import Workspace


def north_stars(workspace: Workspace) -> tuple[NorthStar, ...]:
    """Return all north stars, the one that held first at the beginning."""
    stars = workspace.ledger.north_stars()
    return tuple(sorted(stars, key=lambda star: (star.since, star.made_at)))


def north_star(workspace: Workspace, on: date | None = None) -> NorthStar | None:
    """Return the north star that holds today, or held on a day; None where there was none."""
    day = on or workspace.today
    held = [star for star in north_stars(workspace) if star.since <= day]
    return held[-1] if held else None


def set_north_star(workspace: Workspace, text: str) -> Change:
    """Let a sentence be the north star from today on; the one before stays in its history.

    Raises:
        RefusedError: The sentence is empty, too long, or the one that holds already.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        sentence = _require_words(text, "The north star", "Say what the work is for.")
        held = north_star(workspace)
        if held is not None and held.text == sentence:
            message = "This is the north star already."
            raise RefusedError(message)
        now = workspace.clock.now()
        star = NorthStar(new_id(now.instant), sentence, workspace.today, now.instant)
        yield Op(codec.NORTH_STARS, star.id, outlook_codec.north_star_fields(star))

    return change_of(workspace.store.commit(propose))


def follow_ups(workspace: Workspace) -> tuple[FollowUp, ...]:
    """Return the follow-ups that are not done, the one that is due first at the beginning."""
    open_ = [each for each in workspace.ledger.follow_ups() if each.done is None]
    return tuple(sorted(open_, key=lambda each: (each.due, each.made_at)))


def add_follow_up(
    workspace: Workspace,
    text: str,
    due: date,
    people: Iterable[UUID] = (),
    entry: UUID | None = None,
) -> Change:
    """Promise something for a day.

    Args:
        workspace: Where to store it.
        text: What is promised.
        due: The day by which it is to be done.
        people: Whom it concerns.
        entry: The entry that it was born from, if it was.

    Raises:
        RefusedError: The text is empty or too long, or the day is over.
        StoreError: It could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        words = _require_words(text, "The follow-up", "Say what is to be done.")
        require_due(due, workspace.today)
        now = workspace.clock.now().instant
        made = FollowUp(new_id(now), words, due, now, tuple(people), entry)
        yield Op(codec.FOLLOW_UPS, made.id, outlook_codec.follow_up_fields(made))

    return change_of(workspace.store.commit(propose))


def finish_follow_up(workspace: Workspace, key: UUID) -> Change:
    """Mark a follow-up as done today.

    Raises:
        RefusedError: It is done or gone already.
        StoreError: It could not be made durable; nothing has changed.
    """
    return _rewrite(workspace, key, lambda each: replace(each, done=workspace.today))


def move_follow_up(workspace: Workspace, key: UUID, due: date) -> Change:
    """Move a follow-up to another day.

    Raises:
        RefusedError: It is done or gone already, or due on that day, or the day is over.
        StoreError: It could not be made durable; nothing has changed.
    """

    def move(held: FollowUp) -> FollowUp:
        return held if held.due == due else replace(held, due=require_due(due, workspace.today))

    return _rewrite(workspace, key, move)


def _rewrite(workspace: Workspace, key: UUID, rewrite: Callable[[FollowUp], FollowUp]) -> Change:
    def propose() -> Iterator[Op]:
        found = [each for each in follow_ups(workspace) if each.id == key]
        if not found:
            message = "The follow-up is done already, or was taken back elsewhere."
            raise RefusedError(message)
        before, after = found[0], rewrite(found[0])
        if before == after:
            message = f"It is due on {before.due.isoformat()} already."
            raise RefusedError(message)
        documents = map(outlook_codec.follow_up_fields, (before, after))
        yield Op(codec.FOLLOW_UPS, key, changed_fields(*documents))

    return change_of(workspace.store.commit(propose))


def _require_words(text: str, what: str, advice: str) -> str:
    words = tidy(text)
    if not words:
        message = f"{what} has no words. {advice}"
        raise RefusedError(message)
    require_note(words)
    return words
