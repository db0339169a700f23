"""Which entries are evidence for somebody: those that tell what they did, and what came of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from habits.practices import BY_SLUG
from habits.text import one_line
from habits.whole_words import pattern_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.model import Entry, Person
    from habits.practices import Eight, Move

ALLY: Final = ("respect", "ally")
"""To stand up for somebody tells that there was a complaint."""

_THEIR_ACTS: Final = {
    ("thanks", "thanks"): "worth thanking for",
    ("thanks", "quiet"): "unseen work",
    ("thanks", "relay"): "thanks passed on from others",
    ("credit", "public"): "built by them",
    ("credit", "private"): "built by them",
    ("credit", "stage"): "showed their own work",
    ("credit", "correct"): "built by them, and set right",
    ("respect", "skill"): "a skill",
    ("respect", "commitment"): "commitment",
    ("respect", "rescue"): "a rescue",
    ("trust", "owner"): "a decision of theirs",
    ("empathy", "outcome"): "what a shipped fix changed",
    ("growth", "manager"): "an example for their manager",
    ("growth", "evidence"): "an example for their next step",
    ("growth", "match"): "work that fits an aim",
}
"""The moves by which somebody else's act is told, each with the situation that it names."""

_OPEN: Final = {
    "thanks": "worth thanking for",
    "credit": "built by them",
    "respect": "well done",
}
"""The practices whose entries tell such acts without a move too, and by moves of the user's own."""

_AIMS: Final = frozenset({("growth", "talk"), ("growth", "spark"), ("growth", None)})
"""What was said of aims; it is told by the aims themselves, where they are shared."""


class Reason(StrEnum):
    """Why an entry is left out."""

    SLIP = "slips"
    ALLY = "standing up for them"
    AIM = "talk of aims"
    MINE = "acts of yours"
    OTHERS = "acts of others"
    NO_ACT = "without what happened"
    NO_EFFECT = "without why it mattered"


def reason_against(
    entry: Entry, subject: Person, others: Mapping[UUID, Person], eight: Eight
) -> Reason | None:
    """Return why an entry that names somebody is no evidence for them, None where it is.

    Args:
        entry: The entry.
        subject: Who it is to speak for.
        others: All others by their ids.
        eight: The practices, as the user has made them.
    """
    act = (entry.practice, entry.move)
    if is_slip(entry, eight):
        return Reason.SLIP
    if act == ALLY:
        return Reason.ALLY
    if act in _AIMS or (act == ("growth", "match") and not _shares_aims(subject)):
        return Reason.AIM
    if act not in _THEIR_ACTS and entry.practice not in _OPEN:
        return Reason.MINE
    if not _is_theirs(entry, subject, [others[key] for key in entry.people if key in others]):
        return Reason.OTHERS
    if not entry.what:
        return Reason.NO_ACT
    return None if entry.why else Reason.NO_EFFECT


def situation(entry: Entry, eight: Eight) -> str:
    """Return in what kind of situation an act was done; a move of the user's own says it itself."""
    if told := _THEIR_ACTS.get((entry.practice, str(entry.move))):
        return told
    move = move_of(entry, eight)
    return move.meaning if move else _OPEN[entry.practice]


def move_of(entry: Entry, eight: Eight) -> Move | None:
    """Return the move of an entry, as it is now, or as it was before the user dropped it."""
    if entry.move is None:
        return None
    return eight[entry.practice].move(entry.move) or BY_SLUG[entry.practice].move(entry.move)


def is_slip(entry: Entry, eight: Eight) -> bool:
    """Return whether an entry tells of a slip."""
    move = move_of(entry, eight)
    return move is not None and move.slip


def _is_theirs(entry: Entry, subject: Person, others: Iterable[Person]) -> bool:
    """Return whether an entry tells of what somebody did, as the quick log is read.

    Whom the line names first is not in the sentence, and is whom it is about: of "@dev the review
    because @maya could ship" it is Dev. Without such names it is all whom the act itself names.
    """
    if not _names(f"{entry.what} {entry.why}", subject):
        return True
    told = [_names(f"{entry.what} {entry.why}", other) for other in others]
    return all(told) and (not told or _names(entry.what, subject))


def _names(text: str, person: Person) -> bool:
    return bool(pattern_of([person.name, person.handle]).search(one_line(text)))


def _shares_aims(subject: Person) -> bool:
    """Return whether all aims that are known may be told: work that fits one gives it away."""
    return bool(subject.aims) and all(aim.shared for aim in subject.aims)
