"""What the user is to know before a look back is passed on: the names that are left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.catalogue import PROMISES
from habits.practices import BY_SLUG
from habits.review.look_back import Kind
from habits.review.names_left import names_left
from habits.text import folded, one_line
from habits.whole_words import pattern_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from uuid import UUID

    from habits.model import Entry, FollowUp
    from habits.practices import Eight
    from habits.review.look_back import LookBack


def preview(back: LookBack, form: str) -> list[str]:
    """Return which names are left in, as far as they can be told, a line for each matter.

    Args:
        back: The look back.
        form: Its format; JSON has all entries in it, and a picture none.
    """
    return names_told(_texts(back, form), back.names, _keys(back, form))


def names_told(
    written: Iterable[str], names: Mapping[UUID, str], keys: Collection[UUID]
) -> list[str]:
    """Return which names are left in texts, as far as they can be told, a line for each matter.

    Args:
        written: The texts.
        names: The names of all people by their ids.
        keys: Those who are named beside the texts.
    """
    texts = list(map(one_line, written))
    people = _people(texts, names, keys)
    left = names_left(texts, {folded(word) for name in people for word in (name, *name.split())})
    lines = [f"People named in it: {', '.join(people)}."] if people else []
    if left.within:
        words = (word if count == 1 else f"{word} ({count})" for word, count in left.within)
        lines.append(f"Other names, as far as they can be told: {', '.join(words)}.")
    if left.leading:
        lines.append(f"Words that begin a sentence, names or not: {', '.join(left.leading)}.")
    if left.has_no_capitals:
        told = "Names in writing without capitals cannot be told: read it before you pass it on."
        lines.append(told)
    return lines or ["No names are left in, as far as they can be told."]


def renamed(eight: Eight) -> Iterator[str]:
    """Yield the names of practices that the user gave them, which not every home has."""
    yield from (each.name for slug, each in eight.items() if each.name != BY_SLUG[slug].name)


def _people(texts: Iterable[str], names: Mapping[UUID, str], keys: Collection[UUID]) -> list[str]:
    """Return the names of all known people who stand in texts, or are named beside them."""
    said = set(map(folded, pattern_of(names.values()).findall("\n".join(texts))))
    return sorted({name for key, name in names.items() if key in keys or folded(name) in said})


def _keys(back: LookBack, form: str) -> set[UUID]:
    keys = {key for each in _entries(back, form) for key in each.people}
    keys |= {key for each in _follow_ups(back, form) for key in each.people}
    if form == "json" or back.look.kind is Kind.QUARTER:
        keys |= {row.person.id for row in back.people}
    return keys


def _texts(back: LookBack, form: str) -> Iterator[str]:
    """Yield what a user wrote that stands in a format, and that not every home has."""
    yield from renamed(back.eight)
    if form == "svg":
        return
    for entry in _entries(back, form):
        yield from (entry.what, entry.why)
    yield from (each.text for each in _follow_ups(back, form))
    yield from (each.habit.name for each in back.habits if each.habit.name not in PROMISES)
    yield from (each.meaning for each in back.slips)
    yield from (each.text for each in back.noticed)


def _entries(back: LookBack, form: str) -> Iterable[Entry]:
    if form == "json":
        return back.entries
    if form == "svg":
        return ()
    return back.acts if back.look.kind is Kind.WEEK else back.specific


def _follow_ups(back: LookBack, form: str) -> Iterable[FollowUp]:
    is_told = form == "json" or (form != "svg" and back.look.kind is Kind.WEEK)
    return (*back.done, *back.open) if is_told else ()
