"""The line of a remark: what somebody said of themselves, when, and whether others may hear it.

`lead a team (last fri) (ok to share)`: what is in brackets at the end is no part of the words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.text import tidy
from habits.when import read_date, require_past

if TYPE_CHECKING:
    from datetime import date

    from habits.person import Remark

_LAST: Final = re.compile(r"\s?\((?P<said>[^()\n]{1,40})\)$")
_SHARED: Final = re.compile(r"(?:(?:it )?is )?(?:ok|fine) to share", re.IGNORECASE)


class Saying(NamedTuple):
    """What the line of a remark says.

    Attributes:
        text: What somebody said of themselves.
        on: When they said it; None where the line does not tell.
        shared: Whether they are fine with others hearing it.
    """

    text: str
    on: date | None
    shared: bool


def remark_line(text: str, today: date, on: date | None = None) -> Saying:
    """Return what the line of a remark says.

    Args:
        text: The line as it was typed.
        today: The local today.
        on: When they said it, where that was said beside the line; a day in it is text then.

    Raises:
        RefusedError: A date that no calendar has, that is to come, or too long ago.
    """
    words, day, shared = tidy(text), on, False
    while match := _LAST.search(words):
        if not shared and _SHARED.fullmatch(match["said"]):
            shared = True
        elif day is None and (said := read_date(match["said"], today)):
            day = require_past(said, today)
        else:
            break
        words = words[: match.start()]
    return Saying(words, day, shared)


def line_of(remark: Remark) -> str:
    """Return the line that says a remark."""
    return f"{remark.text} ({remark.date.isoformat()}){' (ok to share)' if remark.shared else ''}"
