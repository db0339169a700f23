"""User text to the screen: the only way in.

Text goes in as data and never as markup, cleaned once more of what a terminal would obey.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from habits.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.style import Style

    Part = tuple[str, Style]
    """A piece of a line and the style that it is shown in."""


def content(*parts: tuple[str, str] | str) -> Content:
    """Return pieces of text, each with the name of a style or without, as one line of content."""
    pairs = [(part, "") if isinstance(part, str) else part for part in parts]
    return Content.assemble(*[(_on_one_line(text), style) for text, style in pairs])


def plain(text: str) -> str:
    """Return text on one line as it may be shown where it is not content."""
    return _on_one_line(text)


def column(lines: Iterable[Content]) -> Content:
    """Return lines of content one under the other."""
    return Content("\n").join(lines)


def cells(text: str) -> int:
    """Return how many cells of the screen a text takes, as the screen itself reckons."""
    return cell_len(text)


def fitted(text: str, width: int) -> str:
    """Return text on one line in exactly so many cells: padded, or cut with an ellipsis."""
    line = _on_one_line(text)
    if (room := width - cell_len(line)) >= 0:
        return line + " " * room
    return content(text).truncate(max(width, 0), ellipsis=True, pad=True).plain


def shortened(text: str, width: int) -> str:
    """Return text on one line in at most so many cells, cut with an ellipsis."""
    line = _on_one_line(text)
    return line if cell_len(line) <= width else content(line).truncate(width, ellipsis=True).plain


def wrapped(text: str, width: int, most: int) -> list[str]:
    """Return text in lines of at most so many cells, the last of `most` cut with an ellipsis."""
    line = _on_one_line(text)
    if cell_len(line) <= width:
        return [line] if line else []
    try:
        lines = [part.plain.rstrip() for part in content(line).wrap(width)]
    except ZeroDivisionError:
        # Rich cannot cut a run of joiners, which takes no cells.
        return [shortened(line, width)]
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], shortened(rest, width)]
    return lines


def strip_of(parts: Iterable[Part], width: int, base: Style) -> Strip:
    """Return pieces of text as one line of the screen, in exactly `width` cells."""
    segments = [Segment(_on_one_line(text), (base + style).rich_style) for text, style in parts]
    strip = Strip(segments)
    if strip.cell_length > width > 0:
        cut = strip.crop(0, width - 1)
        strip = Strip([*cut, Segment("…", segments[-1].style)])
    return strip.adjust_cell_length(width, base.rich_style)


def _on_one_line(text: str) -> str:
    return clean(text).replace("\n", " ")
