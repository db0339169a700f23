"""What a user says of a person: read, cleaned and put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.person import Recognition
from habits.record import replace
from habits.text import alike, folded, one_line, quoted, require_note, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from habits.person import Person, Remark

_WAYS: Final = {str(way): way for way in Recognition} | {
    "1on1": Recognition.PRIVATE,
    "private": Recognition.PRIVATE,
}


def require_recognition(word: str) -> Recognition:
    """Return the way of recognising somebody that a word means, or the beginning of one.

    Raises:
        RefusedError: There is no such way.
    """
    wanted = folded(one_line(word)).replace("-", " ")
    meant = {way for name, way in _WAYS.items() if wanted and name.startswith(wanted)}
    if len(meant) != 1:
        message = f"{quoted(word)} is no way of recognising somebody. Use {', '.join(Recognition)}."
        raise RefusedError(message)
    return meant.pop()


def in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Return remarks cleaned, each once and the oldest first; of two alike the last one holds.

    Raises:
        RefusedError: One has no words, or too many.
    """
    kept: dict[tuple[date, str], Remark] = {}
    for remark in remarks:
        text = tidy(remark.text)
        if not text:
            message = "There are no words in it. Say it as they said it."
            raise RefusedError(message)
        require_note(text)
        kept[remark.date, text] = replace(remark, text=text)
    return tuple(sorted(kept.values(), key=lambda remark: remark.date))


def require_remark(remarks: Sequence[Remark], number: int) -> Remark:
    """Return one of some remarks by its number, counted from 1.

    Raises:
        RefusedError: There is none of this number.
    """
    if not 1 <= number <= len(remarks):
        last = f"the last one is {len(remarks)}" if remarks else "none is kept"
        message = f"There is no number {number}: {last}. 'rapport person show' lists them."
        raise RefusedError(message)
    return remarks[number - 1]


def lookalikes(person: Person, others: Iterable[Person]) -> list[Person]:
    """Return those of others who may have been meant when a person was made.

    Their handle or name has a word that is the handle or begins with it, or their handle differs
    from it by hardly anything.
    """
    others = list(others)
    near = alike(person.handle, [other.handle for other in others], at_least=0.8)
    return [
        other
        for other in others
        if other.handle in near
        or any(
            word.startswith(person.handle) for word in (other.handle, *folded(other.name).split())
        )
    ]
