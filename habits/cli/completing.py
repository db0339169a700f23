"""Answers a shell that asks what the word at its cursor may become.

The shell runs the program with the line in its environment, as `rapport completion` has told it to.
How a shell parts and quotes words is what argcomplete knows; what may stand there is what click and
the home know. A home is only looked at for that: nothing is made, mended or told.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from argcomplete.completers import DirectoriesCompleter, FilesCompleter
from argcomplete.finders import CompletionFinder
from argcomplete.lexers import split_line
from click.shell_completion import CompletionItem, ShellComplete

from habits.cli.candidates import BY_ARGUMENT, Line
from habits.cli.commands import program, said_of, verb_of
from habits.cli.invocation import PROGRAM, Invocation
from habits.cli.syntax import Options
from habits.errors import RapportError
from habits.text import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

    from click import Context

_BREAKS: Final = "_ARGCOMPLETE_COMP_WORDBREAKS"
"""Where bash says what parts words."""

_CHANNEL: Final = 8
"""The file in which the shell reads the answer."""

_PATHS: Final = {
    "home": DirectoriesCompleter,
    "path": FilesCompleter,
    "to": FilesCompleter,
    "mapping": FilesCompleter,
}
"""The arguments that name a file or a folder."""


def answer(out: TextIO | None = None) -> None:
    """Print what the word at the cursor may become, in the way the shell reads it.

    Args:
        out: Where to print it; None for where the shell reads it.

    Raises:
        OSError: The shell does not read it.
    """
    # bash parts words before an @ and gives it away with the word, unlike the other signs.
    os.environ[_BREAKS] = os.environ.get(_BREAKS, "").replace("@", "")
    told = _told(os.environ["COMP_LINE"], int(os.environ["COMP_POINT"]))
    channel = out or os.fdopen(_CHANNEL, "w", encoding="utf-8", errors="replace")
    channel.write(os.environ.get("_ARGCOMPLETE_IFS", "\v").join(told))
    channel.flush()


def _told(line: str, point: int) -> Sequence[str]:
    """Return what the word at a place of a line may become, as the shell takes it."""
    quote, begun, _, words, broken_at = split_line(line, point)
    found = _found(words[1:], begun)
    quoted = CompletionFinder().quote_completions(list(found), quote, broken_at)
    between = os.environ.get("_ARGCOMPLETE_DFS")
    if not between:
        return quoted
    meanings = (" ".join(meaning.split()) for meaning in found.values())
    return [f"{word}{between}{what}" for word, what in zip(quoted, meanings, strict=True)]


def _found(words: list[str], begun: str) -> Mapping[str, str]:
    """Return what a word may become after others, with what each means."""
    option, sign, _ = begun.partition("=")
    before = f"{option}=" if sign and begun.startswith("--") else ""
    asked = words[1:] if words[:1] == ["help"] else words
    items = ShellComplete(program(), {}, PROGRAM, "").get_completions(asked, begun)
    return {f"{before}{item.value}": item.help or "" for item in items}


def completions(ctx: Context, name: str, begun: str) -> list[CompletionItem]:
    """Return what an argument or an option of a command may become.

    Args:
        ctx: What is said before it.
        name: The argument or the option.
        begun: The word, up to the cursor.
    """
    if name in _PATHS:
        return list(map(CompletionItem, _PATHS[name]()(begun)))
    find = BY_ARGUMENT.get((verb_of(ctx), name)) or BY_ARGUMENT.get(("", name))
    try:
        found = find(_line(ctx, begun)) if find else {}
    except RapportError:
        return []
    is_begun = folded(begun)
    return [
        CompletionItem(word, help=meaning)
        for word, meaning in found.items()
        if folded(word).startswith(is_begun)
    ]


def _line(ctx: Context, begun: str) -> Line:
    # Imported on need: most words are completed without a home.
    from habits.service import look  # noqa: PLC0415

    invocation = Invocation(None, Options(), said_of(ctx, "home"), said_of(ctx, "now"))
    workspace = look(invocation.find_home(), invocation.clock())
    return Line(workspace, begun, ctx.params.get("practice"))
