"""Reads the plain command lines of what is in a hurry, without importing click.

A prompt that a shell draws and a log that a hand waits for are to take no longer than a few times
of what Python itself takes, and to import click alone takes more than half of that. What is read
here means the same to click. Whatever is not plain, a mistake above all, is left to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from habits.cli.invocation import Invocation
from habits.cli.syntax import Options, Syntax, add_global_options, is_option, syntax_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from habits.cli.syntax import Argument, Option

HURRIED: Final = {"log", "today", "due", "prompt"}
"""The commands that are read here; no command at all, which opens the app, is one of them."""

_VALUED: Final = {"--home", "--now"}
"""The options before a command, each with a value."""


class _NotPlainError(Exception):
    """A line is not plain."""


def read_plain(words: Sequence[str]) -> Invocation | None:
    """Return what a command line asks for; None where click has to read it."""
    begin = 0
    while words[begin : begin + 1] and words[begin] in _VALUED:
        begin += 2
    verb = words[begin] if begin < len(words) else None
    if verb is not None and verb not in HURRIED:
        return None
    try:
        before = _read(Syntax(), words[:begin])
        said = before if verb is None else _read(syntax_of(verb), words[begin + 1 :])
    except _NotPlainError:
        return None
    home, now = (before[name] if said[name] is None else said[name] for name in ("home", "now"))
    own = {name: value for name, value in said.items() if name not in {"home", "now", "color"}}
    return Invocation(verb, Options(**own), home, now)


def _read(syntax: Syntax, words: Sequence[str]) -> dict[str, Any]:
    """Return what words say, by name.

    Raises:
        _NotPlainError: They are not plain.
    """
    add_global_options(syntax)
    options = {option.flag: option for option in syntax.options}
    said = {option.name: option.unsaid for option in syntax.options}
    placed: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            placed.extend(rest)
        elif is_option(word):
            flag, sign, value = word.partition("=")
            option = options.get(flag)
            if option is None:
                raise _NotPlainError
            _take(option, [value] if sign else [], rest, said)
        else:
            placed.append(word)
    return said | _arguments(syntax.arguments, placed)


def _take(option: Option, joined: list[str], rest: Iterator[str], said: dict[str, Any]) -> None:
    """Take in an option, with what is joined to it by = or what follows it."""
    is_plain = option.values <= 1 and option.implied is None
    if not is_plain or option.choices or option.is_number or (joined and not option.values):
        raise _NotPlainError
    if not option.values:
        said[option.name] = True
        return
    value = joined[0] if joined else next(rest, None)
    if value is None:
        raise _NotPlainError
    said[option.name] = (*said[option.name], value) if option.many else value


def _arguments(arguments: Sequence[Argument], words: Sequence[str]) -> dict[str, Any]:
    """Return what the words mean that are known by their place."""
    said: dict[str, Any] = {}
    for argument in arguments:
        if argument.many:
            said[argument.name], words = tuple(words), ()
        else:
            said[argument.name], words = next(iter(words), argument.default), words[1:]
        if argument.choices or (argument.required and not said[argument.name]):
            raise _NotPlainError
    if words:
        raise _NotPlainError
    return said
