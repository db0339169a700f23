"""The file `today.json`: what was reckoned of a home and is kept beside it, to be had at once.

It says nothing that the logs do not, and deleting it loses nothing.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from habits.store.files import replace_durably

if TYPE_CHECKING:
    from habits.store.home import Home

FORMAT: Final = 2

_CHECK: Final = len(b',"crc":"00000000"}')


def read(home: Home) -> dict[str, Any]:
    """Return what the file says; nothing where there is none of this format that is whole."""
    try:
        content = home.today.read_bytes()
        if content != _checked(content[:-_CHECK]):
            return {}
        said: dict[str, Any] = json.loads(content)
        return said if said["format"] == FORMAT else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def write(home: Home, said: dict[str, Any]) -> None:
    """Put something into the file; that it cannot be kept harms nothing."""
    try:
        content = json.dumps({"format": FORMAT, **said}, separators=(",", ":"))
        replace_durably(home.today, _checked(content[:-1].encode()))
    except OSError:
        return


def _checked(body: bytes) -> bytes:
    """Return JSON that lacks its last bracket with a checksum at its end."""
    return b'%s,"crc":"%08x"}' % (body, crc32(body))


def files_of(home: Home) -> dict[str, list[int]]:
    """Return the size and time of each file that a home is read from: what tells that none changed.

    Raises:
        OSError: One cannot be looked at.
    """
    names = [home.data, *(home.ops / name for name in sorted(os.listdir(home.ops)))]  # noqa: PTH208
    states = [(path.name, path.stat()) for path in names]
    return {name: [state.st_size, state.st_mtime_ns] for name, state in states}
