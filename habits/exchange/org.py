"""Org mode: the habits of org-habit in a file of headlines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.exchange.bounds import read_text, require_few
from habits.exchange.foreign import Foreign, ForeignHabit, Mark, Note
from habits.exchange.gleaning import NO_DAY, left_out, told_apart
from habits.exchange.lines import lines_of
from habits.exchange.org_outline import Closing, Headline, headlines
from habits.exchange.org_repeater import nearest

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

FORMAT: Final = "org"

NOT_CLOSED: Final = "changes of state to what is not done"
SAME_DAY: Final = "further closings of one day, whose notes are joined to the first"


def read(path: Path) -> Foreign:
    """Return the habits that a file of Org mode holds.

    Args:
        path: The file.

    Raises:
        RefusedError: It cannot be read, is no text in UTF-8, or holds no habits.
    """
    return foreign_of_text(read_text(path))


def foreign_of_text(text: str) -> Foreign:
    """Return the habits among the headlines of a text.

    Raises:
        RefusedError: There are none, or their log is longer than is read.
    """
    lines = [line.rstrip() for line in lines_of(text, "The file")]
    found = [headline for headline in headlines(lines) if headline.is_habit]
    if not found:
        message = "There are no habits in it: no headline has the property STYLE with habit."
        raise RefusedError(message)
    count = sum(len(headline.closings) for headline in found)
    require_few(count, "The log of the habits")
    keys = told_apart(headline.properties.get("ID") or headline.title for headline in found)
    left: Counter[str] = Counter()
    read = tuple(_habit(headline, key, left) for headline, key in zip(found, keys, strict=True))
    return Foreign(FORMAT, read, left_out(left), count)


def _habit(headline: Headline, key: str, left: Counter[str]) -> ForeignHabit:
    cadence, note = nearest(headline.scheduled)
    return ForeignHabit(
        key=key,
        name=headline.title,
        description="\n".join(headline.lines).strip(),
        cadence=cadence,
        cadence_note=note,
        marks=_marks(headline.closings, left),
        notes=tuple(
            Note(each.date, "\n".join(each.lines))
            for each in headline.closings
            if each.date and each.lines and not each.done
        ),
        archived=headline.archived,
    )


def _marks(closings: list[Closing], left: Counter[str]) -> tuple[Mark, ...]:
    notes: dict[date, list[str]] = {}
    for closing in closings:
        if not closing.done:
            left[NOT_CLOSED] += 1
        elif closing.date is None:
            left[NO_DAY] += 1
        else:
            left[SAME_DAY] += closing.date in notes
            notes.setdefault(closing.date, []).extend(closing.lines)
    return tuple(Mark(day, note="\n".join(said)) for day, said in notes.items())
