"""A weekly close as a document: its steps, each with what was to be seen and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.review.document import Document, Items, Section, Words
from habits.words import long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.close_pages import ClosePage
    from habits.review.document import Block
    from habits.review.week_close import WeekClose


def close_document(close: WeekClose, pages: Iterable[ClosePage]) -> Document:
    """Return a close as a document.

    Args:
        close: The close.
        pages: Its pages.
    """
    ended = f"Closed on {long_day_words(close.ended)}." if close.ended else "Not closed yet."
    title = f"Close of the week, {long_day_words(close.first)} to {long_day_words(close.last)}"
    sections = (Section(page.title, tuple(_blocks(page))) for page in pages)
    return Document(title, ended, tuple(sections))


def _blocks(page: ClosePage) -> Iterator[Block]:
    if page.lines:
        yield Items(tuple(line.words for line in page.lines))
    if page.answer:
        yield Words(f"Answer: {page.answer}")
    elif not page.lines:
        yield Words("Nothing.")
