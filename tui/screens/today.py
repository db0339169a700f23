"""Today: the eight practices, and the line in which an act is logged in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from habits.errors import RapportError
from habits.practices import PRACTICES
from habits.words import full_day_words
from tui.actions import LINE, TODAY, bindings, key_line, methods
from tui.text import content, shortened
from tui.widgets.bars import KeyBar, TitleBar
from tui.widgets.practice_grid import ROOMY, PracticeGrid
from tui.widgets.quick_line import QuickLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size
    from textual.notifications import SeverityLevel

    from habits.practices import Practice
    from habits.today import PracticeRow
    from tui.session import Outcome, Session

LEAST_WIDTH, LEAST_HEIGHT = 40, 12
"""The smallest terminal, in cells, in which the screen is whole."""

MESSAGE_CELLS = 120
"""What of an act is told in a message, so that it covers no row."""

LOOK_SECONDS = 0.5
"""How often the screen looks at what other processes did."""

TOO_SMALL = f"rapport needs {LEAST_WIDTH} x {LEAST_HEIGHT} cells. Make the terminal larger."

_OF_TODAY, _OF_LINE = methods(TODAY), methods(LINE)


class TodayScreen(Screen[None]):
    """The first place of the app."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings((*TODAY, *LINE))]
    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._today = session.today()
        self._rows = list(self._today.rows)
        self._drafts: dict[Practice, str] = {}
        self._practice = PRACTICES[0]

    def compose(self) -> ComposeResult:
        """Make the parts."""
        yield Static(content(TOO_SMALL), id="too-small")
        yield TitleBar(full_day_words(self._today.as_of))
        yield PracticeGrid(tuple(map(self._session.row_text, self._rows)))
        with Vertical(id="foot"):
            yield QuickLine()
            yield KeyBar()

    def on_mount(self) -> None:
        """Name the keys, and take the size in before the first frame rather than after it."""
        self._fit(self.app.size)
        self._key_bar.show_keys(key_line(TODAY))
        self._tell_reports()
        self.set_interval(LOOK_SECONDS, self._look)

    def on_resize(self, event: events.Resize) -> None:
        """Take another size in."""
        self._fit(event.size)

    async def on_key(self, event: events.Key) -> None:
        """Take keys strictly one after another, so that what is typed ahead does not overtake."""
        if active := self.active_bindings.get(event.key):
            handled = await self.app.run_action(active.binding.action, active.node)
        elif handled := self._line.is_open and not self._is_too_small:
            self._line.take(event.key, event.character if event.is_printable else None)
            self._read_back()
        if handled:
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste into the line, once."""
        event.stop()
        if self._line.is_open:
            self._line.insert(event.text)
            self._read_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys be text in the line, and nothing be done on a screen that is too small."""
        del parameters
        if action in _OF_TODAY:
            return not self._line.is_open and (action == "leave" or not self._is_too_small)
        if action in _OF_LINE:
            return self._line.is_open and not self._is_too_small
        return True

    def action_leave(self) -> None:
        """Leave rapport."""
        self.app.exit()

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._grid.cursor = min(max(self._grid.cursor + by, 0), len(self._rows) - 1)

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key, with what was left in it."""
        self._practice = PRACTICES[key - 1]
        self._grid.cursor = key - 1
        self._line.open(self._practice.slug, self._drafts.pop(self._practice, ""))
        self._key_bar.show_keys(key_line(LINE))
        self._make_room()
        self._read_back()

    def action_log_bare(self) -> None:
        """Log a bare entry on the row at the cursor."""
        row = self._rows[self._grid.cursor]
        self._carry_out(lambda: self._session.log_bare(row))

    def action_undo(self) -> None:
        """Take back the newest act."""
        self._carry_out(self._session.undo)

    def on_practice_grid_chosen(self, event: PracticeGrid.Chosen) -> None:
        """Move the cursor to the row that was clicked."""
        self._grid.cursor = event.number

    def action_save_line(self) -> None:
        """Log the line; where it is refused it stays as it is, and the reason stands under it."""
        try:
            outcome = self._session.log(self._practice, self._line.text)
        except RapportError as error:
            self._line.show(str(error), urgent=True)
        else:
            self._close_line()
            self._show(outcome)

    def action_close_line(self) -> None:
        """Close the line and keep its text for the next time."""
        self._drafts[self._practice] = self._line.text
        self._close_line()

    def _read_back(self) -> None:
        """Show under the line what it would log, or why it would be refused."""
        try:
            self._line.show(self._session.read_back(self._practice, self._line.text))
        except RapportError as error:
            self._line.show(str(error), urgent=True)

    def _look(self) -> None:
        """Look at what other processes did, and at the day."""
        try:
            if (today := self._session.catch_up()) is not None:
                self._show_rows(today.as_of, today.rows)
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
        self.set_class(self.has_class("-tight") and self._line.is_open, "-writing")

    def _carry_out(self, act: Callable[[], Outcome]) -> None:
        try:
            self._show(act())
        except RapportError as error:
            self._tell(str(error), "warning")

    def _show(self, outcome: Outcome) -> None:
        self._show_rows(outcome.as_of, outcome.rows)
        hint = " (u undoes)" if outcome.undoable else ""
        self._tell(f"{shortened(outcome.message, MESSAGE_CELLS)}{hint}")

    def _show_rows(self, as_of: date, rows: Sequence[PracticeRow]) -> None:
        self.query_one(TitleBar).show_day(full_day_words(as_of))
        for row in rows:
            self._rows[row.practice.key - 1] = row
        self._grid.replace({row.practice.key - 1: self._session.row_text(row) for row in rows})

    def _tell(self, message: str, severity: SeverityLevel = "information") -> None:
        """Show a message in place of the one before, at the foot where there is room for it."""
        if self._line.is_open or self.has_class("-tight"):
            self.app.clear_notifications()
            self.notify(message, severity=severity, markup=False)
        else:
            self._line.show(message, urgent=severity != "information")

    def _close_line(self) -> None:
        self._line.close()
        self._make_room()
        self._key_bar.show_keys(key_line(TODAY))

    @property
    def _is_too_small(self) -> bool:
        return self.has_class("-too-small")

    @property
    def _grid(self) -> PracticeGrid:
        return self.query_one(PracticeGrid)

    @property
    def _line(self) -> QuickLine:
        return self.query_one(QuickLine)

    @property
    def _key_bar(self) -> KeyBar:
        return self.query_one(KeyBar)
