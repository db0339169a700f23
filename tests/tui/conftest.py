"""What the tests of the app stand on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from textual import _doc

from habits import service
from tests.tui.ahead import press_ahead
from tests.tui.logbooks import the_year
from tui.app import RapportApp
from tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from habits.service import Workspace

_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


class Snap(Protocol):
    """Compares the app's picture with the one that was looked at and accepted."""

    def __call__(
        self, app: RapportApp, press: Iterable[str] = (), size: tuple[int, int] = (80, 24)
    ) -> None:
        """Press some keys and compare."""


@pytest.fixture(autouse=True)
def _typed_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keys of one press arrive at once."""
    monkeypatch.setattr(RapportApp, "_press_keys", press_ahead)


@pytest.fixture
def snap(snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch) -> Snap:
    """Compare pictures; all that is known of the plugin for it is here.

    Its pictures name fonts on somebody's server; ours name none, and are drawn in the reader's.
    """
    take = _doc.take_svg_screenshot

    def take_without_fonts(*args: Any, **kwargs: Any) -> str:  # noqa: ANN401 - passed on
        return _FONT_FACE.sub("", take(*args, **kwargs))

    monkeypatch.setattr(_doc, "take_svg_screenshot", take_without_fonts)

    def compare(
        app: RapportApp, press: Iterable[str] = (), size: tuple[int, int] = (80, 24)
    ) -> None:
        assert snap_compare(app, press=press, terminal_size=size)

    return compare


@pytest.fixture
def app(workspace: Workspace) -> RapportApp:
    """The app on a new home."""
    return RapportApp(lambda: Session(workspace))


@pytest.fixture
def year(workspace: Workspace) -> RapportApp:
    """The app on a made-up year."""
    service.fill(workspace, the_year())
    return RapportApp(lambda: Session(workspace))
