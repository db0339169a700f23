"""Outcomes: what a syncing did, and what of it a user has to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.errors import NewerFormatError, WrongKeyError
from habits.sync.troubles import Told, Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from habits.errors import RapportError


class Outcome(NamedTuple):
    """What a syncing did.

    Attributes:
        received: How many acts came.
        sent: How many went.
        arriving: The segments of which only a part is there yet; they are waited for.
        newer: Those that a newer version wrote; they wait for the upgrade.
        damaged: Those that cannot be read.
        lost: The devices of which the remote has lost something, which was sent again where it is
            known here.
        locked: The devices that seal with another key.
        machines: What the user calls the machine of each device that is known.
    """

    received: int = 0
    sent: int = 0
    arriving: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    damaged: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    machines: Mapping[str, str] = {}

    def told(self) -> list[Told]:
        """Return what is not as it should be, the gravest first."""
        return [
            *self._each(Trouble.DAMAGED, self.damaged, _DAMAGED),
            *self._each(Trouble.ROLLED_BACK, self.lost, _LOST),
            *self._each(Trouble.NEWER, self.newer, _NEWER),
            *self._each(Trouble.OTHER_KEY, self.locked, _LOCKED),
            *self._each(None, self.arriving, _ARRIVING),
        ]

    @property
    def refusal(self) -> RapportError | None:
        """What a command ends with once all is told; None where it did what it was to do."""
        for told in self.told():
            if told.trouble is Trouble.DAMAGED:
                return WrongKeyError(told.words)
            if told.trouble is Trouble.NEWER:
                return NewerFormatError(told.words)
        return None

    def _each(self, trouble: Trouble | None, names: tuple[str, ...], words: str) -> list[Told]:
        """Return a line for each machine of which something is told."""
        devices: dict[str, list[str]] = {}
        for name in names:
            device, _, file = name.partition("/")
            devices.setdefault(device, []).append(file)
        return [
            Told(trouble, words.format(what=_what(files), device=device, whose=self._whose(device)))
            for device, files in devices.items()
        ]

    def _whose(self, device: str) -> str:
        name = self.machines.get(device)
        is_shared = list(self.machines.values()).count(name or "") > 1
        return f"{name} ({device})" if name and is_shared else name or device


def _what(files: list[str]) -> str:
    """Return how files are told of: one by its name, many by their number."""
    return files[0] if len(files) == 1 else f"{len(files)} files"


_DAMAGED = (
    "Damaged at the remote, and left out: {what} of {whose}. Your changes are safe here; use "
    "'rapport sync doctor' on {whose} or wherever else that is known, then sync again."
)
_LOST = (
    "The remote has lost something of {whose}. Nothing is lost here, and what is known here was "
    "sent again; let your other machines sync too."
)
_NEWER = (
    "Written by a newer rapport: {what} of {whose}. All else is synced, and your changes are safe "
    "here; upgrade rapport, then sync again."
)
_LOCKED = (
    "{whose} seals with another key; what it sent waits. Your changes are safe here; use "
    "'rapport sync join' there with the present recovery key."
)
_ARRIVING = "Not wholly arrived yet: {what} of {whose}; the next sync looks again."
