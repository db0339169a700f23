"""A place: a screen with the line at its foot."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.widgets import Static

from habits.errors import RapportError
from tui.action import calls_by_key, methods
from tui.actions import LINE
from tui.key_names import key_line, sign
from tui.keymap import USUAL, elsewhere, remapped
from tui.screens.telling import Telling
from tui.screens.writing import Writing
from tui.sizes import LEAST_HEIGHT, LEAST_WIDTH, ROOMY, TOO_SMALL
from tui.text import content
from tui.widgets.bars import TitleBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size
    from textual.widget import Widget

    from tui.action import Action
    from tui.keymap import Keymap
    from tui.outcome import Outcome
    from tui.session import Session
    from tui.task import Task

_OF_LINE, _ALWAYS = methods(LINE), frozenset({"leave", "show_help"})


class Place(Telling):
    """A screen of the app; those that derive from it say what stands above the foot.

    Args:
        open_session: Returns the session, and opens the home for it the first time.
        keymap: Which keys do which action.
    """

    AUTO_FOCUS = ""

    NAME: ClassVar[str]
    """What the place is called."""

    ACTIONS: ClassVar[tuple[Action, ...]]
    """What can be done in it while the line is closed."""

    GOES_BY: ClassVar[str] = ""
    """By which word one goes to it."""

    NOTE: ClassVar[str] = ""
    """What else its help says."""

    def __init__(self, open_session: Callable[[], Session], keymap: Keymap = USUAL) -> None:
        super().__init__()
        self.keymap = keymap
        self._open_session = open_session
        key = self.key_of("line.complete")
        self._writing = Writing(self._line, self._session_words, lambda: self.session.drafts, key)
        self._was_left = False
        self._of_place = methods(self.ACTIONS)
        self._calls = calls_by_key(self.actions)
        self._line_calls: dict[str, str] = {}

    def body(self) -> Iterable[Widget]:
        """Return what stands above the foot."""
        return ()

    def show_all(self) -> None:
        """Show everything anew: anything may differ."""

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what an act changed."""
        del outcome
        self.show_all()

    def compose(self) -> ComposeResult:
        """Make the parts."""
        yield Static(content(TOO_SMALL), id="too-small")
        yield from self.body()
        with Vertical(id="foot"):
            yield self._line
            yield self._key_bar

    def on_mount(self) -> None:
        """Name the keys, and take the size in before the first frame rather than after it."""
        self._fit(self.app.size)
        self._show_keys()

    def on_resize(self, event: events.Resize) -> None:
        """Take another size in."""
        self._fit(event.size)

    def on_screen_resume(self) -> None:
        """Show what changed while another screen stood before this one."""
        if self._was_left:
            self._was_left = False
            self.carry_out(self.show_all)

    def on_screen_suspend(self) -> None:
        """Remember that things may change from here on."""
        self._was_left = True

    async def on_key(self, event: events.Key) -> None:
        """Take keys strictly one after another, so that what is typed ahead does not overtake."""
        self._writing.typed_at = event.time
        if event.time > max(self.told_at, self._writing.refused_at):
            self.untell()
        calls = self._line_calls if self._line.is_open else self._calls
        if call := calls.get(event.key):
            handled = await self.call(call)
        elif self._line.is_open and not self.is_too_small:
            handled = self._line.take(event.key, event.character if event.is_printable else None)
            if handled:
                self._writing.read()
        else:
            handled = self._tell_elsewhere(event.key)
        if handled:
            event.stop()

    def _tell_elsewhere(self, key: str) -> bool:
        """Tell of a key that does something in another place alone; return whether it does."""
        found = None if self.is_too_small else elsewhere(key, self.keymap)
        if found is not None:
            self.tell(f"{sign(key)} is a key of {found[0]}: {found[1].tooltip}.")
        return found is not None

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste into the line, once."""
        event.stop()
        self._writing.typed_at = event.time
        if self._line.is_open and not self.is_too_small:
            self._line.insert(event.text)
            self._writing.read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys be text in the line, and nothing be done on a screen that is too small."""
        del parameters
        if action in _OF_LINE and self._line.is_open:
            return not self.is_too_small
        if action in self._of_place:
            return not self._line.is_open and (action in _ALWAYS or not self.is_too_small)
        return action not in _OF_LINE

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here while the line is closed, by the keys that do it now."""
        return remapped(self.ACTIONS, self.keymap)

    @property
    def offered(self) -> tuple[Action, ...]:
        """What is offered of that in the key line and the palette; help tells all."""
        return self.actions

    def key_of(self, action: str) -> str:
        """Return the key that does an action, as it is printed."""
        return sign(self.keymap.keys_of(action)[0])

    @property
    def line_actions(self) -> tuple[Action, ...]:
        """What can be done while the line is open, by the keys that do it now."""
        return remapped(self._writing.actions, self.keymap)

    async def call(self, call: str) -> bool:
        """Call a method for a key, and return whether it could be; what is refused is told."""
        try:
            return await self.app.run_action(call, self)
        except RapportError as error:
            self.refuse(error)
            return True

    @property
    def session(self) -> Session:
        """The session; the home is opened for it where it is not yet."""
        return self._open_session()

    @property
    def is_writing(self) -> bool:
        """Whether the line is open."""
        return self._line.is_open

    @property
    def is_too_small(self) -> bool:
        """Whether the screen is too small to show anything."""
        return self.has_class("-too-small")

    def write(self, task: Task) -> None:
        """Open the line for a task."""
        self._writing.open(task)
        self._show_keys()

    def carry_out(self, act: Callable[[], Outcome | None]) -> None:
        """Do something, and show what came of it, or why it was refused."""
        try:
            outcome = act()
        except RapportError as error:
            self.refuse(error)
        else:
            if outcome is not None:
                self.show(outcome)

    def refuse(self, error: RapportError) -> None:
        """Tell why something was refused, and show what others did: that may be the reason."""
        with suppress(RapportError):
            self.catch_up()
        self.tell(self._session_words(str(error)), "warning")

    def catch_up(self) -> None:
        """Show what other processes did, and the new day.

        Raises:
            RapportError: It cannot be read.
        """
        if self.session.catch_up():
            self.show_all()
            self.tell_reports()

    def show(self, outcome: Outcome) -> None:
        """Show what an act changed, and tell of it."""
        self.show_outcome(outcome)
        self.tell(outcome.told(self.key_of))

    def _fit(self, size: Size) -> None:
        """Give each size of the screen its style."""
        self.set_class(size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT, "-too-small")
        self.set_class(size.height < ROOMY, "-tight")
        self._make_room()

    def _show_keys(self) -> None:
        """Name the keys that do something now, or make room for the line."""
        self._make_room()
        if self._line.is_open:
            actions = self.line_actions
            self._line_calls = calls_by_key(actions)
        else:
            actions = self.offered
        self._key_bar.show_keys(key_line(actions))

    @property
    def title_bar(self) -> TitleBar:
        """The first line."""
        return self.query_one(TitleBar)
