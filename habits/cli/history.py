"""`rapport history`: what was done, when, and on which device."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final

from habits import service
from habits.cli.outcome import say_act
from habits.cli.output import say_json, tell
from habits.service.mending import LAST
from habits.text import folded

if TYPE_CHECKING:
    from habits.cli.syntax import Options, Syntax
    from habits.service import PastAct, Workspace

LATEST: Final = 50
"""How many acts are shown where not all are asked for."""

_DEEDS: Final = {"did": "", "undid": "undone: ", "redid": "redone: "}


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument(
        "id",
        "the end of an id, or 'last' for the entry made last: what was done to it alone",
        required=False,
    )
    syntax.flag("--all", f"not only the latest {LATEST} acts")
    syntax.flag("--json", "print JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Print what was done, the newest last.

    Raises:
        RapportError: The id is none, or a log cannot be read.
    """
    acts = service.history(workspace, _end_of(options, workspace))
    shown = deque(acts, maxlen=None if options.all else LATEST)
    if options.json:
        say_json([_shape(workspace, act) for act in shown])
        return
    for act in shown:
        _print_act(workspace, act)
    if not shown:
        tell("Nothing was done yet." if options.id is None else "Nothing was done to it.")


def _end_of(options: Options, workspace: Workspace) -> str | None:
    """Return the end of an id that is asked for, if one is."""
    is_last = options.id is not None and folded(options.id) == LAST
    return service.find_entry(workspace, LAST).id.hex if is_last else options.id


def _print_act(workspace: Workspace, act: PastAct) -> None:
    at = act.at.astimezone().strftime("%Y-%m-%d %H:%M")
    device = f"on {act.device}" if act.device else "here"
    say_act(f"{at}  {device}  {_DEEDS[act.deed]}", _told(workspace, act))


def _told(workspace: Workspace, act: PastAct) -> list[str]:
    lines = service.words_of(workspace, act.change) or ["people"]
    return [f"{_deed_to_entries(act)}{line}" for line in lines]


def _deed_to_entries(act: PastAct) -> str:
    """Return what was done to entries where they were not logged, which their words do not say."""
    was_taken_back = act.deed == "undid"
    gone = [(each.before if was_taken_back else each.after) is None for each in act.change.entries]
    if gone and all(gone):
        return "deleted: "
    both = [each.before is not None and each.after is not None for each in act.change.entries]
    return "changed: " if both and all(both) else ""


def _shape(workspace: Workspace, act: PastAct) -> dict[str, Any]:
    return {
        "at": act.at.isoformat(),
        "device": act.device,
        "deed": act.deed,
        "lines": _told(workspace, act),
    }
