"""The line of a follow-up: what is to be done, for whom, and by when.

`back to support about the export @maya (in 3 days)`: the grammar of the quick log, with a day that
lies ahead.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.pattern import pattern
from habits.quicklog import people_in, plain
from habits.record import dataclass
from habits.text import require_note, tidy
from habits.when import read_date, require_day

if TYPE_CHECKING:
    from datetime import date

    from habits.quicklog import Names

_WHEN: Final = pattern(r"\s?\((?P<when>[^()\n]{1,40})\)$")
_USUALLY: Final = timedelta(days=7)
"""When it is due where nothing is said."""


@dataclass(frozen=True, slots=True)
class Following:
    """What the line of a follow-up says.

    Attributes:
        text: What is to be done.
        due: By when.
        people: Pairs of handle and name of those whom it concerns.
    """

    text: str
    due: date
    people: tuple[tuple[str, str], ...]


def follow_up_line(
    text: str, today: date, names: Names, otherwise: date | None = None
) -> Following:
    """Return what the line of a follow-up says.

    Args:
        text: The line as it was typed.
        today: The local today.
        names: The names of the people already known, by handle.
        otherwise: When it is due where the line says nothing; None for in a week.

    Raises:
        RefusedError: A date that no calendar has or that is over, or a note too long.
    """
    said, due = tidy(text), otherwise or today + _USUALLY
    match = _WHEN.search(said)
    if match and read_date(match["when"], today, ahead=True):
        due = require_due(require_day(match["when"], today), today)
        said = said[: match.start()]
    people = people_in(said, names)
    words = plain(said, dict(people))
    require_note(words)
    return Following(words, due, people)


def require_due(day: date, today: date) -> date:
    """Return the day if something can be promised for it.

    Raises:
        RefusedError: It is over.
    """
    if day < today:
        message = (
            f"{day.isoformat()} is over. A follow-up is due today ({today.isoformat()}) or later."
        )
        raise RefusedError(message)
    return day
