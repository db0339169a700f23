"""`rapport restore`: everything as it is in a copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from habits import service
from habits.cli.output import say, say_json, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.change import Altered
    from habits.cli.syntax import Options, Syntax
    from habits.service import Workspace

_TOLD: Final = ("entries", "habits", "pauses", "people")


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument("path", "a TinyDB file: one of the backups, or any other copy")
    syntax.flag("--json", "print how much that changed as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Make everything as it is in the copy, and print how much that changed.

    Raises:
        RapportError: It is no copy, or nothing differs from it.
    """
    change = service.restore(workspace, Path(options.path))
    counts = {kind: _counts(getattr(change, kind)) for kind in _TOLD}
    if options.json:
        say_json(counts)
        return
    for kind, (came, went, changed) in ((kind, each.values()) for kind, each in counts.items()):
        if came or went or changed:
            say(f"{kind}: {came} came back, {went} went, {changed} changed")
    tell("Everything is as it is in the copy. 'rapport undo' takes that back.")


def _counts(altered: Sequence[Altered[Any]]) -> dict[str, int]:
    """Return how many records came, went and are otherwise now."""
    came = sum(each.before is None for each in altered)
    went = sum(each.after is None for each in altered)
    return {"came": came, "went": went, "changed": len(altered) - came - went}
