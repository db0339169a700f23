"""A sitting: one page in a browser, and the app that runs for it in a process of its own."""

from __future__ import annotations

import json
from asyncio import CancelledError
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, cast

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Mapping

_HEARTBEAT: Final = 15.0
"""Seconds after which a browser is asked whether it is still there."""

_LARGEST: Final = 1000
"""A terminal with more lines or columns than that is none."""


class _App(AppService):
    """The app of one page, which is closed however the app ends."""

    async def run(self) -> None:
        """Hand on what the app writes until it has ended."""
        # An app that ends at once cancels what was to read its errors, and with it who awaits that.
        with suppress(CancelledError):
            await super().run()
        await cast("Process", self._process).wait()
        await self.remote_close()


async def sit(
    request: web.Request, command: str, closing: set[web.WebSocketResponse]
) -> web.WebSocketResponse:
    """Run the app for a page until one of both ends.

    Args:
        request: What the page asks for.
        command: The command of the app, for a shell.
        closing: Gets the connection as long as it is open.
    """
    socket = web.WebSocketResponse(heartbeat=_HEARTBEAT)
    await socket.prepare(request)

    async def write(content: bytes) -> None:
        # The app is read to its end also when nobody sees it: else it would wait to be read.
        with suppress(ConnectionError):
            await socket.send_bytes(content)

    async def close() -> None:
        await socket.close()

    app = _App(
        command,
        write_bytes=write,
        write_str=socket.send_str,
        close=close,
        download_manager=DownloadManager(),
    )
    closing.add(socket)
    try:
        await app.start(*_size(request.query, 80, 24))
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                await _take(app, message.data)
    finally:
        closing.discard(socket)
        await app.stop()
    return socket


async def _take(app: AppService, message: str) -> None:
    """Hand on what a page tells; what is no such message is left out."""
    match _read(message):
        case ["stdin", str(typed)]:
            await app.send_bytes(typed.encode(errors="replace"))
        case ["resize", dict(size)]:
            await app.set_terminal_size(*_size(size, 80, 24))
        case ["focus"]:
            await app.focus()
        case ["blur"]:
            await app.blur()


def _read(message: str) -> object:
    try:
        return json.loads(message)
    except (ValueError, RecursionError):
        return None


def _size(said: Mapping[str, Any], width: int, height: int) -> tuple[int, int]:
    """Return the width and the height that were said, or what is usual for what makes no sense."""
    return _cells(said.get("width"), width), _cells(said.get("height"), height)


def _cells(said: object, usual: int) -> int:
    text = str(said)
    is_number = text.isascii() and text.isdecimal() and len(text) <= len(str(_LARGEST))
    return int(text) if is_number and 0 < int(text) <= _LARGEST else usual
