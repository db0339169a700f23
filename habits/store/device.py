"""The device: by which name this machine writes to a home's logs."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from habits.folders import folder_of
from habits.store.files import make_private_folder, replace_durably

if TYPE_CHECKING:
    from habits.store.home import Home

MACHINE_ID: Final = Path("/etc/machine-id")

_DIGITS: Final = 12


def device_of(home: Home) -> str:
    """Return the device that writes to a home from this machine: twelve hexadecimal digits.

    It is made of an identity of this machine, kept outside the home, and of where the home lies.
    So a copied home is another device, on another machine as well as on this one, and two writers
    never share a log. Where the identity cannot be kept, it holds for this process alone.
    """
    machine = _digest(_machine())
    path = device_file()
    identity = _kept(path, machine)
    if identity is None:
        identity = os.urandom(16).hex()
        with suppress(OSError):
            make_private_folder(path.parent)
            content = json.dumps({"machine": machine, "identity": identity})
            replace_durably(path, content.encode())
        identity = _kept(path, machine) or identity
    return _digest(f"{identity} {home.path.resolve()}")


def _kept(path: Path, machine: str) -> str | None:
    """Return the identity that was kept, if it was kept on this machine."""
    try:
        kept = json.loads(path.read_bytes())
        return str(kept["identity"]) if kept["machine"] == machine else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def device_file() -> Path:
    """Return the file that keeps what tells this machine from another."""
    return folder_of("state") / "device"


def _machine() -> str:
    """Return what tells this machine from another."""
    try:
        return MACHINE_ID.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        import platform  # noqa: PLC0415

        return platform.node()


def _digest(text: str) -> str:
    # Imported on need, as only a write asks for the device, and where it can be without OpenSSL,
    # which a short command would load for this one digest.
    try:
        from _sha256 import sha256  # type: ignore[import-not-found]  # noqa: PLC0415
    except ImportError:
        from hashlib import sha256  # noqa: PLC0415

    digest: str = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:_DIGITS]
