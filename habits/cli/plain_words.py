"""Reads the plain command lines of what is in a hurry, without importing click.

A prompt that a shell draws and a log that a hand waits for are to take no longer than a few times
of what Python itself takes, and to import click alone takes more than half of that. What is read
here means the same to click. Whatever is not plain, a mistake above all, is left to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from habits.cli.invocation import Invocation
from habits.cli.parting import MissingValueError, part
from habits.cli.syntax import GLOBAL, Options, Syntax, add_global_options, syntax_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.cli.syntax import Argument

HURRIED: Final = {"log", "today", "due", "prompt"}
"""The commands that are read here; no command at all, which opens the app, is one of them."""


class _NotPlainError(Exception):
    """A line is not plain."""


def read_plain(words: Sequence[str]) -> Invocation | None:
    """Return what a command line asks for; None where click has to read it."""
    try:
        before, rest = _options(Syntax(), words, is_before_command=True)
        verb = rest[0] if rest else None
        if verb is not None and verb not in HURRIED:
            return None
        said = before if verb is None else _read(syntax_of(verb), rest[1:])
    except (_NotPlainError, MissingValueError):
        return None
    everywhere = (before[name] if said[name] is None else said[name] for name in GLOBAL)
    own = {name: value for name, value in said.items() if name not in GLOBAL}
    return Invocation(verb, Options(**own), *everywhere)


def _read(syntax: Syntax, words: Sequence[str]) -> dict[str, Any]:
    """Return what the words after a command say, by name."""
    said, placed = _options(syntax, words)
    return said | _arguments(syntax.arguments, placed)


def _options(
    syntax: Syntax, words: Sequence[str], *, is_before_command: bool = False
) -> tuple[dict[str, Any], list[str]]:
    """Return what the options among words say, by name, and the other words.

    Raises:
        _NotPlainError: They are not plain.
        MissingValueError: An option has no value.
    """
    add_global_options(syntax)
    options = syntax.by_flag()
    said = {option.name: option.unsaid for option in syntax.options}
    asked, placed = part(options, words, is_before_command=is_before_command)
    for word in asked:
        flag, sign, value = word.partition("=")
        if (option := options.get(flag)) is None or bool(option.values) != bool(sign):
            raise _NotPlainError
        if option.choices and value not in option.choices:
            raise _NotPlainError
        met = value if sign else True
        said[option.name] = (*said[option.name], met) if option.many else met
    return said, placed


def _arguments(arguments: Sequence[Argument], words: Sequence[str]) -> dict[str, Any]:
    """Return what the words mean that are known by their place."""
    said: dict[str, Any] = {}
    for argument in arguments:
        if argument.many:
            said[argument.name], words = tuple(words), ()
        else:
            said[argument.name], words = next(iter(words), argument.default), words[1:]
        if argument.required and not said[argument.name]:
            raise _NotPlainError
    if words:
        raise _NotPlainError
    return said
