"""The site that shows the app in a browser lets nobody in but who has its address."""

from __future__ import annotations

import asyncio
import json
import logging
import shlex
import signal
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import pytest
from aiohttp import ClientSession, WSMsgType, WSServerHandshakeError, web

from habits.cli.command_line import take_apart
from habits.errors import RefusedError, UsageError
from tests.cli.program import PROGRAM, run_program
from tui.browser.serve import serve
from tui.browser.site import site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from habits.store.home import Home

TOKEN: Final = "a-token"  # noqa: S105 - it opens nothing but what a test has opened
PATIENCE: Final = 20.0
"""Seconds after which something that should come is given up."""

ECHO: Final = """
import os, sys
cells = os.environ["COLUMNS"], os.environ["ROWS"]
def tell(kind, content):
    sys.stdout.buffer.write(kind + len(content).to_bytes(4, "big") + content)
    sys.stdout.flush()
print("__GANGLION__", flush=True)
tell(b"D", f"cells {cells}".encode())
while head := sys.stdin.buffer.read(5):
    content = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
    tell(b"D", head[:1] + content)
    if b'"quit"' in content:
        tell(b"M", b'{"type": "exit"}')
        break
"""
"""An app that says how large it is, and then what it is told."""


class Served:
    """The site, as a browser reaches it.

    Args:
        session: Asks for it.
        port: Where it is.
    """

    def __init__(self, session: ClientSession, port: int) -> None:
        self.session = session
        self.host = f"127.0.0.1:{port}"
        self.port = port

    def at(self, path: str, scheme: str = "http") -> str:
        """Return an address of it."""
        return f"{scheme}://{self.host}{path}"

    async def status(self, path: str, **headers: str) -> int:
        """Return what it answers with."""
        async with self.session.get(self.at(path), headers=headers) as answer:
            return answer.status


@asynccontextmanager
async def open_site(command: str) -> AsyncIterator[Served]:
    """Open the site with some app."""
    sock = socket.create_server(("127.0.0.1", 0))
    port = sock.getsockname()[1]
    runner = web.AppRunner(site(command, port, TOKEN))
    await runner.setup()
    await web.SockSite(runner, sock).start()
    try:
        async with ClientSession() as session:
            yield Served(session, port)
    finally:
        await runner.cleanup()


def app(script: str, *words: str) -> str:
    """Return the command of an app."""
    return shlex.join([sys.executable, "-c", script, *words])


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("//", {}),
        ("/ws", {}),
        ("/static/js/textual.js", {}),
        ("/another-token/", {}),
        (f"/{TOKEN}x/", {}),
        (f"/{TOKEN[:-1]}/", {}),
        (f"/x/{TOKEN}/", {}),
        ("/\u00fc/", {}),
        (f"/{TOKEN}/", {"Host": "rapport.example"}),
        (f"/{TOKEN}/", {"Host": "127.0.0.1"}),
        (f"/{TOKEN}/", {"Host": "127.0.0.1:1"}),
        (f"/{TOKEN}/", {"Origin": "http://rapport.example"}),
        (f"/{TOKEN}/", {"Origin": "null"}),
    ],
)
async def test_what_asks_for_anything_else_or_from_elsewhere_is_refused(
    path: str, headers: dict[str, str]
) -> None:
    async with open_site(app(ECHO)) as served:
        assert await served.status(path, **headers) == 403


async def test_who_has_the_address_gets_the_page_and_what_it_needs() -> None:
    async with open_site(app(ECHO)) as served:
        host = f"localhost:{served.port}"
        assert await served.status(f"/{TOKEN}/", Host=host, Origin=f"http://{host}") == 200
        async with served.session.get(served.at(f"/{TOKEN}/")) as answer:
            text = await answer.text()
            assert f'"ws://{served.host}/{TOKEN}/ws"' in text
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
        for path in ("static/js/textual.js", "static/css/xterm.css", "page.js"):
            assert path in text
            assert await served.status(f"/{TOKEN}/{path}") == 200
        assert await served.status(f"/{TOKEN}/static/") == 403
        assert await served.status(f"/{TOKEN}/else") == 404


async def test_at_the_port_that_addresses_leave_out_they_leave_it_out() -> None:
    usual = web.AppRunner(site(app(ECHO), 80, TOKEN))
    await usual.setup()
    sock = socket.create_server(("127.0.0.1", 0))
    await web.SockSite(usual, sock).start()
    try:
        async with ClientSession() as session:
            served = Served(session, sock.getsockname()[1])
            assert await served.status(f"/{TOKEN}/", Host="localhost") == 200
            assert await served.status(f"/{TOKEN}/") == 403
    finally:
        await usual.cleanup()


@pytest.mark.parametrize(
    ("path", "headers"),
    [("/ws", {}), ("/x/ws", {}), (f"/{TOKEN}/ws", {"Origin": "http://rapport.example"})],
)
async def test_nothing_is_started_for_whom_is_refused(
    tmp_path: Path, path: str, headers: dict[str, str]
) -> None:
    started = tmp_path / "started"
    async with open_site(shlex.join(["touch", str(started)])) as served:
        with pytest.raises(WSServerHandshakeError, match="403"):
            await served.session.ws_connect(served.at(path, "ws"), headers=headers)
        assert not started.exists()
        async with served.session.ws_connect(served.at(f"/{TOKEN}/ws", "ws")) as page:
            await page.receive(PATIENCE)
    assert started.exists()


@pytest.mark.parametrize(
    ("query", "cells"),
    [
        ("?width=100&height=30", "('100', '30')"),
        ("", "('80', '24')"),
        ("?width=0&height=1e9", "('80', '24')"),
        ("?width=99999&height=-5", "('80', '24')"),
        ("?width=\u0663&height=x", "('80', '24')"),
    ],
)
async def test_the_app_is_as_large_as_the_page_says(query: str, cells: str) -> None:
    async with (
        open_site(app(ECHO)) as served,
        served.session.ws_connect(served.at(f"/{TOKEN}/ws{query}", "ws")) as page,
    ):
        assert await page.receive_bytes(timeout=PATIENCE) == f"cells {cells}".encode()


async def test_the_app_is_told_what_is_typed_and_nothing_that_makes_no_sense() -> None:
    async with (
        open_site(app(ECHO)) as served,
        served.session.ws_connect(served.at(f"/{TOKEN}/ws", "ws")) as page,
    ):
        await page.receive_bytes(timeout=PATIENCE)
        for nonsense in (
            "",
            "x",
            "[]",
            '["stdin"]',
            '["stdin", 3]',
            "3",
            '["resize", "x"]',
            "[[]]",
            "[" * 100_000,
        ):
            await page.send_str(nonsense)
        await page.send_bytes(b"x")
        told: list[Any] = [
            ["stdin", "\u00e4\ud800"],
            ["resize", {"width": 100, "height": "x"}],
            ["focus"],
            ["blur"],
            ["ping", "1"],
            ["stdin", "end"],
        ]
        for each in told:
            await page.send_str(json.dumps(each))
        heard = [await page.receive_bytes(timeout=PATIENCE) for _ in range(5)]
    assert heard == [
        "D\u00e4?".encode(),
        b'M{"type": "resize", "width": 100, "height": 24}',
        b'M{"type": "focus"}',
        b'M{"type": "blur"}',
        b"Dend",
    ]


async def test_a_page_is_closed_when_its_app_ends_however_that_is() -> None:
    async with (
        open_site(app("import sys; sys.exit('rapport: no home')")) as served,
        served.session.ws_connect(served.at(f"/{TOKEN}/ws", "ws")) as page,
    ):
        assert (await page.receive(PATIENCE)).type == WSMsgType.CLOSE


async def test_the_app_ends_when_its_page_is_closed(tmp_path: Path) -> None:
    ended = tmp_path / "ended"
    script = f"{ECHO}\nimport pathlib\npathlib.Path(sys.argv[1]).touch()"
    async with (
        open_site(app(script, str(ended))) as served,
        served.session.ws_connect(served.at(f"/{TOKEN}/ws", "ws")) as page,
    ):
        await page.receive_bytes(timeout=PATIENCE)
    assert ended.exists()


async def test_pages_that_are_open_at_the_end_are_closed(tmp_path: Path) -> None:
    ended = tmp_path / "ended"
    script = f"{ECHO}\nimport pathlib\npathlib.Path(sys.argv[1]).touch()"
    async with ClientSession() as session:
        async with open_site(app(script, str(ended))) as served:
            page = await session.ws_connect(served.at(f"/{TOKEN}/ws", "ws"))
            await page.receive_bytes(timeout=PATIENCE)
            closing = asyncio.create_task(page.receive(PATIENCE))
            await asyncio.sleep(0)
        assert (await closing).type == WSMsgType.CLOSE
    assert ended.exists()


async def test_the_app_itself_needs_no_terminal_there(home: Home) -> None:
    run_program(home.path, "log", "vision", "told the story")
    command = shlex.join([sys.executable, "-P", "-m", "tui", "--home", str(home.path)])
    async with (
        open_site(command) as served,
        served.session.ws_connect(served.at(f"/{TOKEN}/ws?width=120", "ws")) as page,
        asyncio.timeout(PATIENCE),
    ):
        shown = b""
        while b"told the story" not in shown:
            shown += await page.receive_bytes()


class Running:
    """What would run: the command, the port and the host that the site was opened with."""

    def __init__(self) -> None:
        self.command = self.token = self.host = ""
        self.port = 0

    def site(self, command: str, port: int, token: str) -> None:
        """Note what the site is made of."""
        self.command, self.port, self.token = command, port, token

    def run_app(self, _site: None, *, sock: socket.socket, **more: object) -> None:
        """Note where it listens, say so, and end at once."""
        self.host, _port = sock.getsockname()
        assert callable(more["print"])
        more["print"]("")


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> Running:
    """Nothing runs, but it is noted what would."""
    made = Running()
    monkeypatch.setattr("tui.browser.site.site", made.site)
    monkeypatch.setattr(web, "run_app", made.run_app)
    return made


def test_it_prints_an_address_that_nobody_can_guess_and_listens_on_this_machine_only(
    running: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    serve(take_apart(["serve"]))
    first = running.token
    printed = capsys.readouterr()
    assert printed.out == f"http://127.0.0.1:{running.port}/{first}/\n"
    assert "Whoever has it" in printed.err
    assert running.host == "127.0.0.1"
    serve(take_apart(["serve"]))
    assert len(first) > 40
    assert running.token != first


@pytest.mark.parametrize(("debug", "handlers"), [("", 1), ("1", 0)])
def test_what_libraries_report_is_shown_only_to_who_wants_details(
    running: Running, monkeypatch: pytest.MonkeyPatch, debug: str, handlers: int
) -> None:
    monkeypatch.setenv("RAPPORT_DEBUG", debug)
    monkeypatch.setattr(logging.getLogger("aiohttp"), "handlers", [])
    serve(take_apart(["serve"]))
    assert running.command
    assert len(logging.getLogger("aiohttp").handlers) == handlers


def test_the_app_opens_on_the_home_and_at_the_time_that_are_named(running: Running) -> None:
    serve(take_apart(["serve", "--home", "my home; x", "--now", "2026-11-22T09:30"]))
    assert shlex.split(running.command)[-4:] == [
        *("--home", "my home; x"),
        *("--now", "2026-11-22T09:30"),
    ]


def test_what_is_wrong_with_the_words_is_told_before_anything_is_served(running: Running) -> None:
    for words, error in (
        (["--port", "65536"], RefusedError),
        (["--port", "-1"], RefusedError),
        (["--port", "x"], UsageError),
        (["--home", ""], RefusedError),
        (["--now", "soon"], RefusedError),
    ):
        with pytest.raises(error):
            serve(take_apart(["serve", *words]))
    assert running.command == ""


def test_a_port_that_is_taken_is_named(running: Running) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            RefusedError, match=f"Port {port} cannot be had: Address already in use"
        ):
            serve(take_apart(["serve", "--port", str(port)]))
    serve(take_apart(["serve", "--port", str(port)]))
    assert running.port == port


def test_without_the_packages_that_serve_it_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(RefusedError, match=r"pip install 'rapport-tui\[serve\]'"):
        serve(take_apart(["serve"]))


def test_ctrl_c_ends_it_without_a_word(home: Home) -> None:
    command = [str(PROGRAM), "serve", "--home", str(home.path)]
    with subprocess.Popen(  # noqa: S603 - our own words
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith("http://127.0.0.1:")
        server.send_signal(signal.SIGINT)
        _, said = server.communicate(timeout=PATIENCE)
    assert server.returncode == 0
    assert [line for line in said.splitlines() if not line.startswith("rapport: ")] == []
    assert not home.path.exists()
