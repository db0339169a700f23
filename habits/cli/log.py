"""`rapport log`: log an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from habits import service
from habits.cli.log_asides import tell_beside
from habits.cli.output import say, say_json, tell
from habits.counting import counts
from habits.hints import KEEP_OUT
from habits.practices import require_practice
from habits.quicklog import Said
from habits.recognition import likes_words
from habits.slips import answers
from habits.when import require_date
from habits.words import habit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.change import Change
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace
    from habits.today import HabitRow, PracticeRow

MANY: Final = "-"
"""What stands in place of a practice where entries come from standard input."""


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.note = KEEP_OUT
    syntax.argument(
        "practice",
        "a key 1-8, a name, or the beginning of one; or - for many entries, one a line, from "
        "standard input",
    )
    syntax.argument(
        "text",
        "[/move] what happened, with @people and #tags [because why] [(when)]",
        required=False,
        many=True,
    )
    syntax.option("--on", "yesterday, fri, 3 days ago or 2026-11-20", metavar="DATE")
    syntax.option("--why", "why it mattered; the text is not split then", metavar="TEXT")
    syntax.option("--tag", "a further tag", metavar="T", many=True)
    syntax.flag("--follow-up", "promise the follow-ups that /ally proposes")
    syntax.flag("--json", "print the entry as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Log the act and print the entry and the streak it moved.

    Raises:
        RapportError: It cannot be logged; nothing was stored.
    """
    if options.practice == MANY:
        # Imported on need: one entry is logged more often than many.
        from habits.cli import log_many  # noqa: PLC0415

        log_many.run(options, workspace)
        return
    practice = require_practice(options.practice, workspace.practices)
    on = require_date(options.on, workspace.today) if options.on is not None else None
    said = Said(on=on, why=options.why, tags=tuple(options.tag))
    text = " ".join(options.text)
    if options.follow_up:
        service.require_proposing(workspace, practice, text, said)
    passed_over = service.passed_over(workspace, practice, text, said)
    change = service.log(workspace, practice, text, said)
    promised = _follow_up(workspace, change) if options.follow_up else None
    if options.json:
        _print_json(workspace, change, promised)
    else:
        _print_words(workspace, change, promised)
        tell_beside(workspace, change, is_promised=promised is not None)
    if passed_over is not None:
        names = [person.name for person in passed_over.people]
        tell(f"{likes_words(names)}; this is logged as public. 'rapport undo' takes it back.")


def _follow_up(workspace: Workspace, change: Change) -> Change:
    (entry,) = change.came
    return service.promise_proposed(workspace, entry.id)


def _print_words(workspace: Workspace, change: Change, promised: Change | None) -> None:
    for line in service.words_of(workspace, change):
        say(line)
    for row in _counting(workspace, change):
        say(habit_words(row, workspace.today))
    for answer in answers(change.came, _rows(workspace, change)):
        say(answer)
    for line in service.words_of(workspace, promised) if promised else ():
        say(line)


def _counting(workspace: Workspace, change: Change) -> Iterator[HabitRow]:
    """Yield the live habits that count what was logged, as they stand."""
    for practice in _rows(workspace, change):
        for row in practice.live:
            if any(counts(row.habit, entry, practice.practice) for entry in change.came):
                yield row


def _rows(workspace: Workspace, change: Change) -> tuple[PracticeRow, ...]:
    eight = workspace.practices
    return service.rows(workspace, (eight[slug] for slug in change.slugs))


def _print_json(workspace: Workspace, change: Change, promised: Change | None) -> None:
    # Imported on need: most print words.
    from habits.cli.shapes import habit_shape  # noqa: PLC0415
    from habits.record_shapes import entry_shape, follow_up_shape  # noqa: PLC0415

    (entry,) = change.came
    names, today = service.names(workspace), workspace.today
    shape: dict[str, Any] = {
        "entry": entry_shape(entry, names, service.north_stars(workspace)),
        "habits": [],
    }
    if promised is not None:
        made = (altered.either for altered in promised.follow_ups)
        shape["follow_ups"] = [follow_up_shape(each, names, today) for each in made]
    try:
        (row,) = _rows(workspace, change)
        shape["habits"] = [habit_shape(habit, today) for habit in row.habits]
    finally:
        # What was stored is told, though another record may stand in the way of how habits stand.
        say_json(shape)
