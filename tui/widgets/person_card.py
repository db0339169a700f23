"""What is known of a person, at the head of their page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from tui.row_text import Tone
from tui.sizes import ROOMY
from tui.text import column, content, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from tui.person_text import CardLine

_LABEL: Final = 8
_MOST_OF_ONE: Final = 2
"""How many lines of the screen a line of the card takes at most, where there is room."""

_PART: Final = 4
"""The card takes so small a part of the screen that the entries are seen."""

_COLOURS: Final = {Tone.QUIET: "", Tone.ATTENTION: "$text-warning", Tone.PLAIN: "$foreground"}


class PersonCard(Static):
    """Lines of what is known of a person, as many of them as leave room for the entries.

    Args:
        more: What is told where there are others.
    """

    DEFAULT_CSS = """
    PersonCard { height: auto; width: 1fr; padding: 0 1; color: $text-muted; }
    """

    def __init__(self, more: str) -> None:
        super().__init__()
        self._more = more
        self._lines: Sequence[CardLine] = ()

    def show(self, lines: Sequence[CardLine]) -> None:
        """Show other lines."""
        self._lines = lines
        self._fit()

    def on_resize(self) -> None:
        """Show as much as there is room for now."""
        self._fit()

    def _fit(self) -> None:
        most = max(self.screen.size.height // _PART, 2)
        told = list(self._told())
        if len(told) > most:
            told = [*told[: most - 1], content(self._more)]
        self.update(column(told))

    def _told(self) -> Iterator[Content]:
        width = max(self.screen.size.width - 2, 1)
        most = _MOST_OF_ONE if self.screen.size.height >= ROOMY else 1
        labelled = any(line.label for line in self._lines)
        for number, line in enumerate(self._lines):
            indent = _LABEL if labelled and number and line.tone is Tone.PLAIN else 0
            told = wrapped(line.text, max(width - indent, 1), most)
            for place, text in enumerate(told):
                label = f"{'' if place else line.label:{indent}}" if indent else ""
                yield content(label, (text, _COLOURS[line.tone]))
