"""Answers a shell that asks what the word at its cursor may become.

The shell runs the program with the line in its environment, as `rapport completion` has told it to.
A home is only looked at for that: nothing is made, mended or told.
"""

from __future__ import annotations

import os
import sys
from argparse import SUPPRESS
from importlib import import_module
from typing import TYPE_CHECKING, Final, TextIO

from argcomplete.completers import BaseCompleter, DirectoriesCompleter, FilesCompleter
from argcomplete.finders import CompletionFinder

from habits.cli.candidates import BY_ARGUMENT, Line
from habits.cli.invocation import PROGRAM, Invocation, Parser, add_global_options
from habits.cli.verbs import VERBS
from habits.errors import RapportError
from habits.text import folded

if TYPE_CHECKING:
    from argparse import Action, Namespace
    from collections.abc import Mapping

    from habits.cli.candidates import Candidates

_BREAKS: Final = "_ARGCOMPLETE_COMP_WORDBREAKS"
"""Where bash says what parts words."""

_NOTHING: Final[Mapping[str, str]] = {}
_PATHS: Final = {"home": DirectoriesCompleter, "path": FilesCompleter, "to": FilesCompleter}
"""The arguments that name a file or a folder."""


class _Nothing(BaseCompleter):
    """What is offered for an argument that can be anything."""

    def __call__(self, **_: object) -> Mapping[str, str]:
        """Return what is offered."""
        return _NOTHING


def answer(out: TextIO | None = None) -> None:
    """Print what the word at the cursor may become, in the way the shell reads it, and end.

    Args:
        out: Where to print it; None for where the shell reads it.
    """
    # bash parts words before an @ and gives it away with the word, unlike the other signs.
    breaks = os.environ.get(_BREAKS, "")
    os.environ[_BREAKS] = breaks.replace("@", "")
    words = set(os.environ.get("COMP_LINE", "").split())
    finder = CompletionFinder()
    finder(
        whole_parser(words),
        always_complete_options=False,
        exit_method=sys.exit,
        output_stream=out,
        validator=_is_begun,
        default_completer=_Nothing(),
    )


def whole_parser(words: set[str]) -> Parser:
    """Return a parser of all commands.

    Args:
        words: The words of the line: only the commands among them are given their own arguments.
    """
    parser = Parser(prog=PROGRAM, argument_default=SUPPRESS)
    add_global_options(parser)
    parser.add_argument("--version", action="store_true", help="print the version")
    _let_complete("", parser)
    groups = {"": parser.add_subparsers()}
    parsers: dict[str, Parser] = {}
    for verb, what in VERBS.items():
        group, _, second = verb.rpartition(" ")
        if group and group not in groups:
            first = parsers.get(group) or groups[""].add_parser(group)
            groups[group] = first.add_subparsers()
        made = groups[group].add_parser(second, help=what, argument_default=SUPPRESS)
        parsers[verb] = made
        add_global_options(made)
        if set(verb.split()) <= words and verb != "demo":
            import_module(Invocation(verb, (), None, None).module).configure(made)
        _let_complete(verb, made)
    return parser


def _let_complete(verb: str, parser: Parser) -> None:
    """Let each argument of a command be completed that means something in the home."""
    for action in parser.actions():
        find = BY_ARGUMENT.get((verb, action.dest)) or BY_ARGUMENT.get(("", action.dest))
        if find is not None:
            action.completer = _completer(find)  # type: ignore[attr-defined]
        elif action.dest in _PATHS:
            action.completer = _PATHS[action.dest]()  # type: ignore[attr-defined]


def _completer(find: Candidates) -> object:
    """Return what argcomplete asks for the candidates of an argument."""

    def complete(prefix: str, parsed_args: Namespace, **_: Action | Parser) -> Mapping[str, str]:
        try:
            return find(_line(prefix, parsed_args))
        except RapportError:
            return _NOTHING

    return complete


def _line(prefix: str, options: Namespace) -> Line:
    # Imported on need: most words are completed without a home.
    from habits.service import look  # noqa: PLC0415

    named = (getattr(options, name, None) for name in ("home", "now"))
    invocation = Invocation(None, (), *named)
    workspace = look(invocation.find_home(), invocation.clock())
    return Line(workspace, prefix, getattr(options, "practice", None))


def _is_begun(candidate: str, prefix: str) -> bool:
    return folded(candidate).startswith(folded(prefix))
