"""A platform's folders are those that platformdirs tells."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from habits import folders
from habits.folders import folder_of


@pytest.mark.parametrize("is_linux", [True, False])
@pytest.mark.parametrize("named", [None, "", "  ", "/somewhere/else"])
def test_they_are_those_of_the_platform(
    monkeypatch: pytest.MonkeyPatch, named: str | None, *, is_linux: bool
) -> None:
    monkeypatch.setattr(folders, "_IS_LINUX", is_linux and os.uname().sysname == "Linux")
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
        if named is not None:
            monkeypatch.setenv(name, named)

    assert folder_of("data") == Path(platformdirs.user_data_path("rapport", appauthor=False))
    assert folder_of("state") == Path(platformdirs.user_state_path("rapport", appauthor=False))
