"""Where a platform has a program keep what it keeps."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, Literal

_NAME: Final = "rapport"
_USUAL: Final = {"data": ".local/share", "state": ".local/state"}

_IS_LINUX: Final = sys.platform.startswith("linux")

Kind = Literal["data", "state"]


def folder_of(kind: Kind) -> Path:
    """Return the folder for one kind of what is kept.

    On Linux the rule is one line (XDG Base Directory), and it spares each command a tenth of its
    time; platformdirs knows those of the other platforms.
    """
    if _IS_LINUX:
        named = os.environ.get(f"XDG_{kind.upper()}_HOME", "").strip()
        return (Path(named) if named else Path.home() / _USUAL[kind]) / _NAME
    import platformdirs  # noqa: PLC0415

    folders = {"data": platformdirs.user_data_path, "state": platformdirs.user_state_path}
    return folders[kind](_NAME, appauthor=False)
