"""A page of lines to be read, on some of which something can be done."""

from __future__ import annotations

from dataclasses import dataclass

from tui.row_text import Tone


@dataclass(frozen=True, slots=True)
class PageRow:
    """A line of a page, as long as it is said.

    Attributes:
        words: What it says; nothing for a blank line.
        tone: How it looks.
        is_stop: Whether the cursor can be on it.
        is_listed: Whether it stands under something, and so further in.
    """

    words: str = ""
    tone: Tone = Tone.PLAIN
    is_stop: bool = False
    is_listed: bool = False


BLANK = PageRow()
