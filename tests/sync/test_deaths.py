"""A machine dies at any step of a syncing, and the next one goes on as if it had not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest  # noqa: TC002 - looked at by pytest

from habits.sync.keys import new_keys
from habits.sync.syncing import forget
from tests.sync.faults import Fault, befallen
from tests.sync.machines import Machine, machines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEATHS: Final = [Fault(step, is_after=after) for step in range(9) for after in (False, True)]


def deaths(*machines: Machine) -> Iterator[tuple[int, Fault]]:
    """Yield each death with its number, and see after it that the machines come together."""
    for number, fault in enumerate(DEATHS, start=10):
        yield number, fault
        for machine in (*machines, *machines):
            machine.sync()
        assert machines[0].seen() == machines[-1].seen()
        assert f"entries {number}" in str(machines[-1].seen())


def test_whoever_sends_may_die(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    for number, fault in deaths(ada, bob):
        ada.put(number, what=f"entries {number}")
        with befallen(fault):
            ada.sync()


def test_whoever_takes_in_may_die(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    for number, fault in deaths(ada, bob):
        ada.put(number, what=f"entries {number}")
        ada.sync()
        with befallen(fault):
            bob.sync()


def test_whoever_packs_may_die_and_the_remote_never_holds_less(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habits.sync.exchange.MOST_SEGMENTS", 0)
    ada, bob = machines(tmp_path, "ada", "bob")
    for number, fault in deaths(ada, bob):
        before = ada.seen()
        ada.put(number, what=f"entries {number}")
        with befallen(fault):
            ada.sync()
        cyd = Machine(tmp_path / f"{number}", f"cyd{number}", ada.transport)
        cyd.begin()
        assert cyd.seen().items() >= before.items()


def test_whoever_takes_a_new_key_may_die(tmp_path: Path) -> None:
    ada, bob = machines(tmp_path, "ada", "bob")
    for number, fault in deaths(ada, bob):
        ada.put(number, what=f"entries {number}")
        ada.keys = new_keys().followed_by(ada.keys)
        with befallen(fault):
            ada.sync()
        bob.keys = ada.keys


def test_whoever_forgets_a_machine_may_die(tmp_path: Path) -> None:
    ada, cyd, bob = machines(tmp_path, "ada", "cyd", "bob")
    for number, fault in deaths(ada, cyd, bob):
        bob.put(number, what=f"entries {number}")
        bob.sync()
        with befallen(fault):
            forget(ada.here, "bob")
        assert cyd.sync().lost == ()
