"""What the app shows is with the terminal at once, and a terminal that is gone is no trouble."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from tui.driver import PatientDriver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOWrapper


@pytest.fixture
def pipe() -> Iterator[tuple[int, TextIOWrapper]]:
    """Return what a terminal would read from, and what the app writes to."""
    reading, writing = os.pipe()
    file = os.fdopen(writing, "w", encoding="utf-8")
    yield reading, file
    file.close()


def driver_for(file: TextIOWrapper | None) -> PatientDriver:
    """Return a driver that writes to a file."""
    app: App[None] = App()
    driver = PatientDriver(app)
    driver._file = file  # noqa: SLF001 - it is the process's own terminal otherwise
    return driver


async def test_a_frame_is_with_the_terminal_when_it_was_written(
    pipe: tuple[int, TextIOWrapper],
) -> None:
    reading, file = pipe
    os.set_blocking(reading, False)
    driver = driver_for(file)
    for frame in ("▸ Thanks", "\x1b[2J" + "■" * 1000):
        driver.write(frame)
        assert os.read(reading, 1 << 16).decode() == frame
    os.close(reading)


async def test_a_terminal_that_is_gone_is_written_to_in_vain(
    pipe: tuple[int, TextIOWrapper],
) -> None:
    reading, file = pipe
    os.close(reading)
    with pytest.raises(BrokenPipeError):
        os.write(file.fileno(), b"x")
    driver = driver_for(file)
    driver.write("▸ Thanks")
    driver.write("▸ Thanks")
    assert driver._app.return_code is None  # noqa: SLF001 - a driver tells of its app to nobody
    # What is left in the file is let go with it.
    with suppress(OSError):
        file.close()


async def test_without_a_terminal_nothing_is_written(capfd: pytest.CaptureFixture[str]) -> None:
    driver_for(None).write("▸ Thanks")
    assert capfd.readouterr() == ("", "")
