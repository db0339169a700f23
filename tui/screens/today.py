"""Today: the eight practices, and the line in which an act is logged in seconds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from habits.errors import RapportError
from habits.practices import PRACTICES
from tui.actions import LINE, TODAY, bindings, key_line, methods
from tui.messages import HelpWanted, HomeFailed
from tui.screens.writing import Writing
from tui.sizes import LEAST_HEIGHT, LEAST_WIDTH, TOO_SMALL
from tui.text import content, shortened
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.practice_grid import ROOMY, PracticeGrid
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.notifications import SeverityLevel

    from habits.practices import Practice
    from habits.today import PracticeRow
    from tui.first_frame import FirstFrame
    from tui.session import Outcome, Session

MESSAGE_CELLS = 120
"""What of an act is told in a message, so that it covers no row."""

LOOK_SECONDS = 0.5
"""How often the screen looks at what other processes did."""

_OF_TODAY, _OF_LINE = methods(TODAY), methods(LINE)


class TodayScreen(Screen[None]):
    """The first place of the app."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*TODAY, *LINE))]
    AUTO_FOCUS = ""

    def __init__(self, open_session: Callable[[], Session], frame: FirstFrame | None) -> None:
        super().__init__()
        self._open_session = open_session
        self._frame = frame or self._session.first_frame()
        self._writing = Writing(lambda: self._line, lambda: self._session)

    def compose(self) -> ComposeResult:
        """Make the parts."""
        yield Static(content(TOO_SMALL), id="too-small")
        yield TitleBar(self._frame.day)
        yield PracticeGrid(self._frame.rows)
        with Vertical(id="foot"):
            yield QuickLine()
            yield KeyBar()

    def on_mount(self) -> None:
        """Name the keys, and take the size in before the first frame rather than after it."""
        self._fit(self.app.size)
        self._show_keys()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Open the home behind the first frame, and show what there is to tell of it."""
        try:
            self._show_rows(self._rows)
        except RapportError as error:
            self.post_message(HomeFailed(error))
            return
        self._tell_reports()
        self.set_interval(LOOK_SECONDS, self._look)

    @cached_property
    def _session(self) -> Session:
        return self._open_session()

    @cached_property
    def _rows(self) -> list[PracticeRow]:
        """The practices as they were read last, in the order of their keys."""
        return list(self._session.today().rows)

    def on_resize(self, event: events.Resize) -> None:
        """Take another size in."""
        self._fit(event.size)

    async def on_key(self, event: events.Key) -> None:
        """Take keys strictly one after another, so that what is typed ahead does not overtake."""
        if self.has_class("-writing") and not self._line.is_open:
            self._line.show("")
            self._make_room()
        if active := self.active_bindings.get(event.key):
            handled = await self.app.run_action(active.binding.action, active.node)
        elif handled := self._line.is_open and not self._is_too_small:
            self._line.take(event.key, event.character if event.is_printable else None)
            self._writing.read_back()
        if handled:
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste into the line, once."""
        event.stop()
        if self._line.is_open:
            self._line.insert(event.text)
            self._writing.read_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys be text in the line, and nothing be done on a screen that is too small."""
        del parameters
        if action in _OF_TODAY:
            return not self._line.is_open and (action == "leave" or not self._is_too_small)
        return action not in _OF_LINE or (self._line.is_open and not self._is_too_small)

    def action_leave(self) -> None:
        """Leave rapport."""
        self.app.exit()

    def action_show_help(self) -> None:
        """Show what the keys do where one is."""
        place = ("the line", LINE) if self._line.is_open else ("Today", TODAY)
        self.post_message(HelpWanted(*place))

    action_show_line_help = action_show_help

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._grid.cursor = min(max(self._grid.cursor + by, 0), len(PRACTICES) - 1)

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key, with what was left in it."""
        self._open(PRACTICES[key - 1])

    def action_log_bare(self) -> None:
        """Log a bare entry on the row at the cursor."""
        row = self._rows[self._grid.cursor]
        self._carry_out(lambda: self._session.log_bare(row))

    def action_undo(self) -> None:
        """Take back the newest act."""
        self._carry_out(self._session.undo)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self._carry_out(self._session.redo)

    def action_open_slip(self) -> None:
        """Open the line on the row at the cursor with the slip that its practice knows."""
        practice = PRACTICES[self._grid.cursor]
        if (slip := practice.slip) is None:
            self._tell(f"{practice.name} knows no slip: what it asks for is only done or not done.")
        else:
            self._open(practice, f"/{slip.slug} ")

    def on_practice_grid_chosen(self, event: PracticeGrid.Chosen) -> None:
        """Move the cursor to the row that was clicked."""
        self._grid.cursor = event.number

    def action_save_line(self) -> None:
        """Log the line; where it is refused it stays as it is, and the reason stands under it."""
        if (outcome := self._writing.save()) is not None:
            self._show_keys()
            self._show(outcome)

    def action_close_line(self) -> None:
        """Close the line and keep its text for the next time."""
        self._writing.leave()
        self._show_keys()

    def _open(self, practice: Practice, preset: str = "") -> None:
        self._grid.cursor = practice.key - 1
        self._writing.open(practice, preset)
        self._show_keys()

    def _look(self) -> None:
        """Look at what other processes did, and at the day."""
        try:
            if (today := self._session.catch_up()) is not None:
                self._show_rows(today.rows)
                self._tell_reports()
            if not self._line.is_open:
                self._session.rest()
        except RapportError as error:
            self._tell(str(error), "warning")

    def _tell_reports(self) -> None:
        for report in self._session.take_reports():
            self.notify(report, severity="warning", markup=False)

    def _fit(self, size: Size) -> None:
        """Give each size of the screen its style."""
        self.set_class(size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT, "-too-small")
        self.set_class(size.height < ROOMY, "-tight")
        self._make_room()

    def _make_room(self) -> None:
        """Let the line take the place of the keys where there is room for one of them alone."""
        self.set_class(self.has_class("-tight") and self._line.is_in_use, "-writing")

    def _carry_out(self, act: Callable[[], Outcome]) -> None:
        try:
            self._show(act())
        except RapportError as error:
            self._tell(str(error), "warning")

    def _show(self, outcome: Outcome) -> None:
        self._show_rows(outcome.rows)
        hint = " (u undoes)" if outcome.undoable else ""
        self._tell(f"{shortened(outcome.message, MESSAGE_CELLS)}{hint}")

    def _show_rows(self, rows: Sequence[PracticeRow]) -> None:
        self.query_one(TitleBar).show_day(self._session.day_words())
        for row in rows:
            self._rows[row.practice.key - 1] = row
        self._grid.replace({row.practice.key - 1: self._session.row_text(row) for row in rows})

    def _tell(self, message: str, severity: SeverityLevel = "information") -> None:
        """Show a message at the foot, or above it while something is written there."""
        if self._line.is_open:
            self.app.clear_notifications()
            self.notify(message, severity=severity, markup=False)
        else:
            self._line.show(message, urgent=severity != "information")
            self._make_room()

    def _show_keys(self) -> None:
        """Name the keys that do something now, or make room for the line."""
        self._make_room()
        self.query_one(KeyBar).show_keys(key_line(LINE if self._line.is_open else TODAY))

    @property
    def _is_too_small(self) -> bool:
        return self.has_class("-too-small")

    @property
    def _grid(self) -> PracticeGrid:
        return self.query_one(PracticeGrid)

    @property
    def _line(self) -> QuickLine:
        return self.query_one(QuickLine)
