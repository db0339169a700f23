"""A quarter or a year looked back on, with what is decided about each promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from habits.review.look_back import Kind
from tui import back_sight
from tui.actions import LOOK_BACK
from tui.keymap import USUAL
from tui.present_review import SIGNS
from tui.review_look import BACK_VIEWS
from tui.screens.decision_actions import DecisionActions
from tui.screens.look_back_lists import KindsView, PromisesView, ReadView
from tui.screens.look_back_tables import PeopleView, WeeksView
from tui.screens.view_place import ViewPlace
from tui.widgets.bars import TitleBar
from tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.message import Message
    from textual.widget import Widget

    from habits.review.look_back import Kept
    from tui.keymap import Keymap
    from tui.review_look import BackLook, Look
    from tui.screens.back_view import BackView
    from tui.session import Session

_OTHER = {Kind.QUARTER: Kind.YEAR, Kind.YEAR: Kind.QUARTER}


class LookBackScreen(DecisionActions, ViewPlace):
    """A quarter or a year.

    Args:
        open_session: Returns the session.
        look: What is looked back on, and in which view.
        keymap: Which keys do which action.
    """

    NAME = "a look back"
    GOES_BY = "look_back"
    ACTIONS = LOOK_BACK
    NOTE: ClassVar[str] = SIGNS

    def __init__(
        self, open_session: Callable[[], Session], look: Look, keymap: Keymap = USUAL
    ) -> None:
        super().__init__(open_session, keymap)
        self.look = look
        self._promises = PromisesView(self)
        views = (WeeksView(self), PeopleView(self), KindsView(self), ReadView(self), self._promises)
        self._views: dict[str, BackView] = {each.NAME: each for each in views}

    def body(self) -> Iterable[Widget]:
        """Return the title, the names of the views, and what draws the one that is turned to."""
        yield TitleBar("", "")
        yield ViewBar(BACK_VIEWS)
        yield self.view.widget

    def on_mount(self) -> None:
        """Show what is looked back on."""
        self.carry_out(self.show_all)

    def show_all(self) -> None:
        """Show everything as it is now."""
        is_masked = self.session.mask is not None
        self.back = back_sight.look_back(self.session, self._at, is_masked=is_masked)
        self._show()

    def _show(self) -> None:
        """Show what was reckoned, in the view that is turned to."""
        view = self.view
        self.bring_in(view.widget)
        self.query_one(ViewBar).show(view.NAME)
        self.title_bar.show_place("Review")
        self.title_bar.show_day(back_sight.days_words(self.back))
        view.show()

    def go_on(self, wanted: Message) -> None:
        """Go where the cursor leads to."""
        self.app.post_message(wanted)

    @property
    def kept(self) -> Kept | None:
        """The promise at the cursor; None where promises are not what is shown."""
        return self._promises.kept if self.view is self._promises else None

    def action_turn_view(self, by: int) -> None:
        """Go to the next view, or to the one before."""
        place = BACK_VIEWS.index(self._at.view) + by
        self._turn_to(replace(self._at, view=BACK_VIEWS[place % len(BACK_VIEWS)]))
        self.carry_out(self._show)

    def action_turn_back(self, by: int) -> None:
        """Look at the quarter or the year before, or after."""

        def turn() -> None:
            self._turn_to(back_sight.turned(self.session, self._at, self.back, by))
            self.show_all()

        self.carry_out(turn)

    def action_turn_span(self) -> None:
        """Look back on the year of the quarter, or on the latest quarter of the year."""
        day = self.back.look.until
        self._turn_to(replace(self._at, kind=_OTHER[self._at.kind], day=day))
        self.carry_out(self.show_all)

    def action_turn_numbers(self) -> None:
        """Show numbers in place of pictures, or pictures again."""
        self.look = replace(self.look, is_numbers=not self.look.is_numbers)
        self.carry_out(self._show)

    def action_write_out(self) -> None:
        """Write it into a file."""
        # Imported on need, as all that is hardly ever asked for.
        from tui.screens.look_back_writing import LookBackWriting  # noqa: PLC0415

        LookBackWriting(self, self._at).begin()

    def _turn_to(self, looked_back: BackLook) -> None:
        self.look = replace(self.look, looked_back=looked_back)

    @property
    def _at(self) -> BackLook:
        return self.look.looked_back

    @property
    def view(self) -> BackView:
        """The view that is turned to."""
        return self._views[self._at.view]
