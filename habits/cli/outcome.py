"""What an act came to, printed: what changed, and how the habits stand that it touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json
from habits.cli.shapes import kept_habit_shape, own_practice_shape
from habits.counting import counts
from habits.record_shapes import follow_up_shape
from habits.review.people_shapes import person_shape
from habits.words import habit_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from habits.change import Change
    from habits.practices import Practice
    from habits.service import Workspace
    from habits.today import HabitRow


def say_change(workspace: Workspace, done: str, change: Change) -> None:
    """Print what an act changed, a line for each record that it tells of.

    Args:
        workspace: Where it happened.
        done: What was done, in a word: "Added".
        change: What changed.
    """
    say_act(f"{done}: ", service.words_of(workspace, change, done))


def say_act(before: str, lines: Sequence[str]) -> None:
    """Print what an act meant.

    Args:
        before: What stands before each line.
        lines: The lines.
    """
    for line in lines:
        say(f"{before}{line}")


def say_entry_change(workspace: Workspace, done: str, change: Change) -> None:
    """Print what happened to an entry, and how the live habits stand that count it or did.

    Args:
        workspace: Where it happened.
        done: What was done, in a word: "Changed".
        change: What changed.
    """
    say_change(workspace, done, change)
    say_standings(workspace, change)


def say_standings(workspace: Workspace, change: Change) -> None:
    """Print how the live habits stand that count entries of a change, or did before it."""
    eight = workspace.practices
    entries = [each for altered in change.entries for each in (altered.before, altered.after)]
    for row in service.rows(workspace, (eight[slug] for slug in change.slugs)):
        for habit in row.live:
            if any(entry and counts(habit.habit, entry, row.practice) for entry in entries):
                say(habit_words(habit, workspace.today))


def say_follow_up(workspace: Workspace, change: Change, done: str = "", *, as_json: bool) -> None:
    """Print what happened to a follow-up.

    Args:
        workspace: Where it happened.
        change: What changed.
        done: What was done, in a word: "Done"; nothing where the follow-up itself says it.
        as_json: Whether to print the follow-up as JSON instead.
    """
    if not as_json:
        say_act(f"{done}: " if done else "", service.words_of(workspace, change, done))
        return
    names = service.names(workspace)
    for altered in change.follow_ups:
        say_json(follow_up_shape(altered.either, names, workspace.today))


def say_step(workspace: Workspace, deed: str, done: str, change: Change, *, as_json: bool) -> None:
    """Print which act was taken back or done again.

    Args:
        workspace: Where it happened.
        deed: What happened to it, as `history --json` has it: "undid".
        done: The same for words: "Undone".
        change: What changed.
        as_json: Whether to print JSON.
    """
    if as_json:
        say_json({"deed": deed, "lines": service.words_of(workspace, change)})
    else:
        say_change(workspace, done, change)


def say_person_change(
    workspace: Workspace, done: str, change: Change, key: UUID, *, as_json: bool
) -> None:
    """Print what happened to a person.

    Args:
        workspace: Where it happened.
        done: What was done, in a word: "Added".
        change: What changed.
        key: The person.
        as_json: Whether to print as JSON what is known of them now.
    """
    if as_json:
        page = service.person_page(workspace, key)
        say_json(person_shape(page.person, page.away))
    else:
        say_change(workspace, done, change)


def say_practice(workspace: Workspace, practice: Practice) -> None:
    """Print a practice as JSON, as the user has it now."""
    (row,) = service.rows(workspace, [workspace.practices[practice.slug]])
    say_json(own_practice_shape(row))


def say_habit_change(workspace: Workspace, done: str, change: Change, *, as_json: bool) -> None:
    """Print what happened to a habit and how it stands now.

    Args:
        workspace: Where it happened.
        done: What was done, in a word: "Added".
        change: What changed.
        as_json: Whether to print the habit as JSON instead.
    """
    rows = _touched(workspace, change)
    if as_json:
        for row in rows:
            say_json(kept_habit_shape(row, workspace.today))
        return
    say_change(workspace, done, change)
    for row in rows:
        say(habit_words(row, workspace.today))


def _touched(workspace: Workspace, change: Change) -> list[HabitRow]:
    touched = {altered.either.id for altered in change.habits}
    touched |= {key for altered in change.pauses if (key := altered.either.habit)}
    return [row for row in service.habits(workspace) if row.habit.id in touched]
