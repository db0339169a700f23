"""`rapport log -`: many entries from standard input, as one act."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.asking import can_answer
from habits.cli.outcome import say_standings
from habits.cli.output import say, say_json, tell
from habits.cli.syntax import syntax_of
from habits.errors import RefusedError, UsageError
from habits.record_shapes import entry_shape
from habits.words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.change import Change
    from habits.cli.syntax import Options
    from habits.service import Workspace

MOST_LINES: Final = 50_000
"""How many lines are taken at one go."""

MOST_BYTES: Final = 64 << 20
"""How many bytes they have together at most."""

MOST_IN_LINE: Final = 128 << 10
"""How many bytes a line has at most: enough for the longest note, with every letter escaped."""

_MOST_NAMED: Final = 12
"""How many of those who became known are told by name."""


def run(options: Options, workspace: Workspace) -> None:
    """Log what the lines say, all or none of it, and print how much that is and what it moved.

    Raises:
        RapportError: A line cannot be logged; nothing was stored.
    """
    if options.text or options.on or options.why is not None or options.tag or options.follow_up:
        message = "'rapport log -' reads all from its lines. Of the options it takes --json alone."
        raise UsageError(message)
    if can_answer():
        tell(
            "One entry a line: the practice, then what happened. ctrl+d ends, ctrl+c logs nothing."
        )
    flags = {option.flag for option in syntax_of("log").options}
    change = service.log_many(workspace, _lines(), flags)
    if options.json:
        names, stars = service.names(workspace), service.north_stars(workspace)
        say_json([entry_shape(entry, names, stars) for entry in change.came])
        return
    _print_words(workspace, change)


def _print_words(workspace: Workspace, change: Change) -> None:
    entries, today, eight = change.came, workspace.today, workspace.practices
    first, last = (day_words(pick(each.date for each in entries), today) for pick in (min, max))
    days = first if first == last else f"{first} to {last}"
    counted = Counter(entry.practice for entry in entries)
    say(f"Logged: {len(entries):,} {'entry' if len(entries) == 1 else 'entries'} · {days}")
    say(
        " · ".join(
            f"{each.name} {counted[slug]:,}" for slug, each in eight.items() if counted[slug]
        )
    )
    if new := [person.name for person in change.new_people]:
        more = f" and {len(new) - _MOST_NAMED:,} more" if len(new) > _MOST_NAMED else ""
        say(f"New: {', '.join(new[:_MOST_NAMED])}{more}")
    say_standings(workspace, change)


def _lines() -> Iterator[str]:
    """Yield the lines of standard input.

    Raises:
        RefusedError: There are too many, one is too long, or one is no text.
    """
    taken, number = 0, 0
    while line := sys.stdin.buffer.readline(MOST_IN_LINE + 1):
        number, taken = number + 1, taken + len(line)
        if len(line) > MOST_IN_LINE:
            message = f"Line {number} is longer than any entry may be. Nothing was logged."
            raise RefusedError(message)
        if number > MOST_LINES or taken > MOST_BYTES:
            message = (
                f"That is more than {MOST_LINES:,} lines or {MOST_BYTES >> 20} MiB. "
                "Log them in parts; nothing was logged."
            )
            raise RefusedError(message)
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            message = f"Line {number} is no UTF-8 text. Nothing was logged."
            raise RefusedError(message) from None
