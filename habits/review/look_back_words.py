"""What the user is to know before a look back is passed on: the names that are left in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.catalogue import PROMISES
from habits.practices import BY_SLUG
from habits.review.look_back import Kind
from habits.review.names_left import names_left
from habits.text import folded, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.model import Entry, FollowUp
    from habits.review.look_back import LookBack

MASKING = "--mask shows stand-ins for all names and texts."


def preview(back: LookBack, form: str) -> list[str]:
    """Return which names are left in, as far as they can be told, a line for each matter.

    Args:
        back: The look back.
        form: Its format; JSON has all entries in it, and a picture none.
    """
    entries, follow_ups = _told(back, form)
    named = {key for each in entries for key in each.people}
    named |= {key for each in follow_ups for key in each.people}
    if form == "json" or back.look.kind is Kind.QUARTER:
        named |= {row.person.id for row in back.people}
    people = sorted(back.names[key] for key in named if key in back.names)
    texts = map(one_line, _texts(back, entries, follow_ups))
    left = names_left(texts, _words_of(people))
    lines = [f"People named in it: {', '.join(people)}."] if people else []
    if left.within:
        lines.append(f"Other names, as far as they can be told: {_listed(left.within)}.")
    if left.leading:
        lines.append(f"Words that begin a sentence, names or not: {', '.join(left.leading)}.")
    if left.has_no_capitals:
        lines.append(
            "Names in writing without capitals cannot be told: read it before you pass it on."
        )
    if not lines:
        lines.append("No names are left in, as far as they can be told.")
    return [*lines, MASKING]


def _told(back: LookBack, form: str) -> tuple[tuple[Entry, ...], tuple[FollowUp, ...]]:
    """Return the entries and the follow-ups that stand in a format."""
    if form == "svg":
        return (), ()
    if form == "json":
        return back.entries, (*back.done, *back.open)
    if back.look.kind is Kind.WEEK:
        return back.acts, (*back.done, *back.open)
    return back.specific, ()


def _texts(
    back: LookBack, entries: Iterable[Entry], follow_ups: Iterable[FollowUp]
) -> Iterator[str]:
    """Yield what a user wrote, and what every home may have not."""
    for entry in entries:
        yield from (entry.what, entry.why)
    yield from (each.text for each in follow_ups)
    yield from (each.habit.name for each in back.habits if each.habit.name not in PROMISES)
    yield from (each.name for slug, each in back.eight.items() if each.name != BY_SLUG[slug].name)
    yield from (each.meaning for each in back.slips)


def _words_of(names: list[str]) -> frozenset[str]:
    return frozenset(folded(word) for name in names for word in (name, *name.split()))


def _listed(words: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(word if count == 1 else f"{word} ({count})" for word, count in words)
