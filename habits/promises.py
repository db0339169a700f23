"""Promises: how a habit is made, changed, skipped and archived, without re-judging its past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from habits.cadence import Limit, Quota
from habits.counting import is_archived
from habits.errors import RefusedError
from habits.record import dataclass, replace
from habits.text import one_line, quoted, require_name, require_note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from habits.cadence import Cadence
    from habits.model import Habit
    from habits.practices import Practice

Span = tuple[date, date]
"""Days from the first to the last, both included."""

_BECAUSE: Final = "because "
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Words:
    """What a user says of a habit; empty takes it out, None leaves it as it is.

    Attributes:
        anchor: After or at what it is done.
        reason: Why it is promised, with or without its "because".
        plan: What is done in place of a slip.
    """

    anchor: str | None = None
    reason: str | None = None
    plan: str | None = None


NO_WORDS: Final = Words()


def require_promise(name: str, practice: Practice, beside: Iterable[Habit], today: date) -> str:
    """Return a promise's words, if it can be told from the other live ones of its practice.

    Args:
        name: The words.
        practice: The practice.
        beside: Its other habits.
        today: The local today.

    Raises:
        RefusedError: They are empty, too long, or those of another one.
    """
    words = require_name(name)
    if not words:
        message = "The habit has no name. Say what is promised, such as 'A career talk'."
        raise RefusedError(message)
    for habit in beside:
        if habit.name.casefold() == words.casefold() and not is_archived(habit, today):
            message = (
                f"{practice.name} has a habit {quoted(words)} already. Give this one another name."
            )
            raise RefusedError(message)
    return words


def require_countable(
    practice: Practice, cadence: Cadence, moves: tuple[str, ...], *, each_person: bool
) -> None:
    """Check that what a habit counts goes with its cadence.

    A limit counts slips, and everything else counts anything but slips: an act cannot be wanted
    and unwanted at once. Each person separately is counted in calendar periods only.

    Raises:
        RefusedError: They do not go together.
    """
    if each_person and not isinstance(cadence, Quota):
        message = (
            f"'{cadence}' cannot hold for each person: that is counted in calendar periods. "
            "Try 'monthly' or 'every 6 weeks'."
        )
        raise RefusedError(message)
    slips = [move.slug for move in practice.moves if move.slip]
    if isinstance(cadence, Limit):
        if not slips:
            message = (
                f"'{cadence}' limits slips, and {practice.name} has none. Give it one: rapport "
                f"practice edit {practice.slug} --move SLUG --meaning TEXT --slip"
            )
            raise RefusedError(message)
        if wrong := [slug for slug in moves if slug not in slips]:
            message = f"'{cadence}' limits slips, and {wrong[0]} is none. Name {', '.join(slips)}."
            raise RefusedError(message)
    elif wrong := [slug for slug in moves if slug in slips]:
        message = f"{wrong[0]} is a slip. Limit it: --every never, or 'at most once a month'."
        raise RefusedError(message)


def require_known(practice: Practice, habit: Habit) -> None:
    """Check that a practice still knows what a habit counts, before it is taken up.

    Raises:
        RefusedError: It does not.
    """
    for slug in habit.moves:
        if practice.move(slug) is None:
            slip = " --slip" if habit.is_limit else ""
            message = (
                f"{quoted(habit.name)} counts /{slug}, which {practice.name} no longer knows. "
                f"Teach it: rapport practice edit {practice.slug} --move {slug} "
                f"--meaning TEXT{slip}"
            )
            raise RefusedError(message)
    for _, cadence in habit.cadences:
        require_countable(practice, cadence, habit.moves, each_person=habit.each_person)


def with_cadence(habit: Habit, cadence: Cadence, since: date | None, today: date) -> Habit:
    """Return a habit with another cadence from a day on; what is past stays judged as it was.

    Changes that were planned for later days stay planned. A change that says again what held
    before it leaves no seam.

    Args:
        habit: The habit.
        cadence: The cadence.
        since: The day from which it holds, None for today.
        today: The local today.

    Raises:
        RefusedError: The day is past, nothing would change, or a limit would become something
            else, which counts other entries.
    """
    day = since or today
    if day < today:
        message = (
            f"A cadence changes from today on, not from {day.isoformat()}: what is past stays "
            "judged as it was. Leave the date out, or name a later one."
        )
        raise RefusedError(message)
    if isinstance(cadence, Limit) != habit.is_limit:
        message = (
            "A habit of doing and one of not doing count different entries. "
            "Archive this one and add another."
        )
        raise RefusedError(message)
    if since is None and habit.cadence(today) == cadence:
        message = f"{quoted(habit.name)} is {cadence} already."
        raise RefusedError(message)
    day = max(day, habit.created)
    others = sorted(
        ((at, held) for at, held in habit.cadences if at != day), key=lambda pair: pair[0]
    )
    before = [held for at, held in others if at < day]
    added = () if since is None and before[-1:] == [cadence] else ((day, cadence),)
    return replace(habit, cadences=tuple(sorted((*others, *added), key=lambda pair: pair[0])))


def with_words(habit: Habit, words: Words) -> Habit:
    """Return a habit with what its user says of it.

    Raises:
        RefusedError: One of them is too long, or a plan is made for what has no slips.
    """
    if words.anchor is not None:
        habit = replace(habit, anchor=require_name(words.anchor))
    if words.reason is not None:
        habit = replace(habit, reason=_sentence(one_line(words.reason).removeprefix(_BECAUSE)))
    if words.plan is not None:
        habit = replace(habit, plan=_sentence(one_line(words.plan)))
        if habit.plan and not habit.is_limit:
            message = (
                f"{quoted(habit.name)} is a habit of doing, and a plan says what is done in place "
                "of a slip. Leave it out."
            )
            raise RefusedError(message)
    return habit


def _sentence(words: str) -> str:
    require_note(words)
    return words


def archived(habit: Habit, on: date | None, today: date) -> Habit:
    """Return a habit archived on a day, at which all its figures stand still.

    Raises:
        RefusedError: It is archived already, or had not begun on that day.
    """
    if habit.archived is not None:
        message = (
            f"{quoted(habit.name)} is archived since {habit.archived.isoformat()} already. "
            "'rapport habit restore' brings it back."
        )
        raise RefusedError(message)
    day = on or today
    if day < habit.created:
        message = (
            f"{quoted(habit.name)} began on {habit.created.isoformat()}; it cannot be archived "
            "before that."
        )
        raise RefusedError(message)
    return replace(habit, archived=day)


def restored(habit: Habit, today: date) -> tuple[Habit, Span | None]:
    """Return a habit brought back, and the days on which it rested; None if there are none.

    The day of archiving rests too: its figures stood still on it, so it was never over.

    Raises:
        RefusedError: It is not archived.
    """
    if habit.archived is None:
        message = f"{quoted(habit.name)} is not archived; there is nothing to restore."
        raise RefusedError(message)
    gap = habit.archived, today - _DAY
    return replace(habit, archived=None), gap if gap[0] <= gap[1] else None


def begun(habit: Habit, today: date, made_at: datetime) -> Habit:
    """Return a habit that was archived before it counted anything, promised from today on."""
    later = (pair for pair in habit.cadences if pair[0] > today)
    cadences = ((today, habit.cadence(today)), *later)
    return replace(habit, created=today, made_at=made_at, cadences=cadences, archived=None)
