"""Words for what an act changed, the same whether it was done or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from habits.deeds import ARCHIVED, CHANGED, DONE, MOVED, PROMISED, RESTORED
from habits.follow_ups import follow_up_words
from habits.pause_words import pause_words
from habits.practices import eight_with
from habits.record import replace
from habits.settings import Settings
from habits.slips import plan_words
from habits.text import one_line
from habits.words import (
    cadence_words,
    day_words,
    entry_words,
    reason_words,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.change import Altered, Change
    from habits.model import Entry, FollowUp, Habit, NorthStar, OwnPractice, Person
    from habits.practices import Eight, Move, Practice
    from habits.reviews import Review

MOST_TOLD: Final = 20
"""So many records of a kind are told one by one; of more only their number."""

_CROWDING: Final = ("entries", "people", "habits", "pauses", "follow_ups", "north_stars")


def change_words(
    change: Change, names: Mapping[UUID, str], today: date, eight: Eight, deed: str = ""
) -> list[str]:
    """Return what an act changed, a line for each record that it tells of.

    Args:
        change: The change.
        names: The names of people and habits by their ids.
        today: The local today.
        eight: The eight practices.
        deed: What is said before these words, in a word; they do not say it again.
    """
    crowds = _crowds(change)
    without: dict[str, Any] = dict.fromkeys(crowds, ())
    change = replace(change, **without)
    new = [person.id for person in change.new_people]
    # Who came or went with an entry is told in it.
    named = [*change.new_people, *change.gone_people] if change.entries else []
    return [
        *(f"{count:,} {kind.replace('_', ' ')}" for kind, count in crowds.items()),
        *(
            _entry_words(eight[altered.either.practice], altered, names, new, today)
            for altered in change.entries
        ),
        *_people_words([each for each in change.people if each.either not in named], names, today),
        *(_habit_words(altered, today, eight, deed) for altered in change.habits),
        *(pause_words(altered.either, names, today, eight) for altered in change.pauses),
        *(_follow_up_change(altered, names, today, deed) for altered in change.follow_ups),
        *(_north_star_words(altered) for altered in change.north_stars),
        *(words for altered in change.practices for words in _practice_words(altered)),
        *(words for altered in change.settings for words in _settings_words(altered)),
        *(words for altered in change.reviews for words in _review_words(altered)),
        # What was decided about a habit that changed with it is told by the habit.
        *(
            words
            for altered in (() if change.habits else change.reviews)
            for words in _decision_words(altered, names, deed)
        ),
        *_meaningless_words(change.meaningless),
    ]


def _crowds(change: Change) -> dict[str, int]:
    """Return of which kinds an act touched more records than anybody reads, and how many."""
    counts = {kind: len(getattr(change, kind)) for kind in _CROWDING}
    return {kind: count for kind, count in counts.items() if count > MOST_TOLD}


def _meaningless_words(count: int) -> Iterator[str]:
    if count:
        yield f"{count:,} {'record that means' if count == 1 else 'records that mean'} nothing here"


def _entry_words(
    practice: Practice,
    altered: Altered[Entry],
    names: Mapping[UUID, str],
    new: Collection[UUID],
    today: date,
) -> str:
    entry = altered.either
    words = f"{entry_words(practice, entry, names, new)} · {day_words(entry.date, today)}"
    if altered.before is None or altered.after is None or altered.before.date == entry.date:
        return words
    return f"{words}, was {day_words(altered.before.date, today)}"


def _people_words(
    people: list[Altered[Person]], names: Mapping[UUID, str], today: date
) -> Iterator[str]:
    if not people:
        return
    # Imported on need: hardly any act is about a person alone.
    from habits.person_words import person_change_words, person_words  # noqa: PLC0415

    # What two who are one have of each other matters less than that they are.
    for altered in sorted(people, key=_is_of_one):
        if altered.before is None or altered.after is None:
            yield person_words(altered.either, today)
        else:
            yield person_change_words(altered.before, altered.after, names, today)


def _is_of_one(altered: Altered[Person]) -> bool:
    before, after = altered.before, altered.after
    return before is None or after is None or before.merged_into == after.merged_into


def _follow_up_change(
    altered: Altered[FollowUp], names: Mapping[UUID, str], today: date, deed: str
) -> str:
    before, after = altered.before, altered.after
    words = follow_up_words(altered.either, names, today)
    if before and after and before.done != after.done:
        if after.done and deed == DONE:
            return words
        return f"{words} · {'done' if after.done else 'open again'}"
    kind = "" if deed in {CHANGED, MOVED, PROMISED} else "Follow-up: "
    if before and after and before.due != after.due:
        return f"{kind}{words} · was {day_words(before.due, today)}"
    return f"{kind}{words}"


def _north_star_words(altered: Altered[NorthStar]) -> str:
    return f"North star: {one_line(altered.either.text)}"


def _habit_words(altered: Altered[Habit], today: date, eight: Eight, deed: str) -> str:
    habit = altered.either
    if altered.before is None or altered.after is None:
        what = " · ".join([habit.name, *cadence_words(habit, today)])
        return f"{eight[habit.practice].name}: {what}"
    before, after = altered.before, altered.after
    differences = [*_differences(before, after, today), *_archiving(before, after, today, deed)]
    return " · ".join([before.name, *differences])


def _settings_words(altered: Altered[Settings]) -> Iterator[str]:
    """Yield what holds now; a record that is not there says what a new home has."""
    # Imported on need: hardly any act sets something.
    from habits.settings import settings_differences  # noqa: PLC0415

    return settings_differences(altered.before or Settings(), altered.after or Settings())


def _review_words(altered: Altered[Review]) -> Iterator[str]:
    # Imported on need: it is one act of many, once a week.
    from habits.review.close_words import review_differences  # noqa: PLC0415

    return review_differences(altered.before, altered.after)


def _decision_words(
    altered: Altered[Review], names: Mapping[UUID, str], deed: str
) -> Iterator[str]:
    from habits.review.decision_words import decision_differences  # noqa: PLC0415 - as above

    return decision_differences(altered.before, altered.after, names, deed)


def _differences(before: Habit, after: Habit, today: date) -> Iterator[str]:
    if before.name != after.name:
        yield f"now {after.name}"
    if before.created != after.created:
        yield f"from {day_words(after.created, today)} on"
    elif before.cadences != after.cadences:
        yield _cadence_difference(before, after, today)
    if before.moves != after.moves:
        moves = " ".join(f"/{move}" for move in after.moves)
        yield f"counts {moves or 'every move'}"
    if before.anchor != after.anchor:
        yield after.anchor or "no anchor"
    if before.reason != after.reason:
        yield from reason_words(after) or ["no reason"]
    if before.plan != after.plan:
        yield from plan_words(after) or ["no plan"]


def _archiving(before: Habit, after: Habit, today: date, deed: str) -> Iterator[str]:
    if after.archived is not None and before.archived != after.archived:
        day = day_words(after.archived, today)
        yield day if deed == ARCHIVED else f"archived {day}"
    if after.archived is None and before.archived is not None and deed != RESTORED:
        yield "restored"


def _cadence_difference(before: Habit, after: Habit, today: date) -> str:
    came = [pair for pair in after.cadences if pair not in before.cadences]
    if came:
        day, cadence = came[-1]
        return f"{cadence} from {day_words(day, today)} on"
    return f"{after.cadence(today)} again"


def _practice_words(altered: Altered[OwnPractice]) -> Iterator[str]:
    """Yield what became of a practice: its name, then its moves."""
    before, after = (_practice(own, altered.either.slug) for own in (altered.before, altered.after))
    if before.name != after.name:
        yield f"{before.name} is now {after.name}"
    for move in after.moves:
        if move != (old := before.move(move.slug)):
            yield f"{after.name} {_move_words(old, move)}"
    for move in before.moves:
        if after.move(move.slug) is None:
            yield f"{after.name} no longer knows /{move.slug}"


def _practice(own: OwnPractice | None, slug: str) -> Practice:
    return eight_with([own] if own else [])[slug]


def _move_words(before: Move | None, after: Move) -> str:
    if before is None:
        return f"knows /{after.slug}, {after.meaning}{', a slip' if after.slip else ''}"
    if before.slip != after.slip:
        return f"counts /{after.slug} as {'a slip' if after.slip else 'no slip'}"
    return f"means by /{after.slug}: {after.meaning}"
