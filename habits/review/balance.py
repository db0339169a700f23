"""Balance: of what kinds the acts of a practice were, by their moves and tags.

It counts acts of the user's own, and never how many of them somebody was given.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.completion import FACETS, FACETS_OF
from habits.record import dataclass
from habits.review.evidence_choice import is_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habits.model import Entry
    from habits.practices import Eight

UNSAID: Final = "not said"
"""What is counted where an act tells none of the kinds."""

_NAMES: Final = {"tone": "stories", "where": "where it was said", "helped": "whom it helped"}
_WORDS: Final = {"1on1": "in private", "public": "in public", "written": "in writing"}
_MOVES: Final = {
    ("credit", "public"): "public",
    ("credit", "stage"): "public",
    ("credit", "private"): "1on1",
}
"""Moves of credit that say where, as tags do."""

_MIX: Final = {"trust": ("context", "options", "question", "owner")}
"""The practices of which the moves themselves are held against each other."""


class Part(NamedTuple):
    """One kind, with how many acts were of it."""

    label: str
    acts: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Of what kinds the acts of a practice were.

    Attributes:
        practice: The slug of the practice.
        name: What tells the kinds apart: "stories".
        parts: The kinds, in a fixed order, also those of which there was none. An act may be of
            several; the last part counts those that say none.
    """

    practice: str
    name: str
    parts: tuple[Part, ...]


def balances(entries: Iterable[Entry], eight: Eight) -> tuple[Balance, ...]:
    """Return the balances of all practices that have some, in the order of their keys.

    A practice without an act has none.

    Args:
        entries: The entries; slips are left out.
        eight: The practices, as the user has made them.
    """
    acts: dict[str, list[Entry]] = {}
    for entry in entries:
        if not is_slip(entry, eight):
            acts.setdefault(entry.practice, []).append(entry)
    return tuple(
        balance for slug in eight if slug in acts for balance in _balances(slug, acts[slug])
    )


def has_kinds(slug: str) -> bool:
    """Return whether the acts of a practice are of kinds that are held against each other."""
    return slug in _MIX or slug in FACETS_OF


def _balances(slug: str, acts: Sequence[Entry]) -> list[Balance]:
    if slug in _MIX:
        return [_balance(slug, "moves", _MIX[slug], [{str(act.move)} for act in acts])]
    return [
        _balance(slug, _NAMES[facet], FACETS[facet], [_said(act) for act in acts])
        for facet in FACETS_OF.get(slug, ())
    ]


def _said(act: Entry) -> set[str]:
    return {*act.tags, _MOVES.get((act.practice, str(act.move)), "")}


def _balance(slug: str, name: str, kinds: Sequence[str], said: Sequence[set[str]]) -> Balance:
    counts = Counter(kind for each in said for kind in each)
    parts = [Part(_WORDS.get(kind, kind), counts[kind]) for kind in kinds]
    unsaid = sum(each.isdisjoint(kinds) for each in said)
    return Balance(slug, name, (*parts, Part(UNSAID, unsaid)))
