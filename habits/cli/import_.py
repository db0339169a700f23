"""`rapport import`: what another program, or another home, kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from habits.cli.asking import answer, can_answer
from habits.cli.output import say, say_json, tell
from habits.errors import RefusedError, UsageError
from habits.exchange.formats import OTHERS, OWN, reader_of
from habits.exchange.mapping import practice_for, read_mapping
from habits.exchange.report import report_shape, report_words
from habits.service.importing import import_foreign, unmapped
from habits.service.own_import import import_csv, import_json
from habits.text import quoted

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.exchange.foreign import Foreign, ForeignHabit
    from habits.exchange.report import Report
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    formats = {**OWN, **OTHERS}
    told = "; ".join(f"{form}: {what}" for form, what in formats.items())
    syntax.argument("format", told, choices=sorted(formats))
    syntax.argument("path", "the file, or the folder if it has several")
    syntax.flag("--dry-run", "report, and store nothing")
    syntax.option("--as", "where all habits go that --map leaves", name="practice")
    syntax.option("--map", "lines such as: Read a book = growth", name="mapping", metavar="FILE")
    syntax.flag("--json", "print the report as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Take in the file and print what came of it.

    Raises:
        RapportError: It cannot be taken in; nothing was stored.
    """
    report = _own(options, workspace) if options.format in OWN else _foreign(options, workspace)
    if options.json:
        say_json(report_shape(report, is_dry_run=options.dry_run))
        return
    for line in report_words(report, workspace.practices, is_dry_run=options.dry_run):
        say(line)
    if options.dry_run:
        tell("Nothing was stored. Leave out --dry-run to take it in.")
    elif report.change.inverse:
        tell("'rapport undo' takes all of it back.")


def _own(options: Options, workspace: Workspace) -> Report:
    if options.practice is not None or options.mapping is not None:
        message = (
            f"{options.format} says itself which practices it is of. Leave out --as and --map."
        )
        raise UsageError(message)
    read = import_json if options.format == "json" else import_csv
    return read(workspace, Path(options.path), dry_run=options.dry_run)


def _foreign(options: Options, workspace: Workspace) -> Report:
    foreign = reader_of(options.format)(Path(options.path))
    mapped = _mapped(options, workspace, foreign)
    return import_foreign(workspace, foreign, mapped, dry_run=options.dry_run)


def _mapped(options: Options, workspace: Workspace, foreign: Foreign) -> dict[str, str | None]:
    """Return where each habit goes: as the file says, or the option, or as is answered."""
    eight = workspace.practices
    mapped = {}
    if options.mapping is not None:
        mapped = read_mapping(Path(options.mapping), foreign, eight)
    rest = unmapped(workspace, foreign, mapped)
    if options.practice is not None:
        slug = practice_for(options.practice, eight)
        return mapped | {habit.key: slug for habit in rest}
    if rest and can_answer():
        keys = ", ".join(f"{each.key} {each.name}" for each in eight.values())
        tell(f"To which practice does each belong? {keys}; - leaves it out.")
        return mapped | {habit.key: _asked(habit, workspace) for habit in rest}
    return mapped


def _asked(habit: ForeignHabit, workspace: Workspace) -> str | None:
    """Ask for the practice of a habit until the answer is one, or that it is left out.

    Raises:
        RefusedError: There is no answer any more.
    """
    count = len(habit.marks)
    days = f"{count:,} day{'' if count == 1 else 's'}"
    question = f"{quoted(habit.name)}, {days}: which practice?"
    while said := answer(question):
        try:
            return practice_for(said, workspace.practices)
        except RefusedError as error:
            tell(str(error))
    message = f"Nobody says which practice {quoted(habit.name)} belongs to. Nothing was stored."
    raise RefusedError(message)
