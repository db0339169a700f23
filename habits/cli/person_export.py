"""`rapport person export`: all that is held about a person, in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.cli.output import say
from habits.cli.target import STDOUT, add_target, say_where, target_named

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("name", "a handle, a name, or the beginning of one")
    syntax.option("--format", "md if left out", choices=("md", "json"), default="md")
    add_target(syntax, "one in the home's exports")


def run(options: Options, workspace: Workspace) -> None:
    """Write the file and print where it is; or print what is held.

    Raises:
        RapportError: Nobody is meant, it cannot be written, or something is there already.
    """
    person = service.require_person(workspace, options.name)
    held = service.about(workspace, person.id)
    content = service.held_text(workspace, held, options.format)
    if options.to == STDOUT:
        say(content.removesuffix("\n"))
        return
    path = target_named(options.to) or service.export_path(workspace, person, options.format)
    service.write_export(path, content, force=options.force)
    say_where("Written to", path)
