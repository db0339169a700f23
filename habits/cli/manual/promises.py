"""The pages of what is promised: habits, practices, cadences and pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.cli.manual.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

_HABIT: Final = (
    "A habit is meant by its name, a part of it that no other has, or the end of its id, which "
    "'rapport habits' shows."
)

PAGES: Final[Mapping[str, Page]] = {
    "habits": Page(
        examples=(("rapport habits", "each behind the end of its id"),),
        see=("habit add", "habit edit"),
    ),
    "habit add": Page(
        examples=(
            ("rapport habit add trust 'Share the map' --every 'every 2 weeks'", "in your words"),
            ("rapport habit add growth 'A walk' --every monthly --each-person", "for everybody"),
            ("rapport habit add empathy --from-catalogue", "what is on offer"),
        ),
        see=("cadence", "habit edit"),
    ),
    "habit edit": Page(
        more=f"{_HABIT} Another cadence holds from today or a later day on; what is past stays "
        "judged as it was. An empty text takes out what was said.",
        examples=(
            ("rapport habit edit blockers --every 'twice a week'", "another cadence, from today"),
            ("rapport habit edit blockers --anchor 'after stand-up'", "after what it is done"),
        ),
        see=("cadence", "habits"),
    ),
    "habit archive": Page(
        more=_HABIT,
        examples=(("rapport habit archive 'career talk'", "it counts no more; entries stay"),),
        see=("habit restore",),
    ),
    "habit restore": Page(
        more=_HABIT,
        examples=(
            (
                "rapport habit archive 'career talk'; rapport habit restore 'career talk'",
                "archive it, and bring it back",
            ),
        ),
        see=("habit archive",),
    ),
    "habit skip": Page(
        more=f"{_HABIT} What is skipped neither breaks a streak nor adds to it.",
        examples=(("rapport habit skip customer", "the running period does not count"),),
        see=("pause",),
    ),
    "practice": Page(
        examples=(("rapport practice", "the eight as you call them, and their moves"),),
        see=("practice edit", "log"),
    ),
    "practice edit": Page(
        more="Entries stay as they are.",
        examples=(
            ("rapport practice edit thanks --name Gratitude", "call it otherwise"),
            (
                "rapport practice edit thanks --move shoutout --meaning 'in the channel'",
                "teach it a kind of act",
            ),
        ),
        see=("practice",),
    ),
    "practice start": Page(
        examples=(
            (
                "rapport practice archive trust; rapport practice start trust",
                "archive a practice, and start it again",
            ),
        ),
        see=("practice archive",),
    ),
    "practice archive": Page(
        more="It keeps its row and its number, and can still be logged.",
        examples=(("rapport practice archive growth", "its habits count no more"),),
        see=("practice start",),
    ),
    "pause": Page(
        more="Both days are included. Without a last day it runs until 'rapport resume'. Without "
        "any, and without a scope, the pauses are shown.",
        examples=(
            ("rapport pause '24 dec' '2 jan'", "days off, for everything"),
            ("rapport pause mon fri --person maya", "somebody is away"),
            ("rapport pause", "which pauses there are"),
        ),
        see=("resume", "habit skip"),
    ),
    "resume": Page(
        examples=(
            ("rapport pause today; rapport resume", "begin a pause, and end it"),
            (
                "rapport pause '24 dec' '2 jan'; rapport resume --planned",
                "withdraw the only one that is to come",
            ),
        ),
        see=("pause",),
    ),
    "cadence": Page(
        more="It changes nothing: it tells what a phrase asks for before that is promised.",
        examples=(
            ("rapport cadence every other week", "its own words, and the next five windows"),
            ("rapport cadence 'first Monday of the month' --from '1 jan'", "from a day on"),
            ("rapport cadence at most twice a week", "a limit, for slips"),
        ),
        see=("habit add",),
    ),
}
"""The pages, by command."""
