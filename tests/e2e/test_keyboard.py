"""What a keyboard, a paste or a broken wire sends is taken as it is meant, in a real terminal."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run_program
from tests.e2e.terminal import ESC, terminal
from tests.e2e.test_first_light import rapport
from tests.e2e.test_leaving import require_given_back
from tests.tui.fuzz import SIZES, strokes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Terminal

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
    assert rapport(tmp_path, "entries") == []


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.faults) for seed in (1, 2))]
)
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


def type_all(app: Terminal, seed: int) -> None:
    """Type all that a seed comes to, in a terminal that changes its size, and leave."""
    for number, stroke in enumerate(strokes(seed), start=1):
        app.type(stroke)
        if number % 10 == 0:
            app.settle(0.03)
        if number % 50 == 0:
            app.resize(*SIZES[number // 50 % len(SIZES)])
    app.resize(80, 24)
    for _ in range(8):
        app.type(ESC)
        app.settle(0.1)
    app.type("q")


@pytest.mark.parametrize(
    "seed", [100, *(pytest.param(seed, marks=pytest.mark.faults) for seed in range(101, 105))]
)
def test_five_hundred_strokes_end_in_a_sound_home_and_a_terminal_as_it_was(
    tmp_path: Path, seed: int
) -> None:
    with terminal(home=tmp_path, size=(80, 24)) as app:
        app.wait_for("1 of 3")
        # The palette may be asked to leave, which is as good an end as the last one here.
        with suppress(OSError):
            type_all(app, seed)
        app.wait_for_end()
        assert app.exit_code == 0
    require_given_back(app.written)
    assert run_program(tmp_path, "doctor").lines == ["Everything is whole."]


def test_a_terminal_that_goes_away_ends_the_app(tmp_path: Path) -> None:
    with terminal(home=tmp_path) as app:
        app.skip_first_run()
        app.hang_up()
        assert app.has_ended()
    assert len(rapport(tmp_path, "today")["practices"]) == 8
