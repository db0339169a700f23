"""What there is to say beside a log: none of it holds the log up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from habits.cli.output import tell
from habits.follow_ups import proposals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.change import Change
    from habits.follow_ups import Proposal
    from habits.model import Entry
    from habits.service import Workspace

_ID_END: Final = 12
"""How much of an entry's id is told: enough among all that were ever logged."""

_MOST_MEANT: Final = 3
"""How many of those whom a new person may be are told."""


def tell_beside(workspace: Workspace, change: Change, *, is_promised: bool) -> None:
    """Tell what may be done after a log.

    Args:
        workspace: Where it was logged.
        change: What was logged.
        is_promised: Whether what it proposes to follow up is promised already.
    """
    if practice := service.to_be_started(workspace, change):
        tell(
            f"{practice.name} is not started. "
            f"'rapport practice start {practice.slug}' starts it from today."
        )
    for line in _advice(workspace, change) if change.new_people else ():
        tell(line)
    if not is_promised:
        (entry,) = change.came
        for line in _proposals(workspace, change, entry):
            tell(line)


def _advice(workspace: Workspace, change: Change) -> Iterator[str]:
    """Yield for each who became known, but may be somebody else, how to say so."""
    for person, meant in service.may_be_meant(workspace, change):
        names = ", ".join(f"{each.name} (@{each.handle})" for each in meant[:_MOST_MEANT])
        yield (
            f"{person.name} is a new person. If you meant {names}: "
            f"rapport person merge {person.handle} {meant[0].handle}"
        )


def _proposals(workspace: Workspace, change: Change, entry: Entry) -> Iterator[str]:
    """Yield what an entry proposes to follow up, each with the command that promises it."""
    if not proposals(entry.practice, entry, workspace.today):
        return
    # Imported on need, as below: most entries propose nothing.
    from shlex import quote  # noqa: PLC0415

    handles = {person.id: person.handle for person in service.people(workspace)}
    people = [f"--person {quote(handles[key])}" for key in entry.people]
    for each in service.proposed(workspace, change):
        words = " ".join([*people, f"--entry {str(entry.id)[-_ID_END:]}"])
        yield f"To follow up: {_command(each)} {words}"


def _command(proposal: Proposal) -> str:
    from shlex import quote  # noqa: PLC0415 - only a proposal pays for it

    return f"rapport follow add {quote(proposal.text)} --in {proposal.days}d"
