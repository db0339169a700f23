"""The config file: how the app looks and which keys it has, on this machine alone.

Nothing that stands in it stops the app: what cannot be understood is told in one line each, and
everything else holds.
"""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from habits.errors import RefusedError
from habits.record import dataclass, field
from habits.text import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_BYTES: Final = 64 * 1024
"""The largest file that is read: nobody writes more by hand."""

_DEEPEST: Final = 3
"""How many names an action's id has at most; an id with dots is a table in a table to TOML."""

_PATH_SHOWN: Final = 200
"""How many characters of the file's path a message shows: its end says most."""

_KNOWN: Final = ("theme", "mouse", "keys")


@dataclass(frozen=True, slots=True)
class Config:
    """What the config file says.

    Attributes:
        theme: The name of the theme.
        mouse: Whether the app takes the mouse.
        keys: The keys that are to do an action, by the action's id.
        troubles: What of the file does not hold, and why, a line each.
    """

    theme: str = "rapport-dark"
    mouse: bool = True
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def find_config(environment: Mapping[str, str]) -> Path:
    """Return the config file that was named, else the one in the platform's folder for them.

    Args:
        environment: The environment; `RAPPORT_CONFIG` names a file.

    Raises:
        RefusedError: It is named, but empty.
    """
    name = environment.get("RAPPORT_CONFIG")
    if name is None:
        # Imported on need: a named file spares the time.
        from platformdirs import user_config_path  # noqa: PLC0415

        return user_config_path("rapport", appauthor=False) / "config.toml"
    if not name.strip():
        message = "RAPPORT_CONFIG is empty. Name a file, or leave it out to use the usual one."
        raise RefusedError(message)
    try:
        return Path(name).expanduser().absolute()
    except RuntimeError:
        message = f"RAPPORT_CONFIG {quoted(name)} names a user who has no home. Write it in full."
        raise RefusedError(message) from None


def read_config(path: Path) -> Config:
    """Return what a config file says; one that is not there says nothing.

    Whatever stands in it, and whatever it is, becomes a trouble and is never raised.
    """
    try:
        said = _said(path)
    except OSError as error:
        return Config(troubles=(_useless(path, f"cannot be read: {error.strerror}"),))
    except ValueError as error:
        return Config(troubles=(_useless(path, str(error)),))
    except RecursionError:
        return Config(troubles=(_useless(path, "is nested too deep"),))
    return _Reading().config(said)


def _said(path: Path) -> dict[str, Any]:
    """Return the tables of a file.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no such file; the message says what it is.
        RecursionError: It is nested without end.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return {}
    if not stat.S_ISREG(mode):
        message = "is no file"
        raise ValueError(message)
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        message = f"is larger than {MOST_BYTES // 1024} KiB"
        raise ValueError(message)
    # Imported on need: most machines have no such file.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = "is not in UTF-8"
    except ValueError as error:
        message = f"is no TOML: {one_line(str(error))[:120]}"
    raise ValueError(message)


def _useless(path: Path, what: str) -> str:
    return (
        f"The config file {quoted(str(path), _PATH_SHOWN)} {what}. "
        "Mend it or take it away; until then everything is as without it."
    )


class _Reading:
    """One reading of a file's tables, which notes what does not hold."""

    def __init__(self) -> None:
        self._troubles: list[str] = []

    def config(self, said: Mapping[str, object]) -> Config:
        """Return what holds."""
        for name in said.keys() - set(_KNOWN):
            self._troubles.append(_unknown(name))
        self._troubles.sort()
        usual = Config()
        theme = self._theme(said.get("theme", usual.theme), usual.theme)
        mouse = self._mouse(said.get("mouse", usual.mouse), otherwise=usual.mouse)
        keys = self._keys(said.get("keys", {}))
        return Config(theme, mouse, keys, tuple(self._troubles))

    def _theme(self, value: object, otherwise: str) -> str:
        if isinstance(value, str) and one_line(value):
            return one_line(value)
        self._wrong("theme", 'the name of a theme in quotes, such as "rapport-light"')
        return otherwise

    def _mouse(self, value: object, *, otherwise: bool) -> bool:
        if isinstance(value, bool):
            return value
        self._wrong("mouse", "true or false")
        return otherwise

    def _keys(self, value: object) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            self._wrong("keys", "a table that begins with the line [keys]")
            return {}
        found: dict[str, tuple[str, ...]] = {}
        self._collect(value, (), found)
        return found

    def _collect(
        self, table: dict[str, Any], above: tuple[str, ...], found: dict[str, tuple[str, ...]]
    ) -> None:
        """Take in the keys of a table and of those within it."""
        for name, value in table.items():
            place = (*above, name)
            if isinstance(value, dict) and len(place) < _DEEPEST:
                self._collect(value, place, found)
            elif keys := _as_keys(value):
                found[".".join(place)] = keys
            else:
                self._wrong(
                    f"keys.{quoted('.'.join(place))[1:-1]}",
                    'a key or a list of keys, such as "z" or ["z", "f2"]',
                )

    def _wrong(self, name: str, right: str) -> None:
        self._troubles.append(f"config: {name} is left out. It is to be {right}.")


def _as_keys(value: object) -> tuple[str, ...]:
    """Return the keys that one text or a list of them names; none where it is neither."""
    keys = value if isinstance(value, list) else [value]
    named = tuple(key for key in keys if isinstance(key, str) and key)
    return named if len(named) == len(keys) else ()


def _unknown(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    nearest = get_close_matches(name, _KNOWN, n=1)
    hint = f"Did you mean {nearest[0]}?" if nearest else "There are theme, mouse and keys."
    return f"config: there is no setting {quoted(name)}. {hint}"
