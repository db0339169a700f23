"""Words of the weekly close and the aim: what is asked, what is answered, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.reviews import MOST_INTENTIONS, CloseStep
from habits.text import folded, one_line, quoted, require_note
from habits.words import WEEKDAYS, long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from habits.reviews import Review

TITLES: Final = {
    CloseStep.MISSED: "Not logged yet",
    CloseStep.STUBS: "Bare entries",
    CloseStep.SLIPS: "Slips",
    CloseStep.CONTACT: "No contact",
    CloseStep.FOLLOW_UPS: "Follow-ups",
    CloseStep.NOTICED: "What I noticed",
}

QUESTIONS: Final = {
    CloseStep.MISSED: "Did something happen that is not logged?",
    CloseStep.STUBS: "What was it, and why did it matter?",
    CloseStep.SLIPS: "Did something happen that you meant not to do, yes or no?",
    CloseStep.CONTACT: "Was there contact that is not logged, or is there somebody to go to?",
    CloseStep.FOLLOW_UPS: "Is one done, or to be moved to another day?",
    CloseStep.NOTICED: "What did you notice, in one line?",
}

CLOSED: Final = "The week is closed."

_LABELS: Final = ("Slips in the week", "Noticed", "Intended this week")

_YES: Final = frozenset({"y", "yes"})
_NO: Final = frozenset({"n", "no"})


def entries_words(count: int, which: str) -> str:
    """Return how many entries a week has, in words.

    Args:
        count: How many.
        which: The week in words: "this week".
    """
    return f"{count or 'no'} {'entry' if count == 1 else 'entries'} {which}"


def week_words(first: date, last: date) -> str:
    """Return a week in words: "Mon 16 to Sun 22 Nov 2026"."""
    return f"{WEEKDAYS[first.weekday()]} {first.day} to {long_day_words(last)}"


def require_yes_or_no(said: str) -> bool:
    """Return what an answer of yes or no says.

    Raises:
        RefusedError: It says neither.
    """
    word = folded(one_line(said))
    if word not in _YES | _NO:
        message = f"{quoted(said)} is neither yes nor no. Write yes or no."
        raise RefusedError(message)
    return word in _YES


def require_intentions(texts: Iterable[str]) -> tuple[str, ...]:
    """Return what is intended, each on one line; what has no words is left out.

    Raises:
        RefusedError: It is too much.
    """
    said = tuple(dict.fromkeys(filter(None, map(one_line, texts))))
    if len(said) > MOST_INTENTIONS:
        message = f"A week has up to {MOST_INTENTIONS} intentions. Leave {len(said) - 3} out."
        raise RefusedError(message)
    require_note(*said)
    return said


def review_differences(before: Review | None, after: Review | None) -> Iterator[str]:
    """Yield what became of the record of a week, a line for each thing that differs."""
    was, is_now = (each.answered if each else {} for each in (before, after))
    said = list(_said_differently(before, after))
    yield from said
    if (CloseStep.NOTICED in was) != (CloseStep.NOTICED in is_now):
        yield CLOSED if CloseStep.NOTICED in is_now else "The week is open again."
    elif not said:
        for step in (each for each in CloseStep if (each in was) != (each in is_now)):
            yield f"Weekly close, {TITLES[step]}: {'looked at' if step in is_now else 'open'}"


def _said_differently(before: Review | None, after: Review | None) -> Iterator[str]:
    """Yield what is said now and was not; where it is said no longer, what it was."""
    for label, was, now in zip(_LABELS, _said(before), _said(after), strict=True):
        if was != now:
            yield f"{label}: {now}" if now else f"{label}: {was} · taken back"


def _said(review: Review | None) -> tuple[str, str, str]:
    if review is None:
        return "", "", ""
    slipped = slipped_words(review.slipped)
    return slipped, one_line(review.noticed), " · ".join(map(one_line, review.intentions))


def slipped_words(slipped: bool | None) -> str:  # noqa: FBT001 - it is the answer that is told
    """Return whether there were slips, in words; nothing where that was not answered."""
    return "" if slipped is None else "yes" if slipped else "no"
