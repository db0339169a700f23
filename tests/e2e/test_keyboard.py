"""What a keyboard, a paste or a broken wire sends is taken as it is meant, in a real terminal."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.e2e.terminal import terminal
from tests.e2e.test_first_light import rapport

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.e2e


def test_a_paste_goes_into_the_line_once_and_on_one_line(tmp_path: Path) -> None:
    with terminal(home=tmp_path) as app:
        app.skip_first_run()
        app.type("8")
        app.wait_for("thanks ›")
        app.type("\x1b[200~@maya the\r\non-call fix\x1b[201~\r")
        app.wait_for("Logged: Thanks · Maya (new) · the on-call fix · today")
    assert [entry["what"] for entry in rapport(tmp_path, "entries")] == ["the on-call fix"]


def test_an_escape_alone_leaves_the_line_and_one_of_an_arrow_does_not(tmp_path: Path) -> None:
    with terminal(home=tmp_path) as app:
        app.skip_first_run()
        app.type("8ab\x1b[Dc")
        app.wait_for("thanks › acb")
        app.type("\x1b")
        app.wait_for("1-8 log")
        app.type("8")
        app.wait_for("thanks › acb")


@pytest.mark.parametrize("seed", range(3))
def test_any_bytes_are_survived(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - noise
    with terminal(home=tmp_path) as app:
        app.skip_first_run()
        for _ in range(20):
            # Not ctrl+q, ctrl+c, ctrl+z nor q: these end the app, as they should.
            noise = bytes(
                byte for byte in chance.randbytes(40) if byte not in b"\x11\x03\x1a\x1c\x13q"
            )
            app.send(noise)
            app.settle(0.05)
        for end in (b"\x1b[201~", b"\x1b", b"\x1b"):
            app.send(end)
            app.settle(0.3)
        app.type("q")
        app.wait_for_end()
        assert app.exit_code == 0


def test_a_terminal_that_goes_away_ends_the_app(tmp_path: Path) -> None:
    with terminal(home=tmp_path) as app:
        app.skip_first_run()
        app.hang_up()
        assert app.has_ended()
    assert len(rapport(tmp_path, "today")["practices"]) == 8
