"""Completion: what the word at the cursor may become, from what was said before.

People, moves, tags and recent nouns of what happened are offered; a reason never is: it is the
user's own each time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from habits.practices import Practice

FACETS: Final = {
    "helped": ("team", "product", "customer"),
    "where": ("public", "1on1", "written"),
    "tone": ("good", "bad"),
}
"""The tags that a review counts, by what they tell."""

FACETS_OF: Final = {
    "thanks": ("helped", "where"),
    "credit": ("helped", "where"),
    "respect": ("helped",),
    "empathy": ("tone",),
}
"""The facets of a practice, by its slug."""

MOST: Final = 6
"""How many candidates are offered at most."""

_MOST_WORDS: Final = 3
"""How many words a noun has at most, and how many before the cursor may be the begin of one."""

_LEAST: Final = 2
"""From how many characters on a plain word is completed."""

_BECAUSE: Final = re.compile(r"(?:^|\s)because(?:\s|$)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?")
_TOKEN: Final = re.compile(r"\S*\Z")
_LAST_WORDS: Final = re.compile(r"(?:\S+[ ]){0,2}\S+\Z")
_STOP_WORDS: Final = frozenset(
    "a about after again all also an and any are as asked at be been before but by can could did "
    "do does done each for from gave get got had has have he her his how i if in into is it its "
    "just made me more most my no not now of off on one only or our out over said sat she shared "
    "so some "
    "that the their them then there they this through to told too two up us was we were what when "
    "where which while who whom whose why will with without would you your".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a word may become.

    Attributes:
        text: What stands in the line then.
        label: What it means, in words; empty where the text says it.
    """

    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known to completion, that used last before the rest.

    Attributes:
        people: Pairs of handle and name.
        tags: Tags.
        nouns: Nouns of what happened.
    """

    people: Sequence[tuple[str, str]] = ()
    tags: Sequence[str] = ()
    nouns: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Completion:
    """What the word at the cursor may become.

    Attributes:
        begin: Where in the text the word begins; it ends at the cursor.
        candidates: What may stand there.
    """

    begin: int
    candidates: tuple[Candidate, ...]


def complete(text: str, practice: Practice | None, known: Vocabulary) -> Completion:
    """Return what the end of a text may become.

    Args:
        text: The line up to the cursor.
        practice: The practice it is for; None where the line logs nothing.
        known: What is known.
    """
    token = _TOKEN.search(text)
    word, begin = (token[0], token.start()) if token else ("", len(text))
    if word.startswith("@"):
        return Completion(begin, _first(_people(word[1:], known)))
    if word.startswith("#"):
        return Completion(begin, _first(_tags(word[1:], practice, known)))
    if practice and word.startswith("/") and not text[:begin].strip():
        return Completion(begin, _first(_moves(word[1:], practice)))
    return _noun(text, known)


def nouns_in(text: str) -> Iterator[str]:
    """Yield what a sentence is about: runs of words between the small ones, up to three each."""
    for piece in re.split(r"[^\w'\u2019\- ]+", text):
        run: list[str] = []
        for word in [*piece.split(), ""]:
            if _WORD.fullmatch(word) and word.casefold() not in _STOP_WORDS:
                run.append(word)
            elif run:
                if len(run) <= _MOST_WORDS:
                    yield " ".join(run)
                run = []


def _people(begun: str, known: Vocabulary) -> Iterator[Candidate]:
    wanted = folded(begun)
    for handle, name in known.people:
        words = (handle, *folded(name).split())
        if any(word.startswith(wanted) for word in words):
            yield Candidate(f"@{handle} ", name)


def _tags(begun: str, practice: Practice | None, known: Vocabulary) -> Iterator[Candidate]:
    wanted = folded(begun)
    counted = FACETS_OF.get(practice.slug, ()) if practice else ()
    facets = {tag: facet for facet in counted for tag in FACETS[facet]}
    for tag in dict.fromkeys((*facets, *known.tags)):
        if tag.startswith(wanted):
            yield Candidate(f"#{tag} ", facets.get(tag, ""))


def _moves(begun: str, practice: Practice) -> Iterator[Candidate]:
    wanted = folded(begun)
    for move in practice.moves:
        if move.slug.startswith(wanted):
            yield Candidate(f"/{move.slug} ", move.meaning)


def _noun(text: str, known: Vocabulary) -> Completion:
    """Complete a noun whose begin is the last word, or the last two or three."""
    found = None if _BECAUSE.search(text) else _LAST_WORDS.search(text)
    words = found[0].split(" ") if found else []
    for count in range(len(words), 0, -1):
        begun = " ".join(words[-count:])
        fitting = [
            Candidate(noun)
            for noun in known.nouns
            if len(begun) >= _LEAST
            and len(noun) > len(begun)
            and noun.casefold().startswith(begun.casefold())
        ]
        if fitting:
            return Completion(len(text) - len(begun), _first(fitting))
    return Completion(len(text), ())


def _first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate, _ in zip(candidates, range(MOST), strict=False))
