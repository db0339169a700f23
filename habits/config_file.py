"""The config file, written: one key of it at a time, and the user's own words left as they are."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from habits.config import MOST_BYTES
from habits.errors import RefusedError


def set_in_config(path: Path, key: str, value: str | bool) -> None:  # noqa: FBT001 - a value to keep
    """Set a key of a config file; one that is not there is made.

    Args:
        path: The file.
        key: The key, which is in no table.
        value: Its value.

    Raises:
        RefusedError: The file cannot be read or written, or is no TOML.
    """
    # Imported on need: settings are changed once in a while.
    import tomlkit  # noqa: PLC0415
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    try:
        document = tomlkit.parse(_content(path))
        document[key] = value
        _replace(path, tomlkit.dumps(document))
    except (OSError, ValueError, TOMLKitError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no TOML"
        message = (
            f"{key} holds until the app is left: the config file could not be changed "
            f"({reason}). 'rapport config' names the file."
        )
        raise RefusedError(message) from None


def _content(path: Path) -> str:
    if not path.exists():
        return ""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError
    return content.decode("utf-8-sig")


def _replace(path: Path, content: str) -> None:
    """Write a file anew, or leave it as it was; what it links to is written where it lies."""
    target = Path(os.path.realpath(path))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".config-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            Path(name).chmod(target.stat().st_mode & 0o777)
        Path(name).replace(target)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
