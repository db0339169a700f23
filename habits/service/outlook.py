"""The outlook: the north star with the dates it held, and follow-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.change import Change, change_of
from habits.errors import RefusedError
from habits.follow_line import follow_up_line, require_due
from habits.follow_ups import Proposal, proposals
from habits.model import FollowUp, NorthStar
from habits.north_stars import in_order
from habits.service.acts import preview
from habits.service.looks import handles
from habits.service.mending import require_entry
from habits.store import Op, codec, outlook_codec
from habits.store.ids import new_id
from habits.text import folded, require_note, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from uuid import UUID

    from habits.follow_line import Following
    from habits.practices import Practice
    from habits.quicklog import Said
    from habits.service.workspace import Workspace

_NAME_FIRST: Final = "Name them in an entry first."
_NONE_PROPOSED: Final = "This proposes no follow-up. An act of Respect with /ally proposes two."


def north_stars(workspace: Workspace) -> tuple[NorthStar, ...]:
    """Return all north stars, the one that held first at the beginning."""
    return tuple(in_order(workspace.ledger.north_stars()))


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
        sentence = require_words(text, "The north star", "Say what the work is for.")
        held = north_star(workspace)
        if held is not None and held.text == sentence:
            message = "This is the north star already."
            raise RefusedError(message)
        now = workspace.clock.now()
        star = NorthStar(new_id(now.instant), sentence, workspace.today, now.instant)
        yield Op(codec.NORTH_STARS, star.id, outlook_codec.north_star_fields(star))

    return change_of(workspace.store.commit(propose))


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
        words = require_words(text, "The follow-up", "Say what is to be done.")
        require_due(due, workspace.today)
        now = workspace.clock.now().instant
        made = FollowUp(new_id(now), words, due, now, tuple(people), entry)
        yield Op(codec.FOLLOW_UPS, made.id, outlook_codec.follow_up_fields(made))

    return change_of(workspace.store.commit(propose))


def promise_line(
    workspace: Workspace,
    line: str,
    due: date | None = None,
    people: Iterable[UUID] = (),
    entry: UUID | None = None,
) -> Change:
    """Promise what a line says, in the grammar of `habits.follow_line`.

    Args:
        workspace: Where to store it.
        line: What is promised; it may name people, and its day in a bracket at the end.
        due: The day that was said beside the line; None for that of the line.
        people: Those named beside the line, or by the entry where the line names nobody.
        entry: The entry that it was born from, if it was.

    Raises:
        RefusedError: It has no words, is too long, or names somebody who is not known.
        StoreError: It could not be made durable; nothing was stored.
    """
    said = follow_up_line(line, workspace.today, handles(workspace))
    named = require_known(workspace, said)
    return add_follow_up(workspace, said.text, due or said.due, named or people, entry)


def proposed(workspace: Workspace, change: Change) -> tuple[Proposal, ...]:
    """Return the follow-ups that what was logged proposes; most acts propose none."""
    return tuple(
        each for entry in change.came for each in proposals(entry.practice, entry, workspace.today)
    )


def require_proposing(
    workspace: Workspace, practice: Practice, text: str, said: Said | None = None
) -> None:
    """Check that what a line would log proposes follow-ups.

    Raises:
        RefusedError: It proposes none, or cannot be logged.
    """
    draft = preview(workspace, practice, text, said)
    if not proposals(practice.slug, draft, workspace.today):
        message = f"{_NONE_PROPOSED} 'rapport follow add' promises one of your own."
        raise RefusedError(message)


def promise_proposed(workspace: Workspace, key: UUID) -> Change:
    """Promise the follow-ups that an entry proposes, as one act.

    Raises:
        RefusedError: It is gone, or proposes none.
        StoreError: They could not be made durable; nothing was stored.
    """

    def propose() -> Iterator[Op]:
        entry = require_entry(workspace, key)
        made = proposals(entry.practice, entry, workspace.today)
        if not made:
            raise RefusedError(_NONE_PROPOSED)
        now = workspace.clock.now().instant
        for each in made:
            follow_up = FollowUp(new_id(now), each.text, each.due, now, entry.people, entry.id)
            yield Op(codec.FOLLOW_UPS, follow_up.id, outlook_codec.follow_up_fields(follow_up))

    return change_of(workspace.store.commit(propose))


def require_known(workspace: Workspace, said: Following) -> tuple[UUID, ...]:
    """Return whom the line of a follow-up names.

    Raises:
        RefusedError: Somebody is not known.
    """
    known = {person.handle: person.id for person in workspace.ledger.people()}
    for handle, _ in said.people:
        if handle not in known:
            meant = [f"@{each}" for each in known if each.startswith(folded(handle))]
            way_out = f"Did you mean {' or '.join(meant)}?" if meant else _NAME_FIRST
            message = f"Nobody is known as @{handle}. {way_out}"
            raise RefusedError(message)
    return tuple(known[handle] for handle, _ in said.people)


def require_words(text: str, what: str, advice: str) -> str:
    """Return what a text says.

    Args:
        text: The text.
        what: What it is to be.
        advice: What is told beside where it says nothing.

    Raises:
        RefusedError: It says nothing, or is too long.
    """
    words = tidy(text)
    if not words:
        message = f"{what} has no words. {advice}"
        raise RefusedError(message)
    require_note(words)
    return words
