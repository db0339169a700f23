"""Long acts: what takes seconds is told of, and nothing else comes between."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING

from habits.errors import RapportError
from tui.terminal_app import TerminalApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.keymap import Keymap
    from tui.messages import LongAct, LongWork
    from tui.outcome import Outcome
    from tui.screens.place import Place
    from tui.session import Session
    from tui.work import Work


class LongActs(TerminalApp):
    """An app in which something may take seconds.

    Attributes:
        keys: Which keys do which action.
    """

    keys: Keymap
    _work: Work | None = None

    @property
    @abstractmethod
    def place(self) -> Place | None:
        """The place that is shown, also below a dialog; None while there is none."""

    @property
    @abstractmethod
    def session(self) -> Session:
        """The session."""

    def on_long_act(self, event: LongAct) -> None:
        """Do something that takes seconds, once it is painted that it goes on.

        It is done in its place, as nothing else may touch the home meanwhile. What is typed until
        it is done is meant for nobody: whatever it was typed for looks otherwise by then.
        """
        self.turns.stop_hearing()
        if (place := self.place) is not None:
            place.tell(self.session.words(event.told))
        self.call_after_refresh(self._do_long_act, event.act)

    def on_long_work(self, event: LongWork) -> None:
        """Do something that takes seconds, on a screen that tells how far it is."""
        # Imported on need, as all that hardly any start shows.
        from tui.screens.working import Working  # noqa: PLC0415
        from tui.work import Work  # noqa: PLC0415

        self._work = work = Work(event.act)

        def end() -> None:
            self._do_long_act(work.end)

        # What was typed ahead was typed for another screen.
        self.turns.stop_hearing()
        self.push_screen(Working(event.title, work, end, self.keys))
        self.call_after_refresh(self.turns.hear_again)

    @property
    def is_working(self) -> bool:
        """Whether something goes on while which nothing else may touch the home."""
        return self._work is not None and self._work.is_going_on

    def _do_long_act(self, act: Callable[[], Outcome | None]) -> None:
        try:
            if (place := self.place) is not None:
                place.carry_out(act)
            else:
                # The app is being left, and so has nobody to tell.
                with suppress(RapportError):
                    act()
        finally:
            self.turns.hear_again()
