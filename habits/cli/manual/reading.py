"""The pages of what is read: how things stand, and looks back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS: Final = (
    "At a terminal it is text. A file named with --to is of the format that its name ends in, and "
    "is never written over another one but with --force."
)

PAGES: Final[Mapping[str, Page]] = {
    "today": Page(
        more="One fact a line, so that it can be read out and searched.",
        examples=(
            ("rapport today", "the eight practices, and what is to be followed up"),
            ("rapport today --json", "the same for a program"),
        ),
        see=("habits", "follow"),
    ),
    "due": Page(
        more="One fact a line, the most urgent first; nothing where nothing is open.",
        examples=(
            ("rapport due", "habits that want something now, and follow-ups"),
            ("rapport due --json", "the same for a program"),
        ),
        see=("today", "prompt"),
    ),
    "prompt": Page(
        more="It prints '2 due' while two habits or follow-ups have their last day today, and "
        "nothing otherwise. It changes nothing, and whatever is wrong it exits with 0.",
        examples=(
            ("PS1='$(rapport prompt) $ '", "before each line that is typed into bash"),
            ("rapport prompt --explain", "say why nothing is shown"),
        ),
        see=("due",),
    ),
    "entries": Page(
        more="Several options are all to fit. A day is written as everywhere: yesterday, mon, 3 "
        "weeks ago, 1 oct, 2026-10-01; a weekday or a day without its year is the last one.",
        examples=(
            ("rapport entries", "all of them, the newest last"),
            ("rapport entries --person maya --since '3 weeks ago'", "what was of late with her"),
            ("rapport entries --find 'launch #team' --practice thanks", "by what they say"),
            ("rapport entries --ids | tail -3", "the last three, with the ids for edit and delete"),
        ),
        see=("edit", "log"),
    ),
    "review": Page(
        examples=(("rapport review", "which looks there are"),),
        see=("review week", "review quarter", "review year"),
    ),
    "review week": Page(
        more=_FORMS,
        examples=(
            ("rapport review week", "the running week"),
            ("rapport review week --of 'last fri' --to week.md", "an earlier one, into a file"),
        ),
        see=("review close",),
    ),
    "review quarter": Page(
        more=_FORMS,
        examples=(
            ("rapport review quarter", "the running quarter"),
            ("rapport review quarter --to quarter.html", "as a page"),
        ),
        see=("review year", "review decide"),
    ),
    "review year": Page(
        more=_FORMS,
        examples=(
            ("rapport review year", "the running year"),
            ("rapport review year --mask --format md", "with stand-ins for names and texts"),
        ),
        see=("review quarter", "review decide"),
    ),
    "review decide": Page(
        more="A change holds from the first day of the next quarter on, or of the next year, but "
        "where --from says another day. What is past stays judged as it was, and to retire a habit "
        "leaves its entries. Each decision can be taken back with 'rapport undo'.",
        examples=(
            ("rapport review decide", "every promise, and what is decided about it"),
            ("rapport review decide blockers keep", "one is kept as it is"),
            ("rapport review decide blockers 'every 2 weeks' --from today", "one is changed"),
            ("rapport review decide 'a career talk' retire", "one is archived"),
        ),
        see=("review quarter", "habit edit"),
    ),
    "review aim": Page(
        examples=(
            ("rapport review aim", "what the week has before it"),
            ("rapport review aim 'credit Dev for the map' 'ask Ana'", "intend two things"),
        ),
        see=("review close",),
    ),
    "review close": Page(
        more=f"{_FORMS} --sharpen says a bare entry anew: it takes the end of the id that "
        "stands before the entry, and a text as for 'rapport log'.",
        examples=(
            ("rapport review close", "the running week, with what each step asks"),
            ("rapport review close --slips no --noticed 'Friday is a bad day'", "in one line"),
            ("rapport review close --of 'last fri' --to close.md", "an earlier one, into a file"),
        ),
        see=("review aim", "review week"),
    ),
}
"""The pages, by command."""
