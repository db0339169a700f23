"""Whatever happens, a user meets one line at most and an exit code, never a traceback."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from subprocess import PIPE, Popen
from typing import IO, TYPE_CHECKING, Any

import pytest

from habits import service
from tests.cli.program import NOW, PROGRAM, run_program

if TYPE_CHECKING:
    from habits.store.home import Home
    from tests.cli.program import Run

UNFORESEEN = (
    "Something unforeseen went wrong (ZeroDivisionError). What was logged before is safe. "
    "RAPPORT_DEBUG=1 shows the details."
)
WITH_A_FAULT = """
import sys
from habits import service
service.today = lambda _: 1 // 0
from tui.__main__ import main
sys.exit(main())
"""


def started(home: Home, *words: str, output: IO[str] | int = PIPE) -> Popen[str]:
    """Start the program on a home."""
    environment = {**os.environ, "RAPPORT_HOME": str(home.path), "RAPPORT_NOW": NOW}
    return Popen(  # noqa: S603 - our own words
        [PROGRAM, *words], env=environment, stdout=output, stderr=PIPE, text=True
    )


def fail(*_: Any) -> None:  # noqa: ANN401 - whatever it is called with
    raise ZeroDivisionError


def stop(*_: Any) -> None:  # noqa: ANN401 - as above
    raise KeyboardInterrupt


def test_what_was_not_foreseen_is_one_line(rapport: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "today", fail)
    done = rapport("today")
    assert (done.code, done.refusal) == (1, UNFORESEEN)


def test_what_was_not_foreseen_is_let_through_where_details_are_asked_for(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "today", fail)
    monkeypatch.setenv("RAPPORT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        rapport("today")


@pytest.mark.parametrize("debug", ["", "1"])
def test_a_real_process_shows_details_only_where_they_are_asked_for(home: Home, debug: str) -> None:
    program = [sys.executable, "-c", WITH_A_FAULT]
    done = run_program(home.path, "today", program=program, RAPPORT_DEBUG=debug)

    assert (done.code, done.out) == (1, "")
    assert ("Traceback" in done.err) == bool(debug)
    assert done.err.splitlines()[-1].startswith("ZeroDivisionError" if debug else "rapport: ")
    assert debug or done.refusal == UNFORESEEN


def test_a_trouble_that_was_foreseen_shows_no_details_even_then(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAPPORT_DEBUG", "1")
    assert rapport("undo").refusal == "There is nothing to undo."


def test_ctrl_c_ends_a_command_without_a_word(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "today", stop)
    done = rapport("today")
    assert (done.code, done.out, done.err) == (130, "", "")


def test_ctrl_c_ends_a_real_process_without_a_word(home: Home) -> None:
    home.make()
    os.mkfifo(home.data)
    # Opening it takes until the program opens it to read, and then waits for what is in it.
    with started(home, "today") as process, home.data.open("wb"):
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(60) == 130
        finally:
            process.kill()
        assert process.communicate() == ("", "")


@pytest.mark.parametrize("command", ["today", "today --json", "log thanks x", "entries --json"])
def test_a_reader_that_has_seen_enough_is_no_trouble(home: Home, command: str) -> None:
    with started(home, *command.split()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_what_is_still_to_be_written_when_the_reader_is_gone_is_dropped(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w", encoding="utf-8") as output:
        monkeypatch.setattr(sys, "stdout", output)
        done = rapport("today")
        output.write("the last words of the interpreter")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("closed", [">&-", "<&- >&-", "<&- >&- 2>&-"])
def test_what_is_done_with_a_closed_output_is_done_without_a_word(home: Home, closed: str) -> None:
    shell = ["/bin/sh", "-c", f'exec "$0" log thanks told {closed}']
    done = run_program(home.path, program=[*shell, str(PROGRAM)])

    assert (done.code, done.out, done.err) == (0, "", "")
    assert [each["what"] for each in run_program(home.path, "entries", "--json").json] == ["told"]


def test_streams_that_are_closed_are_opened_where_nothing_comes_of_them(
    rapport: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # So Python has them where the shell has closed them.
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert rapport("log", "thanks", "told").code == 0
    assert sys.stdin.read() == ""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("command", ["today", "export json", "log --help", "--version"])
def test_an_output_that_is_full_is_one_line(home: Home, command: str) -> None:
    words = command.split()
    with Path("/dev/full").open("w") as full, started(home, *words, output=full) as process:
        _, told = process.communicate()
    assert process.returncode == 1
    assert told == (
        "rapport: The output cannot be written: No space left on device. What was done before is "
        "done.\n"
    )


def test_without_a_terminal_the_app_is_refused_and_no_home_is_made(home: Home) -> None:
    done = run_program(home.path)
    assert done.code == 1
    assert done.refusal == (
        "There is no terminal to open the app in. Try 'rapport today' or 'rapport log'."
    )
    assert not home.path.exists()


def test_the_program_can_be_run_as_a_module(home: Home) -> None:
    done = run_program(home.path, "log", "thanks", "x", program=[sys.executable, "-m", "tui"])
    assert done.lines[0] == "Thanks · x · today"
