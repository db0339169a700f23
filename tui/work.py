"""Work that takes seconds: done in a thread, so that a screen can tell how far it is meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from habits.progress import CancelledError

if TYPE_CHECKING:
    from habits.progress import Stage, Told
    from tui.outcome import Outcome

Shown = Callable[[], "Outcome | None"]
"""What is done in the app once the work is."""


class Work:
    """Something that is done while nothing else touches the home.

    Args:
        act: Does it; what it returns is called in the app afterwards.

    Attributes:
        stage: How far it is; None while it waits for another process.
    """

    def __init__(self, act: Callable[[Told], Shown]) -> None:
        self.stage: Stage | None = None
        self._act = act
        self._is_cancelled = False
        self._shown: Shown | None = None
        self._trouble: BaseException | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Let it end as soon as it can, if nothing has changed until then."""
        self._is_cancelled = True

    @property
    def is_going_on(self) -> bool:
        """Whether it is not done yet."""
        return self._thread.is_alive()

    def end(self) -> Outcome | None:
        """Wait until it is done, and return what came of it.

        Raises:
            RapportError: It was refused, or cancelled.
        """
        self._thread.join()
        if self._trouble is not None:
            raise self._trouble
        return None if self._shown is None else self._shown()

    def _run(self) -> None:
        try:
            self._shown = self._act(self._note)
        except BaseException as error:  # noqa: BLE001 - it is raised in the app
            self._trouble = error

    def _note(self, stage: Stage) -> None:
        self.stage = stage
        if self._is_cancelled and not stage.is_final:
            message = "Cancelled. Nothing has changed."
            raise CancelledError(message)
