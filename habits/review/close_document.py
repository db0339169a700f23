"""A weekly close as a document: its week as a picture, and its steps with what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.review.act_pictures import practice_by_day
from habits.review.document import Document, Items, Section, Words
from habits.review.look_back_words import names_told, preview, renamed
from habits.words import long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from habits.review.close_pages import ClosePage
    from habits.review.document import Block
    from habits.review.look_back import LookBack
    from habits.review.week_close import WeekClose


def close_document(close: WeekClose, pages: Iterable[ClosePage], back: LookBack) -> Document:
    """Return a close as a document.

    Args:
        close: The close.
        pages: Its pages.
        back: The same week looked back on.
    """
    ended = f"Closed on {long_day_words(close.ended)}." if close.ended else "Not closed yet."
    title = f"Close of the week, {long_day_words(close.first)} to {long_day_words(close.last)}"
    picture = Section("The week", (practice_by_day(back),))
    steps = (Section(page.title, tuple(_blocks(page))) for page in pages)
    return Document(title, ended, (picture, *steps))


def close_preview(close: WeekClose, back: LookBack, form: str) -> list[str]:
    """Return which names are left in a close, as far as they can be told, a line for each matter.

    Args:
        close: The close.
        back: The same week looked back on.
        form: Its format; a picture has nothing of the close but the names of practices.
    """
    if form == "svg":
        return preview(back, form)
    keys = {row.person.id for row in close.apart}
    for each in (*close.stubs, *close.slips):
        keys.update(each.people)
    for follow_up in close.follow_ups:
        keys.update(follow_up.people)
    return names_told([*renamed(back.eight), *_texts(close)], back.names, keys)


def _texts(close: WeekClose) -> Iterator[str]:
    """Yield what a user wrote that stands in a close."""
    for entry in (*close.stubs, *close.slips):
        yield from (entry.what, entry.why)
    yield from (each.text for each in close.follow_ups)
    yield from close.intentions
    yield close.review.noticed if close.review else ""


def _blocks(page: ClosePage) -> Iterator[Block]:
    # What would be a slip is asked, and tells nothing of the week.
    lines = tuple(line.words for line in page.lines if line.move is None)
    if lines:
        yield Items(lines)
    if page.answer:
        yield Words(f"Answer: {page.answer}")
    elif not lines:
        yield Words("Nothing.")
