"""The pages of a weekly close: for each step its title, the lines to show, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from habits.follow_ups import follow_up_words
from habits.review.close_words import QUESTIONS, TITLES, entries_words, slipped_words
from habits.review.coverage_words import band_words
from habits.review.page_line import PageLine
from habits.reviews import CloseStep
from habits.text import one_line
from habits.words import day_words, entry_words, habit_status_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from habits.practices import Eight
    from habits.review.week_close import WeekClose


_ALWAYS: Final = frozenset({CloseStep.MISSED, CloseStep.SLIPS, CloseStep.NOTICED})
"""The steps that ask something also where nothing is to be seen."""


class ClosePage(NamedTuple):
    """A step of a close, as it is shown.

    Attributes:
        step: The step.
        number: Its number in words: "1 of 5"; that of the last line is "last".
        title: What it looks at.
        lines: What is to be seen there; never empty but where nothing was intended.
        question: What is asked; nothing where there is nothing to do about.
        is_answered: Whether it was gone through.
        answer: What was answered, where there is something to answer: "no", or what was noticed.
    """

    step: CloseStep
    number: str
    title: str
    lines: tuple[PageLine, ...]
    question: str
    is_answered: bool
    answer: str


def close_pages(close: WeekClose, names: Mapping[UUID, str], eight: Eight) -> tuple[ClosePage, ...]:
    """Return the pages of a close in their order.

    Args:
        close: The close.
        names: The names of people by their ids.
        eight: The eight practices.
    """
    lines = {
        CloseStep.MISSED: _missed(close),
        CloseStep.STUBS: _stubs(close, names, eight),
        CloseStep.SLIPS: _slips(close, names, eight),
        CloseStep.CONTACT: _contact(close, names),
        CloseStep.FOLLOW_UPS: _follow_ups(close, names),
        CloseStep.NOTICED: _intended(close),
    }
    last = len(CloseStep) - 1
    return tuple(
        ClosePage(
            step,
            "last" if step is CloseStep.NOTICED else f"{number} of {last}",
            _title(step, close),
            (seen := tuple(lines[step])),
            QUESTIONS[step] if step in _ALWAYS or any(line.about for line in seen) else "",
            close.answered(step),
            _answer(close, step),
        )
        for number, step in enumerate(CloseStep, 1)
    )


def done_lines(close: WeekClose) -> tuple[str, ...]:
    """Return what a close came to, a line for each thing that there is to say of it."""
    said, left = close.review, len(close.follow_ups)
    sharpened = said.sharpened if said else 0
    return tuple(
        filter(
            None,
            [
                entries_words(sum(close.logged.values()), close.which),
                f"bare entries said anew: {sharpened}" if sharpened else "",
                f"slips: {_answer(close, CloseStep.SLIPS) or 'not answered'}",
                f"follow-ups still late or due {close.which}: {left}" if left else "",
                f"noticed: {_answer(close, CloseStep.NOTICED) or 'nothing'}",
            ],
        )
    )


def _title(step: CloseStep, close: WeekClose) -> str:
    return f"{TITLES[step]} {close.which}" if step is CloseStep.CONTACT else TITLES[step]


def _missed(close: WeekClose) -> Iterator[PageLine]:
    yield PageLine(entries_words(sum(close.logged.values()), close.which))
    for row in close.silent:
        status = habit_status_words(row.leading, close.as_of)
        told = "none" if close.is_past else f"none yet · {status}"
        yield PageLine(f"{row.practice.name}: {told}", row.practice.slug)


def _stubs(close: WeekClose, names: Mapping[UUID, str], eight: Eight) -> Iterator[PageLine]:
    for entry in close.stubs:
        words = entry_words(eight[entry.practice], entry, names)
        yield PageLine(f"{words} · {day_words(entry.date, close.as_of)}", entry.id)
    if not close.stubs:
        yield PageLine("no bare entries to say more of")


def _slips(close: WeekClose, names: Mapping[UUID, str], eight: Eight) -> Iterator[PageLine]:
    for entry in close.slips:
        words = entry_words(eight[entry.practice], entry, names)
        yield PageLine(f"{words} · {day_words(entry.date, close.as_of)}", entry.id)
    if not close.slips:
        yield PageLine(f"none is logged {close.which}")
    for row in close.rows:
        for move in row.practice.moves:
            if move.slip:
                words = f"would be one: {row.practice.name} /{move.slug} · {move.meaning}"
                yield PageLine(words, row.practice.slug, move.slug)


def _contact(close: WeekClose, names: Mapping[UUID, str]) -> Iterator[PageLine]:
    for row in close.apart:
        key = row.person.id
        name = names.get(key, row.person.name)
        yield PageLine(name if close.is_past else f"{name} · {band_words(row.band)}", key)
    if not close.apart:
        yield PageLine("nobody who is here went without")


def _follow_ups(close: WeekClose, names: Mapping[UUID, str]) -> Iterator[PageLine]:
    for each in close.follow_ups:
        yield PageLine(follow_up_words(each, names, close.as_of), each.id)
    if not close.follow_ups:
        yield PageLine(f"none is late or due {close.which}")


def _intended(close: WeekClose) -> Iterator[PageLine]:
    return (PageLine(f"intended: {one_line(text)}") for text in close.intentions)


def _answer(close: WeekClose, step: CloseStep) -> str:
    if close.review is None:
        return ""
    if step is CloseStep.SLIPS:
        return slipped_words(close.review.slipped)
    return one_line(close.review.noticed) if step is CloseStep.NOTICED else ""
