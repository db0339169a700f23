"""Mapping: to which practice each foreign habit goes, as a user says it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.exchange.bounds import read_text
from habits.practices import require_practice
from habits.text import folded, one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from habits.exchange.foreign import Foreign, ForeignHabit
    from habits.practices import Eight

UNWANTED: Final = "-"
"""What is said in place of a practice to leave a habit out."""


def practice_for(word: str, eight: Eight) -> str | None:
    """Return the slug of the practice that a word means; None where the habit is left out.

    Raises:
        RefusedError: There is no such practice.
    """
    return None if one_line(word) == UNWANTED else require_practice(word, eight).slug


def read_mapping(path: Path, foreign: Foreign, eight: Eight) -> dict[str, str | None]:
    """Return what a file maps, of lines such as `Read a book = growth`; `= -` leaves one out.

    Lines that are empty or begin with # say nothing.

    Args:
        path: The file.
        foreign: What the habits are of.
        eight: The eight practices.

    Returns:
        The slugs by the keys of the habits; None for those that are left out.

    Raises:
        RefusedError: A line cannot be understood, or there is no such habit or practice.
    """
    mapped: dict[str, str | None] = {}
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            name, sign, word = line.rpartition("=")
            if not sign:
                message = f"{quoted(line)} names no practice. Write: Read a book = growth"
                raise RefusedError(message)  # noqa: TRY301 - told with the line as the others are
            slug = practice_for(word, eight)
            mapped |= {habit.key: slug for habit in _meant(name, foreign.habits)}
        except RefusedError as error:
            message = f"{one_line(str(path))}, line {number}: {error}"
            raise RefusedError(message) from error
    return mapped


def _meant(name: str, habits: Iterable[ForeignHabit]) -> list[ForeignHabit]:
    every = list(habits)
    wanted = folded(one_line(name))
    meant = [habit for habit in every if folded(one_line(habit.name)) == wanted]
    if not meant:
        names = [one_line(habit.name) for habit in every]
        nearest = get_close_matches(one_line(name), names, n=1, cutoff=0.5) or names[:1]
        advice = f"Did you mean {quoted(nearest[0])}?" if nearest else "It holds no habits."
        message = f"There is no habit {quoted(name)} in it. {advice}"
        raise RefusedError(message)
    return meant
