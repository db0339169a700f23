"""Edits of the eight: what a user calls a practice, and which moves it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.errors import RefusedError
from habits.practices import Move, is_move
from habits.record import dataclass, replace
from habits.text import NAME_CHARACTERS, folded, one_line, quoted, require_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from habits.model import Habit
    from habits.practices import Eight, Practice


@dataclass(frozen=True, slots=True)
class PracticeEdit:
    """What is to be different about a practice; None leaves it as it is.

    Attributes:
        name: Its name on the screen.
        move: The slug of a move to add or to change.
        meaning: What is done by it, in a few words.
        slip: Whether it becomes a slip; one that is a slip stays one.
        drop: The slug of a move that is no longer offered.
    """

    name: str | None = None
    move: str | None = None
    meaning: str | None = None
    slip: bool = False
    drop: str | None = None


def edited(practice: Practice, edit: PracticeEdit, eight: Eight, live: Iterable[Habit]) -> Practice:
    """Return a practice as an edit makes it.

    Args:
        practice: The practice.
        edit: What is to be different.
        eight: All eight practices.
        live: Those of its habits that are not laid down: what they count has to stay.

    Raises:
        RefusedError: A name or move cannot be so, or a habit counts a move otherwise.
    """
    after = practice
    if edit.name is not None:
        after = replace(after, name=_require_title(edit.name, practice, eight))
    if edit.move is not None:
        after = _with_move(after, edit)
    if edit.drop is not None:
        after = _without_move(after, edit.drop)
    for habit in live:
        _require_counted(habit, practice, after)
    return after


def _require_title(name: str, practice: Practice, eight: Eight) -> str:
    words = require_name(name)
    if not words:
        message = "The practice has no name. Say what it is called, such as 'Gratitude'."
        raise RefusedError(message)
    for other in eight.values():
        means_other = folded(words) in {str(other.key), other.slug, folded(other.name)}
        if other.slug != practice.slug and means_other:
            message = f"{quoted(words)} is practice {other.key} already. Choose another name."
            raise RefusedError(message)
    return words


def _with_move(practice: Practice, edit: PracticeEdit) -> Practice:
    slug = _require_slug(edit.move or "")
    known = practice.move(slug)
    if edit.meaning is not None:
        meaning = _require_meaning(edit.meaning, slug)
    else:
        meaning = known.meaning if known else _require_meaning("", slug)
    move = Move(slug, meaning, slip=edit.slip or (known is not None and known.slip))
    if known is None:
        return replace(practice, moves=(*practice.moves, move))
    moves = (move if each.slug == slug else each for each in practice.moves)
    return replace(practice, moves=tuple(moves))


def _without_move(practice: Practice, word: str) -> Practice:
    slug = _slug(word)
    if practice.move(slug) is None:
        message = f"{practice.name} has no move {quoted('/' + slug)}. 'rapport practice' lists all."
        raise RefusedError(message)
    return replace(practice, moves=tuple(each for each in practice.moves if each.slug != slug))


def _require_slug(word: str) -> str:
    slug = require_name(_slug(word))
    if not is_move(slug):
        message = (
            f"A move is one word of letters, digits and _, and {quoted(word)} is none. "
            "Try one such as shoutout."
        )
        raise RefusedError(message)
    return slug


def _slug(word: str) -> str:
    return folded(one_line(word)).removeprefix("/")


def _require_meaning(text: str, slug: str) -> str:
    meaning = one_line(text)
    if not meaning:
        message = f"It is not said what /{slug} means. Add a few words: --meaning TEXT"
        raise RefusedError(message)
    if len(meaning) > NAME_CHARACTERS:
        message = (
            f"The meaning has {len(meaning)} characters; at most {NAME_CHARACTERS} fit. Shorten it."
        )
        raise RefusedError(message)
    return meaning


def _require_counted(habit: Habit, before: Practice, after: Practice) -> None:
    """Check that a habit counts after an edit what it counted before.

    Raises:
        RefusedError: A move that it names is gone, or a slip that was none or none that was one.
    """
    for slug in habit.moves:
        if _is_slip(before, slug) != _is_slip(after, slug):
            message = (
                f"{quoted(habit.name)} counts /{slug}. Let it count others first with 'rapport "
                "habit edit --moves', or archive it."
            )
            raise RefusedError(message)
    if habit.is_limit and before.slip and not after.slip:
        message = (
            f"{quoted(habit.name)} limits /{before.slip.slug}, the last slip. Archive it first."
        )
        raise RefusedError(message)


def _is_slip(practice: Practice, slug: str) -> bool | None:
    move = practice.move(slug)
    return move.slip if move else None
