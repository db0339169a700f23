"""The terminal's driver: Textual's own, without those of its faults that a user meets.

In Textual 8.2 a lone Escape is told from the begin of a sequence only after a tenth of a second,
one byte that is not UTF-8 ends the app, and a frame is written by a thread that has to wait for the
one that made it, the longer the busier the machine is. Where Textual reads its input in another way
these faults may be mended, and its own driver is used as it is.
"""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from typing import TYPE_CHECKING, Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.message import Message

_BYTES: Final = 1 << 12
_PATIENCE: Final = 0.1
"""Seconds after which it is looked whether the app has ended."""
_AFTER: Final = 0.002
"""Seconds by which a sequence that is not finished is waited for beyond its time."""


class PatientDriver(LinuxDriver):
    """A driver that reads any bytes, and takes an Escape for one as soon as it can be.

    What it reads and writes goes on at once: neither a key nor a frame has to wait for a thread.
    """

    def run_input_thread(self) -> None:
        """Read what is typed until the app has ended, or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        wait = _PATIENCE
        with DefaultSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(wait):
                    if not (content := self._read()):
                        self._app.call_later(self._app.exit)
                        return
                    for message in parser.feed(decode(content)):
                        self.process_message(message)
                    # Only what was just read can be the begin of something.
                    wait = constants.ESCAPE_DELAY + _AFTER
                else:
                    wait = _PATIENCE
                for message in parser.tick():
                    self.process_message(message)

    def send_message(self, message: Message) -> None:
        """Hand what was typed to the app, which needs no task of its own for that."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def write(self, data: str) -> None:
        """Write to the terminal; one that is gone is noticed where it is read."""
        if self._file is not None:
            with suppress(OSError):
                self._file.write(data)
                self._file.flush()

    def _read(self) -> bytes:
        """Return what was typed; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _BYTES)
        except OSError:
            return b""


def mended(driver: type[Driver]) -> type[Driver]:
    """Return the driver to use in a driver's place."""
    return PatientDriver if driver is LinuxDriver and has_faults(driver) else driver


def has_faults(driver: type[LinuxDriver]) -> bool:
    """Return whether a driver reads its input as Textual 8.2 does."""
    values = driver.run_input_thread.__code__.co_consts
    return _PATIENCE in values and "utf-8" in values
