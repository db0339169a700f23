"""The command line: which verb, which home, which clock."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from keyword import iskeyword
from typing import TYPE_CHECKING, Final, NoReturn, cast

from habits.cli.output import say
from habits.cli.verbs import VERBS
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

_GROUPS: Final = {verb.partition(" ")[0] for verb in VERBS if " " in verb}
_UNRECOGNIZED: Final = "unrecognized arguments: "
_NO_CHOICE: Final = "invalid choice: "


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
        elif _NO_CHOICE in message:
            from habits.cli.nearest import unknown_choice  # noqa: PLC0415 - as above

            hint = unknown_choice(message)
        text = f"{one_line(message)}{hint}. See '{self.prog} --help'."
        raise UsageError(text[0].upper() + text[1:])

    def _print_message(self, message: str, _: object = None) -> None:
        """Print the help; argparse itself passes over an output that cannot be written."""
        say(message.rstrip("\n"))

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
        "Without a command the app opens. 'rapport COMMAND --help' tells everything about one.",
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

    say(f"{PROGRAM} {version('rapport-tui')}")
    raise SystemExit(0)
