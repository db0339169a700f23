"""`rapport today`: the eight practices as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say, say_json
from habits.follow_ups import due_soon, follow_up_words
from habits.pause_words import planned_words
from habits.text import one_line
from habits.words import day_words, full_day_words, habit_facts, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace
    from habits.today import PracticeRow


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print the eight practices, one fact a line, and what is intended and to be followed up.

    Raises:
        RapportError: They cannot be read.
    """
    today, names = service.today(workspace), service.names(workspace)
    follow_ups = due_soon(service.follow_ups(workspace), today.as_of)
    if options.json:
        from habits.cli.shapes import today_shape  # noqa: PLC0415 - most print words

        say_json(today_shape(today, follow_ups, names))
        return
    say(full_day_words(today.as_of))
    for row in today.rows:
        say()
        _print_practice(row, workspace, names)
    _print_intentions(service.intentions(workspace))
    if follow_ups:
        say()
        say("Follow-ups")
    for each in follow_ups:
        say(f"  {follow_up_words(each, names, today.as_of).replace(' · ', ', ')}")


def _print_intentions(intentions: Iterable[str]) -> None:
    for number, text in enumerate(intentions):
        if not number:
            say()
            say("Intended this week")
        say(f"  {one_line(text)}")


def _print_practice(row: PracticeRow, workspace: Workspace, names: Mapping[UUID, str]) -> None:
    as_of = workspace.today
    say(f"{row.practice.key} {row.practice.name}")
    for habit in row.live:
        for fact, words in habit_facts(habit, as_of):
            say(f"  {fact}: {words}")
        if planned := service.next_pause(workspace, habit.habit):
            say(f"  pause: {planned_words(planned, as_of)}")
    if row.last:
        words = ", ".join(
            filter(None, [sentence(row.last, names), day_words(row.last.date, as_of)])
        )
        say(f"  last: {words}")
