"""The doctor: every file of a home looked through, and mended where that can be done."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

from habits.store.logs import read, segments
from habits.store.oddities import told
from habits.store.snapshot import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from habits.store.home import Home

_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


def open_files(home: Home) -> Iterator[str]:
    """Close every file and folder of a home to others, and yield what was open to them.

    Raises:
        OSError: It cannot be closed.
    """
    for path in (home.path, *sorted(home.path.rglob("*"))):
        mode = path.lstat().st_mode
        if mode & _OTHERS and not stat.S_ISLNK(mode):
            path.chmod(stat.S_IMODE(mode) & ~_OTHERS)
            yield f"{path} could be read by others. It is yours alone now."


def odd_logs(home: Home) -> Iterator[str]:
    """Read every line of every log anew, and yield what is odd about them.

    Raises:
        OSError: One cannot be read, or what is damaged could not be copied aside.
    """
    for path in segments(home.ops):
        reading = read(path, (0, ""))
        yield from told(home, reading)


def odd_backups(home: Home) -> Iterator[str]:
    """Yield which of the older TinyDB files are no longer whole."""
    paths = [home.previous, *sorted(home.backups.glob("rapport-2*.json"))]
    for path in paths:
        if path.exists() and not _is_whole(path):
            yield f"{path} is not as it was written any more. It is left as it is."


def _is_whole(path: Path) -> bool:
    try:
        decode(path.read_bytes())
    except Exception:  # noqa: BLE001 - whatever is wrong, it is not whole
        return False
    return True
