"""A view that is a list of bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.cursor_view import CursorView

if TYPE_CHECKING:
    from tui.widgets.bar_list import BarList


class BarView(CursorView):
    """A way to look at something as bars, beside each other where there is room."""

    _list: BarList

    @property
    def widget(self) -> BarList:
        """The list."""
        return self._list

    @property
    def count(self) -> int:
        """How many bars there are."""
        return self._list.count

    @property
    def page_size(self) -> int:
        """How many lines are in sight."""
        return self._list.page

    def step(self, by: int) -> None:
        """Move the cursor to what stands beside it."""
        self.go_to(self._list.number_beside(by))
