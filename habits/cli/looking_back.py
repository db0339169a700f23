"""What the looks back of `rapport review` have in common: options, formats, files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from habits import service
from habits.cli.asking import add_yes
from habits.cli.output import say, say_json
from habits.cli.target import STDOUT, add_mask, add_target, require_consent, say_where
from habits.review.look_back_shape import look_back_shape
from habits.review.look_back_words import preview
from habits.when import require_date

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable

    from habits.service import Kind, Workspace


JSON: Final = "json"
TEXT: Final = "text"
_ENDINGS: Final = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".json": JSON,
}
"""The formats that the ending of a file's name asks for."""


def add_options(parser: ArgumentParser, kind: Kind) -> None:
    """Add the options of a look back."""
    add_day(parser, kind)
    parser.add_argument(
        "--format", choices=[*service.PAPERS, JSON], help="text, or as --to ends if not said"
    )
    add_target(parser, "standard output")
    add_yes(parser)
    add_mask(parser)


def add_day(parser: ArgumentParser, kind: Kind) -> None:
    """Add the option that says on which of them is looked back."""
    parser.add_argument(
        "--of", metavar="DATE", default="today", help=f"a day in the {kind}; today if not said"
    )


def target_of(options: Namespace) -> tuple[Path | None, str]:
    """Return which file is to be written, None for standard output, and in which format.

    Raises:
        RefusedError: There is such a file already.
    """
    path = None if options.to in {None, STDOUT} else Path(options.to)
    if path is None:
        return path, options.format or TEXT
    service.require_free(path, force=options.force)
    return path, options.format or _ENDINGS.get(path.suffix.casefold(), TEXT)


def hand_out(
    options: Namespace,
    path: Path | None,
    told: str | dict[str, Any],
    names: Callable[[], Iterable[str]],
) -> None:
    """Print what is told, or write it into a file after telling which names are left in it.

    Args:
        options: What was asked for.
        path: The file; None for standard output.
        told: What is told, or the JSON of it.
        names: Returns which names are left in it, a line for each matter.

    Raises:
        RapportError: It is not to be written after all, or cannot be.
    """
    if path is None and isinstance(told, str):
        say(told.rstrip("\n"))
    elif path is None:
        say_json(told)
    else:
        require_consent(() if options.mask else names(), path, is_given=options.yes)
        service.write_look_back(_text(told), path, force=options.force)
        say_where("Written to", path)


def print_look_back(options: Namespace, workspace: Workspace, kind: Kind) -> None:
    """Print a look back, or write it after telling which names are left in it.

    Raises:
        RapportError: The day cannot be understood, or the file cannot be written.
    """
    path, form = target_of(options)
    day = require_date(options.of, workspace.today)
    back = service.look_back_on(workspace, kind, day, is_masked=options.mask)
    told = look_back_shape(back) if form == JSON else service.paper(back, form)
    hand_out(options, path, told, lambda: preview(back, form))


def _text(told: str | dict[str, Any]) -> str:
    if isinstance(told, str):
        return told
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
