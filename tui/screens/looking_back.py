"""Looking back: older entries are looked through between two keys, where a place asks for them."""

from __future__ import annotations

import time
from abc import abstractmethod

from habits import service
from tui.screens.common_actions import CommonActions
from tui.screens.find_actions import AT_ONE_GO, BREATH


class LookingBack(CommonActions):
    """A place that tells of contacts, which may lie before the weeks that are looked at first."""

    _looks_back = False

    @abstractmethod
    def show_known(self) -> bool:
        """Show what is known until now, and return whether that is all."""

    def show_all(self) -> None:
        """Show everything as it is now, with the cursor on what it was on."""
        if not self.show_known() and not self._looks_back:
            self._look_back()

    def _look_back(self) -> None:
        """Look at what was before these weeks, between two keys."""
        self._looks_back = False
        until = time.monotonic() + AT_ONE_GO
        while goes_on := service.look_back(self.session.workspace):
            if time.monotonic() >= until:
                break
        if goes_on:
            self._looks_back = True
            self.set_timer(BREATH, lambda: self.carry_out(self._look_back))
        else:
            self.show_known()
