"""Working: how far something is that takes seconds, and the way out of it while there is one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual.screen import Screen
from textual.widgets import Static

from tui.action import bindings
from tui.actions import MENU
from tui.key_names import key_line
from tui.keymap import remapped
from tui.text import column, content
from tui.widgets.bars import KeyBar, TitleBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from tui.keymap import Keymap
    from tui.work import Work

LOOK_SECONDS: Final = 0.05
"""How often it is looked how far it is."""

_CELLS: Final = 32
"""How wide the bar is."""

CANCEL: Final = tuple(
    replace(each, keys=("escape",), call="cancel", label="cancel")
    for each in MENU
    if each.id == "menu.leave"
)


class Working(Screen[None]):
    """A screen of its own: what lies below would be drawn from a home that is being rewritten.

    Args:
        title: What is being done, in a word.
        work: What is being done.
        ended: Called once it is, when this screen is gone.
        keymap: Which keys do which action.
    """

    DEFAULT_CSS = """
    Working {
        & #state { margin: 1 2; width: 1fr; height: auto; }
        & KeyBar { dock: bottom; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CANCEL)]

    def __init__(self, title: str, work: Work, ended: Callable[[], None], keymap: Keymap) -> None:
        super().__init__()
        self._title = title
        self._work = work
        self._ended = ended
        self._keys = key_line(remapped(CANCEL, keymap))
        self._is_cancelled = False

    def compose(self) -> ComposeResult:
        """Make the parts."""
        yield TitleBar(self._title, "")
        yield Static(self._state, id="state")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(KeyBar).show_keys(self._keys)
        self._work.start()
        self.set_interval(LOOK_SECONDS, self._look)

    def on_unmount(self) -> None:
        """Where the app is left meanwhile, end before the home is left."""
        self._work.cancel()
        self._end()

    def action_cancel(self) -> None:
        """Cancel it, if it can be cancelled."""
        self._is_cancelled = True
        self._work.cancel()

    def _look(self) -> None:
        """Show how far it is, and go once it is done."""
        if self._work.is_going_on:
            self.query_one("#state", Static).update(self._state)
            self.query_one(KeyBar).show_keys([] if self._is_final else self._keys)
        elif self.is_current:
            self.app.pop_screen()
            self._end()

    def _end(self) -> None:
        ended, self._ended = self._ended, lambda: None
        ended()

    @property
    def _is_final(self) -> bool:
        stage = self._work.stage
        return stage is not None and stage.is_final

    @property
    def _state(self) -> Content:
        """How far it is, in words and as a bar."""
        stage = self._work.stage
        doing, share = (stage.doing, stage.share) if stage else ("Waiting for the home", 0.0)
        done = round(share * _CELLS)
        can_be = "Cancelling …" if self._is_cancelled else "Nothing has changed yet."
        if self._is_final:
            can_be = "It cannot be cancelled any more, and goes on."
        bar = content(
            ("━" * done, "$primary"), ("━" * (_CELLS - done), "$surface"), f" {share:4.0%}"
        )
        return column([content(f"{doing} …"), content(""), bar, content(""), content(can_be)])
