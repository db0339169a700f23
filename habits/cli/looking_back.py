"""What the looks back of `rapport review` have in common: options, formats, files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from habits import service
from habits.cli.asking import add_yes
from habits.cli.output import say, say_json
from habits.cli.target import add_mask, add_target, require_consent, say_where, target_named
from habits.review.look_back_shape import look_back_shape
from habits.review.look_back_words import preview
from habits.when import require_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from habits.cli.syntax import Options, Syntax
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


def add_options(syntax: Syntax, kind: Kind) -> None:
    """Add the options of a look back."""
    add_day(syntax, kind)
    syntax.option("--format", "text, or as --to ends if not said", choices=[*service.PAPERS, JSON])
    add_target(syntax, "standard output")
    add_yes(syntax)
    add_mask(syntax)


def add_day(syntax: Syntax, kind: Kind) -> None:
    """Add the option that says on which of them is looked back."""
    syntax.option(
        "--of", f"a day in the {kind}; today if not said", metavar="DATE", default="today"
    )


def target_of(options: Options, form: str | None = None) -> tuple[Path | None, str]:
    """Return which file is to be written, None for standard output, and in which format.

    Args:
        options: What was asked for.
        form: The format; None for what was asked for.

    Raises:
        RefusedError: There is such a file already.
    """
    said = form or options.format
    path = target_named(options.to)
    if path is None:
        return path, said or TEXT
    service.require_free(path, force=options.force)
    return path, said or _ENDINGS.get(path.suffix.casefold(), TEXT)


def hand_out(
    options: Options,
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


def print_look_back(
    options: Options, workspace: Workspace, kind: Kind, form: str | None = None
) -> None:
    """Print a look back, or write it after telling which names are left in it.

    Args:
        options: What was asked for.
        workspace: Where it is looked back.
        kind: On what.
        form: The format; None for what was asked for.

    Raises:
        RapportError: The day cannot be understood, or the file cannot be written.
    """
    path, form = target_of(options, form)
    day = require_date(options.of, workspace.today)
    back = service.look_back_on(workspace, kind, day, is_masked=options.mask)
    told = look_back_shape(back) if form == JSON else service.paper(back, form)
    hand_out(options, path, told, lambda: preview(back, form))


def _text(told: str | dict[str, Any]) -> str:
    if isinstance(told, str):
        return told
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
