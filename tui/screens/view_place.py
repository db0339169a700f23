"""A place of Review that has several views, of which one is shown."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from tui.messages import ReviewWanted
from tui.screens.common_actions import CommonActions

if TYPE_CHECKING:
    from tui.review_look import Look
    from tui.screens.cursor_view import CursorView
    from tui.widgets.cursor_list import CursorList


class ViewPlace(CommonActions):
    """A place with views.

    Attributes:
        look: What is looked at.
    """

    look: Look

    @property
    @abstractmethod
    def view(self) -> CursorView:
        """The view that is turned to."""

    def bring_in(self, wanted: CursorList) -> None:
        """Let one widget draw; each is made when it is first wanted, as all of them take long."""
        if not wanted.is_attached:
            self.mount(wanted)
        for widget in self.query("CursorList"):
            widget.display = widget is wanted

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self.carry_out(lambda: self.view.move(by))

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.carry_out(lambda: self.view.page(by))

    def action_jump(self, to: int) -> None:
        """Move the cursor to one of the ends."""
        self.carry_out(lambda: self.view.jump(to))

    def on_cursor_list_chosen(self, event: CursorList.Chosen) -> None:
        """Move the cursor to what was clicked."""
        self.carry_out(lambda: self.view.go_to(event.number))

    def action_open_here(self) -> None:
        """Open what the cursor is on."""
        self.carry_out(self.view.open)

    def action_leave_views(self) -> None:
        """Go back to Review."""
        self.app.post_message(ReviewWanted("review", self.look))

    def action_go(self, place: str) -> None:
        """Go to another place."""
        if place == "review":
            self.action_leave_views()
        else:
            super().action_go(place)
