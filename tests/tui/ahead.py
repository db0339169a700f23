"""Keys of one press, which arrive at once: as those of somebody who does not wait for the screen.

Textual's own pilot waits for 40 ms after each key; here it waits after the last one alone. What a
key opens gets those behind it, as the app promises to all who type ahead. Where it matters what is
painted between two keys, a test presses twice, or lets `SEEN` stand between them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from textual._wait import wait_for_idle
from textual.events import Key
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.terminal_app import TerminalApp

SEEN: Final = "seen"
"""Stands among keys where those before it are painted first."""

MOST_ROUNDS: Final = 50
"""How often it is looked whether all keys were taken; then the test may tell what is wrong."""


def key_event(key: str) -> Key:
    """Return the event of a key, or of the character that it prints."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        printed = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        printed = key if len(key) == 1 else ""
    return Key(name, printed or None)


async def press_ahead(app: TerminalApp, keys: Iterable[str]) -> None:
    """Let keys arrive at once, and wait until each of them was taken and the app is idle."""
    driver = app._driver  # noqa: SLF001 - what stands for the terminal
    assert driver is not None
    for key in keys:
        if key == SEEN:
            await _until_taken(app)
        else:
            event = key_event(key)
            event.set_sender(app)
            driver.send_message(event)
    await _until_taken(app)


async def _until_taken(app: TerminalApp) -> None:
    await wait_for_idle(0)
    for _ in range(MOST_ROUNDS):
        await wait_for_idle(0)
        if app.turns._begun is None or not app.is_running:  # noqa: SLF001 - none but tests ask
            return
