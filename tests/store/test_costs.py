"""What an act costs the disk does not depend on what the home holds, and logs only grow."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habits.store import Op, Store
from habits.store.home import Home
from tests.store.strategies import few, ops

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CALLS = (
    "open", "write", "pread", "fsync", "fdatasync", "stat", "fstat", "listdir", "scandir",
    "replace", "rename", "unlink", "close",
)  # fmt: skip


def calls_of(act: Callable[[], object]) -> Counter[str]:
    """Return the calls to the system that an act makes, and the bytes it writes."""
    counted: Counter[str] = Counter()

    def counting(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def count(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - passed on
            counted[name] += 1
            if name == "write":
                counted["bytes"] += len(args[1])
            return call(*args, **kwargs)

        return count

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, counting(name, getattr(os, name)))
        act()
    return counted


def op(number: int) -> Op:
    """Return an act that is as long as any other."""
    return Op("entries", UUID(int=number), {"what": f"{number:06}"})


def cost_of_a_log(home: Home, records: int) -> Counter[str]:
    """Return what one log costs in a home of so many records."""
    store = Store(home, "ada")
    store.commit(lambda: [op(number) for number in range(1, records + 1)])
    store.commit(lambda: [op(500_000)])
    return calls_of(lambda: store.commit(lambda: [op(500_001)]))


def test_a_log_costs_as_much_in_a_large_home_as_in_a_new_one(tmp_path: Path) -> None:
    small, large = (cost_of_a_log(Home(tmp_path / str(n)), n) for n in (1, 3000))

    assert small == large
    assert small["fdatasync"] == small["write"] == 1


def logs(home: Home) -> dict[str, bytes]:
    """Return what the logs hold."""
    return {path.name: path.read_bytes() for path in home.ops.glob("*")}


@given(acts=st.lists(st.lists(ops, max_size=3), max_size=8), data=st.data())
@few
def test_whatever_is_done_logs_only_grow_and_by_whole_lines(
    acts: list[list[Op]], data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = Home(tmp_path_factory.mktemp("home"))

    before: dict[str, bytes] = {}
    for act in acts:
        store = Store(home, data.draw(st.sampled_from(["ada", "bob"])))
        store.commit(lambda act=act: act)  # type: ignore[misc]
        if data.draw(st.booleans()):
            store.undo(lambda commit: commit)
        if data.draw(st.booleans()):
            store.checkpoint()
        after = logs(home)
        for name, content in before.items():
            assert after[name].startswith(content)
        assert all(content.endswith(b"\n") for content in after.values())
        before = after
