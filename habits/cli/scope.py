"""What a pause is for: the options that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.practices import require_practice

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace


def add_scope(syntax: Syntax) -> None:
    """Add the options, of which one may be given; without one everything is meant."""
    syntax.option("--practice", "only this practice", metavar="P")
    syntax.option("--habit", "only this habit: its name or id", metavar="H")
    syntax.option("--person", "only this person, who is away", metavar="N")
    syntax.exclude("--practice", "--habit", "--person")


def scope_of(options: Options, workspace: Workspace) -> service.Scope:
    """Return what the options name.

    Raises:
        RefusedError: There is no such practice, habit or person.
    """
    if options.practice is not None:
        return service.Scope(practice=require_practice(options.practice, workspace.practices).slug)
    if options.habit is not None:
        return service.Scope(habit=service.require_habit(workspace, options.habit).id)
    if options.person is not None:
        return service.Scope(person=service.require_person(workspace, options.person).id)
    return service.Scope()
