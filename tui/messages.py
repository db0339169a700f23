"""What screens tell the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.errors import RapportError
    from habits.progress import Told
    from tui.outcome import Outcome
    from tui.review_look import Look


class HomeFailed(Message):
    """The home cannot be opened: there is nothing to show."""

    def __init__(self, error: RapportError) -> None:
        super().__init__()
        self.error = error


class MaskTurned(Message):
    """The mask is to be put on, or taken off."""


class LongAct(Message):
    """Something is to be done that takes seconds.

    Args:
        told: What is told while it goes on.
        act: What is done; it may be refused.
    """

    def __init__(self, told: str, act: Callable[[], Outcome | None]) -> None:
        super().__init__()
        self.told = told
        self.act = act


class LongWork(Message):
    """Something is to be done that takes seconds, tells how far it is, and can be cancelled.

    Args:
        title: What it is, in a word.
        act: Does it, in a thread; what it returns is called in the app afterwards.
    """

    def __init__(self, title: str, act: Callable[[Told], Callable[[], Outcome | None]]) -> None:
        super().__init__()
        self.title = title
        self.act = act


class SyncWanted(Message):
    """The home is to be synced at once."""


class PlaceWanted(Message):
    """Another place is to be shown.

    Args:
        place: Which one.
        is_finding: Whether entries are to be found there.
        person: Whose page it is, where it is one.
        told: What is told there of the place that is left; nothing where that is empty.
        is_urgent: Whether that wants attention.
    """

    def __init__(
        self,
        place: str,
        *,
        is_finding: bool = False,
        person: UUID | None = None,
        told: str = "",
        is_urgent: bool = False,
    ) -> None:
        super().__init__()
        self.place = place
        self.is_finding = is_finding
        self.person = person
        self.told = told
        self.is_urgent = is_urgent


class ReviewWanted(PlaceWanted):
    """A place of Review is to be shown.

    Args:
        place: Which one.
        look: What is looked at there.
    """

    def __init__(self, place: str, look: Look) -> None:
        super().__init__(place)
        self.look = look
