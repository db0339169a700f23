"""Evidence for a person: what of the entries is passed on, and the file that holds it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from habits.review.called import Wishes
from habits.review.evidence import Evidence, evidence_for
from habits.store.exports import require_free, write_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from habits.model import Person
    from habits.review.packet import Packet
    from habits.service.workspace import Workspace

__all__ = [
    "FORMATS",
    "Evidence",
    "Wishes",
    "evidence",
    "packet_text",
    "require_free",
    "write_packet",
]

FORMATS: Final = {"md": "markdown", "html": "html", "json": "json"}
"""The formats of a packet, as the endings of its file, with what writes them."""


def evidence(workspace: Workspace, person: Person, wishes: Wishes) -> Evidence:
    """Return the evidence for a person, with what is to be known before it is passed on.

    Args:
        workspace: Where the entries are.
        person: Whom it is about.
        wishes: What is wanted of it.

    Raises:
        RefusedError: The last day is before the first.
        StoreError: A record cannot be understood.
    """
    if wishes.first is not None and wishes.last < wishes.first:
        message = (
            f"No day is from {wishes.first.isoformat()} to {wishes.last.isoformat()}. "
            "Name the first day and then the last."
        )
        raise RefusedError(message)
    ledger = workspace.ledger
    return evidence_for(person, ledger.people(), ledger.entries(), workspace.practices, wishes)


def packet_text(packet: Packet, form: str) -> str:
    """Return a packet in one of the `FORMATS`."""
    name = FORMATS[form]
    write: Callable[[Packet], str] = getattr(import_module(f"habits.review.evidence_{name}"), name)
    return write(packet)


def write_packet(packet: Packet, form: str, path: Path, *, force: bool | None = None) -> None:
    """Write a packet into a file that the user alone can read.

    Args:
        packet: The packet.
        form: One of the `FORMATS`.
        path: The file.
        force: Whether a file that is there already is replaced; None where nobody can ask for that.

    Raises:
        RefusedError: There is one already, or a folder is in its place.
        StoreError: It cannot be written.
    """
    write_out(path, packet_text(packet, form).encode(), force=force)
