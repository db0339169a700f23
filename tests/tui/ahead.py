"""Keys of one press, which arrive at once: as those of somebody who does not wait for the screen.

Textual's own pilot waits 40 ms after each key; here it waits after the last one. What a key opens
gets those behind it, as the app promises to all who type ahead. Where a test wants to see what
stands between two keys, it presses twice.
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

MOST_ROUNDS: Final = 200
"""How often it is looked whether all keys were taken, before it is the test that says what fails."""


def key_event(key: str) -> Key:
    """Return the event of a key, or of the character that it prints."""
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    try:
        printed = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        printed = key if len(key) == 1 else None
    return Key(key, printed)


async def press_ahead(app: TerminalApp, keys: Iterable[str]) -> None:
    """Let keys arrive at once, and wait until each of them was taken and the app is idle."""
    driver = app._driver  # noqa: SLF001 - what stands for the terminal
    assert driver is not None
    for key in keys:
        event = key_event(key)
        event.set_sender(app)
        driver.send_message(event)
    await wait_for_idle(0)
    for _ in range(MOST_ROUNDS):
        await wait_for_idle(0)
        if app.turns._begun is None:  # noqa: SLF001 - nobody else asks
            break
