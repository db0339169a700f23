"""The command line: which verb, which home, which clock."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from keyword import iskeyword
from typing import TYPE_CHECKING, Final, NoReturn, cast

from habits.clock import SystemClock, fixed_clock
from habits.errors import UsageError
from habits.record import dataclass
from habits.store.home import find_home
from habits.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from habits.clock import Clock
    from habits.store.home import Home

PROGRAM: Final = "rapport"

VERBS: Final = {
    "log": "log an act: rapport log thanks '@maya the on-call fix because it saved the launch'",
    "today": "show the eight practices as they stand",
    "due": "show what is open now: habits that want something, and follow-ups",
    "prompt": "show how much is due today, for the prompt of a shell",
    "entries": "show what was logged",
    "edit": "change what an entry says: rapport edit last --on yesterday",
    "delete": "delete an entry",
    "undo": "take back the newest act",
    "redo": "do again what was taken back last",
    "history": "show what was done, when, and on which device",
    "habits": "show the habits, with their ids",
    "habit add": "add a habit: rapport habit add growth 'A career talk' --every quarterly",
    "habit edit": "change a habit's name, its cadence from a day on, or the moves it counts",
    "habit archive": "archive a habit; its entries stay",
    "habit restore": "restore an archived habit; the days between count as a pause",
    "habit skip": "skip the running period of a habit: it does not count",
    "practice": "show the eight practices, which are started, and their moves",
    "practice edit": "call a practice otherwise, and add, change or drop a move",
    "practice start": "start a practice, from today",
    "practice archive": "archive all habits of a practice; its entries stay",
    "pause": "pause days: rapport pause 'mon' 'fri'; without a date, show the pauses",
    "resume": "end a pause that runs today, or withdraw one to come",
    "people": "show with whom there was contact, and who lacks thanks, credit or a talk",
    "person add": "make somebody known: rapport person add 'Tom Lee' --role engineer",
    "person edit": "change a name, a role, how they like recognition, what they said they want",
    "person leave": "somebody goes for good; their entries stay",
    "person back": "somebody who left is here again; the days between count as away",
    "person merge": "let two people be one: rapport person merge tom tom.lee",
    "person show": "show what is known of somebody",
    "person evidence": "what somebody did and what came of it, for them and their manager",
    "person export": "write all that is held about a person into a file",
    "person anonymise": "take out a person's name and what is known of them; what was logged stays",
    "person erase": "take a person out of every file for good",
    "cadence": "explain a cadence: rapport cadence 'every two weeks'",
    "config": "show the settings, or change one: rapport config week-start sunday",
    "follow": "show what is to be followed up, with its ids",
    "follow add": "promise to follow something up: rapport follow add 'ask Dev' --in 3d",
    "follow done": "mark a follow-up as done",
    "follow move": "let a follow-up be due on another day",
    "northstar": "show the one sentence that the work is for, or set it",
    "review": "show which looks back and ahead there are",
    "review week": "look back on a week: what was done, follow-ups, slips",
    "review quarter": "look back on a quarter: practice by week, people, balance, cadences",
    "review year": "look back on a year: practice by week, day by day, by month",
    "review aim": "show what the week has before it, or intend up to three things for it",
    "review close": "look back on the week in five steps, and note what you noticed",
    "import": "take in what another program kept: rapport import csv entries.csv --dry-run",
    "export": "show in which formats all or some of it is written for others",
    "export json": "write a whole home, for another one to take in",
    "export csv": "write all entries as a table",
    "export markdown": "write how the promises stand and what was logged, month by month",
    "export ics": "write when promises and follow-ups are due, for a calendar",
    "export html": "write a year as one page for a browser",
    "export svg": "write a year as a picture",
    "serve": "open the app in a browser on this machine",
    "backup": "write a copy of everything into one file",
    "restore": "make everything as it is in a copy; undo takes that back",
    "checkpoint": "make rapport.json hold everything that was logged",
    "doctor": "look through every file, and mend what can be",
    "completion": "let the tab key complete words: rapport completion zsh",
    "demo": "open the app on a year of made-up data, in a temporary home",
}
"""The commands, each with a line of help."""

_VERB_CELLS: Final = max(map(len, VERBS)) + 2
_GROUPS: Final = {verb.partition(" ")[0] for verb in VERBS if " " in verb}
_UNRECOGNIZED: Final = "unrecognized arguments: "


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are ours."""

    def actions(self) -> Sequence[argparse.Action]:
        """Return the arguments and options that it knows."""
        return self._actions

    def format_help(self) -> str:
        """Return the help: what argparse says of the arguments, and the page of the manual."""
        # Imported on need, as it holds all pages.
        from habits.cli.manual import with_page  # noqa: PLC0415

        return with_page(self.prog.removeprefix(f"{PROGRAM} "), super().format_help())

    def error(self, message: str) -> NoReturn:
        """Refuse the command line.

        Raises:
            UsageError: Always.
        """
        hint = ""
        if (words := message.removeprefix(_UNRECOGNIZED)) != message:
            # Imported on need: only a mistake pays for it.
            from habits.cli.nearest import unknown_options  # noqa: PLC0415

            known = [name for action in self._actions for name in action.option_strings]
            hint = unknown_options(words, known)
        text = f"{one_line(message)}{hint}. See '{self.prog} --help'."
        raise UsageError(text[0].upper() + text[1:])

    def _get_formatter(self) -> argparse.HelpFormatter:
        """Return what formats help, as wide as the terminal is.

        argparse asks for it with every argument, and to find the width by itself it imports more
        than a short command does.
        """
        make = cast("type[argparse.HelpFormatter]", self.formatter_class)
        return make(self.prog, width=_columns() - 2)


def _columns() -> int:
    """Return how many columns the terminal has, as shells and `shutil` tell it."""
    with suppress(KeyError, ValueError):
        return max(int(os.environ["COLUMNS"]), 20)
    with suppress(OSError):
        return max(os.get_terminal_size(1).columns, 20)
    return 80


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command line, taken apart.

    Attributes:
        verb: The command, None for the app; some have two words.
        rest: The words after it.
        home: What `--home` said, None where it said nothing.
        now: What `--now` said, None where it said nothing.
    """

    verb: str | None
    rest: Sequence[str]
    home: str | None
    now: str | None

    @property
    def module(self) -> str:
        """The name of the module that carries the command out."""
        name = str(self.verb).replace(" ", "_")
        return f"habits.cli.{name}{'_' if iskeyword(name) else ''}"

    def find_home(self) -> Home:
        """Return the home that is meant.

        Raises:
            RefusedError: It was named, but with an empty or impossible path.
        """
        return find_home(self.home, os.environ)

    def read_rest(self, add_own: Callable[[Parser], None]) -> tuple[argparse.Namespace, Invocation]:
        """Return the options after the command, and the invocation with those for every command.

        Args:
            add_own: Adds the command's own arguments.

        Raises:
            UsageError: An unknown option, or a word too many.
        """
        verb = str(self.verb)
        parser = Parser(prog=f"{PROGRAM} {verb}", description=VERBS[verb], allow_abbrev=False)
        add_global_options(parser)
        add_own(parser)
        options = parser.parse_intermixed_args(self.rest)
        _let_color(options)
        home = self.home if options.home is None else options.home
        now = self.now if options.now is None else options.now
        return options, Invocation(self.verb, (), home, now)

    def clock(self) -> Clock:
        """Return the clock that is meant; `RAPPORT_NOW` is what `--now` falls back on.

        Raises:
            RefusedError: It was named, but is no time.
        """
        if self.now is not None:
            return fixed_clock(self.now)
        now = os.environ.get("RAPPORT_NOW")
        return SystemClock() if now is None else fixed_clock(now, "RAPPORT_NOW")


def take_apart(words: Sequence[str]) -> Invocation:
    """Return what a command line asks for; help and version are printed and end the program.

    Raises:
        UsageError: An unknown command or option.
    """
    if words and words[0] in VERBS:
        # Most command lines begin with the command, and spare a parser of all that may come first.
        verb, rest = _verb(words[0], words[1:])
        if verb in VERBS:
            return Invocation(verb, rest, None, None)
    parser = Parser(
        prog=PROGRAM,
        description="A habit tracker for product managers: eight practices, kept as streaks. "
        "Without a command the app opens.",
        epilog="\n".join(f"  {verb:{_VERB_CELLS}}{what}" for verb, what in VERBS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add_global_options(parser)
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("verb", nargs="?", metavar="command", help="one of those below")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args(words)
    if options.version:
        _print_version()
    _let_color(options)
    if options.verb == "help":
        return take_apart([*options.rest, "--help"])
    verb, rest = _verb(options.verb, options.rest)
    if verb in _GROUPS and verb not in VERBS and rest[:1] in (["-h"], ["--help"]):
        Parser(prog=f"{PROGRAM} {verb}", usage=f"{PROGRAM} {verb} COMMAND").parse_args(["--help"])
    if verb is not None and verb not in VERBS:
        # Imported on need: only a mistake pays for it.
        from habits.cli.nearest import unknown_command  # noqa: PLC0415

        parser.error(unknown_command(verb, VERBS))
    return Invocation(verb, rest, options.home, options.now)


def _verb(verb: str | None, rest: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Return the command, of two words where there are such, and the words after it."""
    second = rest[0] if verb in _GROUPS and rest else ""
    return (f"{verb} {second}", rest[1:]) if second[:1].isalpha() else (verb, rest)


def add_global_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command takes, before or after its name."""
    parser.add_argument("--home", metavar="DIR", help="the folder that holds the data")
    parser.add_argument("--now", metavar="TIME", help="a moment to stand in, 2026-11-22T09:30")
    parser.add_argument("--color", choices=("auto", "never"), help="never is as NO_COLOR=1")


def _let_color(options: argparse.Namespace) -> None:
    """Let nothing be coloured where that was said; the app and Python's own help heed it so."""
    if options.color == "never":
        os.environ["NO_COLOR"] = "1"


def _print_version() -> NoReturn:
    from importlib.metadata import version  # noqa: PLC0415 - slow, and rarely asked for

    sys.stdout.write(f"{PROGRAM} {version('rapport-tui')}\n")
    raise SystemExit(0)
