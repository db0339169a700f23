"""The entries that say most exactly what happened: those worth reading again in full."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from habits.model import in_order
from habits.review.evidence_choice import is_slip
from habits.review.names_left import COMMON, names_left
from habits.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from datetime import date, datetime

    from habits.model import Entry
    from habits.practices import Eight

MOST: Final = 5
"""So many are read again."""

_MOST_WORDS: Final = 30
"""Words beyond these make no entry more exact, only longer."""

_MOST_KNOWN: Final = 4096
"""So many texts are not looked through again when one looks back once more: those of a year."""

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
    Where these are as many too, the newer one does. Of several that say the same of the same
    people only the newest is among them.

    Args:
        entries: The entries.
        eight: The practices, as the user has made them.
        most: How many are wanted.
    """
    acts = (entry for entry in entries if not is_slip(entry, eight))
    exact = ((_told(entry.what, entry.why), entry) for entry in acts)
    telling = [(_exactness(told, entry), entry) for told, entry in exact if told is not None]
    chosen: dict[Hashable, Entry] = {}
    for _, entry in sorted(telling, key=itemgetter(0), reverse=True):
        chosen.setdefault((entry.what, entry.why, entry.people), entry)
        if len(chosen) == most:
            break
    return tuple(sorted(chosen.values(), key=in_order))


def _exactness(told: tuple[int, int], entry: Entry) -> tuple[int, int, date, datetime, int]:
    marks, words = told
    return marks + bool(entry.people), words, entry.date, entry.logged_at, entry.id.int


@lru_cache(maxsize=_MOST_KNOWN)
def _told(what: str, why: str) -> tuple[int, int] | None:
    """Return how many of the marks a text has but the first, and how many different words.

    None where it does not say both what happened and why it mattered.
    """
    happened, mattered = one_line(what), one_line(why)
    if not (happened and mattered):
        return None
    said = one_line(f"{what}. {why}")
    small = folded(said)
    names = names_left([happened, mattered]).within
    marks = (_NUMBER.search(small), names, _QUOTE.search(said))
    words = len({*_WORD.findall(small)} - COMMON)
    return sum(map(bool, marks)), min(words, _MOST_WORDS)
