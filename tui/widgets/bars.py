"""The first and the last line of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from tui.row_text import Tone
from tui.text import cells, content, shortened, strip_of
from tui.widgets.toned import Toned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content
    from textual.strip import Strip

_ALWAYS_TOLD: Final = 2
"""So many keys are told on every screen: help, and the way out."""

_GAP: Final = "  "


class TitleBar(Static):
    """The product's name and the place at the left, the day at the right."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        width: 1fr;
        color: $text-muted;
        padding: 0 1;
    }
    """

    def __init__(self, place: str, day: str) -> None:
        super().__init__()
        self._place = place
        self._day = day

    def show_place(self, place: str) -> None:
        """Show another place."""
        if place != self._place:
            self._place = place
            self.refresh()

    def show_day(self, day: str) -> None:
        """Show another day, or what else stands at the right."""
        if day != self._day:
            self._day = day
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        name = "rapport"
        widest = max(self.size.width - len(name), 0)
        place = shortened(f" · {self._place}", widest) if self._place else ""
        room = self.size.width - len(name) - cells(place)
        day = shortened(self._day, max(room - 1, 0))
        return content((name, "bold $primary"), place, " " * max(room - cells(day), 1), day)


class StarLine(Static):
    """The sentence that the work is for."""

    DEFAULT_CSS = """
    StarLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        &.-empty { display: none; }
    }
    """

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = sentence
        self.set_class(not sentence, "-empty")

    def show_sentence(self, sentence: str) -> None:
        """Show another sentence; nothing where there is none."""
        if sentence != self._sentence:
            self._sentence = sentence
            self.set_class(not sentence, "-empty")
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        room = max(self.size.width - 2, 0)
        return content(("★ ", "$accent"), shortened(self._sentence, room))


class KeyBar(Toned):
    """The keys that do something here, each with what it does, as far as there is room.

    It changes with every line that is opened and closed, and is drawn as quickly as they are. How
    syncing stands is told at its right, where the home syncs.
    """

    DEFAULT_CSS = """
    KeyBar {
        height: 1;
        width: 1fr;
        padding: 0 1;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._aside, self._aside_tone = "", Tone.QUIET

    def show_aside(self, words: str, tone: Tone) -> None:
        """Show what is told at the right."""
        if (words, tone) != (self._aside, self._aside_tone):
            self._aside, self._aside_tone = words, tone
            self.refresh()

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show keys and their labels: the last two always, and of the others the first ones."""
        if (said := tuple(keys)) != self._keys:
            self._keys = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        told, width = list(self._keys), self.size.width
        aside = shortened(self._aside, max(width - _width(told[-_ALWAYS_TOLD:]) - len(_GAP), 0))
        room = width - cells(aside) - (len(_GAP) if aside else 0)
        while len(told) > _ALWAYS_TOLD and _width(told) > room:
            del told[-_ALWAYS_TOLD - 1]
        key, label = self.tone(Tone.KEPT), self.tone(Tone.QUIET)
        parts = [
            part
            for number, (sign, what) in enumerate(told)
            for part in ((f"{_GAP if number else ''}{sign}", key), (f" {what}", label))
        ]
        if aside:
            gap = " " * (width - _width(told) - cells(aside))
            parts.append((f"{gap}{aside}", self.tone(self._aside_tone)))
        return strip_of(parts, width, self.visual_style)


def _width(keys: Iterable[tuple[str, str]]) -> int:
    return cells(_GAP.join(f"{key} {label}" for key, label in keys))
