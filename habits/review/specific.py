"""The entries that say most exactly what happened: those worth reading again in full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.review.evidence_choice import is_slip
from habits.review.names_left import COMMON, names_left
from habits.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from habits.model import Entry
    from habits.practices import Eight

MOST: Final = 5
"""So many are read again."""

_MOST_WORDS: Final = 30
"""Words beyond these make no entry more exact, only longer."""

_WORD: Final = re.compile(r"[^\W_][\w'\u2019-]*")
_NUMBER: Final = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half)\b")
_QUOTE: Final = re.compile(r"[\"\u201c\u201e\u00ab][^\"\u201d\u201c\u00bb]+[\"\u201d\u201c\u00bb]")


def most_specific(entries: Iterable[Entry], eight: Eight, most: int = MOST) -> tuple[Entry, ...]:
    """Return the entries that say most exactly what happened, the oldest first.

    An entry needs both what happened and why it mattered; a stub and a slip never are among them.
    Exact is told by what can be seen in a text, and by nothing that would judge it. The one goes
    before the other that has more of these four: it names somebody, it has a number, it has a name
    or a term within a sentence, it quotes somebody's words. Where they have as many, that one goes
    before which has more different words, up to thirty, leaving out such as "the" and "because".
    Where these are as many too, the newer one does.

    Args:
        entries: The entries.
        eight: The practices, as the user has made them.
        most: How many are wanted.
    """
    telling = [entry for entry in entries if _tells(entry) and not is_slip(entry, eight)]
    chosen = sorted(telling, key=_exactness, reverse=True)[:most]
    return tuple(sorted(chosen, key=lambda entry: (entry.date, entry.logged_at)))


def _tells(entry: Entry) -> bool:
    return bool(one_line(entry.what) and one_line(entry.why))


def _exactness(entry: Entry) -> tuple[int, int, tuple[date, datetime, int]]:
    said = one_line(f"{entry.what}. {entry.why}")
    small = folded(said)
    marks = (
        entry.people,
        _NUMBER.search(small),
        names_left([one_line(entry.what), one_line(entry.why)]).within,
        _QUOTE.search(said),
    )
    words = len({*_WORD.findall(small)} - COMMON)
    age = (entry.date, entry.logged_at, entry.id.int)
    return sum(map(bool, marks)), min(words, _MOST_WORDS), age
