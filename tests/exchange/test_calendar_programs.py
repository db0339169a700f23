"""Another calendar program takes in what is exported, and shows it on the days that are meant."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

import pytest

from tests.cli.program import run_program

if TYPE_CHECKING:
    from pathlib import Path

    from habits.store.home import Home

KHAL: Final = "khal"
SETTINGS: Final = """
[calendars]
[[work]]
path = {folder}
type = calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""

pytestmark = pytest.mark.skipif(
    shutil.which(KHAL) is None, reason=f"{KHAL} is not installed (Debian's package {KHAL})"
)


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    """The calendar program, which has no event yet."""
    return Khal(tmp_path / "khal")


class Khal:
    """The calendar program khal.

    Args:
        folder: Where it keeps everything.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        (folder / "work").mkdir(parents=True)
        self._config = folder / "config"
        self._config.write_text(SETTINGS.format(folder=folder / "work"), encoding="utf-8")

    def take_in(self, path: Path) -> None:
        """Take in a calendar."""
        self._run("import", "--batch", "-a", "work", str(path))

    def days(self, first: str, span: str) -> list[str]:
        """Return what is on some days, each with its day."""
        shape = ("--format", "{start-date} {title}", "--day-format", "")
        return [line for line in self._run("list", *shape, first, span).splitlines() if line]

    def _run(self, *words: str) -> str:
        home = {name: str(self._folder) for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
        done = subprocess.run(  # noqa: S603 - our own words
            [KHAL, "-c", str(self._config), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            env={**os.environ, **home, "LC_ALL": "C.UTF-8"},
        )
        assert b"WARNING" not in done.stderr
        return done.stdout.decode()


def exported(home: Home, path: Path) -> Path:
    """Return the file that a home's calendar was written into."""
    assert run_program(home.path, "export", "ics", str(path), "--force").code == 0
    return path


def test_it_shows_promises_and_follow_ups_on_their_days(
    home: Home, tmp_path: Path, khal: Khal
) -> None:
    for words in (
        ("log", "vision", "told the story"),
        ("habit", "add", "growth", "a, b; c", "--every", "30th of the month", "--from", "monday"),
        ("follow", "add", "ask Dev", "--in", "3d"),
        ("pause", "2026-12-04", "2026-12-13", "--practice", "vision"),
    ):
        run_program(home.path, *words)
    khal.take_in(exported(home, tmp_path / "rapport.ics"))
    found = khal.days("2026-11-22", "100d")
    vision = [line.partition(" ")[0] for line in found if "Vision: " in line]
    assert vision[:4] == ["2026-11-29", "2026-12-03", "2026-12-20", "2026-12-27"]
    growth = [line for line in found if "a, b; c" in line]
    assert growth == [
        "2026-11-30 Growth: a, b; c",
        "2026-12-30 Growth: a, b; c",
        "2027-01-30 Growth: a, b; c",
        "2027-02-28 Growth: a, b; c",
    ]
    assert "2026-11-25 Follow up: ask Dev" in found


def test_taken_in_twice_it_has_each_event_once_and_where_it_is_now(
    home: Home, tmp_path: Path, khal: Khal
) -> None:
    run_program(home.path, "follow", "add", "ask Dev", "--in", "3d")
    khal.take_in(exported(home, tmp_path / "rapport.ics"))
    run_program(home.path, "follow", "move", "ask Dev", "2026-11-27")
    khal.take_in(exported(home, tmp_path / "rapport.ics"))
    found = khal.days("2026-11-22", "9d")
    assert [line for line in found if "ask Dev" in line] == ["2026-11-27 Follow up: ask Dev"]
