"""Chromium without a screen, as a reader of pages."""

from __future__ import annotations

import struct
import subprocess
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "chromium"
_SIGNATURE: Final = 8
OPTIONS: Final = (
    "--headless",
    # Whoever runs tests as root has no sandbox; all that is opened here is our own.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


class Browser:
    """A browser.

    Args:
        profile: The folder of all that it keeps.
    """

    def __init__(self, profile: Path) -> None:
        self._profile = profile

    def read(self, address: str) -> str:
        """Return what a page has become after it was loaded, and all that it runs has run."""
        return self._run("--dump-dom", address)

    def picture(self, address: str) -> set[bytes]:
        """Return the different lines of a picture of a page, 800 pixels wide."""
        path = self._profile.with_name("page.png")
        self._run(f"--screenshot={path}", "--window-size=800,600", address)
        return lines_of(path.read_bytes())

    def _run(self, *words: str) -> str:
        command = [NAME, *OPTIONS, f"--user-data-dir={self._profile}", *words]
        done = subprocess.run(  # noqa: S603 - our own words
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
            timeout=120,
        )
        return done.stdout.decode()


def lines_of(png: bytes) -> set[bytes]:
    """Return the different lines of a picture, as the file has them."""
    at, packed, width = _SIGNATURE, b"", 0
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        content = png[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width = struct.unpack(">I", content[:4])[0] * (4 if content[9] == 6 else 3)
        packed += content if kind == b"IDAT" else b""
        at += length + 12
    pixels = zlib.decompress(packed)
    return {pixels[line : line + width + 1] for line in range(0, len(pixels), width + 1)}
