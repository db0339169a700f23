"""Completion: what the word at the cursor may become, from what was said before.

People, moves, tags and recent nouns of what happened are offered; a reason never is: it is the
user's own each time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from habits.record import dataclass
from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

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

MOST_NOUNS: Final = 600
"""How many nouns are known at most."""

_MOST_WORDS: Final = 3
"""How many words a noun has at most, and how many before the cursor may be the begin of one."""

_LEAST: Final = 2
"""From how many characters on a plain word is completed."""

_BECAUSE: Final = re.compile(r"(?:^|\s)because(?:\s|$)", re.IGNORECASE)
_PIECES: Final = re.compile(r"[^\w'\u2019\- ]+")
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'\u2019-]*\w)?")
_TOKEN: Final = re.compile(r"\S*\Z")
_ONLY_PEOPLE: Final = re.compile(r"\s*(?:@\S+\s+)*+")
_LAST_WORDS: Final = re.compile(r"(?:\S+[ ]){0,2}\S+\Z")
_STOP_WORDS: Final = frozenset(
    "a about added after again all also am an and answered any anyone are as asked at back be "
    "because been before but by can could cut did do does done down each ever every everyone few "
    "finds fixed for found from gave get gone got had has have he heard held her here him his how "
    "i if in into is it its just kept led left let like made makes many may me met might more "
    "most much must my needs never no nobody not noticed now of off on one only opened or our out "
    "over own passed played put reached said sat say says sent shall shared she should showed so "
    "some somebody someone started starts stayed still stopped take takes that the their them "
    "then there these they thing things this those through to today told tomorrow too took two "
    "until up us very walked want wants was we went were what when where which while who whom "
    "whose why will with without would wrote yes yesterday yet you your".split()
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

    def before(self, other: Vocabulary) -> Vocabulary:
        """Return what both know, each thing once, and what is known here before the rest."""
        return Vocabulary(
            people=list(dict.fromkeys((*self.people, *other.people))),
            tags=list(dict.fromkeys((*self.tags, *other.tags))),
            nouns=list(dict.fromkeys((*self.nouns, *other.nouns)))[:MOST_NOUNS],
        )


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
    if practice and word.startswith("/") and _ONLY_PEOPLE.fullmatch(text[:begin]):
        return Completion(begin, _first(_moves(word[1:], practice)))
    return _noun(text, known)


def nouns_in(text: str, names: Container[str] = ()) -> Iterator[str]:
    """Yield what a sentence is about: runs of words between the small ones, up to three each.

    Args:
        text: The sentence.
        names: The words of names, case folded: they part the runs as the small words do.
    """
    for piece in _PIECES.split(text):
        run: list[str] = []
        for word in [*piece.split(), ""]:
            if _WORD.fullmatch(word) and _is_telling(word, names):
                run.append(word)
            elif run:
                if len(run) <= _MOST_WORDS:
                    yield " ".join(run)
                run = []


def _is_telling(word: str, names: Container[str]) -> bool:
    """Return whether a word is neither a small one nor a name, nor whose something is."""
    lower = word.casefold()
    owner, _, _ = lower.replace("\u2019", "'").partition("'")
    return lower not in _STOP_WORDS and lower not in names and owner not in names


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
