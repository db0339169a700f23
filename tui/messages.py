"""What screens tell the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from habits.errors import RapportError


class HomeFailed(Message):
    """The home cannot be opened: there is nothing to show."""

    def __init__(self, error: RapportError) -> None:
        super().__init__()
        self.error = error
