"""A tab of a browser without a screen, driven as its own developer tools do."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import aiohttp
import pyte

from tests.browser.chromium import NAME, OPTIONS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

Told: TypeAlias = dict[str, Any]
PATIENCE: Final = 20.0
"""Seconds after which something that should be there is given up."""

_LISTENS: Final = re.compile(rb"listening on ws://([\d.:]+)/")
_KEYS: Final = {"Enter": ("\r", 13), "Escape": ("", 27)}
_BINARY: Final = 2


class Tab:
    """A tab in which a terminal is shown.

    Attributes:
        asked: The addresses of all that its page asked for.
    """

    def __init__(self, tools: aiohttp.ClientWebSocketResponse) -> None:
        self._tools = tools
        self._numbers = count(1)
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.asked: list[str] = []

    @property
    def lines(self) -> list[str]:
        """What the terminal shows, as it was told to it."""
        return [line.rstrip() for line in self._screen.display]

    def forget(self) -> None:
        """Forget what the terminal shows."""
        self._screen.reset()

    async def open(self, address: str) -> None:
        """Go to an address."""
        await self._call("Network.enable")
        await self._call("Page.enable")
        await self._call("Page.navigate", url=address)

    async def type(self, text: str) -> None:
        """Press the keys of a text, one after another."""
        for character in text:
            await self._press(text=character, key=character)

    async def press(self, name: str) -> None:
        """Press a key that has a name."""
        text, code = _KEYS[name]
        words = {"text": text} if text else {}
        await self._press(key=name, code=name, windowsVirtualKeyCode=code, **words)

    async def until(self, words: str) -> None:
        """Wait until the terminal shows something."""
        async with asyncio.timeout(PATIENCE):
            while words not in "\n".join(self.lines):
                self._note(await self._tools.receive_json())

    async def run(self, script: str) -> object:
        """Return what a script in the page comes to, once that is there."""
        told = await self._call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        return told["result"].get("value")

    async def picture(self) -> bytes:
        """Return a picture of the page."""
        return base64.b64decode((await self._call("Page.captureScreenshot"))["data"])

    async def _press(self, **words: object) -> None:
        await self._call("Input.dispatchKeyEvent", type="keyDown", **words)
        words.pop("text", None)
        await self._call("Input.dispatchKeyEvent", type="keyUp", **words)

    async def _call(self, method: str, **words: object) -> Told:
        number = next(self._numbers)
        await self._tools.send_json({"id": number, "method": method, "params": words})
        async with asyncio.timeout(PATIENCE):
            while (told := await self._tools.receive_json()).get("id") != number:
                self._note(told)
        assert "error" not in told, told
        result: Told = told["result"]
        return result

    def _note(self, told: Told) -> None:
        match told.get("method"):
            case "Network.requestWillBeSent":
                self.asked.append(told["params"]["request"]["url"])
            case "Network.webSocketFrameSent":
                self._resize(told["params"]["response"]["payloadData"])
            case "Network.webSocketFrameReceived":
                frame = told["params"]["response"]
                if frame["opcode"] == _BINARY:
                    self._stream.feed(base64.b64decode(frame["payloadData"]))

    def _resize(self, sent: str) -> None:
        match json.loads(sent):
            case ["resize", {"width": width, "height": height}]:
                self._screen.resize(height, width)


@asynccontextmanager
async def new_tab(profile: Path) -> AsyncIterator[Tab]:
    """Open a browser with one tab, and close it afterwards."""
    browser = await asyncio.create_subprocess_exec(
        NAME,
        *OPTIONS,
        f"--user-data-dir={profile}",
        "--remote-debugging-port=0",
        "--window-size=1000,640",
        "about:blank",
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://{await _address(browser)}/json/list") as pages,
        ):
            tools = next(page for page in await pages.json() if page["type"] == "page")
            async with session.ws_connect(tools["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Tab(socket)
    finally:
        browser.terminate()
        await browser.communicate()


async def _address(browser: asyncio.subprocess.Process) -> str:
    assert browser.stderr is not None
    async with asyncio.timeout(PATIENCE):
        while not (found := _LISTENS.search(await browser.stderr.readline())):
            pass
    return found[1].decode()
