"""A look back written into a file: in which format, which names are left in it, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.review.look_back_words import preview
from tui import back_sight, tasks
from tui.choice import Choice

if TYPE_CHECKING:
    from pathlib import Path

    from tui.review_look import BackLook
    from tui.screens.common_actions import CommonActions

_FORMS = {
    "md": ("Markdown", "to be pasted"),
    "html": ("HTML", "a page"),
    "svg": ("SVG", "the pictures alone"),
}
MASKED = "All names and texts are stand-ins."


class LookBackWriting:
    """A quarter or a year that is written out.

    Args:
        place: Where that is asked.
        look: Which quarter or year.
    """

    def __init__(self, place: CommonActions, look: BackLook) -> None:
        self._place = place
        self._session = place.session
        self._look = look
        self._is_masked = self._session.mask is not None

    def begin(self) -> None:
        """Ask in which format."""
        choices = [Choice(*told, form) for form, told in _FORMS.items()]
        self._place.choose("Write it as", choices, self._preview)

    def _preview(self, form: str) -> None:
        """Show which names are left in it."""
        back = self._back()
        lines = [MASKED] if self._is_masked else preview(back, form)
        choices = [Choice("Write it", "as it is told here", lambda: self._name_file(form))]
        if not self._is_masked:
            choices.append(
                Choice("Put stand-ins in it", "for names and texts", lambda: self._mask(form))
            )
        self._place.preview(f"Written as {_FORMS[form][0]}", lines, choices)

    def _mask(self, form: str) -> None:
        self._is_masked = True
        self._preview(form)

    def _name_file(self, form: str) -> None:
        place = self._place

        def write(path: Path) -> None:
            service.write_look_back(service.paper(self._back(), form), path, force=False)
            place.call_later(place.tell, f"Written: {path.name}, in {path.parent}")

        look = self._back().look
        name = f"{look.kind}-{look.first.isoformat()}.{form}"
        place.write(tasks.papers.file(self._session, name, write, lambda: self._preview(form)))

    def _back(self) -> service.LookBack:
        return back_sight.look_back(self._session, self._look, is_masked=self._is_masked)
