"""Taking a person out for good: what that comes to is read first, and then asked once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits import service
from tui.choice import Choice
from tui.messages import LongAct, LongWork
from tui.tasks.taking_out import anonymise_person, erase_person

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from habits.model import Person
    from habits.progress import Told
    from habits.review.reach import Reach
    from habits.service import Workspace
    from tui.screens.person_papers import PersonPapers
    from tui.session import Session
    from tui.tasks.taking_out import Taking

_LOOKING: Final = "Looking through all files of this home …"
_OUTSIDE: Final = (
    "Copies outside the home stay as they are. This cannot be taken back, not even by undo."
)


class TakingOut:
    """What is known of a person, or they themselves, to be taken out for good.

    Args:
        place: Where that is asked.
        person: Whom it is about.
    """

    def __init__(self, place: PersonPapers, person: Person) -> None:
        self._place = place
        self._person = person

    def anonymise(self) -> None:
        """Show what it comes to that they become nobody, and do it where it is chosen."""
        choice = "Make them anonymous", "Making them anonymous"
        self._preview(service.reach_of_anonymising, choice, anonymise_person)

    def erase(self) -> None:
        """Show what it comes to that they are erased, and do it where it is chosen."""
        choice = "Erase them for good", "Erasing"
        self._preview(service.reach_of_erasing, choice, erase_person)

    def _preview(
        self,
        reach_of: Callable[[Workspace, UUID], Reach],
        called: tuple[str, str],
        act: Callable[[Session, UUID], Taking],
    ) -> None:
        place, session, key = self._place, self._place.session, self._person.id
        session.require_unmasked()
        label, doing = called

        def begin() -> None:
            place.post_message(LongWork(doing, self._shown(act(session, key))))

        def show() -> None:
            lines = [*reach_of(session.workspace, key).words, _OUTSIDE]
            choices = [
                Choice("Leave all as it is", "nothing changes", lambda: None),
                Choice(label, "in every file", lambda: place.carry_out(begin)),
            ]
            place.preview(f"{label}: {self._person.name}", lines, choices)

        place.post_message(LongAct(_LOOKING, show))

    def _shown(self, taking: Taking) -> Callable[[Told], Callable[[], None]]:
        """Return what takes them out, and shows then that they are gone."""

        def take_out(told: Told) -> Callable[[], None]:
            taken = taking(told)
            return lambda: self._place.show_gone(taken())

        return take_out
