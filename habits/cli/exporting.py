"""What `rapport export json`, `csv` and `markdown` have in common: where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.output import say_bytes, tell, tell_all
from habits.cli.target import STDOUT, add_force, target_named
from habits.service.exporting import exported
from habits.service.upkeep import troubles_of_copy
from habits.store.exports import require_free, write_out
from habits.text import one_line

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


WHOLE: Final = "json"
"""The format of which a home is made again."""


def add_path(syntax: Syntax) -> None:
    """Add the word that names a file, and the option that lets it be replaced."""
    syntax.argument("path", "the file; - for standard output", default=STDOUT)
    add_force(syntax)


def export(options: Options, workspace: Workspace, form: str) -> None:
    """Write everything into a file, or to standard output.

    Raises:
        RapportError: It cannot be written, or something is there already.
    """
    if (path := target_named(options.path)) is None:
        say_bytes(exported(workspace, form))
    else:
        require_free(path, force=options.force)
        write_out(path, exported(workspace, form), force=options.force)
        tell(f"Written to {one_line(str(path))}, which you alone can read.")
    if form == WHOLE:
        tell_all(troubles_of_copy(workspace))
