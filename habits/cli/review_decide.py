"""`rapport review decide`: each promise is kept, changed or retired in a look back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cadence import parse_cadence
from habits.cli.looking_back import add_day
from habits.cli.outcome import say_change
from habits.cli.output import say, say_json, tell
from habits.deeds import ARCHIVED, KEPT
from habits.errors import RefusedError, UsageError
from habits.lookup import short_ids
from habits.review.decision_words import begins_usually, decision_words, undecided
from habits.review.look_back_shape import kept_shape
from habits.text import folded
from habits.when import require_date, require_day

if TYPE_CHECKING:
    from habits.change import Change
    from habits.cli.syntax import Options, Syntax
    from habits.model import Habit
    from habits.review.look_back import Look
    from habits.service import LookBack, Workspace

_KEEP: Final = "keep"
_RETIRE: Final = "retire"
_OPEN: Final = "to be decided"


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("habit", "its name, the beginning of it, or its id", required=False)
    syntax.argument(
        "decision", "keep, retire, or how often: 'every 2 weeks'; quoted", required=False
    )
    syntax.option("--from", "the day from which a change holds", name="since", metavar="DATE")
    add_day(syntax, service.Kind.QUARTER)
    syntax.flag("--year", "in the year that holds the day")
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Decide about a habit, or print what is decided about each, and what is not.

    Raises:
        RapportError: It cannot be decided so; nothing has changed.
    """
    if options.habit is not None and options.decision is None:
        message = "Say what to decide: keep, retire, or how often, as in 'every 2 weeks'."
        raise UsageError(message)
    kind = service.Kind.YEAR if options.year else service.Kind.QUARTER
    day = require_date(options.of, workspace.today)
    back = service.look_back_on(workspace, kind, day)
    if options.habit is None:
        _print_all(back, as_json=options.json)
        return
    habit = service.require_habit(workspace, options.habit)
    done, change = _decide(options, workspace, back.look, habit)
    if not options.json:
        say_change(workspace, done, change)
        return
    after = service.look_back_on(workspace, kind, day).habits
    say_json(next(kept_shape(each) for each in after if each.habit.id == habit.id))


def _decide(options: Options, workspace: Workspace, look: Look, habit: Habit) -> tuple[str, Change]:
    said = folded(options.decision)
    if said in {_KEEP, _RETIRE} and options.since is not None:
        message = "--from says from when on a change holds. Say how often in place of that word."
        raise RefusedError(message)
    if said == _KEEP:
        return KEPT, service.keep_promise(workspace, look, habit.id)
    if said == _RETIRE:
        return ARCHIVED, service.retire_promise(workspace, look, habit.id)
    cadence = parse_cadence(options.decision)
    is_said = options.since is not None
    since = require_day(options.since, workspace.today) if is_said else begins_usually(look)
    return "Changed", service.change_promise(workspace, look, habit.id, cadence, since)


def _print_all(back: LookBack, *, as_json: bool) -> None:
    habits = back.habits
    if as_json:
        say_json([kept_shape(each) for each in habits])
        return
    short = short_ids(each.habit.id for each in habits)
    for each in habits:
        name = f"{back.eight[each.habit.practice].name}, {each.habit.name}"
        often = f"{each.habit.cadence(back.look.as_of)}, {each.kept} kept, {each.missed} missed"
        say(f"{short[each.habit.id]}  {name}: {often}, {decision_words(each) or _OPEN}")
    if left := undecided(habits):
        tell(
            f"{left} of {len(habits)} {_OPEN}: rapport review decide ID keep, retire, or how often."
        )
