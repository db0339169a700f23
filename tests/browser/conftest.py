"""All tests of this folder need a browser, and are marked so; without one they are skipped."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import NAME, Browser
from tests.browser.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
MISSING = pytest.mark.skipif(
    shutil.which(NAME) is None, reason=f"{NAME} is not installed (Debian's package {NAME})"
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(MISSING)


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on this machine that notes what is asked of it."""
    with Site() as made:
        yield made


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    """A browser that knows nothing yet, and reaches no other machine."""
    return Browser(tmp_path / "profile")
