"""`rapport serve` shows the app in a browser: what is typed there is logged, and nothing leaks."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from tests.browser.chromium import lines_of
from tests.browser.tab import PATIENCE, new_tab
from tests.cli.program import NOW, PROGRAM, run_program

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from habits.store.home import Home
    from tests.browser.site import Site


@asynccontextmanager
async def served(home: Home) -> AsyncIterator[str]:
    """Serve a home, and return the address."""
    server = await asyncio.create_subprocess_exec(
        str(PROGRAM),
        "serve",
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "RAPPORT_HOME": str(home.path), "RAPPORT_NOW": NOW},
    )
    assert server.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            address = await server.stdout.readline()
        yield address.decode().strip()
    finally:
        server.terminate()
        async with asyncio.timeout(PATIENCE):
            await server.communicate()
    assert server.returncode == 0


async def test_an_entry_is_logged_by_keyboard_and_its_streak_is_seen(
    home: Home, tmp_path: Path
) -> None:
    run_program(home.path, "log", "vision", "told the story (2026-11-10)")
    async with served(home) as address, new_tab(tmp_path / "profile") as tab:
        await tab.open(address)
        await tab.until("told the story")
        assert "1 Vision                  ■·    1 week     due today" in tab.lines[2]
        await tab.type("1tied the work to the star")
        await tab.press("Enter")
        await tab.until("Logged: Vision")
        await tab.until("1 Vision                  ■■    2 weeks    done · next by Sun 29")
        assert len(lines_of(await tab.picture())) > 50
    assert run_program(home.path, "entries").lines[-1].endswith("tied the work to the star")


async def test_the_page_asks_for_nothing_but_itself_and_could_not(
    home: Home, tmp_path: Path, site: Site
) -> None:
    ask = f"fetch('{site.address}', {{mode: 'no-cors'}}).then(() => 'reached', () => 'kept in')"
    async with served(home) as address, new_tab(tmp_path / "profile") as tab:
        assert await tab.run(ask) == "reached"
        await tab.open(address)
        await tab.until("rapport")
        assert await tab.run(ask) == "kept in"
    assert len(site.asked) == 1
    assert [each for each in tab.asked if not each.startswith((address, "data:"))] == []


async def test_when_the_app_is_left_the_page_says_so_and_opens_it_again(
    home: Home, tmp_path: Path
) -> None:
    run_program(home.path, "log", "vision")
    async with served(home) as address, new_tab(tmp_path / "profile") as tab:
        await tab.open(address)
        await tab.until("1 Vision")
        await tab.type("q")
        ended = "getComputedStyle(document.querySelector('#ended')).display"
        await tab.run(
            "new Promise(done => { const look = () => "
            f"{ended} === 'block' ? done() : requestAnimationFrame(look); look(); }})"
        )
        tab.forget()
        await tab.run("document.querySelector('#ended a').click()")
        await tab.until("1 Vision")
