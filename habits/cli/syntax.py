"""What a command takes: its arguments and options, as the module of the command says them.

Whatever reads a command line reads by it. It imports nothing that reads, so that a command that is
in a hurry pays for no more than it needs.
"""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from habits.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Options(SimpleNamespace):
    """What a command line says, by the names of the arguments and options.

    What is not said is None or has its default; what may be said several times is a tuple; a flag
    is True or False.
    """


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that is known by its place.

    Attributes:
        name: By which name it is read.
        meaning: What it is, for the help.
        metavar: What stands for it in the help.
        required: Whether it has to be there.
        many: Whether it is all words to the end.
        choices: What it can be; anything where there are none.
        default: What it is where it is not said.
    """

    name: str
    meaning: str
    metavar: str
    required: bool
    many: bool
    choices: tuple[Any, ...]
    default: str | None


@dataclass(frozen=True, slots=True)
class Option:
    """What is said by a word that begins with two dashes, and by what follows it.

    Attributes:
        flag: The word.
        name: By which name it is read.
        meaning: What it is, for the help.
        metavar: What stands for its value in the help.
        values: How many words follow; none after a flag.
        many: Whether it may be said several times.
        choices: What its value can be; anything where there are none.
        is_number: Whether its value is a whole number.
        implied: What is meant by it without a value; None where it needs one.
        default: What holds where it is not said.
    """

    flag: str
    name: str
    meaning: str
    metavar: str
    values: int
    many: bool
    choices: tuple[Any, ...]
    is_number: bool
    implied: str | None
    default: Any

    @property
    def unsaid(self) -> Any:  # noqa: ANN401 - whatever the option can be
        """What is read where it is not said."""
        if self.many:
            return ()
        return self.default if self.values else False


class Syntax:
    """What a command takes.

    Attributes:
        arguments: The words that are known by their place, in order.
        options: The options, in the order of the help.
        excluding: The options of which only one may be said.
        description: What it does, where that is not said in the list of commands.
        note: What else is to be kept in mind.
    """

    def __init__(self) -> None:
        self.arguments: list[Argument] = []
        self.options: list[Option] = []
        self.excluding: list[Sequence[str]] = []
        self.description = ""
        self.note = ""

    def argument(  # noqa: PLR0913 - each is a word at most, and said by name
        self,
        name: str,
        meaning: str,
        *,
        metavar: str | None = None,
        required: bool = True,
        many: bool = False,
        choices: Iterable[str] = (),
        default: str | None = None,
    ) -> None:
        """Add an argument; `Argument` says what each word means."""
        required = required and default is None
        told = metavar or name.upper()
        self.arguments.append(
            Argument(name, meaning, told, required, many, tuple(choices), default)
        )

    def option(  # noqa: PLR0913 - as above
        self,
        flag: str,
        meaning: str,
        *,
        name: str | None = None,
        metavar: str | None = None,
        values: int = 1,
        many: bool = False,
        choices: Iterable[Any] = (),
        is_number: bool = False,
        implied: str | None = None,
        default: Any = None,  # noqa: ANN401 - whatever the option can be
    ) -> None:
        """Add an option; `Option` says what each word means."""
        read = name or flag.lstrip("-").replace("-", "_")
        told = metavar or read.upper()
        self.options.append(
            Option(
                flag, read, meaning, told, values, many, tuple(choices), is_number, implied, default
            )
        )

    def flag(self, flag: str, meaning: str) -> None:
        """Add an option that is said or not."""
        self.option(flag, meaning, values=0)

    def by_flag(self) -> dict[str, Option]:
        """Return the options by the word that stands for each."""
        return {option.flag: option for option in self.options}

    def exclude(self, *flags: str) -> None:
        """Let only one of some options be said."""
        self.excluding.append(flags)


GLOBAL: Final = ("home", "now", "color")
"""The names of what every command takes, which is read before its name as well as after it."""


def add_global_options(syntax: Syntax) -> None:
    """Add the options that every command takes, before or after its name."""
    syntax.option("--home", "the folder that holds the data", metavar="DIR")
    syntax.option("--now", "a moment to stand in, 2026-11-22T09:30", metavar="TIME")
    syntax.option("--color", "never is as NO_COLOR=1", choices=("auto", "never"))


def module_of(verb: str) -> str:
    """Return the name of the module that carries a command out."""
    name = verb.replace(" ", "_")
    return f"habits.cli.{name}{'_' if iskeyword(name) else ''}"


def syntax_of(verb: str) -> Syntax:
    """Return what a command takes, beside the options that all take; its module is imported."""
    syntax = Syntax()
    import_module(module_of(verb)).configure(syntax)
    return syntax
