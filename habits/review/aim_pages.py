"""The parts of a week's aim as they are shown: each with its title and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.follow_ups import follow_up_words
from habits.review.coverage_words import band_words
from habits.review.page_line import PageLine
from habits.text import one_line
from habits.words import day_words, habit_status_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from habits.review.aim import Aim, Longest


class AimPart(NamedTuple):
    """A part of an aim.

    Attributes:
        title: What it looks at.
        lines: What is to be seen there; never empty.
    """

    title: str
    lines: tuple[PageLine, ...]


def aim_parts(aim: Aim, names: Mapping[UUID, str]) -> tuple[AimPart, ...]:
    """Return the parts of an aim in their order, what is intended last.

    Args:
        aim: The aim.
        names: The names of people by their ids.
    """
    follow_ups = (
        PageLine(follow_up_words(each, names, aim.as_of), each.id) for each in aim.follow_ups
    )
    closing = (
        PageLine(f"{each.habit.name} · {habit_status_words(each, aim.as_of)}", each.habit.id)
        for each in aim.closing
    )
    longest = (_longest(each, aim, names) for each in aim.longest)
    intended = (PageLine(one_line(text), number) for number, text in enumerate(aim.intentions))
    return (
        _part("Follow-ups", follow_ups, "none is late or due this week"),
        _part("Closing this week", closing, "no window closes"),
        _part("Longest without contact", longest, "nobody: all were met within 2 weeks"),
        _part("Intended", intended, "nothing yet", 0),
    )


def _part(
    title: str, lines: Iterator[PageLine], otherwise: str, about: int | None = None
) -> AimPart:
    return AimPart(title, tuple(lines) or (PageLine(otherwise, about),))


def _longest(longest: Longest, aim: Aim, names: Mapping[UUID, str]) -> PageLine:
    row, said = longest
    parts = [names.get(row.person.id, row.person.name), band_words(row.band)]
    if said is not None:
        parts += [one_line(said.what), day_words(said.date, aim.as_of)]
    return PageLine(" · ".join(parts), row.person.id)
