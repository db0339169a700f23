"""`rapport export`: what a home holds, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from habits.cli.output import tell
from habits.cli.target import STDOUT
from habits.service.exporting import EXPORTS, exported
from habits.store.exports import require_free, write_out
from habits.text import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from habits.service import Workspace


def configure(parser: ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument("format", metavar="FORMAT", choices=EXPORTS, help=", ".join(EXPORTS))
    parser.add_argument(
        "path", metavar="PATH", nargs="?", default=STDOUT, help="the file; - for standard output"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")


def run(options: Namespace, workspace: Workspace) -> None:
    """Write everything into a file, or to standard output.

    Raises:
        RapportError: It cannot be written, or something is there already.
    """
    if options.path == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(exported(workspace, options.format))
        return
    path = Path(options.path)
    require_free(path, force=options.force)
    write_out(path, exported(workspace, options.format), force=options.force)
    tell(f"Written to {one_line(str(path))}, which you alone can read.")
