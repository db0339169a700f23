"""A week looked back on, as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.follow_ups import follow_up_words
from habits.review import review_sections as sections
from habits.review.act_pictures import practice_by_day
from habits.review.document import Document, Items, Section, Table, Words
from habits.words import long_day_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.review.look_back import LookBack


def week_review(back: LookBack) -> Document:
    """Return a week looked back on."""
    look = back.look
    return Document(
        f"Week of {long_day_words(look.first)}",
        sections.note(back),
        (
            Section("Practices", (practice_by_day(back), _practices(back))),
            Section("What was done", (_acts(back),)),
            Section("Follow-ups", tuple(_follow_ups(back))),
            sections.slips(back),
            sections.most_specific(back),
            sections.noticed(back),
        ),
    )


def _practices(back: LookBack) -> Table:
    acts = [act.practice for act in back.acts]
    return Table(
        ("practice", "this week", "acts", "streak now", "best"),
        tuple(
            (
                back.eight[row.slug].name,
                sections.STATE_WORDS.get(row.states[0], row.states[0]),
                str(acts.count(row.slug)),
                str(row.current),
                str(row.best),
            )
            for row in back.weeks.rows
        ),
    )


def _acts(back: LookBack) -> Items | Words:
    lines = tuple(sections.entry_line(back, act) for act in back.acts)
    return Items(lines) if lines else Words("Nothing was logged.")


def _follow_ups(back: LookBack) -> Iterator[Items | Words]:
    today = back.look.as_of
    done = tuple(f"done: {follow_up_words(each, back.names, today)}" for each in back.done)
    left = tuple(f"open: {follow_up_words(each, back.names, today)}" for each in back.open)
    yield Items(done + left) if done or left else Words("There are none.")
