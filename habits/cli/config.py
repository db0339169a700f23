"""`rapport config`: the settings of the home, what the config file says, and where things lie."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from habits import service
from habits.cli.output import say, say_json, tell_all
from habits.config import find_config, read_config
from habits.errors import RefusedError
from habits.settings import DAY_NAMES, require_rollover, require_week_start
from habits.store.device import device_file
from habits.text import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from habits.change import Change
    from habits.cli.syntax import Options, Syntax
    from habits.config import Config
    from habits.service import Workspace


def configure(syntax: Syntax) -> None:
    """Add the command's own arguments."""
    syntax.argument(
        "setting",
        f"{' or '.join(_SETTABLE)}; without one, show everything",
        required=False,
    )
    syntax.argument("value", "a weekday; an hour, 0 to 11", required=False)
    syntax.flag("--json", "print everything as JSON")


def run(options: Options, workspace: Workspace) -> None:
    """Change a setting and tell what holds now; without one, print everything.

    Raises:
        RapportError: There is no such setting or value; nothing has changed.
    """
    path = find_config(os.environ)
    told: list[str] = []
    if options.setting is not None:
        change = _set(workspace, options.setting, options.value)
        told = service.words_of(workspace, change)
    if options.json:
        say_json(_shape(workspace, path))
        return
    for line in told or _facts(workspace, path):
        say(line)


def _set_week_start(workspace: Workspace, text: str) -> Change:
    return service.set_setting(workspace, week_start=require_week_start(text))


def _set_rollover(workspace: Workspace, text: str) -> Change:
    return service.set_setting(workspace, rollover_hour=require_rollover(text))


_SETTABLE: Final[dict[str, tuple[Callable[[Workspace, str], Change], str]]] = {
    "week-start": (_set_week_start, "sunday"),
    "rollover": (_set_rollover, "4"),
}
"""What can be set by a command: what sets it, and an example."""


def _set(workspace: Workspace, name: str, value: str | None) -> Change:
    """Change a setting.

    Raises:
        RapportError: There is none of this name, or it has no such value.
    """
    if name not in _SETTABLE:
        message = (
            f"There is no setting {quoted(name)} of the home; it has {' and '.join(_SETTABLE)}. "
            "The theme, the mouse and the keys are set in the config file."
        )
        raise RefusedError(message)
    change, example = _SETTABLE[name]
    if value is None:
        message = f"{name} needs a value. Try: rapport config {name} {example}"
        raise RefusedError(message)
    return change(workspace, value)


def _facts(workspace: Workspace, path: Path) -> Iterator[str]:
    """Yield everything, one fact a line."""
    settings, config = workspace.settings, _read(path)
    yield f"week-start: {DAY_NAMES[settings.week_start]}"
    yield f"rollover: {settings.rollover_hour}:00"
    yield f"welcomed: {_flag(on=settings.welcomed)}"
    yield f"theme: {config.theme}"
    yield f"mouse: {_flag(on=config.mouse)}"
    for action, keys in config.keys.items():
        yield one_line(f"keys.{action}: {' '.join(keys)}")
    # No error where the path is none, or lies where one may not look.
    is_there = os.path.exists(path)  # noqa: PTH110
    yield one_line(f"home: {workspace.store.home.path}")
    yield one_line(f"config file: {path}{'' if is_there else ', not there yet'}")
    yield one_line(f"device file: {device_file()}")
    yield f"zone: {workspace.clock.now().zone}"


def _shape(workspace: Workspace, path: Path) -> dict[str, Any]:
    settings, config = workspace.settings, _read(path)
    return {
        "settings": {
            "week_start": DAY_NAMES[settings.week_start].lower(),
            "rollover_hour": settings.rollover_hour,
            "welcomed": settings.welcomed,
        },
        "config": {
            "theme": config.theme,
            "mouse": config.mouse,
            "keys": {action: list(keys) for action, keys in config.keys.items()},
        },
        "paths": {
            "home": str(workspace.store.home.path),
            "config": str(path),
            "device": str(device_file()),
        },
        "zone": workspace.clock.now().zone,
    }


def _read(path: Path) -> Config:
    """Return what the config file says; what of it does not hold is told beside the data."""
    config = read_config(path)
    tell_all(config.troubles)
    return config


def _flag(*, on: bool) -> str:
    return "true" if on else "false"
