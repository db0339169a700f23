"""A week's close and its aim as pages of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.page_text import BLANK, PageRow
from tui.row_text import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from habits.review.aim_pages import AimPart
    from habits.review.close_pages import ClosePage
    from habits.review.page_line import PageLine


def close_rows(page: ClosePage, asides: Iterable[str]) -> list[PageRow]:
    """Return a step of a close.

    Args:
        page: The step.
        asides: What else there is to say of it.
    """
    answered = page.answer or ("looked at" if page.is_answered else "")
    said = [f"answer: {answered}"] if answered else []
    return [
        PageRow(page.title, Tone.STRONG),
        *([PageRow(page.question)] if page.question else []),
        *(PageRow(words, Tone.QUIET) for words in (*said, *asides)),
        BLANK,
        *_listed(page.lines),
    ]


def done_rows(title: str, lines: Iterable[str], asides: Iterable[str]) -> list[PageRow]:
    """Return what a close came to; the last argument as in `close_rows`."""
    return [
        PageRow(title, Tone.STRONG),
        BLANK,
        *(PageRow(words, is_listed=True) for words in lines),
        BLANK,
        *(PageRow(words, Tone.QUIET) for words in asides),
    ]


def aim_rows(parts: Sequence[AimPart]) -> list[PageRow]:
    """Return the parts of an aim one under the other, a blank line between them."""
    rows = [
        row
        for part in parts
        for row in (BLANK, PageRow(part.title, Tone.QUIET), *_listed(part.lines))
    ]
    return rows[1:]


def _listed(lines: Iterable[PageLine]) -> list[PageRow]:
    return [PageRow(line.words, is_stop=line.about is not None, is_listed=True) for line in lines]
