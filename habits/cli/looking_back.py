"""What `rapport review week`, `quarter` and `year` have in common: options, formats, files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.asking import add_yes
from habits.cli.output import say, say_json
from habits.cli.target import STDOUT, add_mask, add_target, require_consent, say_where
from habits.review.look_back_shape import look_back_shape
from habits.review.look_back_words import preview
from habits.when import require_date

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Kind, LookBack, Workspace


_JSON: Final = "json"
_TEXT: Final = "text"
_ENDINGS: Final = {
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".svg": "svg",
    ".json": _JSON,
}
"""The formats that the ending of a file's name asks for."""


def add_options(parser: ArgumentParser, kind: Kind) -> None:
    """Add the options of a look back."""
    add_day(parser, kind)
    parser.add_argument(
        "--format", choices=[*service.PAPERS, _JSON], help="text, or as --to ends if not said"
    )
    add_target(parser, "standard output")
    add_yes(parser)
    add_mask(parser)


def add_day(parser: ArgumentParser, kind: Kind) -> None:
    """Add the option that says on which of them is looked back."""
    parser.add_argument(
        "--of", metavar="DATE", default="today", help=f"a day in the {kind}; today if not said"
    )


def print_look_back(options: Namespace, workspace: Workspace, kind: Kind) -> None:
    """Print a look back, or write it after telling which names are left in it.

    Raises:
        RapportError: The day cannot be understood, or the file cannot be written.
    """
    path = None if options.to in {None, STDOUT} else Path(options.to)
    if path is not None:
        service.require_free(path, force=options.force)
    day = require_date(options.of, workspace.today)
    back = service.look_back_on(workspace, kind, day, is_masked=options.mask)
    form = options.format or _form_of(path)
    if path is not None:
        told = () if options.mask else preview(back, form)
        require_consent(told, path, is_given=options.yes)
        service.write_look_back(_told(back, form), path, force=options.force)
        say_where("Written to", path)
    elif form == _JSON:
        say_json(look_back_shape(back))
    else:
        say(_told(back, form).rstrip("\n"))


def _told(back: LookBack, form: str) -> str:
    if form != _JSON:
        return service.paper(back, form)
    return json.dumps(look_back_shape(back), ensure_ascii=False, indent=2) + "\n"


def _form_of(path: Path | None) -> str:
    """Return the format that a file's name asks for."""
    return _TEXT if path is None else _ENDINGS.get(path.suffix.casefold(), _TEXT)
