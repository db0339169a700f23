"""The device, where Python lacks the short way to a digest."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from habits.store.device import device_of

if TYPE_CHECKING:
    import pytest

    from habits.store.home import Home


def test_it_is_the_same_device(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before = device_of(home)
    monkeypatch.setitem(sys.modules, "_sha256", None)
    assert device_of(home) == before
